/** The frames of pictures, and the boards of what hangs without one. */

import { at, type Basis, type Vec } from "../scene/basis.ts";
import { type Hung, PICTURE_OFF } from "../scene/hang.ts";
import { BLACK, BRASS, DARK_WOOD, IRON, MAT, WOOD } from "../surfaces/colours.ts";
import { type Colour, scaled } from "../surfaces/colours.ts";
import { type Surface } from "../surfaces/surface.ts";
import { type MeshBuilder } from "./mesh.ts";
import type { Surroundings } from "./surroundings.ts";

const FRAME_DEPTH = 4.2;

const FRAMES: Readonly<Record<string, Colour>> = {
  wood: WOOD,
  mat: DARK_WOOD,
  brass: BRASS,
  black: BLACK,
};

export function addFrame(mesh: MeshBuilder, room: Surroundings, basis: Basis, work: Hung): void {
  const { finishes, light } = room;
  const lit = (finish: string, tint: Colour): Surface => ({
    ...finishes.surface(finish, tint),
    light: light.lit,
  });
  if (work.kind === "door" || work.height === 0) return;
  const [w, h] = [work.width / 2, work.height / 2];
  if (work.kind === "text" || work.border === 0) {
    const board = lit("flat", work.kind === "screen" ? IRON : MAT);
    const rim = work.kind === "screen" ? 2.5 : 0;
    mesh.box(
      basis,
      [work.x - w - rim, work.y - h - rim, 0],
      [work.x + w + rim, work.y + h + rim, PICTURE_OFF - 0.1],
      board,
    );
    return;
  }
  const outer = work.border;
  const wide = work.frame === "mat" ? Math.max(0.5, outer * 0.34) : outer;
  const tint = FRAMES[work.frame] ?? WOOD;
  addMoulding(mesh, basis, work, outer, wide, lit(work.frame === "brass" ? "flat" : "wood", tint));
  if (wide < outer) {
    const inner = [work.x - w - outer + wide, work.y - h - outer + wide] as const;
    const p = (x: number, y: number): Vec => at(basis, x, y, PICTURE_OFF - 0.3);
    const right = 2 * work.x - inner[0];
    const high = 2 * work.y - inner[1];
    mesh.quad(
      [p(...inner), p(right, inner[1]), p(right, high), p(inner[0], high)],
      lit("plaster", MAT),
    );
  }
}

/** Four mitred sides: outer edge, face, and a bevel that falls to the picture. */
function addMoulding(
  mesh: MeshBuilder,
  basis: Basis,
  work: Hung,
  outer: number,
  wide: number,
  look: Surface,
): void {
  const ring = (grown: number, off: number): Vec[] => {
    const [w, h] = [work.width / 2 + grown, work.height / 2 + grown];
    return [
      at(basis, work.x - w, work.y - h, off),
      at(basis, work.x + w, work.y - h, off),
      at(basis, work.x + w, work.y + h, off),
      at(basis, work.x - w, work.y + h, off),
    ];
  };
  const depth = Math.min(FRAME_DEPTH, 2.6 + outer);
  const rings = [
    ring(outer, 0),
    ring(outer, depth),
    ring(outer - wide * 0.62, depth),
    ring(outer - wide, PICTURE_OFF),
  ];
  // Brightness of the lower, right, upper and left side: outer edge, face and bevel.
  const shades = [
    [0.4, 0.7, 1.2, 0.7],
    [0.94, 1, 1.1, 1],
    [1.35, 0.8, 0.5, 1.05],
  ] as const;
  for (let step = 0; step < 3; step++) {
    const [outside, inside] = [rings[step]!, rings[step + 1]!];
    for (let side = 0; side < 4; side++) {
      const next = (side + 1) % 4;
      mesh.quad([outside[side]!, outside[next]!, inside[next]!, inside[side]!], {
        ...look,
        tint: scaled(look.tint, shades[step]![side]!),
      });
    }
  }
}
