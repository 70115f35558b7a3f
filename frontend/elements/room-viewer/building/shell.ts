/** The room itself: floor, ceiling, walls with their openings, skirting and cornice. */

import { DARK_WOOD, PALETTES, WOOD, ceilingColour, colourOf } from "../surfaces/colours.ts";
import { buildDoorway } from "./doorways.ts";
import { addFrame } from "./frames.ts";
import { addFloorWork } from "./furniture.ts";
import { addLamps } from "./lamps.ts";
import { basesOf, type Hung } from "../scene/hang.ts";
import type { LightMap } from "../light/light-map.ts";
import { at, type Basis } from "../scene/basis.ts";
import { type Colour, scaled } from "../surfaces/colours.ts";
import { type Surface, type Patch } from "../surfaces/surface.ts";
import { MeshBuilder } from "./mesh.ts";
import { cornersOf, type Scene, type SceneWall } from "../scene/scene.ts";
import { triangles } from "./triangles.ts";
import type { Surroundings } from "./surroundings.ts";

/** Height of the lower band of walls with a dado, in cm. */
const DADO: Readonly<Record<string, number>> = { tiles: 116, panelling: 110 };
const SKIRTING = 13;
/** How polished the floors are. */
const GLOSS: Readonly<Record<string, number>> = {
  "floor-oak": 0.5,
  "floor-herringbone": 0.55,
  "floor-stone": 0.4,
  "floor-terrazzo": 0.8,
  "floor-zellige": 0.8,
};
/** A cornice catches daylight, and nothing of the lamps on the pictures. */
const CORNICE = { dusk: 0.72, day: 1.15, candle: 0.85 } as const;

export function wallColour(scene: Scene, wall: SceneWall): Colour {
  return colourOf(wall.colour ?? PALETTES[scene.palette] ?? PALETTES.indigo!);
}

/** The colour of all walls together, as parts of one in linear light. */
export function wallsColour(scene: Scene): [number, number, number] {
  const bases = basesOf(scene);
  const sum = [0, 0, 0, 0];
  scene.walls.forEach((wall, index) => {
    const { length } = bases[index]!;
    wallColour(scene, wall).forEach((part, axis) => (sum[axis]! += part ** 2.2 * length));
    sum[3]! += length;
  });
  const [r, g, b, all] = sum as [number, number, number, number];
  return [r / all, g / all, b / all];
}

export function buildShell(room: Surroundings): MeshBuilder {
  const mesh = new MeshBuilder();
  const { scene, hung, light, finishes } = room;
  const bases = basesOf(scene);
  addPlane(mesh, room, `floor-${scene.floor_finish}`, 0, light.floor, [1, 1, 1]);
  addPlane(mesh, room, "plaster", scene.height, light.ceiling, ceilingColour(scene.light));
  bases.forEach((basis, index) => {
    const wall = scene.walls[index]!;
    const works = hung[index] ?? [];
    const doors = works.filter((work) => work.kind === "door").sort((a, b) => a.x - b.x);
    addWall(mesh, room, basis, wall, doors, light.walls[index]!);
    for (const door of doors) buildDoorway(mesh, room, basis, door);
    for (const work of works) addFrame(mesh, room, basis, work);
    addLamps(mesh, room, basis, works);
  });
  for (const work of scene.floor) addFloorWork(mesh, finishes, light, work);
  return mesh;
}

function addPlane(
  mesh: MeshBuilder,
  { scene, finishes }: Surroundings,
  finish: string,
  height: number,
  lightAt: LightMap["floor"],
  tint: Colour,
): void {
  const corners = cornersOf(scene);
  const gloss = GLOSS[finish] ?? 0;
  const look: Surface = { ...finishes.surface(finish, tint), light: [0, 0, 0, 0], gloss };
  const points = corners.map((corner) => [corner.x, height, corner.y] as const);
  mesh.polygon(points, triangles(corners), look, lightAt, height === 0);
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
  readonly top: number;
}

/** The wall's rectangles beside and above its doors, cut again at the dado. */
function pieces(length: number, height: number, doors: readonly Hung[], dado: number): Piece[] {
  const found: Piece[] = [];
  const add = (from: number, to: number, bottom: number, top: number): void => {
    if (to - from > 0.1 && top - bottom > 0.1) found.push({ from, to, bottom, top });
  };
  let x = 0;
  for (const door of doors) {
    const left = Math.max(x, door.x - door.width / 2);
    const right = Math.min(length, door.x + door.width / 2);
    if (right <= left) continue;
    add(x, left, 0, dado);
    add(x, left, dado, height);
    add(left, right, Math.min(door.height, height), height);
    x = right;
  }
  add(x, length, 0, dado);
  add(x, length, dado, height);
  return found;
}

function addWall(
  mesh: MeshBuilder,
  { scene, finishes, light }: Surroundings,
  basis: Basis & { length: number },
  wall: SceneWall,
  doors: readonly Hung[],
  patch: Patch,
): void {
  const { length } = basis;
  const dado = DADO[wall.finish] ?? 0;
  const tint = wallColour(scene, wall);
  const upper = finishes.surface(dado ? "limewash" : wall.finish, tint);
  const lower = finishes.surface(wall.finish, [1, 1, 1]);
  const trim = wall.finish === "panelling" ? DARK_WOOD : scaled(tint, 0.5);
  const lightOf = (piece: Piece): Patch => [
    patch[0] + (piece.from / length) * patch[2],
    patch[1] + (piece.bottom / scene.height) * patch[3],
    ((piece.to - piece.from) / length) * patch[2],
    ((piece.top - piece.bottom) / scene.height) * patch[3],
  ];
  for (const piece of pieces(length, scene.height, doors, dado)) {
    const look = { ...(piece.top <= dado ? lower : upper), light: lightOf(piece) };
    mesh.quad(
      [
        at(basis, piece.from, piece.bottom),
        at(basis, piece.to, piece.bottom),
        at(basis, piece.to, piece.top),
        at(basis, piece.from, piece.top),
      ],
      look,
      [piece.from, piece.bottom],
    );
    if (piece.bottom > 0) continue;
    // Lit by the wall's own light just above the floor, so that pools reach the skirting too.
    const low = lightOf({ ...piece, bottom: 24, top: 24 });
    mesh.box(basis, [piece.from - 2, 0, 0], [piece.to + 2, SKIRTING, 2.2], {
      ...finishes.surface("wood", trim),
      light: low,
    });
    if (dado) {
      const rail = lightOf({ ...piece, bottom: dado, top: dado });
      const wood = { ...finishes.surface("wood", WOOD), light: rail };
      mesh.box(basis, [piece.from - 2, dado - 3, 0], [piece.to + 2, dado + 3, 1.5], wood);
    }
  }
  const cornice = { ...finishes.surface("plaster", ceilingColour(scene.light)), light: light.dim };
  const top = scene.height;
  mesh.quad(
    [
      at(basis, -9, top - 11, 0),
      at(basis, length + 9, top - 11, 0),
      at(basis, length + 9, top, 11),
      at(basis, -9, top, 11),
    ],
    { ...cornice, tint: scaled(cornice.tint, CORNICE[scene.light]) },
  );
}
