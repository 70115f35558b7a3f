/** The outline of a room: a closed, clockwise polygon whose walls neither cross nor touch. */

import { CORNERS_MAX, CORNERS_MIN, WALL_MAX, WALL_MIN } from "./constants.ts";
import type { Corner } from "./plan.ts";
import { type Code, type Problem, problem, rounded } from "./problems.ts";
import { inside, type Point } from "./shapes.ts";

/** The corners between which wall `index` runs, its own first. */
export function wallEnds(corners: readonly Corner[], index: number): [Corner, Corner] {
  return [corners[index]!, corners[(index + 1) % corners.length]!];
}

/** Length of wall `index` in cm (no whole number for a wall at an angle). */
export function wallLength(corners: readonly Corner[], index: number): number {
  const [a, b] = wallEnds(corners, index);
  return Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);
}

/** The unit vector (in the plan) that points from wall `index` into the room. */
export function inwardNormal(corners: readonly Corner[], index: number): Point {
  const [a, b] = wallEnds(corners, index);
  const length = wallLength(corners, index);
  return [(a.y - b.y) / length, (b.x - a.x) / length];
}

/** Twice the enclosed area in cm², positive when the corners run clockwise on screen. */
export function doubledArea(corners: readonly Corner[]): number {
  let sum = 0;
  for (let index = 0; index < corners.length; index++) {
    const [a, b] = wallEnds(corners, index);
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

export function isClockwise(corners: readonly Corner[]): boolean {
  return doubledArea(corners) > 0;
}

/** Whether a point of the plan lies inside the outline. */
export function contains(corners: readonly Corner[], x: number, y: number): boolean {
  return inside(
    corners.map((corner): Point => [corner.x, corner.y]),
    x,
    y,
  );
}

/** What is wrong with an outline; with too few or too many corners, only that. */
export function checkOutline(corners: readonly Corner[]): Problem[] {
  const count = corners.length;
  if (count < CORNERS_MIN) {
    return [problem("too_few_corners", { value: count, limit: CORNERS_MIN })];
  }
  if (count > CORNERS_MAX) {
    return [problem("too_many_corners", { value: count, limit: CORNERS_MAX })];
  }
  const found = [...lengths(corners), ...meetings(corners)];
  if (found.length === 0 && !isClockwise(corners)) {
    return [problem("anticlockwise", { field: "corner_x" })];
  }
  return found;
}

function lengths(corners: readonly Corner[]): Problem[] {
  return corners.flatMap((_, index) => {
    const length = wallLength(corners, index);
    const place = { wall: index, field: "corner_x", value: rounded(length) };
    if (length < WALL_MIN) return [problem("wall_too_short", { ...place, limit: WALL_MIN })];
    if (length > WALL_MAX) return [problem("wall_too_long", { ...place, limit: WALL_MAX })];
    return [];
  });
}

/** Pairs of walls that cross or touch, other than neighbours in their common corner. */
function meetings(corners: readonly Corner[]): Problem[] {
  const found: Problem[] = [];
  for (let first = 0; first < corners.length; first++) {
    for (let second = first + 1; second < corners.length; second++) {
      const code = meeting(corners, first, second);
      if (code) found.push(problem(code, { wall: second, field: "corner_x", against: first }));
    }
  }
  return found;
}

function meeting(corners: readonly Corner[], first: number, second: number): Code | null {
  const [a, b] = wallEnds(corners, first);
  const [c, d] = wallEnds(corners, second);
  if (second === first + 1) return foldsBack(a, b, d) ? "walls_touch" : null;
  if (first === 0 && second === corners.length - 1)
    return foldsBack(b, a, c) ? "walls_touch" : null;
  const turns = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)] as const;
  if (turns[0] * turns[1] < 0 && turns[2] * turns[3] < 0) return "walls_cross";
  const touching =
    (turns[0] === 0 && within(a, b, c)) ||
    (turns[1] === 0 && within(a, b, d)) ||
    (turns[2] === 0 && within(c, d, a)) ||
    (turns[3] === 0 && within(c, d, b));
  return touching ? "walls_touch" : null;
}

/** Sign of the turn a→b→c: whole numbers, so exact. */
function turn(a: Corner, b: Corner, c: Corner): number {
  return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
}

/** Whether a point on the line a-b lies between a and b. */
function within(a: Corner, b: Corner, point: Corner): boolean {
  return (
    Math.min(a.x, b.x) <= point.x &&
    point.x <= Math.max(a.x, b.x) &&
    Math.min(a.y, b.y) <= point.y &&
    point.y <= Math.max(a.y, b.y)
  );
}

/** Whether two neighbouring walls lie on each other, as in a spike. */
function foldsBack(before: Corner, shared: Corner, after: Corner): boolean {
  const ahead =
    (before.x - shared.x) * (after.x - shared.x) + (before.y - shared.y) * (after.y - shared.y);
  return turn(before, shared, after) === 0 && ahead > 0;
}
