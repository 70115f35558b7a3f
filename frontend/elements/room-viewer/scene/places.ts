/** Where each work is in the world, and where one stands before it. Metres and radians. */

import { floorBasis, standingSize } from "./plinths.ts";
import { PICTURE_OFF } from "./hang.ts";
import { basesOf, type Hung } from "./hang.ts";
import type { Listed, WorksList } from "./works-list.ts";
import { at, type Basis, type Vec } from "./basis.ts";
import { type Plinth, type Scene } from "./scene.ts";
import { NEAREST, type Place } from "./place.ts";

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
    nearest: NEAREST,
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
    nearest: NEAREST,
  };
}
