/** From mark to mark by the arrow keys. */

import type { Point } from "./labels.ts";

export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What lies beside the way counts as so much farther. */
const ASIDE = 2;

/** The next mark in a direction, where left is left in every language; none where there is none. */
export function next<Mark extends Point>(
  marks: readonly Mark[],
  from: Point,
  [across, down]: readonly [number, number],
): Mark | undefined {
  let found: Mark | undefined;
  let least = Infinity;
  for (const mark of marks) {
    const [x, y] = [mark.x - from.x, mark.y - from.y];
    const ahead = x * across + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * across);
    const distance = ahead + ASIDE * aside;
    // Within a quarter turn: every mark but this one lies in one of the four directions.
    if (ahead > 0 && ahead >= aside && distance < least) [found, least] = [mark, distance];
  }
  return found;
}
