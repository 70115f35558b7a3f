/**
 * The light of a room, painted once: pools over the works, dark corners, the shadows of frames.
 *
 * The map holds the square root of light, so that dark tones keep their steps; the shell's shader
 * squares it. Drawn in Canvas2D from the geometry alone, in the units of the plan (cm).
 */

import { doorway } from "../rooms-geometry/doors.ts";
import { wallLength } from "../rooms-geometry/outline.ts";
import { footprint } from "../rooms-geometry/placement.ts";
import type { Corner } from "../rooms-geometry/plan.ts";
import { pack, type Place } from "./atlas.ts";
import { type Bounds, boundsOf } from "./bounds.ts";
import type { Patch } from "./mesh.ts";
import { cornersOf, type Scene } from "./scene.ts";
import type { Hung } from "./hang.ts";

type Rgb = readonly [number, number, number];

interface Mood {
  readonly ambient: Rgb;
  readonly ceiling: Rgb;
  readonly floor: Rgb;
  readonly pool: Rgb;
  readonly reach: number;
}

/** Square roots of light, 0–255, by the room's light. */
const MOODS: Readonly<Record<Scene["light"], Mood>> = {
  dusk: {
    ambient: [80, 82, 98],
    ceiling: [62, 62, 76],
    floor: [84, 80, 88],
    pool: [152, 126, 88],
    reach: 1,
  },
  day: {
    ambient: [116, 118, 124],
    ceiling: [132, 134, 140],
    floor: [118, 116, 116],
    pool: [72, 64, 50],
    reach: 1.3,
  },
  candle: {
    ambient: [80, 66, 54],
    ceiling: [62, 48, 38],
    floor: [88, 70, 54],
    pool: [140, 92, 46],
    reach: 0.85,
  },
};

