/** The visit as the form has it: what visitors meet one after another, and what they are told there. */

import { visitingOrder } from "../../../shared/geometry/index.ts";
import type { Form } from "./form.ts";
import { planOf, type Room, type Standing, type Work } from "./room.ts";

/** Everything that is visited, in order. */
export function visitOf(room: Room): (Work | Standing)[] {
  const everything = [...room.walls.flatMap(({ works }) => works), ...room.floor];
  const works = new Map(everything.map((work) => [work.id, work]));
  const placed = everything.filter(({ visited }) => visited.stop > 0);
  placed.sort((a, b) => a.visited.stop - b.visited.stop);
  const order = visitingOrder(
    planOf(room),
    placed.map(({ id }) => id),
  );
  return order.map((id) => works.get(id)!);
}

/** All that the list of a room's page says of its visit, as a key: another key, another list. */
export function toldIn(form: Form, room: Room): string {
  const told = visitOf(room).map((work) => [
    work.id,
    work.page,
    work.visited,
    "text" in work ? work.text : "",
    ...["why", "caption"].map((field) => form.value(work.id, field)),
    form.voices(work.id),
  ]);
  return JSON.stringify(told);
}
