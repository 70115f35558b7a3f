/** Rectangles of a picture in per cent of its width and height, from its top left corner. */

export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The least width and height of a detail in per cent: smaller ones could not be taken hold of. */
export const LEAST = 1;

export type Corner = "nw" | "ne" | "sw" | "se";

/** Keep a rectangle on the picture: first its size, then its place; a tenth of a per cent is enough. */
export function onPicture({ x, y, width, height }: Region): Region {
  const [across, down] = [between(width, LEAST, 100), between(height, LEAST, 100)];
  return {
    x: tenth(between(x, 0, 100 - across)),
    y: tenth(between(y, 0, 100 - down)),
    width: tenth(across),
    height: tenth(down),
  };
}

export function moved(region: Region, dx: number, dy: number): Region {
  return onPicture({ ...region, x: region.x + dx, y: region.y + dy });
}

/** Make it larger towards the right and below; its top left corner stays. */
export function resized(region: Region, dx: number, dy: number): Region {
  const width = between(region.width + dx, LEAST, 100 - region.x);
  const height = between(region.height + dy, LEAST, 100 - region.y);
  return onPicture({ ...region, width, height });
}

/** Drag one corner; the opposite one stays, and corners may be dragged past each other. */
export function cornered(region: Region, corner: Corner, dx: number, dy: number): Region {
  const right = region.x + region.width;
  const bottom = region.y + region.height;
  const [fixedX, fixedY] = [
    corner.endsWith("w") ? right : region.x,
    corner.startsWith("n") ? bottom : region.y,
  ];
  const x = corner.endsWith("w") ? region.x + dx : right + dx;
  const y = corner.startsWith("n") ? region.y + dy : bottom + dy;
  return spanned({ x: fixedX, y: fixedY }, { x, y });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The rectangle between two points, in whichever order, cut at the picture's edges. */
export function spanned(from: Point, to: Point): Region {
  const [left, right] = [between(from.x, 0, 100), between(to.x, 0, 100)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  const [top, bottom] = [between(from.y, 0, 100), between(to.y, 0, 100)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return onPicture({ x: left, y: top, width: right - left, height: bottom - top });
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
