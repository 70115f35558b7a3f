/** What the map shows, as part of the page's address: a link shows the same. */

import { nameIn } from "../../shared/address.ts";
import type { View } from "./view.ts";

export interface Shown {
  /** The asked years; null for all. */
  years: [number, number] | null;
  /** What is seen; null for the whole map. */
  view: View | null;
  /** The place whose card is open, by the id of its entry in the list; "" for none. */
  place: string;
}

const NUMBER = "(-?\\d+(?:\\.\\d+)?)";
const VIEW = new RegExp(`^${NUMBER},${NUMBER},${NUMBER}$`);
const YEAR = /^\d{1,4}$/;

/** What an address asks for; parts that nobody can have seen are left out. */
export function readAddress(search: string, hash: string): Shown {
  const asked = new URLSearchParams(search);
  const [first, last] = [asked.get("from") ?? "", asked.get("to") ?? ""];
  const given = YEAR.test(first) && YEAR.test(last);
  return {
    years: given ? [Math.min(+first, +last), Math.max(+first, +last)] : null,
    view: readView(asked.get("at") ?? ""),
    place: nameIn(hash),
  };
}

function readView(text: string): View | null {
  const [x, y, units] = (VIEW.exec(text) ?? []).slice(1).map(Number);
  if (x === undefined || y === undefined || !units) return null;
  return Math.abs(x) < 5000 && Math.abs(y) < 5000 && units > 0 && units < 5000
    ? { x, y, units }
    : null;
}

/** The address, from its query on; the page's own path where it is empty. */
export function writeAddress(path: string, { years, view, place }: Shown): string {
  const asked = new URLSearchParams();
  if (years) {
    asked.set("from", String(years[0]));
    asked.set("to", String(years[1]));
  }
  const numbers = view && [view.x, view.y, view.units].map((value) => Math.round(value));
  const at = numbers ? `${asked.size ? "&" : ""}at=${numbers.join(",")}` : "";
  const query = `${asked}${at}`;
  return `${path}${query && `?${query}`}${place && `#${place}`}`;
}
