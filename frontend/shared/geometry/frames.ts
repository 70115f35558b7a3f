/** How far frame and mat reach beyond a picture. */

import { rounded } from "./problems.ts";

export type Frame = "none" | "wood" | "brass" | "black" | "mat";

/** Width of each kind of frame around an ordinary picture, in cm; `mat` includes its mat. */
export const BORDERS: Readonly<Record<Frame, number>> = {
  none: 0,
  wood: 4,
  brass: 4,
  black: 3,
  mat: 9,
};

/** Border in cm on each side; small pictures get narrower frames, a stamp still a fine one. */
export function frameBorder(frame: string, width: number, height: number): number {
  const usual = BORDERS[frame as Frame] ?? 0;
  return usual ? Math.min(usual, Math.max(1, rounded(0.3 * Math.min(width, height)))) : 0;
}
