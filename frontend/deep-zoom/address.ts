/** A view as part of the page's address, in the words of W3C media fragments. */

/** The part of the picture that is in view, in per cent of its width and height; degrees. */
export type View = { x: number; y: number; width: number; height: number; rotation: number };

const NUMBER = "(-?\\d+(?:\\.\\d+)?)";
const VIEW = new RegExp(`^#xywh=percent:${[NUMBER, NUMBER, NUMBER, NUMBER].join(",")}(?:&rotate=(\\d+))?$`);

/** The view that an address names; null where it names none, or one that nobody can have had. */
export function readView(hash: string): View | null {
  const found = VIEW.exec(hash);
  if (!found) return null;
  const [x, y, width, height] = found.slice(1, 5).map(Number) as [number, number, number, number];
  const rotation = Number(found[5] ?? 0);
  const sane = [x, y, width, height].every((value) => Math.abs(value) <= 1000);
  if (!sane || width <= 0 || height <= 0 || rotation % 90 !== 0) return null;
  return { x, y, width, height, rotation: rotation % 360 };
}

/** The address of a view, to a hundredth of a per cent. */
export function writeView(view: View): string {
  const numbers = [view.x, view.y, view.width, view.height].map((value) => +value.toFixed(2));
  return `#xywh=percent:${numbers.join(",")}${view.rotation ? `&rotate=${view.rotation}` : ""}`;
}

/** The longest of 1, 2 and 5 × 10ⁿ cm that is at most `room` px long at `scale` px a cm. */
export function barLength(scale: number, room: number): number {
  const most = room / scale;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}
