/** Words drawn on walls: wall texts and labels, in the museum's own fonts and right in Hebrew. */

import type { Listed } from "../scene/works-list.ts";

const SERIF = '"Frank Ruhl Libre", serif';
const SANS = '"Heebo", sans-serif';
export const PAPER = "#f3ead8";
export const INK = "#201c19";
const QUIET = "#5c5348";
export const BRASS = "#765513";

interface Line {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  /** Baseline from the top, in cm. */
  readonly y: number;
}

/** A wall text broken into lines; all lengths in cm. */
export interface TextLayout {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly lines: readonly Line[];
  readonly rightToLeft: boolean;
}

const MARGIN = 8;
const BODY = 3.1;
const HEADING = 5;
const LEADING = 1.5;
/** Space that stays free above and below a long text on its wall. */
const AIR = 50;

let ruler: CanvasRenderingContext2D | null = null;

function measure(text: string, font: string): number {
  ruler ??= document.createElement("canvas").getContext("2d")!;
  ruler.font = font;
  return ruler.measureText(text).width;
}

export const font = (size: number, bold: boolean, family = SERIF): string =>
  `${bold ? 700 : 400} ${size}px ${family}`;

/** Wait until the fonts for these letters are here; canvas text would be drawn in others. */
export async function fontsFor(sample: string): Promise<void> {
  const faces = [font(16, false), font(16, true), font(16, false, SANS)];
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, sample.slice(0, 200))));
}

export function isRightToLeft(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === "rtl";
}

/** Break the words of a list item's text into lines for a board `width` cm wide. */
export function layOut(element: HTMLElement, width: number, roomHeight: number): TextLayout {
  const blocks = blocksOf(element);
  for (let scale = 1; ; scale *= 0.9) {
    const layout = lines(blocks, width, scale, isRightToLeft(element));
    if (layout.height <= roomHeight - AIR || scale < 0.4) return layout;
  }
}

interface Block {
  readonly text: string;
  readonly heading: boolean;
}

function blocksOf(element: HTMLElement): Block[] {
  const parts = element.querySelectorAll<HTMLElement>(".prose :is(p, li, h2, h3, h4)");
  return [...parts].map((part) => {
    const text = part.textContent?.replace(/\s+/g, " ").trim() ?? "";
    const only = part.children.length === 1 && part.firstElementChild?.textContent?.trim() === text;
    return { text, heading: /^H/.test(part.tagName) || (only && text.length < 80) };
  });
}

function lines(
  blocks: readonly Block[],
  width: number,
  scale: number,
  rightToLeft: boolean,
): TextLayout {
  const margin = Math.min(MARGIN, width / 8);
  const found: Line[] = [];
  let y = margin;
  for (const block of blocks) {
    const size = (block.heading ? HEADING : BODY) * scale;
    const leading = size * (block.heading ? 1.2 : LEADING);
    for (const text of wrap(block.text, width - 2 * margin, size, block.heading)) {
      found.push({ text, size, bold: block.heading, y: y + size });
      y += leading;
    }
    y += size * (block.heading ? 0.5 : 0.6);
  }
  return { width, height: Math.ceil(y + margin * 0.6), margin, lines: found, rightToLeft };
}

/** Break at spaces; sizes are measured at 100 px, so that small type wraps the same. */
export function wrap(text: string, width: number, size: number, bold: boolean): string[] {
  const fits = (line: string): boolean => measure(line, font(100, bold)) * (size / 100) <= width;
  const found: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && !fits(longer)) {
      found.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line ? [...found, line] : found;
}

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
