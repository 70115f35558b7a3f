/** Doorways: the opening in the wall, its frame, and the lit room that is seen through it. */

import { CASING, EYE_LINE } from "../../../shared/geometry/constants.ts";
import { contains } from "../../../shared/geometry/outline.ts";
import type { Corner } from "../../../shared/geometry/plan.ts";
import { BRASS, DARK_WOOD, STONE, colourOf } from "../surfaces/colours.ts";
import type { Hung } from "../scene/hang.ts";
import { at, type Basis } from "../scene/basis.ts";
import { type Colour, scaled } from "../surfaces/colours.ts";
import { type Surface, type Patch } from "../surfaces/surface.ts";
import { type MeshBuilder } from "./mesh.ts";
import { cornersOf } from "../scene/scene.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Glimpse } from "./neighbour.ts";

/** Thickness of a wall at its door, in cm. */
const THICKNESS = 26;
const DEPTHS = [640, 420, 260, 130, 50];
const BESIDE = 170;
/** Space between the pictures that one makes out in the next room, and the line they hang on. */
const APART = 55;

export function buildDoorway(
  mesh: MeshBuilder,
  room: Surroundings,
  basis: Basis & { length: number },
  door: Hung,
): void {
  const { scene, finishes, light } = room;
  const left = door.x - door.width / 2;
  const right = door.x + door.width / 2;
  const top = Math.min(door.height, scene.height - 12);
  const lit = (finish: string, tint: Colour, patch: Patch = light.lit): Surface => ({
    ...finishes.surface(finish, tint),
    light: patch,
  });
  const p = (x: number, h: number, off: number) => at(basis, x, h, off);
  const jamb = lit("wood", scaled(DARK_WOOD, 1.5));
  const back = -THICKNESS;
  mesh.quad([p(left, 0, 0), p(left, 0, back), p(left, top, back), p(left, top, 0)], jamb);
  mesh.quad([p(right, 0, back), p(right, 0, 0), p(right, top, 0), p(right, top, back)], jamb);
  mesh.quad([p(left, top, 0), p(left, top, back), p(right, top, back), p(right, top, 0)], {
    ...jamb,
    tint: scaled(jamb.tint, 0.6),
  });
  mesh.quad(
    [p(left, 0.2, 0), p(right, 0.2, 0), p(right, 0.2, back), p(left, 0.2, back)],
    lit("stone", STONE),
  );
  addArchitrave(mesh, basis, [left, right, top], lit("wood", DARK_WOOD), lit("flat", BRASS));
  addBeyond(mesh, room, basis, door, top);
}

/** Wooden boards around the opening with a thin line of brass. */
function addArchitrave(
  mesh: MeshBuilder,
  basis: Basis,
  [left, right, top]: readonly [number, number, number],
  wood: Surface,
  brass: Surface,
): void {
  const board = CASING - 3;
  mesh.box(basis, [left - board, 0, 0], [left, top, 4], wood);
  mesh.box(basis, [right, 0, 0], [right + board, top, 4], wood);
  mesh.box(basis, [left - board, top, 0], [right + board, top + 11, 4.5], wood);
  mesh.box(basis, [left - CASING, top + 11, 0], [right + CASING, top + CASING, 7], wood);
  mesh.box(basis, [left - 2, 0, 3.5], [left, top + 2, 4.8], brass);
  mesh.box(basis, [right, 0, 3.5], [right + 2, top + 2, 4.8], brass);
  mesh.box(basis, [left, top, 3.5], [right, top + 2, 4.8], brass);
}

