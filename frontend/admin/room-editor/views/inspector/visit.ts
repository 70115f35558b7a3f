/** What the guided visit does at the chosen work: its place, how long it stays, what it turns to. */

import { html } from "../../../../shared/dom.ts";
import { STAY_MAX, STAY_MIN } from "../../../../shared/geometry/index.ts";
import { textOf } from "../../../../shared/wagtail.ts";
import type { Artifact } from "../../model/lookup.ts";
import type { EditorState } from "../../model/state.ts";
import { type Fields, labelled, row } from "./fields.ts";

/** `artifact` is the one that hangs on a wall: a visit turns to its picture's details alone. */
export function visitFields(
  state: EditorState,
  fields: Fields,
  id: string,
  artifact: Artifact | null = null,
): HTMLElement {
  const { words } = state;
  const stay = html("input", {
    type: "number",
    class: "re-number",
    "data-field": "stay",
    min: STAY_MIN,
    max: STAY_MAX,
    placeholder: words.say("stay_reading"),
  });
  fields.bind(stay, id, "stay", () => textOf(state.form.value(id, "stay")));
  return html(
    "fieldset",
    { class: "re-visit-fields" },
    html("legend", { class: "re-quiet" }, words.say("visit")),
    row(fields.number(id, "stop"), labelled(words.say("stay"), stay)),
    artifact?.details.length ? turnField(state, fields, id, artifact) : null,
    fields.tick(id, "passed"),
  );
}

function turnField(
  state: EditorState,
  fields: Fields,
  id: string,
  { details }: Artifact,
): HTMLElement {
  const { words } = state;
  const select = html(
    "select",
    { class: "re-select", "data-field": "turn" },
    html("option", { value: "" }, words.say("turn_nowhere")),
    ...details.map((detail) => html("option", { value: detail.id, dir: "auto" }, detail.title)),
  );
  fields.bind(select, id, "turn", () => textOf(state.form.value(id, "turn")));
  return labelled(words.say("turn"), select);
}
