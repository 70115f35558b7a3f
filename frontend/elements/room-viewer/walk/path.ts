/** The shortest way between two points of a room, around the corners that reach into it. */

import { edges, inside, type Point } from "../../../shared/geometry/shapes.ts";

/** How far from a corner one walks around it, in metres. */
const AROUND = 0.45;

/** The points of the way, both ends included; straight when nothing stands between. */
export function pathBetween(outline: readonly Point[], from: Point, to: Point): Point[] {
  if (sees(outline, from, to)) return [from, to];
  const nodes: Point[] = [from, to, ...turningPoints(outline)];
  const best = nodes.map((_, index) => (index === 0 ? 0 : Infinity));
  const before = nodes.map(() => -1);
  const open = new Set(nodes.keys());
  while (open.size > 0) {
    const current = [...open].reduce((a, b) => (best[a]! <= best[b]! ? a : b));
    open.delete(current);
    if (current === 1 || best[current] === Infinity) break;
    for (const next of open) {
      if (!sees(outline, nodes[current]!, nodes[next]!)) continue;
      const length = best[current]! + far(nodes[current]!, nodes[next]!);
      if (length < best[next]!) [best[next], before[next]] = [length, current];
    }
  }
  if (before[1] === -1) return [from, to];
  const way: Point[] = [];
  for (let index = 1; index !== -1; index = before[index]!) way.unshift(nodes[index]!);
  return way;
}

const far = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** A step off each corner where the wall turns away from the visitor. */
function turningPoints(outline: readonly Point[]): Point[] {
  return outline.flatMap((corner, index) => {
    const before = outline.at(index - 1)!;
    const after = outline[(index + 1) % outline.length]!;
    const turn =
      (corner[0] - before[0]) * (after[1] - corner[1]) -
      (corner[1] - before[1]) * (after[0] - corner[0]);
    if (turn >= 0) return [];
    const away = [before, after].map((point) => {
      const length = far(corner, point) || 1;
      return [(corner[0] - point[0]) / length, (corner[1] - point[1]) / length] as const;
    });
    const sum = [away[0]![0] + away[1]![0], away[0]![1] + away[1]![1]] as const;
    const length = Math.hypot(...sum) || 1;
    const point: Point = [
      corner[0] + (sum[0] / length) * AROUND,
      corner[1] + (sum[1] / length) * AROUND,
    ];
    return inside(outline, ...point) ? [point] : [];
  });
}

/** Whether the straight way stays inside; ends may touch walls. */
function sees(outline: readonly Point[], a: Point, b: Point): boolean {
  for (const [c, d] of edges(outline)) {
    if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return false;
  }
  return inside(outline, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
