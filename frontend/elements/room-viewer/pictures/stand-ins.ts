/** What is painted where there is no picture: a film's screen, or a sheet with the work's title. */

import type { Listed } from "../scene/works-list.ts";
import { star } from "../surfaces/patterns.ts";
import type { Place } from "../scene/place.ts";
import { BRASS, INK, PAPER } from "./texts.ts";
import { font, isRightToLeft, wrap } from "../scene/text-layout.ts";

const NIGHT = "#14151c";
const GLOW = "#2c3044";
const ON_NIGHT = "#f3ecdf";
const LINES_MAX = 4;

/** A canvas in the proportions of a place, `width` px wide. */
function canvasFor(place: Place, width: number): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.max(
    1,
    Math.round((width * Math.hypot(...place.up)) / Math.hypot(...place.across)),
  );
  return canvas.getContext("2d", { alpha: false })!;
}

/** A screen that waits: the film's still, if there is one, and the sign that it can be played. */
export function drawScreen(
  place: Place,
  still: ImageBitmap | null,
  width: number,
): HTMLCanvasElement {
  const context = canvasFor(place, width);
  const { height } = context.canvas;
  const glow = context.createRadialGradient(
    width / 2,
    height / 2,
    0,
    width / 2,
    height / 2,
    width * 0.7,
  );
  glow.addColorStop(0, GLOW);
  glow.addColorStop(1, NIGHT);
  context.fillStyle = glow;
  context.fillRect(0, 0, width, height);
  if (still) {
    const scale = Math.min(width / still.width, height / still.height);
    const [w, h] = [still.width * scale, still.height * scale];
    context.drawImage(still, (width - w) / 2, (height - h) / 2, w, h);
  } else {
    write(context, place.listed, { middle: height * 0.82, size: height * 0.075, colour: ON_NIGHT });
  }
  playSign(context, width / 2, still ? height / 2 : height * 0.42, height * 0.13);
  return context.canvas;
}

/** Signs of players do not mirror. */
function playSign(context: CanvasRenderingContext2D, x: number, y: number, reach: number): void {
  context.beginPath();
  context.arc(x, y, reach, 0, 2 * Math.PI);
  context.fillStyle = "rgba(20, 21, 28, 0.72)";
  context.fill();
  context.strokeStyle = "#d9b66c";
  context.lineWidth = reach * 0.07;
  context.stroke();
  context.beginPath();
  context.moveTo(x - reach * 0.3, y - reach * 0.48);
  context.lineTo(x + reach * 0.55, y);
  context.lineTo(x - reach * 0.3, y + reach * 0.48);
  context.closePath();
  context.fillStyle = ON_NIGHT;
  context.fill();
}

/** A sheet of paper with a star and the title, where a picture is missing. */
export function drawSheet(place: Place, width: number): HTMLCanvasElement {
  const context = canvasFor(place, width);
  const { height } = context.canvas;
  const size = Math.min(width, height);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = BRASS;
  context.lineWidth = Math.max(1, size * 0.006);
  star(context, width / 2, height * 0.32, size * 0.14);
  context.stroke();
  star(context, width / 2, height * 0.32, size * 0.07);
  context.stroke();
  write(context, place.listed, { middle: height * 0.68, size: size * 0.075, colour: INK });
  return context.canvas;
}

interface Style {
  readonly middle: number;
  readonly size: number;
  readonly colour: string;
}

function write(
  context: CanvasRenderingContext2D,
  listed: Listed,
  { middle, size, colour }: Style,
): void {
  const { width } = context.canvas;
  const lines = wrap(listed.title, width * 0.8, size, false).slice(0, LINES_MAX);
  context.font = font(size, false);
  context.fillStyle = colour;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.direction = isRightToLeft(listed.element) ? "rtl" : "ltr";
  lines.forEach((line, index) => {
    context.fillText(line, width / 2, middle + (index - (lines.length - 1) / 2) * size * 1.25);
  });
}
