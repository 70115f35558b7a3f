/** Wall texts broken into lines, in the museum's own fonts and right in Hebrew. */

const SERIF = '"Frank Ruhl Libre", serif';
export const SANS = '"Heebo", sans-serif';

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
    const text = part.textContent.replace(/\s+/g, " ").trim();
    const only = part.children.length === 1 && part.firstElementChild?.textContent.trim() === text;
    return { text, heading: part.tagName.startsWith("H") || (only && text.length < 80) };
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
