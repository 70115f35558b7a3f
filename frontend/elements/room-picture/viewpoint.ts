/** From where a room's picture is taken. Metres and radians; headings as those of a body. */

import { closest, edges, inside, type Point } from "../../shared/geometry/shapes.ts";

/** Where one stands, and whither one looks. */
export interface Viewpoint {
  readonly x: number;
  readonly y: number;
  readonly heading: number;
}

/** A work as one sees it from afar. */
export interface Seen {
  readonly centre: readonly [number, number, number];
  readonly normal: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

/** Works that together fill less than this (steradians) are as good as none. */
const LITTLE = 0.02;
/** Of one work no more counts: a room is shown, and not its largest work alone. */
const MOST = 0.15;
const HEADINGS = 12;
const STEPS = 6;
/** A picture is taken from no nearer to a wall. */
const AWAY = 0.8;

/**
 * The visitor's first view. Where as good as no work is seen from there, the view from within the
 * room that shows most of them; in a room without works the first view it is.
 */
export function viewpointFor(
  start: Viewpoint,
  works: readonly Seen[],
  outline: readonly Point[],
  across: number,
): Viewpoint {
  let [best, most] = [start, LITTLE];
  if (shown(start, works, outline, across) >= LITTLE) return start;
  for (const [x, y] of [[start.x, start.y] as Point, ...within(outline)]) {
    for (let turn = 0; turn < HEADINGS; turn++) {
      const viewpoint = { x, y, heading: (turn * 2 * Math.PI) / HEADINGS };
      const seen = shown(viewpoint, works, outline, across);
      if (seen > most) [best, most] = [viewpoint, seen];
    }
  }
  return best;
}

/** How much of the view the works fill, in steradians, for a field that is `across` wide. */
export function shown(
  { x, y, heading }: Viewpoint,
  works: readonly Seen[],
  outline: readonly Point[],
  across: number,
): number {
  let sum = 0;
  for (const { centre, normal, width, height } of works) {
    const [dx, dy] = [centre[0] - x, centre[2] - y];
    const far = Math.hypot(dx, dy);
    const facing = -(dx * normal[0] + dy * normal[1]) / far;
    const ahead = (dx * Math.sin(heading) - dy * Math.cos(heading)) / far;
    if (facing <= 0 || ahead < Math.cos(across / 2)) continue;
    if (!isClear([x, y], [centre[0], centre[2]], outline)) continue;
    sum += Math.min(MOST, (width * height * facing) / far ** 2);
  }
  return sum;
}

/** Is there no wall between two points? The far one hangs on its own. */
function isClear([x, y]: Point, [toX, toY]: Point, outline: readonly Point[]): boolean {
  const parts = Array.from({ length: 15 }, (_, index) => (index + 0.5) / 16);
  return parts.every((part) => inside(outline, x + (toX - x) * part, y + (toY - y) * part));
}

/** Points of a coarse grid within the room, away from its walls. */
function within(outline: readonly Point[]): Point[] {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const steps = Array.from({ length: STEPS }, (_, index) => (index + 0.5) / STEPS);
  const grid = steps.flatMap((row) =>
    steps.map((column): Point => [left + width * column, top + height * row]),
  );
  return grid.filter(([x, y]) => {
    if (!inside(outline, x, y)) return false;
    return edges(outline).every((side) => {
      const [nearX, nearY] = closest([x, y], side);
      return Math.hypot(nearX - x, nearY - y) >= AWAY;
    });
  });
}
