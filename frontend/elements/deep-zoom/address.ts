/** A view as part of the page's address, in the words of W3C media fragments. */

/** The part of the picture that is in view, in per cent of its width and height; degrees. */
export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
  rotation: number;
}
/** Which picture an address names (the first, where it names none), and the view of it. */
export interface Place {
  name: string;
  view: View;
}

const NUMBER = "(-?\\d+(?:\\.\\d+)?)";
const NAME = "([\\w-]+)";
const VIEW = new RegExp(
  `^#(?:${NAME}&)?xywh=percent:${[NUMBER, NUMBER, NUMBER, NUMBER].join(",")}(?:&rotate=(\\d+))?$`,
);
const DETAIL = new RegExp(`^#(detail-${NAME})$`);

/** The view that an address names; null where it names none, or one that nobody can have had. */
export function readPlace(hash: string): Place | null {
  const found = VIEW.exec(hash);
  if (!found) return null;
  const [x, y, width, height] = found.slice(2, 6).map(Number) as [number, number, number, number];
  const rotation = Number(found[6] ?? 0);
  const sane = [x, y, width, height].every((value) => Math.abs(value) <= 1000);
  if (!sane || width <= 0 || height <= 0 || rotation % 90 !== 0) return null;
  return { name: found[1] ?? "", view: { x, y, width, height, rotation: rotation % 360 } };
}

/** The id of the detail that an address names, or null. */
export function readDetail(hash: string): string | null {
  return DETAIL.exec(hash)?.[1] ?? null;
}

/** The address of a view, to a hundredth of a per cent. */
export function writePlace({ name, view }: Place): string {
  const numbers = [view.x, view.y, view.width, view.height].map((value) => +value.toFixed(2));
  const turned = view.rotation ? `&rotate=${view.rotation}` : "";
  return `#${name && `${name}&`}xywh=percent:${numbers.join(",")}${turned}`;
}

/** What stays of an address once nobody looks closer: the page of a document, say. */
export function withoutView(hash: string): string {
  const place = readPlace(hash);
  if (place) return place.name && `#${place.name}`;
  return readDetail(hash) ? "" : hash;
}

/** The longest of 1, 2 and 5 × 10ⁿ cm that is at most `room` px long at `scale` px a cm. */
export function barLength(scale: number, room: number): number {
  const most = room / scale;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}
