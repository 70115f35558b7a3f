/** Aligning and spacing of works on one wall: pure, in whole cm, frames included. */

import { edgesOf, type Hanging, rounded } from "../../../shared/geometry/index.ts";
import { boundsOf } from "./room.ts";

export interface Centre {
  readonly x: number;
  readonly y: number;
}

export type Centres = Map<string, Centre>;
export type Arrangement =
  "align_top" | "align_middle" | "align_bottom" | "distribute" | "equal_gaps" | "centre";

/** Where an arrangement puts each work; `length` is the wall's, `gap` for equal gaps, in cm. */
export function arrange(
  kind: Arrangement,
  works: readonly Hanging[],
  length: number,
  gap: number,
): Centres {
  if (works.length === 0) return new Map();
  if (kind === "distribute") return distribute(works);
  if (kind === "equal_gaps") return row(works, gap);
  const bounds = boundsOf(works);
  const shift = rounded(length / 2 - (bounds.left + bounds.right) / 2);
  const middle = rounded((bounds.top + bounds.bottom) / 2);
  return new Map(
    works.map((work) => {
      const edges = edgesOf(work);
      if (kind === "centre") return [work.id, { x: work.x + shift, y: work.y }];
      if (kind === "align_middle") return [work.id, { x: work.x, y: middle }];
      const up = kind === "align_top" ? bounds.top - edges.top : bounds.bottom - edges.bottom;
      return [work.id, { x: work.x, y: work.y + rounded(up) }];
    }),
  );
}

/** Equal gaps between the first and the last work, which stay. */
function distribute(works: readonly Hanging[]): Centres {
  const { left, right } = boundsOf(works);
  const taken = works.reduce((sum, work) => sum + widthOf(work), 0);
  return row(works, works.length > 1 ? (right - left - taken) / (works.length - 1) : 0);
}

/** From the first work on, each `gap` cm after the one before. */
function row(works: readonly Hanging[], gap: number): Centres {
  const inOrder = [...works].sort((a, b) => edgesOf(a).left - edgesOf(b).left);
  let next = edgesOf(inOrder[0]!).left;
  return new Map(
    inOrder.map((work) => {
      const x = rounded(next + widthOf(work) / 2);
      next += widthOf(work) + gap;
      return [work.id, { x, y: work.y }];
    }),
  );
}

function widthOf(work: Hanging): number {
  const { left, right } = edgesOf(work);
  return right - left;
}
