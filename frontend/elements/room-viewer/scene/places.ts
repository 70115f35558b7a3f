/** Where each work is in the world, and where one stands before it. Metres and radians. */

import { contains } from "../../../shared/geometry/outline.ts";
import { floorBasis, PICTURE_OFF, standingSize } from "../building/fittings.ts";
import { basesOf, type Hung } from "./hang.ts";
import type { Listed, WorksList } from "./works-list.ts";
import { at, type Basis, type Vec } from "../building/mesh.ts";
import { cornersOf, type Picture, type Plinth, type Scene } from "./scene.ts";
import type { TextLayout } from "../pictures/texts.ts";

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

const metres = ([x, y, z]: Vec): Vec => [x / 100, y / 100, z / 100];

export function placesOf(
  scene: Scene,
  hung: readonly (readonly Hung[])[],
  list: WorksList,
): Place[] {
  const bases = basesOf(scene);
  const walls = hung.flatMap((works, wall) => works.map((work) => onWall(bases[wall]!, work)));
  const floor = scene.floor.flatMap((work) => {
    const listed = list.get(work.id);
    return work.kind === "artifact" && listed ? [onPlinth(work, listed)] : [];
  });
  return [...walls, ...floor];
}

function onWall(basis: Basis, work: Hung): Place {
  const [w, h] = [work.width / 200, work.height / 200];
  const off = work.kind === "door" ? 0 : PICTURE_OFF;
  return {
    id: work.id,
    kind: work.kind,
    listed: work.listed,
    picture: work.picture,
    layout: work.layout,
    target: work.target,
    centre: metres(at(basis, work.x, work.y, off)),
    across: [basis.along[0] * w, 0, basis.along[1] * w],
    up: [0, h, 0],
    normal: basis.normal,
    width: (work.width + 2 * work.border) / 100,
    height: (work.height + 2 * work.border) / 100,
    clear: 0,
  };
}

function onPlinth(work: Plinth, listed: Listed): Place {
  const basis = floorBasis(work);
  const { width, height, lean } = standingSize(work);
  const low = at(basis, 0, work.height + 2, 0.2);
  const high = at(basis, 0, work.height + 2 + height, -lean + 0.2);
  const middle: Vec = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
  return {
    id: work.id,
    kind: "artifact",
    listed,
    picture: work.picture,
    layout: null,
    target: "",
    centre: metres(middle),
    across: [(basis.along[0] * width) / 200, 0, (basis.along[1] * width) / 200],
    up: metres([(high[0] - low[0]) / 2, (high[1] - low[1]) / 2, (high[2] - low[2]) / 2]),
    normal: basis.normal,
    width: width / 100,
    height: height / 100,
    clear: work.depth / 200 + 0.65,
  };
}

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
const NEAREST = 0.75;
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
    place.kind === "door" ? 2 : Math.max(NEAREST, place.clear, Math.min(FARTHEST, fits));
  let distance = wanted;
  // A narrow room: stand as far back as the opposite wall lets one.
  while (distance > 0.4) {
    const reach = (distance + 0.3) * 100;
    if (contains(corners, cx * 100 + nx * reach, cy * 100 + ny * reach)) break;
    distance -= 0.1;
  }
  // Level with the work where a body can be: uprights stay upright in the picture.
  const eye = place.kind === "door" ? EYE : Math.max(LOW, Math.min(HIGH, height));
  return {
    x: cx + nx * distance,
    y: cy + ny * distance,
    heading: Math.atan2(-nx, ny),
    pitch: place.kind === "door" ? 0 : Math.atan2(height - eye, distance),
    eye,
  };
}
