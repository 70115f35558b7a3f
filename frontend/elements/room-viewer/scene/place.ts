/** A place in the room that one can go to. Metres. */

import type { Vec } from "./basis.ts";
import type { Picture } from "./scene.ts";
import type { TextLayout } from "./text-layout.ts";
import type { Listed } from "./works-list.ts";

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
}
