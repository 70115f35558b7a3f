/** The details of a picture, one after the other: the camera goes there, the words stand beside it. */

import type { Words } from "../../shared/words.ts";
import type { Pane } from "./pane.ts";

interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class DetailTour {
  private place = -1;
  private readonly details: HTMLElement[];

  constructor(
    private readonly part: (name: string) => HTMLElement,
    private readonly words: Words,
    private readonly pane: Pane,
  ) {
    this.details = [
      ...(pane.picture.details?.querySelectorAll<HTMLElement>("[data-region]") ?? []),
    ];
    part("guided").hidden = this.details.length === 0;
  }

  /** The id of the detail that is shown; empty while nobody is guided. */
  get detail(): string {
    return this.details[this.place]?.id ?? "";
  }

  toggle(): void {
    if (this.detail) this.close();
    else this.show(0);
  }

  open(id: string): void {
    this.show(this.details.findIndex((detail) => detail.id === id));
  }

  /** Go to the next detail (1) or the one before (-1); after the last comes the first. */
  step(by: number): void {
    if (this.detail) this.show((this.place + by + this.details.length) % this.details.length);
  }

  close(): void {
    this.place = -1;
    this.part("words").replaceChildren();
    this.part("guide").hidden = true;
    this.part("guided").setAttribute("aria-expanded", "false");
    this.pane.frame();
  }

  private show(place: number): void {
    const detail = this.details[place];
    if (!detail) return;
    this.place = place;
    this.part("guide").hidden = false;
    this.part("guided").setAttribute("aria-expanded", "true");
    const values = { n: place + 1, count: this.details.length };
    this.part("count").textContent = this.words.say("detail", values);
    this.part("detail").textContent = detail.querySelector("a")?.textContent ?? "";
    const copies = [...detail.querySelectorAll("p, audio")].map((one) => one.cloneNode(true));
    this.part("words").replaceChildren(...copies);
    const [x, y, width, height] = (detail.dataset.region ?? "").split(",").map(Number);
    const region = { x, y, width, height } as Region;
    this.pane.frame(region);
    // The stage makes room for the words first; meanwhile the visitor may have gone.
    const go = (): void => {
      if (this.place === place) this.pane.flyTo(region);
    };
    requestAnimationFrame(() => requestAnimationFrame(go));
  }
}
