/** Inputs of the inspector: each shows the form as it is now, and writes what is typed into it. */

import { html } from "../../../../shared/dom.ts";
import { textOf } from "../../../../shared/wagtail.ts";
import type { Change } from "../../../../shared/history.ts";
import type { Work } from "../../model/room.ts";
import type { EditorState } from "../../model/state.ts";

/** One input, and how it comes to show the room as it is now. */
interface Bound {
  readonly input: HTMLElement;
  readonly show: () => void;
}

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export class Fields {
  private all: Bound[] = [];

  constructor(private readonly state: EditorState) {}

  /** Other inputs are shown from now on. */
  clear(): void {
    this.all = [];
  }

  /** Bring all inputs up to date, but for the one that is typed into. */
  show(): void {
    for (const { input, show } of this.all) if (document.activeElement !== input) show();
  }

  bound(input: HTMLElement, show: () => void): void {
    this.all.push({ input, show });
  }

  number(id: string, field: string, word = field): HTMLElement {
    const input = html("input", { type: "number", class: "re-number", "data-field": field });
    this.bind(input, id, field, () => textOf(this.state.form.value(id, field)));
    return labelled(this.state.words.say(word), input);
  }

  tick(id: string, field: string): HTMLElement {
    const { state } = this;
    const input = html("input", { type: "checkbox", "data-field": field });
    this.bound(input, () => (input.checked = Boolean(state.form.value(id, field))));
    input.addEventListener("change", () => {
      state.perform(state.form.fieldChange(id, field, input.checked));
    });
    return html("label", { class: "re-only" }, input, " ", state.words.say(field));
  }

  choice(id: string, field: string, values: readonly string[]): HTMLElement {
    const { words, form } = this.state;
    const options = values.map((value) =>
      html("option", { value }, words.say(`${field}_${value}`)),
    );
    const select = html("select", { class: "re-select", "data-field": field }, ...options);
    this.bind(select, id, field, () => textOf([form.value(id, field)].flat()[0]));
    return labelled(words.say(field), select);
  }

  bind(input: Input, id: string, field: string, read: () => string): void {
    this.bound(input, () => (input.value = read()));
    input.addEventListener("change", () => {
      const changes: Change[] = this.state.form.fieldChange(id, field, input.value);
      this.state.perform(changes);
    });
    input.addEventListener("keydown", (event) => {
      // Enter takes the number over; it must not send the page's form.
      if ((event as KeyboardEvent).key !== "Enter") return;
      event.preventDefault();
      input.dispatchEvent(new Event("change"));
    });
  }

  /** One field of several works: empty, or "different", where they differ. */
  shared(works: Work[], field: string, values?: readonly string[]): HTMLElement {
    const { state } = this;
    const { words, form } = state;
    const read = (id: string): string => textOf([form.value(id, field)].flat()[0]);
    const input = values
      ? html(
          "select",
          { class: "re-select", "data-field": field },
          html("option", { value: "", disabled: true }, words.say("different")),
          ...values.map((value) => html("option", { value }, words.say(`${field}_${value}`))),
        )
      : html("input", { type: "number", class: "re-number", "data-field": field, min: 1 });
    if (!values) input.setAttribute("placeholder", words.say("different"));
    const show = (): void => {
      const found = new Set(works.map(({ id }) => read(id)));
      input.value = found.size === 1 ? [...found][0]! : "";
    };
    this.bound(input, show);
    input.addEventListener("change", () => {
      if (!input.value) return;
      state.perform(state.movable().flatMap(({ id }) => form.fieldChange(id, field, input.value)));
    });
    return labelled(words.say(field), input);
  }
}

export function row(...parts: HTMLElement[]): HTMLElement {
  return html("div", { class: "re-row" }, ...parts);
}

export function labelled(text: string, field: HTMLElement): HTMLElement {
  return html("label", { class: "re-field" }, html("span", {}, text), field);
}
