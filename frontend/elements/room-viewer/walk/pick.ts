/** What lies under a point of the picture: a work, a door, or a place on the floor. */

import { type PerspectiveCamera, Vector3 } from "three";
import { inside, type Point } from "../../../shared/geometry/shapes.ts";
import type { Place } from "../scene/place.ts";

export type Picked =
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "floor"; readonly x: number; readonly y: number };

/** `x` and `y` from -1 to 1, y up. Metres; `outline` is the room's. */
export function pick(
  camera: PerspectiveCamera,
  x: number,
  y: number,
  places: readonly Place[],
  outline: readonly Point[],
): Picked | null {
  const from = camera.position;
  const ray = new Vector3(x, y, 0.5).unproject(camera).sub(from).normalize();
  return pickAlong(from, ray, places, outline);
}

/** The same along any ray: a hand's, in a headset. */
export function pickAlong(
  from: Vector3,
  ray: Vector3,
  places: readonly Place[],
  outline: readonly Point[],
): Picked | null {
  let nearest = Infinity;
  let found: Place | null = null;
  for (const place of places) {
    const reach = distanceTo(place, from, ray);
    if (reach !== null && reach < nearest) [nearest, found] = [reach, place];
  }
  const down = ray.y < -0.02 ? -from.y / ray.y : Infinity;
  if (found && nearest < down + 0.2) return { kind: "place", place: found };
  if (!Number.isFinite(down)) return null;
  const [x, y] = [from.x + ray.x * down, from.z + ray.z * down];
  return inside(outline, x, y) ? { kind: "floor", x, y } : null;
}

/** Distance along the ray to a place's rectangle with its frame, seen from its front. */
function distanceTo(place: Place, from: Vector3, ray: Vector3): number | null {
  const [nx, ny] = place.normal;
  const facing = ray.x * nx + ray.z * ny;
  if (facing > -1e-3) return null;
  const [cx, cy, cz] = place.centre;
  const reach = ((cx - from.x) * nx + (cz - from.z) * ny) / facing;
  if (reach <= 0) return null;
  const along = (from.x + ray.x * reach - cx) * ny - (from.z + ray.z * reach - cz) * nx;
  const up = from.y + ray.y * reach - cy;
  const within = Math.abs(along) <= place.width / 2 && Math.abs(up) <= place.height / 2;
  return within ? reach : null;
}
