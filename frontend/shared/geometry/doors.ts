/** Doors and passages: what blocks a door, where a visitor in a wheelchair cannot pass. */

import { AGAINST, DOOR_CLEARANCE, PASSAGE_MIN } from "./constants.ts";
import { contains, inwardNormal, wallEnds, wallLength } from "./outline.ts";
import { footprint, overlaps } from "./placement.ts";
import { type Corner, cornersOf, type Hanging, isDoor, type Plan } from "./plan.ts";
import { type Problem, problem, rounded } from "./problems.ts";
import { bridge, distance, edges, gap, intersect, type Point, type Segment } from "./shapes.ts";

/** Below this a link runs along a wall, not away from it. */
const FLAT = 1e-6;

export interface DoorPlace {
  readonly wall: number;
  readonly door: Hanging;
}

/** Every door with the index of its wall, in the order of the walls. */
export function doorsOf(plan: Plan): DoorPlace[] {
  return plan.walls.flatMap(({ works = [] }, wall) =>
    works.filter(isDoor).map((door) => ({ wall, door })),
  );
}

/** The piece of floor before a door that stays free, `DOOR_CLEARANCE` deep. */
export function doorway(corners: readonly Corner[], index: number, door: Hanging): Point[] {
  const [a, b] = wallEnds(corners, index);
  const length = wallLength(corners, index);
  const along = [(b.x - a.x) / length, (b.y - a.y) / length] as const;
  const into = inwardNormal(corners, index);
  const at = (x: number, depth: number): Point => [
    a.x + along[0] * x + into[0] * depth,
    a.y + along[1] * x + into[1] * depth,
  ];
  const left = door.x - door.width / 2;
  const right = door.x + door.width / 2;
  return [at(left, 0), at(right, 0), at(right, DOOR_CLEARANCE), at(left, DOOR_CLEARANCE)];
}

/** Works that hang over a door, plinths and seats that stand before one. */
export function blockedDoors(plan: Plan): Problem[] {
  const corners = cornersOf(plan);
  return doorsOf(plan).flatMap(({ wall, door }) => {
    const free = doorway(corners, wall, door);
    const hung = (plan.walls[wall]?.works ?? []).filter(
      (work) => !isDoor(work) && overlaps(work, door),
    );
    const standing = (plan.floor ?? []).filter((work) => intersect(footprint(work), free));
    const where = { field: "x", against: door.id };
    return [
      ...hung.map((work) => problem("door_blocked", { wall, work: work.id, ...where })),
      ...standing.map((work) => problem("door_blocked", { work: work.id, ...where })),
    ];
  });
}

/**
 * Doors, gaps between plinths, and gaps to walls that are narrower than `PASSAGE_MIN`. Things
 * within `AGAINST` cm of each other stand together; things that stand into each other overlap.
 */
export function narrowPassages(plan: Plan): Problem[] {
  const walls = wallSegments(cornersOf(plan));
  return [
    ...narrowDoors(plan),
    ...closeWalls(plan, walls),
    ...closeWorks(plan),
    ...closeToWalls(plan, walls),
  ];
}

function narrow(width: number, place: Omit<Problem, "code" | "severity">): Problem {
  return problem("passage_narrow", { ...place, value: rounded(width), limit: PASSAGE_MIN });
}

function narrowDoors(plan: Plan): Problem[] {
  return doorsOf(plan)
    .filter(({ door }) => door.width < PASSAGE_MIN)
    .map(({ wall, door }) => narrow(door.width, { wall, work: door.id, field: "width" }));
}

/** Walls that face each other across less than a passage, measured inside the room. */
function closeWalls(plan: Plan, walls: readonly Segment[]): Problem[] {
  const corners = cornersOf(plan);
  return pairs(walls).flatMap(([one, other, first, second]) => {
    if (second - first === 1 || second - first === walls.length - 1) return [];
    const link = bridge(one, other);
    const width = distance(...link);
    const near = width < PASSAGE_MIN && faces(corners, first, second, link);
    return near ? [narrow(width, { wall: second, field: "corner_x", against: first })] : [];
  });
}

/** Whether two walls see each other along a link between them, both from inside. */
function faces(
  corners: readonly Corner[],
  first: number,
  second: number,
  [[ax, ay], [bx, by]]: Segment,
): boolean {
  const nearer = inwardNormal(corners, first);
  const farther = inwardNormal(corners, second);
  const leaves = nearer[0] * (bx - ax) + nearer[1] * (by - ay) > FLAT;
  const arrives = farther[0] * (ax - bx) + farther[1] * (ay - by) > FLAT;
  return leaves && arrives && contains(corners, (ax + bx) / 2, (ay + by) / 2);
}

function closeWorks(plan: Plan): Problem[] {
  return pairs(plan.floor ?? []).flatMap(([one, other]) => {
    const place = { work: other.id, field: "x", against: one.id };
    if (intersect(footprint(one), footprint(other))) return [problem("overlap", place)];
    const width = gap(edges(footprint(one)), edges(footprint(other)));
    return width > AGAINST && width < PASSAGE_MIN ? [narrow(width, place)] : [];
  });
}

/** The narrowest gap of each standing work to a wall. */
function closeToWalls(plan: Plan, walls: readonly Segment[]): Problem[] {
  return (plan.floor ?? []).flatMap((work) => {
    const sides = edges(footprint(work));
    let narrowest = PASSAGE_MIN;
    let against = 0;
    walls.forEach((wall, index) => {
      const width = gap(sides, [wall]);
      if (width > AGAINST && width < narrowest) [narrowest, against] = [width, index];
    });
    if (narrowest >= PASSAGE_MIN) return [];
    return [narrow(narrowest, { work: work.id, field: "x", against })];
  });
}

function wallSegments(corners: readonly Corner[]): Segment[] {
  return corners.map((_, index) => {
    const [a, b] = wallEnds(corners, index);
    return [
      [a.x, a.y],
      [b.x, b.y],
    ];
  });
}

function pairs<Item>(items: readonly Item[]): [Item, Item, number, number][] {
  return items.flatMap((one, first) =>
    items
      .slice(first + 1)
      .map((other, offset): [Item, Item, number, number] => [
        one,
        other,
        first,
        first + 1 + offset,
      ]),
  );
}

/** Doors that lead back into their own room; `doors` maps door ids to room ids. */
export function doorsToThemselves(room: string, doors: Record<string, string>): Problem[] {
  return Object.entries(doors)
    .filter(([, target]) => target === room)
    .map(([work]) => problem("door_to_itself", { work, field: "target" }));
}

/** Doors of `room` into rooms that have no door back; unknown targets are left alone. */
export function doorsWithoutReturn(
  room: string,
  links: Record<string, Record<string, string>>,
): Problem[] {
  return Object.entries(links[room] ?? {})
    .filter(([, target]) => {
      const back = links[target];
      return target !== room && back && !Object.values(back).includes(room);
    })
    .map(([work, against]) => problem("door_without_return", { work, field: "target", against }));
}

/** A room without any door in an exhibition of more `rooms` than itself. */
export function withoutDoor(doors: Readonly<Record<string, string>>, rooms: number): Problem[] {
  return rooms > 1 && Object.keys(doors).length === 0
    ? [problem("without_door", { value: rooms })]
    : [];
}
