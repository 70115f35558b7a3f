/** Strokes that finishes are painted with: clouds, grain, boards, stars, slabs, speckles. */

export const TILE_SIDE = 512;

export const S = TILE_SIDE;

/** A small random generator, so that a finish looks the same at every visit (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function flat(context: CanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(0, 0, S, S);
}

/** Draw nine times, so that what crosses an edge comes in again on the other side. */
export function wrapped(context: CanvasRenderingContext2D, draw: () => void): void {
  for (const x of [-S, 0, S]) {
    for (const y of [-S, 0, S]) {
      context.save();
      context.translate(x, y);
      draw();
      context.restore();
    }
  }
}

export function clouds(
  context: CanvasRenderingContext2D,
  random: () => number,
  count: number,
  alpha: number,
): void {
  for (let index = 0; index < count; index++) {
    const [x, y] = [random() * S, random() * S];
    const reach = 30 + random() * 110;
    const tone = random() < 0.5 ? 255 : 70;
    const squash = 0.4 + random() * 0.6;
    const turn = random() * Math.PI;
    wrapped(context, () => {
      context.translate(x, y);
      context.rotate(turn);
      context.scale(1, squash);
      const gradient = context.createRadialGradient(0, 0, 0, 0, 0, reach);
      gradient.addColorStop(0, `rgba(${tone}, ${tone}, ${tone}, ${alpha})`);
      gradient.addColorStop(1, `rgba(${tone}, ${tone}, ${tone}, 0)`);
      context.fillStyle = gradient;
      context.fillRect(-reach, -reach, 2 * reach, 2 * reach);
    });
  }
}

export function grains(
  context: CanvasRenderingContext2D,
  random: () => number,
  [x, y, width, height]: readonly [number, number, number, number],
  strength: number,
): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  const along = width > height;
  const across = along ? height : width;
  for (let line = 0; line < across; line += 1.5 + random() * 3) {
    const dark = random() < 0.6;
    context.strokeStyle = dark
      ? `rgba(40, 20, 6, ${random() * strength})`
      : `rgba(255, 226, 178, ${random() * strength * 0.7})`;
    context.lineWidth = 0.6 + random() * 1.4;
    const bend = (random() - 0.5) * 7;
    context.beginPath();
    if (along) {
      context.moveTo(x, y + line);
      context.bezierCurveTo(
        x + width / 3,
        y + line + bend,
        x + (2 * width) / 3,
        y + line - bend,
        x + width,
        y + line,
      );
    } else {
      context.moveTo(x + line, y);
      context.bezierCurveTo(
        x + line + bend,
        y + height / 3,
        x + line - bend,
        y + (2 * height) / 3,
        x + line,
        y + height,
      );
    }
    context.stroke();
  }
  context.restore();
}

export const shade = (base: readonly number[], by: number): string =>
  `rgb(${base.map((part) => Math.round(Math.min(255, part * by))).join(", ")})`;

export const OAK = [158, 116, 74] as const;

export function board(
  context: CanvasRenderingContext2D,
  random: () => number,
  place: readonly [number, number, number, number],
): void {
  const [x, y, width, height] = place;
  context.fillStyle = shade(OAK, 0.82 + random() * 0.3);
  context.fillRect(x, y, width, height);
  grains(context, random, place, 0.2);
  context.strokeStyle = "rgba(28, 16, 8, 0.75)";
  context.lineWidth = 1.6;
  context.strokeRect(x, y, width, height);
}