/** The next room as a lit box behind the wall: real depth, so that it moves as one walks by. */
function addBeyond(
  mesh: MeshBuilder,
  { scene, finishes, light, neighbours }: Surroundings,
  basis: Basis,
  door: Hung,
  top: number,
): void {
  const { depth, beside } = spaceBehind(cornersOf(scene), basis, door);
  const left = door.x - door.width / 2 - beside;
  const right = door.x + door.width / 2 + beside;
  const near = -THICKNESS;
  const far = near - depth;
  const high = Math.max(top + 10, Math.min(scene.height, 360));
  const known = neighbours.get(door.target);
  const tint = colourOf(known?.wall ?? "#b98d5c");
  // The upper half of the patch is for walls, the lower for the floor.
  const [u, v, du, half] = [...light.beyond.slice(0, 3), light.beyond[3] / 2] as [
    number,
    number,
    number,
    number,
  ];
  const wall = (patch: Patch): Surface => ({ ...finishes.surface("limewash", tint), light: patch });
  const p = (x: number, h: number, off: number) => at(basis, x, h, off);
  const dark: Patch = [u, v + half, du * 0.2, half * 0.6];
  mesh.quad(
    [p(left, 0, far), p(right, 0, far), p(right, high, far), p(left, high, far)],
    wall([u, v + half, du, half]),
  );
  mesh.quad(
    [p(left, 0, near), p(left, 0, far), p(left, high, far), p(left, high, near)],
    wall(dark),
  );
  mesh.quad(
    [p(right, 0, far), p(right, 0, near), p(right, high, near), p(right, high, far)],
    wall(dark),
  );
  mesh.quad([p(left, 0, near), p(right, 0, near), p(right, 0, far), p(left, 0, far)], {
    ...finishes.surface(`floor-${known?.floor ?? "oak"}`, [1, 1, 1]),
    light: [u, v, du, half],
  });
  addGlimpses(
    mesh,
    known?.pictures ?? [],
    { basis, middle: door.x, room: right - left, off: far },
    {
      frame: { ...finishes.surface("wood", DARK_WOOD), light: light.lit },
      picture: (colour) => ({
        ...finishes.surface("flat", scaled(colourOf(colour), 0.8)),
        light: light.lit,
      }),
    },
  );
  mesh.quad([p(left, high, far), p(right, high, far), p(right, high, near), p(left, high, near)], {
    ...finishes.surface("plaster", [0.5, 0.48, 0.47]),
    light: dark,
  });
}

/** The next room's pictures on its far wall, as many as there is room for. */
function addGlimpses(
  mesh: MeshBuilder,
  pictures: readonly Glimpse[],
  { basis, middle, room, off }: { basis: Basis; middle: number; room: number; off: number },
  looks: { frame: Surface; picture: (colour: string) => Surface },
): void {
  const shown: Glimpse[] = [];
  let across = 0;
  for (const picture of pictures) {
    if (across + picture.width + APART > room - APART) break;
    shown.push(picture);
    across += picture.width + APART;
  }
  let x = middle - (across - APART) / 2;
  for (const { width, height, colour } of shown) {
    const face = (grown: number, away: number, look: Surface): void => {
      const [low, high] = [EYE_LINE - height / 2 - grown, EYE_LINE + height / 2 + grown];
      const [start, end] = [x - grown, x + width + grown];
      mesh.quad(
        [
          at(basis, start, low, away),
          at(basis, end, low, away),
          at(basis, end, high, away),
          at(basis, start, high, away),
        ],
        look,
      );
    };
    face(5, off + 2, looks.frame);
    face(0, off + 4, looks.picture(colour));
    x += width + APART;
  }
}

/** How deep and how wide the room behind may be without reaching into this one. */
function spaceBehind(
  corners: readonly Corner[],
  basis: Basis,
  door: Hung,
): { depth: number; beside: number } {
  const free = (depth: number, beside: number): boolean => {
    const half = door.width / 2 + beside;
    for (const across of [-1, -0.5, 0, 0.5, 1]) {
      for (const part of [0.02, 0.25, 0.5, 0.75, 1]) {
        const [x, , y] = at(basis, door.x + half * across, 0, -THICKNESS - depth * part);
        if (contains(corners, x, y)) return false;
      }
    }
    return true;
  };
  for (const depth of DEPTHS) {
    for (const beside of [BESIDE, 60, 4]) if (free(depth, beside)) return { depth, beside };
  }
  return { depth: 30, beside: 2 };
}
