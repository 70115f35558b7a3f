/** The card of a place: what the list says of it, beside the map. */

import { html } from "../../shared/dom.ts";
import type { Words } from "../../shared/words.ts";
import type { Place } from "./network.ts";

export class Card {
  private shown: Place[] = [];

  constructor(
    private readonly element: HTMLElement,
    private readonly words: Words,
    private readonly closed: () => void,
  ) {}

  get places(): readonly Place[] {
    return this.shown;
  }

  /** Show one place, or several of the same spot; none closes the card. */
  show(places: readonly Place[]): void {
    this.shown = [...places];
    this.element.hidden = !places.length;
    this.element.setAttribute("aria-label", places.map(({ name }) => name).join(", "));
    const close = html("button", { type: "button", class: "atlas__close" }, "×");
    close.setAttribute("aria-label", this.words.say("close"));
    close.addEventListener("click", () => this.closed());
    this.element.replaceChildren(close, ...places.map(copied));
    this.element.scrollTop = 0;
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }
}

/** The list's entry, headed below the page's own title; of a place all schools are told. */
function copied({ entry, schools }: Place): HTMLElement {
  const copy = html("div", { class: "atlas__place" });
  copy.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
  const name = copy.querySelector("h3");
  name?.replaceWith(html("h2", { class: "minor" }, ...name.childNodes));
  copy.querySelectorAll<HTMLElement>("[data-school]").forEach((line, number) => {
    line.hidden = false;
    line.dataset.standing = schools[number]!.standing;
  });
  return copy;
}
