/**
 * Where the visitor is, as part of the page's address: before a work, or at a place of the floor; and
 * whether a guide leads there (`?tour`), aloud or slower than others (`?tour=aloud-slower`).
 */

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

/** How a visitor is guided. */
export interface Guided {
  readonly aloud: boolean;
  readonly slower: boolean;
}

/** How the visitor of an address is guided; null for those who go by themselves. */
export function guidedIn(search: string): Guided | null {
  const said = new URLSearchParams(search).get("tour");
  if (said === null) return null;
  const words = said.split("-");
  return { aloud: words.includes("aloud"), slower: words.includes("slower") };
}

/** The query of an address with how its visitor is guided. */
export function withGuided(search: string, guided: Guided | null): string {
  const query = new URLSearchParams(search);
  query.delete("tour");
  if (guided) {
    const ways = (["aloud", "slower"] as const).filter((way) => guided[way]);
    query.set("tour", ways.join("-"));
  }
  const written = query.toString().replace(/=(?=&|$)/g, "");
  return written && `?${written}`;
}

/** Keep a place in the address, without a step of the browser's history. */
export function note(hash: string, guided: Guided | null): void {
  const search = withGuided(location.search, guided);
  if (hash === location.hash && search === location.search) return;
  history.replaceState(history.state, "", location.pathname + search + hash);
}
