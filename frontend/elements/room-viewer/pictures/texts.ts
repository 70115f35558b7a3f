/** Words drawn on walls: wall texts and labels, in the museum's own fonts and right in Hebrew. */

import type { Listed } from "../scene/works-list.ts";
import { SANS } from "../scene/text-layout.ts";
import type { TextLayout } from "../scene/text-layout.ts";
import { font } from "../scene/text-layout.ts";
import { isRightToLeft } from "../scene/text-layout.ts";
import { wrap } from "../scene/text-layout.ts";

export const PAPER = "#f3ead8";
export const INK = "#201c19";
const QUIET = "#5c5348";
export const BRASS = "#765513";

/** Draw a wall text as a board of paper, `width` px wide. */
export function drawText(layout: TextLayout, width: number): HTMLCanvasElement {
  const scale = width / layout.width;
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.max(1, Math.round(layout.height * scale));
  const context = canvas.getContext("2d")!;
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = INK;
  context.direction = layout.rightToLeft ? "rtl" : "ltr";
  context.textAlign = "start";
  const x = (layout.rightToLeft ? layout.width - layout.margin : layout.margin) * scale;
  for (const line of layout.lines) {
    context.font = font(line.size * scale, line.bold);
    context.fillText(line.text, x, line.y * scale);
  }
  return canvas;
}

/** Draw a wall label into a cell of a sheet of labels. */
export function drawLabel(
  context: CanvasRenderingContext2D,
  listed: Listed,
  [x, y, width, height]: readonly [number, number, number, number],
): void {
  const rightToLeft = isRightToLeft(listed.element);
  const margin = width * 0.075;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.fillStyle = PAPER;
  context.fillRect(x, y, width, height);
  context.direction = rightToLeft ? "rtl" : "ltr";
  context.textAlign = "start";
  const edge = rightToLeft ? x + width - margin : x + margin;
  let line = y + margin;
  const write = (text: string, size: number, colour: string, face: string): void => {
    context.font = face;
    context.fillStyle = colour;
    line += size * 1.16;
    context.fillText(text, edge, line);
  };
  const room = width - 2 * margin;
  const big = height * 0.15;
  const title = wrap(listed.title, room, big, true);
  for (const text of title.slice(0, 2)) write(text, big, INK, font(big, true));
  line += height * 0.05;
  const small = height * 0.1;
  for (const fact of listed.facts.slice(0, 5 - Math.min(2, title.length))) {
    const colour = fact === listed.facts.at(-1) ? BRASS : QUIET;
    write(wrap(fact, room, small, false)[0] ?? "", small, colour, font(small, false, SANS));
  }
  context.restore();
}
