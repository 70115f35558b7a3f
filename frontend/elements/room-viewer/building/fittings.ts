/** What is built into the room around the works: frames, plinths, seats and lamps. */

import { UNSEEN } from "../../../shared/geometry/constants.ts";
import { BLACK, BRASS, DARK_WOOD, IRON, LAMP, MAT, STONE, WOOD } from "./colours.ts";
import type { Finishes } from "../engine/engine.ts";
import type { Hung } from "../scene/hang.ts";
import type { LightMap } from "../light/light-map.ts";
import { at, type Basis, type Colour, type Look, MeshBuilder, scaled, type Vec } from "./mesh.ts";
import type { Plinth, Seat } from "../scene/scene.ts";
import type { Surroundings } from "./shell.ts";

/** How far the picture itself hangs before the wall, in cm. */
export const PICTURE_OFF = 2.4;
const FRAME_DEPTH = 4.2;

const FRAMES: Readonly<Record<string, Colour>> = {
  wood: WOOD,
  mat: DARK_WOOD,
  brass: BRASS,
  black: BLACK,
};

export function addFrame(mesh: MeshBuilder, room: Surroundings, basis: Basis, work: Hung): void {
  const { finishes, light } = room;
  const lit = (finish: string, tint: Colour): Look => ({
    ...finishes.look(finish, tint),
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
  look: Look,
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

export function addFloorWork(
  mesh: MeshBuilder,
  finishes: Finishes,
  light: LightMap,
  work: Plinth | Seat,
): void {
  const basis = floorBasis(work);
  const [w, d] = [work.width / 2, work.depth / 2];
  const lit = (finish: string, tint: Colour): Look => ({
    ...finishes.look(finish, tint),
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

export function showcaseTop(work: Plinth): number {
  return (
    work.height +
    Math.max(standingSize(work).height, work.model?.height ?? 0) +
    (work.model ? 10 : 14)
  );
}

function addShowcaseEdges(
  mesh: MeshBuilder,
  basis: Basis,
  [w, d]: readonly [number, number],
  [bottom, top]: readonly [number, number],
  brass: Look,
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
  lit: (finish: string, tint: Colour) => Look,
): void {
  const slab = { ...lit("wood", WOOD) };
  mesh.box(basis, [-w, height - 7, -d], [w, height, d], slab, false);
  for (const x of [-w + 10, w - 16]) {
    mesh.box(basis, [x, 0, -d + 4], [x + 6, height - 7, d - 4], lit("flat", IRON), false);
  }
}

const RAIL_OFF = 120;
const LAMPS_MAX = 14;

/** A rail below the ceiling with a small lamp for each work of the wall. */
export function addLamps(
  mesh: MeshBuilder,
  { scene, finishes, light }: Surroundings,
  basis: Basis & { length: number },
  works: readonly Hung[],
): void {
  const shown = works.filter((work) => work.kind !== "door" && work.height > 0);
  if (shown.length === 0 || basis.length < 200) return;
  const iron: Look = { ...finishes.look("flat", IRON), light: light.dim };
  const bulb: Look = { ...finishes.look("flat", LAMP), light: light.lit, glow: 1 };
  const high = scene.height - 14;
  const end = Math.min(90, basis.length / 4);
  mesh.box(
    basis,
    [end, high, RAIL_OFF - 2],
    [basis.length - end, high + 4, RAIL_OFF + 2],
    iron,
    false,
  );
  for (const work of shown.slice(0, LAMPS_MAX)) {
    const x = Math.max(end, Math.min(basis.length - end, work.x));
    const from = at(basis, x, high - 1, RAIL_OFF);
    const to = at(basis, work.x, work.y, 0);
    addPrism(mesh, from, to, 5, 15, iron, bulb);
  }
}

/** A six-sided lamp at `from` that shines towards `to`. */
function addPrism(
  mesh: MeshBuilder,
  from: Vec,
  to: Vec,
  radius: number,
  length: number,
  look: Look,
  face: Look,
): void {
  const way = unit([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);
  const side = unit([way[2], 0, -way[0]]);
  const up = cross(way, side);
  const ring = (along: number, wide: number): Vec[] =>
    Array.from({ length: 6 }, (_, index) => {
      const angle = (index * Math.PI) / 3;
      const [c, s] = [Math.cos(angle) * wide, Math.sin(angle) * wide];
      return [0, 1, 2].map(
        (axis) => from[axis]! + way[axis]! * along + side[axis]! * c + up[axis]! * s,
      ) as unknown as Vec;
    });
  const back = ring(0, radius * 0.7);
  const front = ring(length, radius);
  for (let index = 0; index < 6; index++) {
    const next = (index + 1) % 6;
    mesh.quad([back[index]!, back[next]!, front[next]!, front[index]!], look);
  }
  const [a, b, c, d, e, f] = ring(length - 0.5, radius * 0.86) as [Vec, Vec, Vec, Vec, Vec, Vec];
  mesh.quad([a, b, c, d], face);
  mesh.quad([a, d, e, f], face);
}

function unit(v: Vec): Vec {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}

function cross(a: Vec, b: Vec): Vec {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
