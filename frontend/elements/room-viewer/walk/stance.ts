/** Where one stands before a work, and how one looks at it. Metres and radians. */

import { contains } from "../../../shared/geometry/outline.ts";
import { NEAREST, type Place } from "../scene/place.ts";
import { cornersOf, type Scene } from "../scene/scene.ts";

export interface Stance {
  /** Plan, in metres. */
  readonly x: number;
  readonly y: number;
  readonly heading: number;
  readonly pitch: number;
  /** Height of the eyes, in metres. */
  readonly eye: number;
}

/** Height of the eyes when walking, crouching and on tiptoe, in metres. */
export const EYE = 1.58;
const LOW = 1.15;
const HIGH = 1.8;
const FARTHEST = 6;
/** Part of the view that a work may fill. */
const FILL = 0.66;

/** Where one stands to see a work whole: straight before it, as near as it fits, in the room. */
export function stanceBefore(
  scene: Scene,
  place: Place,
  field: { readonly across: number; readonly up: number },
): Stance {
  const fits = Math.max(
    place.width / 2 / Math.tan(field.across / 2) / FILL,
    place.height / 2 / Math.tan(field.up / 2) / FILL,
  );
  const corners = cornersOf(scene);
  const [nx, ny] = place.normal;
  const [cx, height, cy] = place.centre;
  const wanted =
    place.kind === "door" ? 2 : Math.max(place.nearest, place.clear, Math.min(FARTHEST, fits));
  let distance = wanted;
  // A narrow room: stand as far back as the opposite wall lets one.
  while (distance > Math.min(0.4, place.nearest)) {
    const reach = (distance + 0.3) * 100;
    if (contains(corners, cx * 100 + nx * reach, cy * 100 + ny * reach)) break;
    distance -= 0.1;
  }
  // Level with the work where a body can be: uprights stay upright in the picture.
  // Close to a detail one bends down to it, or climbs.
  const level = place.nearest < NEAREST ? height : Math.max(LOW, Math.min(HIGH, height));
  const eye = place.kind === "door" ? EYE : level;
  return {
    x: cx + nx * distance,
    y: cy + ny * distance,
    heading: Math.atan2(-nx, ny),
    pitch: place.kind === "door" ? 0 : Math.atan2(height - eye, distance),
    eye,
  };
}
