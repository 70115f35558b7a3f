/** A place in the room that one can go to. Metres. */

import type { Vec } from "./basis.ts";
import type { Picture } from "./scene.ts";
import type { TextLayout } from "./text-layout.ts";
import type { Detail, Listed } from "./works-list.ts";

/** An upright rectangle that can be looked at, clicked and stood before. */
export interface Place {
  readonly id: string;
  readonly kind: "artifact" | "picture" | "screen" | "text" | "door";
  readonly listed: Listed;
  readonly picture: Picture | null;
  readonly layout: TextLayout | null;
  readonly target: string;
  /** Middle of the rectangle in metres, and its half sides along the wall and up. */
  readonly centre: Vec;
  readonly across: Vec;
  readonly up: Vec;
  /** Into the room, in the plan. */
  readonly normal: readonly [number, number];
  /** The rectangle with its frame, in metres. */
  readonly width: number;
  readonly height: number;
  /** What stands between the work and the visitor, in metres: half a plinth. */
  readonly clear: number;
  /** Nearer than this one does not stand, in metres. */
  readonly nearest: number;
}

/** Nearest to a work, and to a detail of one: from there it fills the view. */
export const NEAREST = 0.75;
const CLOSE = 0.18;

/** The part of a picture that a detail is. */
export function partOf(place: Place, { x, y, width, height }: Detail): Place {
  const { centre, across, up } = place;
  const right = (2 * x + width) / 100 - 1;
  const high = 1 - (2 * y + height) / 100;
  const shifted = (axis: 0 | 1 | 2): number =>
    centre[axis] + across[axis] * right + up[axis] * high;
  const side = (half: Vec): number => 2 * Math.hypot(...half);
  return {
    ...place,
    centre: [shifted(0), shifted(1), shifted(2)],
    width: (side(across) * width) / 100,
    height: (side(up) * height) / 100,
    nearest: CLOSE,
  };
}
