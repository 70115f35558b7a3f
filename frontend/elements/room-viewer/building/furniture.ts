/** What stands on the floor: plinths with their pictures and showcases, and seats. */

import { at, type Basis, type Vec } from "../scene/basis.ts";
import { floorBasis, showcaseTop, standingSize } from "../scene/plinths.ts";
import type { Plinth, Seat } from "../scene/scene.ts";
import { BRASS, DARK_WOOD, IRON, STONE, WOOD } from "../surfaces/colours.ts";
import type { Finishes } from "../surfaces/finishes.ts";
import type { LightMap } from "../light/light-map.ts";
import { type Colour, scaled } from "../surfaces/colours.ts";
import { type Surface } from "../surfaces/surface.ts";
import { type MeshBuilder } from "./mesh.ts";

export function addFloorWork(
  mesh: MeshBuilder,
  finishes: Finishes,
  light: LightMap,
  work: Plinth | Seat,
): void {
  const basis = floorBasis(work);
  const [w, d] = [work.width / 2, work.depth / 2];
  const lit = (finish: string, tint: Colour): Surface => ({
    ...finishes.surface(finish, tint),
    light: light.lit,
  });
  if (work.kind === "seat") {
    addSeat(mesh, basis, w, d, work.height, lit);
    return;
  }
  const top = work.height;
  if (top > 0) {
    const plaster = { ...lit("plaster", STONE), light: light.rise };
    mesh.box(basis, [-w + 3, 0, -d + 3], [w - 3, 6, d - 3], lit("flat", IRON), false);
    mesh.box(basis, [-w, 6, -d], [w, top, d], { ...plaster, tint: scaled(STONE, 0.94) }, false);
  }
  if (work.showcase)
    addShowcaseEdges(mesh, basis, [w - 1, d - 1], [top, showcaseTop(work)], lit("flat", BRASS));
  // A 3D object needs no easel.
  if (work.model) return;
  const { width, height, lean } = standingSize(work);
  const half = width / 2;
  const p = (x: number, h: number, off: number): Vec => at(basis, x, h, off);
  const wood = lit("wood", DARK_WOOD);
  mesh.box(basis, [-half * 0.9, top, -lean], [half * 0.9, top + 2, lean * 0.9 + 2], wood, false);
  mesh.quad(
    [
      p(half, top + 2, -0.6),
      p(-half, top + 2, -0.6),
      p(-half, top + 2 + height, -lean - 0.6),
      p(half, top + 2 + height, -lean - 0.6),
    ],
    wood,
  );
}

function addShowcaseEdges(
  mesh: MeshBuilder,
  basis: Basis,
  [w, d]: readonly [number, number],
  [bottom, top]: readonly [number, number],
  brass: Surface,
): void {
  const t = 0.6;
  for (const [x, o] of [
    [-w, -d],
    [w, -d],
    [w, d],
    [-w, d],
  ] as const) {
    mesh.box(basis, [x - t, bottom, o - t], [x + t, top, o + t], brass, false);
  }
  for (const h of [bottom + t, top]) {
    mesh.box(basis, [-w, h - t, -d - t], [w, h + t, -d + t], brass, false);
    mesh.box(basis, [-w, h - t, d - t], [w, h + t, d + t], brass, false);
    mesh.box(basis, [-w - t, h - t, -d], [-w + t, h + t, d], brass, false);
    mesh.box(basis, [w - t, h - t, -d], [w + t, h + t, d], brass, false);
  }
}

function addSeat(
  mesh: MeshBuilder,
  basis: Basis,
  w: number,
  d: number,
  height: number,
  lit: (finish: string, tint: Colour) => Surface,
): void {
  const slab = { ...lit("wood", WOOD) };
  mesh.box(basis, [-w, height - 7, -d], [w, height, d], slab, false);
  for (const x of [-w + 10, w - 16]) {
    mesh.box(basis, [x, 0, -d + 4], [x + 6, height - 7, d - 4], lit("flat", IRON), false);
  }
}
