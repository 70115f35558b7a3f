/** Where works hang and stand: world positions, free places, overlaps, edges. */

import {
  CASING,
  EYE_LINE,
  FRAME_BORDERS,
  FRAME_SHARE,
  GAP,
  LABEL,
  LABEL_GAP,
  LABEL_LOWEST,
  TEXT_LETTER,
  TEXT_LINE,
  TEXT_MARGIN,
  TOLERANCE,
  WORK_MAX,
} from "./constants.ts";
import { contains, inwardNormal, wallEnds, wallLength } from "./outline.ts";
import { type Corner, cornersOf, edgesOf, type FloorWork, type Hanging, isDoor } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { type Problem, problem, rounded } from "./problems.ts";
import { inside, type Point } from "./shapes.ts";

export type Frame = keyof typeof FRAME_BORDERS;

/** A pose in the world of three.js: metres, and radians about the y axis. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly rotationY: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Pose of what hangs at (x, y) of a wall and faces the room, `off` cm before the wall. */
export function wallPlacement(
  corners: readonly Corner[],
  index: number,
  x: number,
  y: number,
  off = 0,
): Placement {
  const [a, b] = wallEnds(corners, index);
  const along = x / wallLength(corners, index);
  const [normalX, normalY] = inwardNormal(corners, index);
  return {
    x: (a.x + (b.x - a.x) * along + normalX * off) / 100,
    y: y / 100,
    z: (a.y + (b.y - a.y) * along + normalY * off) / 100,
    rotationY: Math.atan2(normalX, normalY),
  };
}

/** Pose of what stands on the floor; three.js turns against the clock, the plan with it. */
export function floorPlacement(work: FloorWork): Placement {
  return { x: work.x / 100, y: 0, z: work.y / 100, rotationY: -radians(work.rotation ?? 0) };
}

/** The four corners, clockwise on screen, of a floor work's footprint in the plan. */
export function footprint(work: FloorWork, inset = 0): Point[] {
  const turn = radians(work.rotation ?? 0);
  const across = work.width / 2 - inset;
  const down = work.depth / 2 - inset;
  const outline: Point[] = [
    [-across, -down],
    [across, -down],
    [across, down],
    [-across, down],
  ];
  return outline.map(([x, y]) => [
    work.x + x * Math.cos(turn) - y * Math.sin(turn),
    work.y + x * Math.sin(turn) + y * Math.cos(turn),
  ]);
}

/** Height in cm of a picture hung `width` cm wide, by its own proportions, at least 1. */
export function hungHeight(width: number, imageWidth: number, imageHeight: number): number {
  return Math.max(1, rounded((width * imageHeight) / imageWidth));
}

/** Estimated height in cm of a wall text; the words differ by language, so only a guide. */
export function textHeight(width: number, letters: number): number {
  const perLine = Math.max(1, Math.floor((width - 2 * TEXT_MARGIN) / TEXT_LETTER));
  const lines = Math.max(1, Math.ceil(letters / perLine));
  return Math.ceil(lines * TEXT_LINE + 2 * TEXT_MARGIN);
}

/** Border in cm on each side; small pictures get narrower frames, a stamp still a fine one. */
export function frameBorder(frame: string, width: number, height: number): number {
  const usual = FRAME_BORDERS[frame as Frame] ?? 0;
  return usual ? Math.min(usual, Math.max(1, rounded(FRAME_SHARE * Math.min(width, height)))) : 0;
}

