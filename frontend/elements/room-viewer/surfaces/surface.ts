/** How a face of the building looks: its finish, its tint and its light. */

import type { Colour } from "./colours.ts";

/** A rectangle in the light map: u, v of its first corner, width and height. */
export type Patch = readonly [number, number, number, number];

export interface Surface {
  /** Layer of the finishes' texture, and how many cm one tile of it covers. */
  readonly layer: number;
  readonly tile: number;
  readonly tint: Colour;
  /** Where the light map holds the light of this face; a patch of no size is one even light. */
  readonly light: Patch;
  /** 1 shines by itself. */
  readonly glow?: number;
  /** How much of the room it mirrors when one looks along it: 0 to 1. */
  readonly gloss?: number;
}
