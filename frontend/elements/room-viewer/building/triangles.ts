/** Cuts a plan into triangles by clipping ears; plans have at most 64 corners. */

import type { Corner } from "../../../shared/geometry/plan.ts";

/** Corner indices, three by three, of a clockwise outline without crossings. */
export function triangles(corners: readonly Corner[]): [number, number, number][] {
  const left = corners.map((_, index) => index);
  const found: [number, number, number][] = [];
  while (left.length > 3) {
    const ear = left.findIndex((_, place) => isEar(corners, left, place));
    // A crossing outline has no ear left: the rest is closed as it comes.
    const place = Math.max(0, ear);
    found.push(around(left, place));
    left.splice(place, 1);
  }
  return left.length === 3 ? [...found, around(left, 1)] : found;
}

function around(left: readonly number[], place: number): [number, number, number] {
  return [left.at(place - 1)!, left[place]!, left[(place + 1) % left.length]!];
}

function isEar(corners: readonly Corner[], left: readonly number[], place: number): boolean {
  const ear = around(left, place);
  const [a, b, c] = ear.map((index) => corners[index]!) as [Corner, Corner, Corner];
  if (turn(a, b, c) <= 0) return false;
  return left.every((index) => {
    if (ear.includes(index)) return true;
    const point = corners[index]!;
    return turn(a, b, point) < 0 || turn(b, c, point) < 0 || turn(c, a, point) < 0;
  });
}

function turn(a: Corner, b: Corner, c: Corner): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
