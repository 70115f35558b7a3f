/** The plan's walls: how long they are, and which one lies under a pointer. */

import { attributes, keyed, svg } from "../../../shared/dom.ts";
import { type Corner, inwardNormal, rounded, wallEnds } from "../../../shared/geometry/index.ts";
import type { Wall } from "../model/room.ts";

/** How near to a wall something is dropped on it, in px. */
const REACH_PX = 28;
/** From a wall to its length, outside the room, in px. */
const OUTSIDE_PX = 13;
/** Shorter walls have no room for a number, in px. */
const SHORTEST_PX = 26;

/** Write the length of each wall in metres beside it, outside the room. */
export function drawLengths(
  group: SVGElement,
  walls: readonly Wall[],
  corners: readonly Corner[],
  scale: number,
): void {
  keyed(group, walls, makeLength, (text, wall) => {
    const index = walls.indexOf(wall);
    const [a, b] = wallEnds(corners, index);
    const [normalX, normalY] = inwardNormal(corners, index);
    const out = OUTSIDE_PX / scale;
    const metres = Math.hypot(b.x - a.x, b.y - a.y) / 100;
    attributes(text, {
      x: (a.x + b.x) / 2 - normalX * out,
      y: (a.y + b.y) / 2 - normalY * out,
      visibility: metres * 100 * scale < SHORTEST_PX ? "hidden" : null,
    });
    text.textContent = String(rounded(metres * 100) / 100);
  });
}

/** The wall under a pointer or beside it, and how far along it, in cm. */
export function wallUnder(
  plan: SVGSVGElement,
  walls: readonly Wall[],
  event: MouseEvent,
): { wall: number; x: number } | null {
  const box = plan.getBoundingClientRect();
  const [dx, dy] = [event.clientX - box.left, event.clientY - box.top];
  if (dx < 0 || dy < 0 || dx > box.width || dy > box.height) return null;
  const { x: left, y: top, width } = plan.viewBox.baseVal;
  const scale = box.width / width;
  const at = { x: left + dx / scale, y: top + dy / scale };
  const corners = walls.map(({ corner }) => corner);
  const places = walls.map(({ length }, wall) => {
    const [a, b] = wallEnds(corners, wall);
    const along = ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / (length || 1);
    const x = Math.max(0, Math.min(length, along));
    const part = x / (length || 1);
    const [px, py] = [a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part];
    return { wall, x: rounded(x), far: Math.hypot(at.x - px, at.y - py) };
  });
  places.sort((one, other) => one.far - other.far);
  const [first] = places;
  return first && first.far * scale < REACH_PX ? { wall: first.wall, x: first.x } : null;
}

function makeLength(): SVGTextElement {
  return svg("text", {});
}
