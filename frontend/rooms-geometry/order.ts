/** The order in which a visitor meets the works. */

import { doorsOf } from "./doors.ts";
import { wallEnds, wallLength } from "./outline.ts";
import { cornersOf, type Hanging, isDoor, type Plan } from "./plan.ts";

export interface Entrance {
  readonly wall: number;
  readonly x: number;
}

/** Wall and x of the door nearest to the start, or the first corner without doors. */
export function entrance(plan: Plan): Entrance {
  const doors = doorsOf(plan);
  const [first] = doors;
  if (!first) return { wall: 0, x: 0 };
  const { start } = plan;
  if (!start) return { wall: first.wall, x: first.door.x };
  const corners = cornersOf(plan);
  const far = (wall: number, door: Hanging): number => {
    const [a, b] = wallEnds(corners, wall);
    const along = door.x / wallLength(corners, wall);
    const x = a.x + (b.x - a.x) * along;
    const y = a.y + (b.y - a.y) * along;
    return (x - start.x) ** 2 + (y - start.y) ** 2;
  };
  const { wall, door } = doors.reduce((best, place) =>
    far(place.wall, place.door) < far(best.wall, best.door) ? place : best,
  );
  return { wall, x: door.x };
}

/**
 * Ids of all works and wall texts as they are met, doors and seats left out: clockwise from the
 * entrance, then what stands on the floor. Ids ordered by the curator come first.
 */
export function visitingOrder(plan: Plan, explicit: readonly string[] = []): string[] {
  const from = entrance(plan);
  const count = plan.walls.length;
  const met: string[] = [];
  const beforeDoor: string[] = [];
  for (let step = 0; step < count; step++) {
    const wall = (from.wall + step) % count;
    const works = [...(plan.walls[wall]?.works ?? [])].sort((a, b) => a.x - b.x);
    for (const work of works.filter((work) => !isDoor(work))) {
      (step === 0 && work.x < from.x ? beforeDoor : met).push(work.id);
    }
  }
  met.push(...beforeDoor);
  for (const work of plan.floor ?? []) if (work.kind !== "seat") met.push(work.id);
  const chosen = [...new Set(explicit)].filter((work) => met.includes(work));
  return [...chosen, ...met.filter((work) => !chosen.includes(work))];
}
