/** The order in which a visitor meets the works. */

import { doorsOf } from "./doors.ts";
import { wallEnds, wallLength } from "./outline.ts";
import { cornersOf, type Hanging, isDoor, type Plan } from "./plan.ts";
import { rounded } from "./problems.ts";
import { closest, distance, type Point } from "./shapes.ts";

export interface Entrance {
  readonly wall: number;
  readonly x: number;
}

/**
 * Where a visitor comes in: the door nearest to the start; without doors the point of the walls
 * nearest to it; without a start the first door, and without either the first corner.
 */
export function entrance(plan: Plan): Entrance {
  const doors = doorsOf(plan);
  const [first] = doors;
  if (!plan.start) return first ? { wall: first.wall, x: first.door.x } : { wall: 0, x: 0 };
  const start: Point = [plan.start.x, plan.start.y];
  if (!first) return nearest(plan, start);
  const far = doors.map(({ wall, door }) => distance(start, pointOf(plan, wall, door)));
  const { wall, door } = doors[far.indexOf(Math.min(...far))]!;
  return { wall, x: door.x };
}

/** Where a door is in the plan; on a wall without length, its corner. */
function pointOf(plan: Plan, wall: number, door: Hanging): Point {
  const corners = cornersOf(plan);
  const [a, b] = wallEnds(corners, wall);
  const along = door.x / (wallLength(corners, wall) || 1);
  return [a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along];
}

function nearest(plan: Plan, start: Point): Entrance {
  const corners = cornersOf(plan);
  let best = { wall: 0, x: 0, far: Infinity };
  for (const wall of corners.keys()) {
    const [a, b] = wallEnds(corners, wall);
    const point = closest(start, [
      [a.x, a.y],
      [b.x, b.y],
    ]);
    const far = distance(start, point);
    if (far < best.far) best = { wall, x: rounded(distance([a.x, a.y], point)), far };
  }
  return { wall: best.wall, x: best.x };
}

/**
 * Everything on the walls as it is met, doors included: clockwise from the entrance, each wall by
 * x, and at the end what hangs on the entrance wall before the door.
 */
export function alongWalls(plan: Plan): Hanging[] {
  const from = entrance(plan);
  const count = plan.walls.length;
  const met: Hanging[] = [];
  const beforeDoor: Hanging[] = [];
  for (let step = 0; step < count; step++) {
    const works = [...(plan.walls[(from.wall + step) % count]?.works ?? [])];
    for (const work of works.sort((a, b) => a.x - b.x)) {
      (step === 0 && work.x < from.x ? beforeDoor : met).push(work);
    }
  }
  return [...met, ...beforeDoor];
}

/**
 * Ids of all works and wall texts as they are met, doors and seats left out: along the walls, then
 * what stands on the floor. Ids ordered by the curator come first.
 */
export function visitingOrder(plan: Plan, explicit: readonly string[] = []): string[] {
  const met = alongWalls(plan)
    .filter((work) => !isDoor(work))
    .map(({ id }) => id);
  for (const work of plan.floor ?? []) if (work.kind !== "seat") met.push(work.id);
  const known = new Set(met);
  const chosen = new Set(explicit.filter((work) => known.has(work)));
  return [...chosen, ...met.filter((work) => !chosen.has(work))];
}
