/** What stands in the room: where its front is, and how high a plinth and what is on it rise, in cm. */

import { UNSEEN } from "../../../shared/geometry/constants.ts";
import type { Basis } from "./basis.ts";
import type { Plinth, Seat } from "./scene.ts";

/** The frame of reference of what stands on the floor: its front is `normal`. */
export function floorBasis(work: Plinth | Seat): Basis {
  const turn = (work.rotation * Math.PI) / 180;
  const along = [Math.cos(turn), Math.sin(turn)] as const;
  return { x: work.x, y: work.y, along, normal: [-along[1], along[0]] };
}

/** So much height, in cm, is left above a plinth for the smallest of objects. */
const SMALLEST = 12;

/** The picture that stands on a plinth: its size and how it leans, in cm. */
export function standingSize(work: Plinth): { width: number; height: number; lean: number } {
  const ratio = work.picture ? work.picture.height / work.picture.width : UNSEEN[1] / UNSEEN[0];
  // The picture that holds a 3D object's place is as high as the object.
  const most = work.model ? Math.max(work.model.height, SMALLEST) : 70;
  const width = Math.min(work.width * 0.82, most / ratio);
  return { width, height: width * ratio, lean: Math.min(work.depth * 0.3, width * ratio * 0.2) };
}

export function showcaseTop(work: Plinth): number {
  return (
    work.height +
    Math.max(standingSize(work).height, work.model?.height ?? 0) +
    (work.model ? 10 : 14)
  );
}
