/** The part of the view that stays free beside panels, and what the camera shows in it. */

/** What panels cover at the sides of the view, in CSS pixels. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface View {
  /** The free part, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Vertical field of the free part, in degrees. */
  readonly field: number;
}

export const NO_MARGINS: Margins = { left: 0, right: 0, top: 0, bottom: 0 };
const SIDES = ["left", "right", "top", "bottom"] as const;
/** Width of the view for upright screens, in degrees; wide ones are limited by their height. */
const FIELD = 66;
const WIDEST = 88;
/** A view as small as this (px) shows nothing; panels that leave less cover it. */
const LEAST = 96;

/** What is seen between the margins of a stage of this size, in CSS pixels. */
export function viewBetween(width: number, height: number, margins: Margins): View {
  const free = {
    width: Math.max(LEAST, width - margins.left - margins.right),
    height: Math.max(LEAST, height - margins.top - margins.bottom),
  };
  const upright = Math.atan(
    Math.tan((FIELD * Math.PI) / 360) / Math.min(1, (free.width / free.height) * 1.1),
  );
  return { ...free, field: Math.min(WIDEST, (upright * 360) / Math.PI) };
}

export function same(one: Margins, other: Margins): boolean {
  return SIDES.every((side) => Math.abs(one[side] - other[side]) < 1);
}

/** Margins that lie `part` (0 to 1) of the way from one to the other. */
export function between(one: Margins, other: Margins, part: number): Margins {
  const mixed = (side: keyof Margins): number => one[side] + (other[side] - one[side]) * part;
  return {
    left: mixed("left"),
    right: mixed("right"),
    top: mixed("top"),
    bottom: mixed("bottom"),
  };
}
