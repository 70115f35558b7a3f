/** Lamps that shine on the works of a wall, along a rail below the ceiling. */

import { at, type Basis, type Vec } from "../scene/basis.ts";
import type { Hung } from "../scene/hang.ts";
import { IRON, LAMP } from "../surfaces/colours.ts";
import type { MeshBuilder } from "./mesh.ts";
import type { Surface } from "../surfaces/surface.ts";
import type { Surroundings } from "./surroundings.ts";

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
  const iron: Surface = { ...finishes.surface("flat", IRON), light: light.dim };
  const bulb: Surface = { ...finishes.surface("flat", LAMP), light: light.lit, glow: 1 };
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
  look: Surface,
  face: Surface,
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
