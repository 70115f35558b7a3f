/** Leads from stop to stop: the previous and next buttons, and the guided tour through the rooms. */

import { countWords } from "../../../shared/count-words.ts";
import type { Place } from "../scene/place.ts";
import type { Detail, Listed, WorksList } from "../scene/works-list.ts";
import type { Walk } from "../walk/walk.ts";
import type { Panels } from "../visit/panels.ts";
import type { Guided } from "../visit/trail.ts";
import { type Phase, type Stop, Tour } from "./tour.ts";
import { localVoice, Recording, Speech, type Voice } from "./voices.ts";

export class GuidedTour {
  private readonly tour: Tour;

  /** `onward` goes on to the exhibition's next room; answers whether one is there now. `noted` hears
   * of every change of what `guided` tells. */
  constructor(
    private readonly walk: Walk,
    private readonly panels: Panels,
    private readonly list: () => WorksList,
    private readonly onward: () => Promise<boolean>,
    private readonly noted: () => void,
  ) {
    this.tour = new Tour(
      (by) => this.go(by),
      (phase) => this.changed(phase),
    );
  }

  get running(): boolean {
    return this.tour.running;
  }

  /** How the visitor is led; null without a tour. */
  get guided(): Guided | null {
    const { phase, aloud, slower } = this.tour;
    return phase === "idle" ? null : { aloud, slower };
  }

  /** Take the tour up that an address tells of, before the work in front. */
  resume({ aloud, slower }: Guided): void {
    const { front } = this.walk;
    if (this.guided || !front || !this.stops.includes(front)) return;
    [this.tour.aloud, this.tour.slower] = [aloud, slower];
    this.panels.pressed("sound", aloud);
    this.panels.pressed("slower", slower);
    this.tour.resume(this.shown(front));
  }

  /** The stop of the tour after or before the work in front; a work may be passed by. */
  private stopFrom(by: 1 | -1): Place | undefined {
    const { stops } = this;
    const led = stops.filter(({ listed }) => !listed.passed);
    const now = this.walk.front ? stops.indexOf(this.walk.front) : -1;
    if (by > 0) return led.find((stop) => stops.indexOf(stop) > now);
    return led.findLast((stop) => stops.indexOf(stop) < now) ?? led[0];
  }

  /** Stand before the tour's first stop. */
  async goToFirst(): Promise<void> {
    const first = this.stopFrom(1);
    if (first) await this.walk.goTo(first.id);
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
    if (this.tour.phase !== "idle") {
      this.tour.step(by);
      return;
    }
    const stops = [...this.stops, ...this.places(this.list().doors)];
    if (stops.length === 0) return;
    const now = this.walk.front ? stops.indexOf(this.walk.front) : by > 0 ? -1 : 0;
    const next = stops[(now + by + stops.length) % stops.length]!;
    await this.walk.goTo(next.id);
  }

  /** Begin, pause, or go on behind the work in front; anew from a room that was seen to its end. */
  toggle(): void {
    const { phase } = this.tour;
    if (phase === "idle" && this.walk.front && !this.stopFrom(1)) this.walk.front = null;
    if (phase === "running") this.tour.pause();
    else this.tour.start();
  }

  /** Begin with a stop, or with the first. */
  async begin(id: string): Promise<void> {
    this.tour.end();
    const place = this.stops.find((stop) => stop.id === id && !stop.listed.passed);
    if (!place) {
      this.walk.front = null;
      this.tour.start();
      return;
    }
    await this.walk.goTo(place.id);
    this.tour.resume(this.shown(place));
    this.tour.start();
  }

  pause(): void {
    this.tour.pause();
  }

  end(): void {
    this.tour.end();
  }

  /** The tour is heard, or read. */
  toggleSound(): void {
    this.tour.hear(!this.tour.aloud);
    this.panels.pressed("sound", this.tour.aloud);
    this.noted();
  }

  toggleSlower(): void {
    this.tour.slower = !this.tour.slower;
    this.panels.pressed("slower", this.tour.slower);
    this.noted();
  }

  private changed(phase: Phase): void {
    this.walk.unhurried = phase !== "idle";
    this.panels.touring(phase);
    this.noted();
  }

  private async go(by: 1 | -1): Promise<Stop | null> {
    const next = this.stopFrom(by);
    if (next) return this.stopAt(next);
    if (await this.onward()) return this.go(1);
    if (this.tour.running) this.panels.showEnding();
    return null;
  }

  /** The label opens first: the camera knows what it leaves free before it frames the work. */
  private async stopAt(place: Place): Promise<Stop> {
    const stop = this.shown(place);
    await this.walk.goTo(place.id);
    return stop;
  }

  /** Its label is shown, and its voice asked for once it speaks: a browser's own may come late. */
  private shown(place: Place): Stop {
    this.panels.showDetails(place);
    const { why, element, stay, detail } = place.listed;
    const words = why || element.textContent.replace(/\s+/g, " ").trim();
    const voice = (): Voice | null => {
      const { sound } = this.panels;
      return sound ? new Recording(sound) : this.deviceVoice(words);
    };
    return {
      words: countWords(words),
      seconds: stay,
      turn: detail && place.picture ? () => this.turnTo(place, detail) : null,
      get voice() {
        return voice();
      },
    };
  }

  /** The camera comes close to a detail of the work in front, and its words are marked. */
  private async turnTo(place: Place, detail: Detail): Promise<Stop> {
    this.panels.showDetail(detail);
    await this.walk.turnTo(place, detail);
    const voice = (): Voice | null => this.deviceVoice(detail.words);
    return {
      words: countWords(detail.words),
      seconds: 0,
      turn: null,
      get voice() {
        return voice();
      },
    };
  }

  /** The device's own voice, where no recording of the guide or of the work itself is there. */
  private deviceVoice(words: string): Voice | null {
    const voice = localVoice(document.documentElement.lang);
    return voice && words ? new Speech(words, voice) : null;
  }
}
