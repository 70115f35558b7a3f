/** Leads from one detail to the next, each with its words and its sound. */

import type { ObjectElement } from "./object-element.ts";

export class DetailTour {
  /** The detail that is shown, from 1; 0 for none. */
  number = 0;
  private readonly details: readonly HTMLElement[];

  constructor(
    private readonly panel: HTMLElement,
    private readonly element: ObjectElement,
    private readonly visit: (detail: HTMLElement, number: number) => void,
  ) {
    this.details = element.details;
  }

  /** Go on or back; after the last comes the first. */
  step(by: 1 | -1): void {
    const { length } = this.details;
    if (length === 0) return;
    const from = this.number || (by > 0 ? 0 : 1);
    this.show(((from - 1 + by + length) % length) + 1);
  }

  show(number: number): void {
    const detail = this.details[number - 1];
    if (!detail) return;
    this.number = number;
    this.panel.hidden = false;
    const place = this.element.words.say("place", { number, total: this.details.length });
    this.panel.querySelector("[data-part=place]")!.textContent = place;
    this.panel.querySelector("[data-part=words]")!.replaceChildren(...copies(detail));
    this.visit(detail, number);
    this.element.dispatchEvent(
      new CustomEvent("object-detail", { bubbles: true, detail: { number } }),
    );
  }

  leave(): void {
    this.number = 0;
    this.panel.hidden = true;
    this.panel.querySelector("[data-part=words]")!.replaceChildren();
  }
}

/** What the page's list says of a detail. */
function copies(detail: HTMLElement): Node[] {
  return [...detail.children].map((child) => child.cloneNode(true));
}
