/**
 * The light of a room, painted once: pools over the works, dark corners, the shadows of frames.
 *
 * The map holds the square root of light, so that dark tones keep their steps; the shell's shader
 * squares it. Drawn in Canvas2D from the geometry alone, in the units of the plan (cm).
 */

import { wallLength } from "../../../shared/geometry/outline.ts";
import { pack, type Slot } from "./atlas.ts";
import { boundsOf } from "../scene/bounds.ts";
import type { Patch } from "../surfaces/surface.ts";
import { cornersOf, type Scene } from "../scene/scene.ts";
import type { Hung } from "../scene/hang.ts";
import { fill, glow, type Mood, MOODS, rgb } from "./brush.ts";
import { paintCeiling, paintFloor } from "./floor.ts";

const SIDE = 1024;

export interface LightMap {
  readonly canvas: HTMLCanvasElement;
  readonly walls: readonly Patch[];
  readonly ceiling: (x: number, y: number) => readonly [number, number];
  readonly floor: (x: number, y: number) => readonly [number, number];
  /** Full light on things that have no place of their own in the map. */
  readonly lit: Patch;
  /** The room's ambient light. */
  readonly dim: Patch;
  /** Light on what stands on the floor: dark below, lit above. */
  readonly rise: Patch;
  /** The far wall of a room seen through a door, and its floor, brightest in its middle. */
  readonly beyond: Patch;
}

export function paintLight(scene: Scene, hung: readonly (readonly Hung[])[]): LightMap {
  const corners = cornersOf(scene);
  const bounds = boundsOf(corners);
  const walls = corners.map((_, wall) => ({
    width: wallLength(corners, wall),
    height: scene.height,
  }));
  const patch = { width: 60, height: 60 };
  const places = pack(
    [...walls, bounds, bounds, patch, patch, { width: 200, height: 200 }, patch],
    SIDE,
  );
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext("2d", { alpha: false })!;
  const mood = MOODS[scene.light];
  const [floor, ceiling, lit, dim, beyond, rise] = places.slice(walls.length) as [
    Slot,
    Slot,
    Slot,
    Slot,
    Slot,
    Slot,
  ];

  walls.forEach(({ width, height }, index) => {
    within(context, places[index]!, () => {
      paintWall(context, mood, width, height, hung[index] ?? [], places[index]!.scale);
    });
  });
  within(context, floor, () => paintFloor(context, mood, scene, bounds, hung, floor.scale));
  within(context, ceiling, () => paintCeiling(context, mood, scene, bounds));
  within(context, lit, () => fill(context, [148, 140, 128], 60, 60));
  within(context, dim, () => fill(context, mood.ambient, 60, 60));
  within(context, beyond, () => paintBeyond(context, mood));
  within(context, rise, () => paintRise(context, mood));
  const flat = (place: Slot): ((x: number, y: number) => readonly [number, number]) => {
    const [u, v, du, dv] = patchOf(place);
    return (x, y) => [
      u + ((x - bounds.x) / bounds.width) * du,
      v + (1 - (y - bounds.y) / bounds.height) * dv,
    ];
  };
  return {
    canvas,
    walls: walls.map((_, index) => patchOf(places[index]!)),
    floor: flat(floor),
    ceiling: flat(ceiling),
    lit: middleOf(lit),
    dim: middleOf(dim),
    beyond: patchOf(beyond),
    rise: patchOf(rise),
  };
}

/** The place in texture coordinates, half a pixel within its edges, v upwards. */
function patchOf(place: Slot): Patch {
  return [
    (place.x + 0.5) / SIDE,
    1 - (place.y + place.height - 0.5) / SIDE,
    (place.width - 1) / SIDE,
    (place.height - 1) / SIDE,
  ];
}

function middleOf(place: Slot): Patch {
  const [u, v, width, height] = patchOf(place);
  return [u + width / 2, v + height / 2, 0, 0];
}

/** Draw in cm inside one place; the y axis points down, as in the plan. */
function within(context: CanvasRenderingContext2D, place: Slot, draw: () => void): void {
  context.save();
  context.beginPath();
  context.rect(place.x - 1, place.y - 1, place.width + 2, place.height + 2);
  context.clip();
  context.translate(place.x, place.y);
  context.scale(place.scale, place.scale);
  draw();
  context.restore();
}

