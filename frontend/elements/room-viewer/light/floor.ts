/** The light on floor and ceiling: pools before the works, the next rooms' light, dark edges. */

import { doorway } from "../../../shared/geometry/doors.ts";
import { footprint } from "../../../shared/geometry/placement.ts";
import type { Corner } from "../../../shared/geometry/plan.ts";
import type { Bounds } from "../scene/bounds.ts";
import type { Hung } from "../scene/hang.ts";
import { fill, glow, type Mood, outline, rgb } from "./brush.ts";
import { cornersOf, type Scene } from "../scene/scene.ts";

export function paintFloor(
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
  for (const [width, alpha] of [
    [150, 0.1],
    [90, 0.13],
    [44, 0.2],
    [16, 0.3],
  ] as const) {
    outline(
      context,
      corners.map((corner) => [corner.x, corner.y] as const),
    );
    context.strokeStyle = `rgba(0, 0, 0, ${alpha})`;
    context.lineWidth = width;
    context.stroke();
  }
  context.globalCompositeOperation = "source-over";
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

export function paintCeiling(
  context: CanvasRenderingContext2D,
  mood: Mood,
  scene: Scene,
  bounds: Bounds,
): void {
  fill(context, mood.ceiling, bounds.width, bounds.height);
  context.translate(-bounds.x, -bounds.y);
  if (scene.light === "day") skylight(context, scene, bounds);
  else cove(context, mood, scene);
  context.globalCompositeOperation = "multiply";
  for (const [width, alpha] of [
    [240, 0.1],
    [110, 0.14],
    [40, 0.2],
  ] as const) {
    outline(
      context,
      cornersOf(scene).map((corner) => [corner.x, corner.y] as const),
    );
    context.strokeStyle = `rgba(0, 0, 0, ${alpha})`;
    context.lineWidth = width;
    context.stroke();
  }
  context.globalCompositeOperation = "source-over";
}

/** Daylight through cloth in the middle of the ceiling, in the room's own shape. */
function skylight(context: CanvasRenderingContext2D, scene: Scene, bounds: Bounds): void {
  const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  const shrunk = (by: number) =>
    cornersOf(scene).map((corner) => [x + (corner.x - x) * by, y + (corner.y - y) * by] as const);
  context.save();
  context.filter = "blur(7px)";
  outline(context, shrunk(0.62));
  context.fillStyle = "rgb(160, 157, 150)";
  context.fill();
  context.filter = "none";
  outline(context, shrunk(0.52));
  context.fillStyle = "rgb(196, 192, 182)";
  context.fill();
  context.strokeStyle = "rgba(70, 66, 60, 0.55)";
  context.lineWidth = 7;
  context.stroke();
  context.restore();
}

/** A warm breath of light along the walls, from the lamps below. */
function cove(context: CanvasRenderingContext2D, mood: Mood, scene: Scene): void {
  context.save();
  context.globalCompositeOperation = "lighter";
  for (const [width, alpha] of [
    [420, 0.07],
    [260, 0.09],
    [150, 0.1],
  ] as const) {
    outline(
      context,
      cornersOf(scene).map((corner) => [corner.x, corner.y] as const),
    );
    context.strokeStyle = rgb(mood.pool, alpha);
    context.lineWidth = width;
    context.stroke();
  }
  context.restore();
}
