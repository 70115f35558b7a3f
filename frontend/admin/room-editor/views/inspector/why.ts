/** Why the chosen work hangs here, with its words counted while they are written. */

import { countWords } from "../../../../shared/count-words.ts";
import { html } from "../../../../shared/dom.ts";
import { WHY_LENGTH, WHY_WORDS } from "../../../../shared/geometry/index.ts";
import { textOf } from "../../../../shared/wagtail.ts";
import type { EditorState } from "../../model/state.ts";
import { type Fields, labelled } from "./fields.ts";

/** A draft may have more words; publishing asks for what fits, so the count says it here. */
export function whyField(state: EditorState, fields: Fields, id: string): HTMLElement {
  const { words } = state;
  const input = html("textarea", {
    class: "re-why",
    "data-field": "why",
    rows: 3,
    maxlength: WHY_LENGTH,
    dir: "auto",
    "aria-describedby": "re-why-count",
  });
  const counted = html("p", { class: "re-quiet", id: "re-why-count" });
  const count = (): void => {
    const number = countWords(input.value);
    const tooMany = number > WHY_WORDS;
    counted.textContent = words.say(tooMany ? "why_too_long" : "why_words", {
      count: number,
      limit: WHY_WORDS,
    });
    counted.classList.toggle("re-too-long", tooMany);
    input.setAttribute("aria-invalid", String(tooMany));
  };
  fields.bind(input, id, "why", () => textOf(state.form.value(id, "why")));
  fields.bound(counted, count);
  input.addEventListener("input", count);
  return html("div", { class: "re-why-field" }, labelled(words.say("why"), input), counted);
}
