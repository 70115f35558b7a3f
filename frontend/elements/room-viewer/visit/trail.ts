/** Where the visitor is, as part of the page's address: before a work, or at a place of the floor. */

/** Centimetres of the plan and degrees, clockwise from the plan's top. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly heading: number;
}

const WORK = /^#work-(.+)$/;
const SPOT = /^#at=(-?\d{1,6}),(-?\d{1,6}),(-?\d{1,4})$/;

/** The id of the work that an address names, or an empty text. */
export function workIn(hash: string): string {
  return WORK.exec(hash)?.[1] ?? "";
}

export function spotIn(hash: string): Spot | null {
  const found = SPOT.exec(hash);
  if (!found) return null;
  const [x, y, heading] = found.slice(1).map(Number) as [number, number, number];
  return { x, y, heading };
}

/** The address of a place on the floor: metres and radians, as a body has them. */
export function spotOf(body: { x: number; y: number; heading: number }): string {
  const degrees = Math.round((body.heading * 180) / Math.PI) % 360;
  return `#at=${Math.round(body.x * 100)},${Math.round(body.y * 100)},${degrees}`;
}

/** Keep a place in the address, without a step of the browser's history. */
export function note(hash: string): void {
  if (hash === location.hash) return;
  history.replaceState(history.state, "", location.pathname + location.search + hash);
}