/** A star of eight points: two squares, one turned. */
export function star(context: CanvasRenderingContext2D, x: number, y: number, reach: number): void {
  context.beginPath();
  for (let point = 0; point < 16; point++) {
    const angle = (point * Math.PI) / 8;
    const radius = point % 2 ? reach * 0.765 : reach;
    context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  context.closePath();
}

export function stars(
  context: CanvasRenderingContext2D,
  random: () => number,
  colours: readonly (readonly [number, number, number])[],
  ground: string,
  cells: number,
): void {
  flat(context, ground);
  const step = S / cells;
  for (let row = 0; row <= cells; row++) {
    for (let column = 0; column <= cells; column++) {
      const colour = colours[((row % cells) + 2 * (column % cells)) % colours.length]!;
      star(context, column * step, row * step, step * 0.5);
      context.fillStyle = shade(colour, 0.92 + ((row * 7 + column * 3) % 5) * 0.04);
      context.fill();
      context.strokeStyle = "rgba(240, 232, 214, 0.75)";
      context.lineWidth = step * 0.035;
      context.stroke();
      star(context, (column + 0.5) * step, (row + 0.5) * step, step * 0.2);
      context.fillStyle = shade(colours[(row + column + 1) % colours.length]!, 1.05);
      context.fill();
    }
  }
  clouds(context, random, 14, 0.07);
}

export function slabs(
  context: CanvasRenderingContext2D,
  random: () => number,
  base: readonly [number, number, number],
  rows: number,
  joint: string,
): void {
  const height = S / rows;
  for (let row = 0; row < rows; row++) {
    const offset = row % 2 ? S / 4 : 0;
    for (let column = -1; column < 2; column++) {
      context.fillStyle = shade(base, 0.9 + random() * 0.16);
      context.fillRect(column * (S / 2) + offset, row * height, S / 2, height);
    }
  }
  clouds(context, random, 60, 0.09);
  context.strokeStyle = joint;
  context.lineWidth = 3;
  for (let row = 0; row < rows; row++) {
    const offset = row % 2 ? S / 4 : 0;
    context.strokeRect(-4, row * height, S + 8, height);
    for (let column = -1; column < 3; column++) {
      context.beginPath();
      context.moveTo(column * (S / 2) + offset, row * height);
      context.lineTo(column * (S / 2) + offset, (row + 1) * height);
      context.stroke();
    }
  }
}

export function speckle(
  context: CanvasRenderingContext2D,
  random: () => number,
  count: number,
  colours: readonly string[],
  largest: number,
): void {
  for (let index = 0; index < count; index++) {
    const [x, y] = [random() * S, random() * S];
    const size = 1 + random() * random() * largest;
    const turn = random() * Math.PI;
    const colour = colours[Math.floor(random() * colours.length)]!;
    wrapped(context, () => {
      context.fillStyle = colour;
      context.beginPath();
      context.ellipse(x, y, size, size * (0.5 + turn / 8), turn, 0, 2 * Math.PI);
      context.fill();
    });
  }
}

export function weave(context: CanvasRenderingContext2D, random: () => number, step: number): void {
  for (let line = 0; line < S; line += step) {
    context.fillStyle = `rgba(0, 0, 0, ${0.03 + random() * 0.09})`;
    context.fillRect(0, line, S, step * 0.5);
    context.fillStyle = `rgba(255, 255, 255, ${random() * 0.1})`;
    context.fillRect(line, 0, step * 0.5, S);
  }
}

export function panels(context: CanvasRenderingContext2D, random: () => number): void {
  context.fillStyle = shade([112, 74, 46], 1);
  context.fillRect(0, 0, S, S);
  grains(context, random, [0, 0, S, S], 0.22);
  for (const [inset, light, dark] of [
    [56, 0.5, 0.26],
    [70, 0.3, 0.14],
    [96, 0.2, 0.3],
  ] as const) {
    const side = S - 2 * inset;
    context.lineWidth = 5;
    context.strokeStyle = `rgba(16, 8, 2, ${light})`;
    context.strokeRect(inset, inset, side, side);
    context.strokeStyle = `rgba(255, 214, 160, ${dark})`;
    context.strokeRect(inset + 5, inset + 5, side, side);
  }
}

/** Boards four times as long as broad, each row a board's breadth further along. */
export function herringbone(context: CanvasRenderingContext2D, random: () => number): void {
  const short = S / 8;
  const long = short * 4;
  for (let row = 0; row < 8; row++) {
    const [x, y] = [row * short, row * short];
    for (const [left, top, width, height] of [
      [x, y, long, short],
      [x + long, y - long + short, short, long],
    ] as const) {
      const tone = 0.8 + random() * 0.32;
      const seed = Math.floor(random() * 1e9);
      wrapped(context, () => {
        context.fillStyle = shade(OAK, tone);
        context.fillRect(mod(left), mod(top), width, height);
        grains(context, generator(seed), [mod(left), mod(top), width, height], 0.2);
        context.strokeStyle = "rgba(28, 16, 8, 0.75)";
        context.lineWidth = 1.6;
        context.strokeRect(mod(left), mod(top), width, height);
      });
    }
  }
}

export function mod(value: number): number {
  return ((value % S) + S) % S;
}

export function boards(context: CanvasRenderingContext2D, random: () => number): void {
  const height = S / 8;
  for (let row = 0; row < 8; row++) {
    const offset = random() * S;
    board(context, random, [offset - S, row * height, S * 0.55, height]);
    board(context, random, [offset - S * 0.45, row * height, S * 0.45, height]);
    board(context, random, [offset, row * height, S * 0.55, height]);
    board(context, random, [offset + S * 0.55, row * height, S * 0.45, height]);
  }
}

export const MOROCCAN = [
  [38, 84, 96],
  [158, 124, 66],
  [52, 70, 106],
  [78, 100, 74],
] as const;
