/** Leads from stop to stop: the previous and next buttons, and the guided tour. */

import type { Listed, WorksList } from "../scene/works-list.ts";
import type { Panels } from "./panels.ts";
import type { Place } from "../scene/place.ts";
import { type Stop, Tour } from "./tour.ts";
import type { Walk } from "../walk/walk.ts";

export class Guide {
  private readonly tour: Tour;

  constructor(
    private readonly walk: Walk,
    private readonly panels: Panels,
    private readonly list: () => WorksList,
  ) {
    this.tour = new Tour(
      () => this.tourStep(),
      (running) => panels.touring(running),
    );
  }

  get touring(): boolean {
    return this.tour.running;
  }

  /** The works and wall texts of the room, in the page's order. */
  get stops(): Place[] {
    return this.places(this.list().stops);
  }

  private places(listed: readonly Listed[]): Place[] {
    return listed.flatMap(({ id }) => this.walk.placeOf(id) ?? []);
  }

  /** Go to the next or previous stop; after the works come the doors, after them the first work. */
  async step(by: 1 | -1): Promise<void> {
    const stops = [...this.stops, ...this.places(this.list().doors)];
    if (stops.length === 0) return;
    const now = this.walk.front ? stops.indexOf(this.walk.front) : by > 0 ? -1 : 0;
    const next = stops[(now + by + stops.length) % stops.length]!;
    await this.walk.goTo(next.id);
  }

  /** Begin, or go on behind the work in front; from the first stop where that was the last. */
  toggleTour(): void {
    if (this.tour.running) return this.tour.pause();
    if (this.walk.front === this.stops.at(-1)) this.walk.front = null;
    this.tour.start();
  }

  pause(): void {
    this.tour.pause();
  }

  /** Recordings of the works are heard on the tour, or not. */
  toggleSound(): void {
    this.tour.aloud = !this.tour.aloud;
    this.panels.aloud(this.tour.aloud);
  }

  private async tourStep(): Promise<Stop | null> {
    const { stops } = this;
    const now = this.walk.front ? stops.indexOf(this.walk.front) : -1;
    const next = stops[now + 1];
    if (!next) return null;
    await this.walk.goTo(next.id);
    if (this.tour.running) this.panels.showDetails(next);
    const words = next.listed.element.textContent.replace(/\s+/g, " ").trim();
    return { words, sound: this.panels.sound };
  }
}