function paintWall(
  context: CanvasRenderingContext2D,
  mood: Mood,
  length: number,
  height: number,
  works: readonly Hung[],
  scale: number,
): void {
  fill(context, mood.ambient, length, height);
  for (const work of works) {
    if (work.kind !== "door") pool(context, mood, work, height);
  }
  context.globalCompositeOperation = "multiply";
  const edge = 90;
  shade(context, [0, 0, edge, 0], length, height, 0.42);
  shade(context, [length, 0, length - edge, 0], length, height, 0.42);
  shade(context, [0, 0, 0, Math.min(150, height * 0.4)], length, height, 0.5);
  shade(context, [0, height, 0, height - 70], length, height, 0.45);
  for (const work of works) shadow(context, work, height, scale);
  context.globalCompositeOperation = "source-over";
}

/** Darkness along a line from (x0, y0) that is gone at (x1, y1). */
function shade(
  context: CanvasRenderingContext2D,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  width: number,
  height: number,
  strength: number,
): void {
  const gradient = context.createLinearGradient(x0, y0, x1, y1);
  gradient.addColorStop(0, `rgba(0, 0, 0, ${strength})`);
  gradient.addColorStop(0.4, `rgba(0, 0, 0, ${strength * 0.36})`);
  gradient.addColorStop(1, "rgba(0, 0, 0, 0)");
  context.fillStyle = gradient;
  context.fillRect(-9, -9, width + 18, height + 18);
}

/** The light of a lamp on a work: narrow above, wide and soft below. */
function pool(context: CanvasRenderingContext2D, mood: Mood, work: Hung, height: number): void {
  const strength = work.kind === "text" ? 0.72 : 1;
  const reachX = (work.width / 2 + 95) * mood.reach;
  const reachY = (work.height / 2 + 120) * mood.reach;
  const centre = height - work.y;
  context.save();
  context.globalCompositeOperation = "lighter";
  context.translate(work.x, centre - 6);
  context.scale(reachX, reachY);
  const gradient = context.createRadialGradient(0, -0.12, 0, 0, 0, 1);
  for (const [stop, part] of [
    [0, 1],
    [0.35, 0.84],
    [0.62, 0.42],
    [0.84, 0.1],
    [1, 0],
  ] as const) {
    gradient.addColorStop(stop, rgb(mood.pool, part * strength));
  }
  context.fillStyle = gradient;
  context.fillRect(-1, -1, 2, 2);
  context.restore();
}

/** The soft shadow below and beside what hangs; what lies under the frame is not seen. */
function shadow(
  context: CanvasRenderingContext2D,
  work: Hung,
  height: number,
  scale: number,
): void {
  if (work.kind === "door") return;
  const width = work.width + 2 * work.border;
  const tall = work.height + 2 * work.border;
  context.save();
  context.shadowColor = "rgba(0, 0, 0, 0.62)";
  context.shadowBlur = 13 * scale;
  context.shadowOffsetY = 7 * scale;
  context.fillStyle = "rgb(40, 36, 34)";
  context.fillRect(work.x - width / 2, height - work.y - tall / 2, width, tall);
  context.restore();
}

function paintRise(context: CanvasRenderingContext2D, mood: Mood): void {
  const gradient = context.createLinearGradient(0, 0, 0, 60);
  gradient.addColorStop(0, "rgb(158, 146, 130)");
  gradient.addColorStop(0.45, "rgb(118, 110, 102)");
  gradient.addColorStop(1, rgb(mood.floor, 0.8));
  context.fillStyle = gradient;
  context.fillRect(-9, -9, 78, 78);
}

/** The upper half is the far wall with a lamp's pool, the lower half its floor, dark at the door. */
function paintBeyond(context: CanvasRenderingContext2D, mood: Mood): void {
  const lamp = { ...mood, pool: [138, 116, 86] as const };
  fill(context, [98, 90, 84], 200, 200);
  context.globalCompositeOperation = "lighter";
  glow(context, lamp, 100, 52, 96, 1);
  context.globalCompositeOperation = "source-over";
  const floor = context.createLinearGradient(0, 100, 0, 200);
  floor.addColorStop(0, "rgb(132, 118, 102)");
  floor.addColorStop(0.4, "rgb(104, 95, 86)");
  floor.addColorStop(1, "rgb(84, 78, 74)");
  context.fillStyle = floor;
  context.fillRect(-9, 100, 218, 109);
}