/** Whether two things on one wall lie on each other; edge to edge is no overlap. */
export function overlaps(one: Hanging, other: Hanging): boolean {
  const a = edgesOf(one);
  const b = edgesOf(other);
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

/** The middle of a work's label: beside it, where it can be read, or below it. */
export function labelPlace(work: Omit<Hanging, "id" | "kind">): { x: number; y: number } | null {
  const { side = "none", x, border = 0 } = work;
  if (side === "none") return null;
  const [width, height] = LABEL;
  const low = work.y - work.height / 2 - border;
  if (side === "below") return { x, y: Math.max(height, low - LABEL_GAP - height / 2) };
  const beside = work.width / 2 + border + LABEL_GAP + width / 2;
  const y = Math.max(LABEL_LOWEST, Math.min(EYE_LINE, low + height / 2));
  return { x: side === "right" ? x + beside : x - beside, y };
}

/** What something takes of its wall: a door with the boards around it. */
function cased<Work extends Hanging>(work: Work): Work {
  return isDoor(work) ? { ...work, border: CASING } : work;
}

/**
 * `work` moved to the first place, from the left, that leaves `gap` cm to its neighbours.
 * It keeps its y; without room it lands after the last work, flagged and never dropped.
 */
export function freePlace<Work extends Hanging>(
  length: number,
  works: readonly Hanging[],
  work: Work,
  gap = GAP,
): Work {
  const reach = work.width / 2 + (work.border ?? 0);
  let x = Math.ceil(gap + reach);
  for (const other of works.map(cased).sort((a, b) => edgesOf(a).left - edgesOf(b).left)) {
    const mine = edgesOf({ ...work, x });
    const its = edgesOf(other);
    const level = mine.bottom < its.top && its.bottom < mine.top;
    if (level && its.left < mine.right + gap && mine.left - gap < its.right) {
      x = Math.ceil(its.right + gap + reach);
    }
  }
  if (x + reach > length && works.length === 0) x = rounded(length / 2);
  return { ...work, x };
}

/** The height of a new work's centre: on the eye line, lower or higher if it must to fit. */
export function defaultY(height: number, roomHeight: number): number {
  const lowest = Math.ceil(height / 2);
  const highest = Math.floor(roomHeight - height / 2);
  return Math.max(lowest, Math.min(EYE_LINE, highest));
}

/** Sizes out of limits, works off their wall or the floor, overlaps. */
export function checkPlacement(plan: Plan): Problem[] {
  const corners = cornersOf(plan);
  const found = plan.walls.flatMap((wall, index) => {
    const works = wall.works ?? [];
    return [
      ...works.flatMap((work) => [
        ...checkSizes({ wall: index, work: work.id }, [["width", work.width]]),
        ...checkEdges(plan, corners, index, work),
      ]),
      ...checkOverlaps(index, works),
      ...checkLabels(index, works, wallLength(corners, index)),
    ];
  });
  for (const work of plan.floor ?? []) {
    found.push(
      ...checkSizes({ work: work.id }, [
        ["width", work.width],
        ["depth", work.depth],
      ]),
    );
    if (leavesFloor(corners, work)) found.push(problem("off_floor", { work: work.id, field: "x" }));
  }
  return found;
}

/** Whether a footprint reaches beyond the walls; standing flush with one is fine. */
function leavesFloor(corners: readonly Corner[], work: FloorWork): boolean {
  const shape = footprint(work, TOLERANCE);
  return (
    shape.some(([x, y]) => !contains(corners, x, y)) ||
    corners.some((corner) => inside(shape, corner.x, corner.y))
  );
}

function checkSizes(
  place: { wall?: number; work: string },
  sizes: readonly (readonly [string, number])[],
): Problem[] {
  return sizes
    .filter(([, size]) => size < 1 || size > WORK_MAX)
    .map(([field, value]) => problem("work_size", { ...place, field, value, limit: WORK_MAX }));
}

/** At most one finding for each direction: the worse of left and right, of top and bottom. */
function checkEdges(
  plan: Plan,
  corners: readonly Corner[],
  wall: number,
  work: Hanging,
): Problem[] {
  const code = isDoor(work) ? "door_off_wall" : "off_wall";
  const length = wallLength(corners, wall);
  const { left, right, bottom, top } = edgesOf(work);
  const upField = isDoor(work) ? "height" : "y";
  const directions = [
    ["x", -left, "left", right - length, "right", length],
    [upField, -bottom, "bottom", top - plan.height, "top", plan.height],
  ] as const;
  return directions
    .filter(([, before, , after]) => Math.max(before, after) > TOLERANCE)
    .map(([field, before, first, after, second, most]) => {
      const value = Math.max(1, rounded(Math.max(before, after)));
      const side = before >= after ? first : second;
      return problem(code, { wall, work: work.id, field, value, limit: Math.floor(most), side });
    });
}

/**
 * Overlaps of works with works and doors with doors; a work over a door blocks the door. A work
 * over nothing but the boards around a door is a neighbour that overlaps.
 */
function checkOverlaps(wall: number, works: readonly Hanging[]): Problem[] {
  return works.flatMap((one, place) =>
    works
      .slice(place + 1)
      .filter((other) =>
        isDoor(one) === isDoor(other) ? overlaps(one, other) : onCasing(one, other),
      )
      .map((other) => problem("overlap", { wall, work: other.id, field: "x", against: one.id })),
  );
}

function onCasing(one: Hanging, other: Hanging): boolean {
  return overlaps(cased(one), cased(other)) && !overlaps(one, other);
}

/** Labels behind other works, frames and doors, under other labels, or beyond the wall. */
function checkLabels(wall: number, works: readonly Hanging[], length: number): Problem[] {
  const labels = works.flatMap((work): Hanging[] => {
    const place = labelPlace(work);
    const [width, height] = LABEL;
    return place ? [{ id: work.id, kind: work.kind, ...place, width, height }] : [];
  });
  return labels.flatMap((label, place) => {
    const others = works.filter(({ id }) => id !== label.id).map(cased);
    const against = [...others, ...labels.slice(0, place)].find((other) => overlaps(label, other));
    const { left, right } = edgesOf(label);
    if (!against && left >= -TOLERANCE && right <= length + TOLERANCE) return [];
    const where = { wall, work: label.id, field: "label_side" };
    return [problem("label_hidden", against ? { ...where, against: against.id } : where)];
  });
}
