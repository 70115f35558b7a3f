/** What a dragged group of works snaps to on its wall, and the guides that say why. */

import {
  type Edges,
  edgesOf,
  EYE_LINE,
  type Hanging,
  isDoor,
} from "../../../shared/geometry/index.ts";

/** A line to draw: at `at` cm, across the other axis. */
export interface Guide {
  readonly axis: "x" | "y";
  readonly at: number;
}

/** An equal gap to draw, from `from` to `to` cm along the wall. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
  readonly gaps: readonly Gap[];
}

interface Candidate {
  readonly shift: number;
  readonly at: number;
  readonly gaps?: readonly Gap[];
}

/**
 * The shift, at most `tolerance` cm in each direction, that lines up the group whose edges are
 * `moving` with the wall's middle, the eye line, or its neighbours' edges, centres and gaps.
 */
export function snap(
  moving: Edges,
  others: readonly Hanging[],
  wall: { length: number; height: number },
  tolerance: number,
): Snap {
  const along = best(
    [...lines(moving, others, wall.length), ...equalGaps(moving, others)],
    tolerance,
  );
  const up = best(levels(moving, others), tolerance);
  const guides: Guide[] = [];
  if (along && !along.gaps) guides.push({ axis: "x", at: along.at });
  if (up) guides.push({ axis: "y", at: up.at });
  return { dx: along?.shift ?? 0, dy: up?.shift ?? 0, guides, gaps: along?.gaps ?? [] };
}

function best(candidates: readonly Candidate[], tolerance: number): Candidate | null {
  let found: Candidate | null = null;
  for (const one of candidates) {
    if (Math.abs(one.shift) > tolerance) continue;
    if (!found || Math.abs(one.shift) < Math.abs(found.shift)) found = one;
  }
  return found;
}

/** The wall's middle, neighbours' edges and centres, door edges. */
function lines(moving: Edges, others: readonly Hanging[], length: number): Candidate[] {
  const centre = (moving.left + moving.right) / 2;
  const found: Candidate[] = [{ shift: length / 2 - centre, at: length / 2 }];
  for (const other of others) {
    const { left, right } = edgesOf(other);
    const middle = (left + right) / 2;
    found.push({ shift: middle - centre, at: middle });
    for (const edge of [left, right]) {
      found.push({ shift: edge - moving.left, at: edge }, { shift: edge - moving.right, at: edge });
    }
  }
  return found;
}

/** The eye line, and tops, middles and bottoms of neighbours. */
function levels(moving: Edges, others: readonly Hanging[]): Candidate[] {
  const middle = (moving.bottom + moving.top) / 2;
  const found: Candidate[] = [{ shift: EYE_LINE - middle, at: EYE_LINE }];
  for (const other of others.filter((other) => !isDoor(other))) {
    const { bottom, top } = edgesOf(other);
    found.push(
      { shift: (bottom + top) / 2 - middle, at: (bottom + top) / 2 },
      { shift: top - moving.top, at: top },
      { shift: bottom - moving.bottom, at: bottom },
    );
  }
  return found;
}

/** Centres where the gap to a neighbour equals a gap that is there already, or both sides' gaps. */
function equalGaps(moving: Edges, others: readonly Hanging[]): Candidate[] {
  const edges = others.map(edgesOf).sort((a, b) => a.left - b.left);
  const left = edges.filter(({ right }) => right <= moving.left + 1).at(-1);
  const right = edges.find((one) => one.left >= moving.right - 1);
  const found: Candidate[] = [];
  if (left && right) {
    const shift = (left.right + right.left - moving.left - moving.right) / 2;
    found.push({
      shift,
      at: (moving.left + moving.right) / 2 + shift,
      gaps: [
        { from: left.right, to: moving.left + shift },
        { from: moving.right + shift, to: right.left },
      ],
    });
  }
  edges.slice(1).forEach((edge, index) => {
    const before = edges[index]!;
    const gap = edge.left - before.right;
    if (gap <= 0) return;
    const there = { from: before.right, to: edge.left };
    if (left) {
      const shift = left.right + gap - moving.left;
      found.push({ shift, at: 0, gaps: [there, { from: left.right, to: left.right + gap }] });
    }
    if (right) {
      const shift = right.left - gap - moving.right;
      found.push({ shift, at: 0, gaps: [there, { from: right.left - gap, to: right.left }] });
    }
  });
  return found;
}
