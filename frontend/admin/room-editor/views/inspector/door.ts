/** Where a door leads, and the door back. */

import { button, html } from "../../../../shared/dom.ts";
import type { OtherRoom } from "../../model/lookup.ts";
import type { Work } from "../../model/room.ts";
import type { EditorState } from "../../model/state.ts";
import { labelled } from "./fields.ts";

/** The inputs of a chosen door; `notice` tells how making its pair went. */
export function doorParts(state: EditorState, notice: HTMLElement, work: Work): HTMLElement[] {
  const { words, lookup, form } = state;
  const here = Number(form.page.room ?? 0);
  const others = lookup.rooms.filter(({ id }) => id !== here);
  const options = others.map(({ id, title }) => html("option", { value: id, dir: "auto" }, title));
  const known = others.some(({ id }) => id === work.page);
  options.unshift(html("option", { value: known ? 0 : work.page }, known ? "—" : work.title));
  const select = html("select", { class: "re-select", "data-field": "target" }, ...options);
  select.value = String(work.page);
  select.addEventListener("change", () => {
    const other = others.find(({ id }) => String(id) === select.value);
    if (!other) return;
    const target = { id: other.id, adminTitle: other.title, title: other.title };
    state.perform(state.form.fieldChange(work.id, "target", target));
  });
  const other = others.find(({ id }) => id === work.page);
  const pair = button(
    words.say("door_back"),
    () => {
      void makePair(state, notice, work).then(() => {
        if (
          !leadsBack(
            lookup.rooms.find(({ id }) => id === work.page),
            here,
          )
        )
          return;
        if (pair === document.activeElement) select.focus();
        pair.remove();
      });
    },
    null,
    "door_back",
  );
  const hint = html("p", { class: "re-quiet" }, words.say("make_pair"));
  const parts = [labelled(words.say("target"), select)];
  if (other?.editable && !leadsBack(other, here)) parts.push(here ? pair : hint);
  return parts;
}

/** Whether a room has a door into the one that is edited. */
function leadsBack(other: OtherRoom | undefined, here: number): boolean {
  return here !== 0 && Object.values(other?.doors ?? {}).includes(here);
}

async function makePair(state: EditorState, notice: HTMLElement, work: Work): Promise<void> {
  const { lookup, form, words } = state;
  const { page } = form;
  if (!page.room) return;
  try {
    const door = state.selectedWorks()[0] ?? work;
    const made = await lookup.makeDoor(work.page, page.room, door.width, door.height);
    await lookup.loadRooms(page);
    notice.textContent = made;
  } catch (error) {
    notice.textContent = words.say("door_failed");
    console.warn(error);
  }
}
