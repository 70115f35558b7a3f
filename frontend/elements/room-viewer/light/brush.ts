/** What the light of a room is painted with: its colours by mood, and a few strokes. */

import type { Scene } from "../scene/scene.ts";

export type Rgb = readonly [number, number, number];

export interface Mood {
  readonly ambient: Rgb;
  readonly ceiling: Rgb;
  readonly floor: Rgb;
  readonly pool: Rgb;
  readonly reach: number;
}

/** Square roots of light, 0–255, by the room's light. */
export const MOODS: Readonly<Record<Scene["light"], Mood>> = {
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

export const rgb = ([r, g, b]: Rgb, alpha = 1): string => `rgba(${r}, ${g}, ${b}, ${alpha})`;

export function fill(
  context: CanvasRenderingContext2D,
  colour: Rgb,
  width: number,
  height: number,
): void {
  context.fillStyle = rgb(colour);
  context.fillRect(-9, -9, width + 18, height + 18);
}

export function outline(
  context: CanvasRenderingContext2D,
  points: readonly (readonly [number, number])[],
) {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.closePath();
}

/** A round pool of light. */
export function glow(
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