const SIDE = 1024;
const rgb = ([r, g, b]: Rgb, alpha = 1): string => `rgba(${r}, ${g}, ${b}, ${alpha})`;

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
  const places = pack([...walls, bounds, bounds, patch, patch, { width: 200, height: 200 }, patch], SIDE);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext("2d", { alpha: false })!;
  const mood = MOODS[scene.light];
  const [floor, ceiling, lit, dim, beyond, rise] = places.slice(walls.length) as
    [Place, Place, Place, Place, Place, Place];

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
  const flat = (place: Place): ((x: number, y: number) => readonly [number, number]) => {
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
function patchOf(place: Place): Patch {
  return [
    (place.x + 0.5) / SIDE,
    1 - (place.y + place.height - 0.5) / SIDE,
    (place.width - 1) / SIDE,
    (place.height - 1) / SIDE,
  ];
}

function middleOf(place: Place): Patch {
  const [u, v, width, height] = patchOf(place);
  return [u + width / 2, v + height / 2, 0, 0];
}

/** Draw in cm inside one place; the y axis points down, as in the plan. */
function within(context: CanvasRenderingContext2D, place: Place, draw: () => void): void {
  context.save();
  context.beginPath();
  context.rect(place.x - 1, place.y - 1, place.width + 2, place.height + 2);
  context.clip();
  context.translate(place.x, place.y);
  context.scale(place.scale, place.scale);
  draw();
  context.restore();
}

function fill(context: CanvasRenderingContext2D, colour: Rgb, width: number, height: number): void {
  context.fillStyle = rgb(colour);
  context.fillRect(-9, -9, width + 18, height + 18);
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
  for (const [stop, part] of [[0, 1], [0.35, 0.84], [0.62, 0.42], [0.84, 0.1], [1, 0]] as const) {
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

function outline(context: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]) {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.closePath();
}

function paintFloor(
  context: CanvasRenderingContext2D,
  mood: Mood,
  scene: Scene,
  bounds: Bounds,
  hung: readonly (readonly Hung[])[],
  scale: number,
): void {
  fill(context, mood.floor, bounds.width, bounds.height);
  const corners = cornersOf(scene);
  context.translate(-bounds.x, -bounds.y);
  context.globalCompositeOperation = "lighter";
  hung.forEach((works, wall) => {
    for (const work of works) {
      if (work.kind === "door") spill(context, corners, wall, work);
      else floorPool(context, mood, corners, wall, work);
    }
  });
  for (const work of scene.floor) {
    if (work.kind === "artifact") glow(context, mood, work.x, work.y, work.width + 110, 0.62);
  }
  context.globalCompositeOperation = "multiply";
  for (const work of scene.floor) {
    context.save();
    // Light comes in below a seat, not below a plinth.
    context.shadowColor = "rgba(0, 0, 0, 0.72)";
    context.shadowBlur = 34 * scale;
    context.fillStyle = work.kind === "seat" ? "rgb(96, 92, 90)" : "rgb(26, 24, 24)";
    outline(context, footprint(work));
    context.fill();
    context.restore();
  }
  for (const [width, alpha] of [[150, 0.1], [90, 0.13], [44, 0.2], [16, 0.3]] as const) {
    outline(context, corners.map((corner) => [corner.x, corner.y] as const));
    context.strokeStyle = `rgba(0, 0, 0, ${alpha})`;
    context.lineWidth = width;
    context.stroke();
  }
  context.globalCompositeOperation = "source-over";
}

function glow(
  context: CanvasRenderingContext2D,
  mood: Mood,
  x: number,
  y: number,
  reach: number,
  strength: number,
): void {
  const gradient = context.createRadialGradient(x, y, 0, x, y, reach);
  gradient.addColorStop(0, rgb(mood.pool, strength));
  gradient.addColorStop(0.5, rgb(mood.pool, strength * 0.4));
  gradient.addColorStop(1, rgb(mood.pool, 0));
  context.fillStyle = gradient;
  context.fillRect(x - reach, y - reach, 2 * reach, 2 * reach);
}

function floorPool(
  context: CanvasRenderingContext2D,
  mood: Mood,
  corners: readonly Corner[],
  wall: number,
  work: Hung,
): void {
  const [near, , far] = doorway(corners, wall, { ...work, kind: "door", width: 0 });
  if (!near || !far) return;
  glow(context, mood, (near[0] + far[0]) / 2, (near[1] + far[1]) / 2, work.width / 2 + 120, 0.3);
}

/** The light of the next room on this room's floor. */
function spill(
  context: CanvasRenderingContext2D,
  corners: readonly Corner[],
  wall: number,
  door: Hung,
): void {
  const [left, right, farRight, farLeft] = doorway(corners, wall, { ...door, kind: "door" });
  if (!left || !right || !farRight || !farLeft) return;
  const stretch = (from: readonly number[], to: readonly number[], side: readonly number[]) =>
    [
      from[0]! + (to[0]! - from[0]!) * 3 + (from[0]! - side[0]!) * 0.35,
      from[1]! + (to[1]! - from[1]!) * 3 + (from[1]! - side[1]!) * 0.35,
    ] as const;
  const end = stretch(left, farLeft, right);
  const gradient = context.createLinearGradient(left[0], left[1], end[0], end[1]);
  gradient.addColorStop(0, "rgba(150, 116, 70, 0.85)");
  gradient.addColorStop(0.5, "rgba(150, 116, 70, 0.22)");
  gradient.addColorStop(1, "rgba(150, 116, 70, 0)");
  context.save();
  context.filter = "blur(5px)";
  context.fillStyle = gradient;
  outline(context, [left, right, stretch(right, farRight, left), end]);
  context.fill();
  context.restore();
}

function paintCeiling(
  context: CanvasRenderingContext2D,
  mood: Mood,
  scene: Scene,
  bounds: Bounds,
): void {
  fill(context, mood.ceiling, bounds.width, bounds.height);
  context.translate(-bounds.x, -bounds.y);
  context.globalCompositeOperation = "multiply";
  for (const [width, alpha] of [[240, 0.1], [110, 0.14], [40, 0.2]] as const) {
    outline(context, cornersOf(scene).map((corner) => [corner.x, corner.y] as const));
    context.strokeStyle = `rgba(0, 0, 0, ${alpha})`;
    context.lineWidth = width;
    context.stroke();
  }
  context.globalCompositeOperation = "source-over";
}

function paintRise(context: CanvasRenderingContext2D, mood: Mood): void {
  const gradient = context.createLinearGradient(0, 0, 0, 60);
  gradient.addColorStop(0, "rgb(158, 146, 130)");
  gradient.addColorStop(0.45, "rgb(118, 110, 102)");
  gradient.addColorStop(1, rgb(mood.floor, 0.8));
  context.fillStyle = gradient;
  context.fillRect(-9, -9, 78, 78);
}

/** The upper half is the far wall with a lamp's pool, the lower half its floor. */
function paintBeyond(context: CanvasRenderingContext2D, mood: Mood): void {
  fill(context, [122, 110, 98], 200, 200);
  context.globalCompositeOperation = "lighter";
  glow(context, { ...mood, pool: [132, 112, 84] }, 100, 90, 130, 1);
  context.globalCompositeOperation = "source-over";
}
