/** Where the names of places stand beside their marks, so that none covers another or a mark. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface Named {
  id: string;
  x: number;
  y: number;
  radius: number;
  /** The size of the name as it is set. */
  width: number;
  height: number;
  /** The heaviest have their names first. */
  weight: number;
}
export interface Point {
  x: number;
  y: number;
}

const GAP = 3;

/**
 * The middle of each name that has room within the frame, by id. A name stands right of its mark,
 * else left of it, above or below; it keeps off all marks, and off `taken`.
 */
export function placeLabels(
  marks: readonly Named[],
  frame: Box,
  taken: readonly Box[] = [],
): Map<string, Point> {
  const kept = [...taken, ...marks.map((mark) => around(mark, 2 * mark.radius, 2 * mark.radius))];
  const found = new Map<string, Point>();
  const ranked = [...marks].sort(
    (one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1),
  );
  for (const mark of ranked) {
    for (const middle of sides(mark)) {
      const box = around(middle, mark.width, mark.height);
      if (!inside(box, frame) || kept.some((other) => overlap(box, other))) continue;
      kept.push(box);
      found.set(mark.id, middle);
      break;
    }
  }
  return found;
}

function sides({ x, y, radius, width, height }: Named): Point[] {
  const [across, down] = [radius + GAP + width / 2, radius + GAP + height / 2];
  return [
    { x: x + across, y },
    { x: x - across, y },
    { x, y: y - down },
    { x, y: y + down },
  ];
}

export function around({ x, y }: Point, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

function inside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left &&
    box.right <= frame.right &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom
  );
}
