/**
 * `<museum-map>`: the schools and communities on a map that can be moved, by the list that stands in it.
 *
 * Every word and place comes from the list; the land is `museum/build/atlas.svg`. Years, view and open
 * card are kept in the address (address.ts), so that a link shows the same and Back goes back.
 */

import { Words } from "../../shared/words.ts";
import { readAddress, writeAddress, type Shown } from "./address.ts";
import { Card } from "./card.ts";
import { Drawing, type Mark } from "./drawing.ts";
import { around, overlap, type Box } from "./labels.ts";
import { Motion } from "./motion.ts";
import { Network, type Place } from "./network.ts";
import { Time } from "./time.ts";
import { bounded, boxOf, fit, isNearest, panned, type Size, type View } from "./view.ts";
import { ARROWS, next } from "./ways.ts";

/** Closer than this, in units of the plane, no view tells places apart. */
const SAME = 3;
const STEP = 2;

export class MuseumMap extends HTMLElement {
  private network!: Network;
  private words!: Words;
  private drawing!: Drawing;
  private card!: Card;
  private motion!: Motion;
  private time: Time | null = null;
  private size: Size = { width: 1, height: 1 };
  private focused = "";
  private lastStep = "";
  /** What lies on the map, as long as it does not move; null once it may have. */
  private lying: Box[] | null = null;
  private readonly gone = new AbortController();

  connectedCallback(): void {
    const view = this.piece("view");
    if (this.network || !view) return;
    this.words = Words.in(this);
    this.network = new Network(this);
    this.drawing = new Drawing(
      this.piece<SVGSVGElement>("drawing")!,
      this.piece<SVGGElement>("ground")!,
      this.piece<SVGGElement>("marks")!,
      (mark) => this.spoken(mark),
    );
    this.card = new Card(this.piece("card")!, this.words, () => this.close());
    this.motion = new Motion(
      view,
      () => this.draw(),
      (step) => this.keep(step),
    );
    const form = this.piece<HTMLFormElement>("time");
    if (form) this.time = new Time(form, this.words, (settled) => this.asked(settled));
    this.measure();
    this.furnish();
    this.apply(readAddress(location.search, location.hash));
    this.listen(view);
    this.dataset.ready = "";
    // A link to a place leads to its entry, where there is no map; here the map is what it shows.
    if (!this.card.places.length) return;
    const look = (): void => view.scrollIntoView({ block: "nearest", behavior: "instant" });
    if (document.readyState === "complete") look();
    else addEventListener("load", () => requestAnimationFrame(look), { once: true });
  }

  disconnectedCallback(): void {
    this.time?.halt();
    this.gone.abort();
  }

  /** Show what an address asks for. */
  private apply({ years, view, place }: Shown): void {
    if (this.time) {
      this.time.halt();
      const [low, high] = this.time.all;
      const [first, last] = years ?? [low, high];
      this.time.set(Math.max(first, low), Math.min(last, high));
      this.ask();
    }
    const found = this.network.place(place);
    this.show(found ? [found] : []);
    this.motion.jump(view ? bounded(view, this.size) : this.whole);
    this.network.list();
    this.tell();
  }

  // What is drawn

  private get whole(): View {
    return fit(boxOf(this.spots(this.network.places)), this.size);
  }

  private spots(places: readonly Place[]): { x: number; y: number }[] {
    return places.flatMap(({ spot }) => (spot ? [spot] : []));
  }

  private measure(): void {
    const { width, height } = this.piece("view")!.getBoundingClientRect();
    this.size = { width: Math.max(width, 1), height: Math.max(height, 1) };
    this.motion.size = this.size;
    this.lying = null;
  }

  private draw(): void {
    const current = this.card.places[0]?.id ?? "";
    this.drawing.draw(this.network.places, this.motion.view, this.size, this.taken(), current);
    this.rove();
  }

  /** What lies on the map: names keep off it. */
  private taken(): Box[] {
    if (this.lying) return this.lying;
    const own = this.piece("view")!.getBoundingClientRect();
    return (this.lying = ["tools", "card"].flatMap((name) => {
      const box = this.piece(name)!.getBoundingClientRect();
      if (!box.width) return [];
      const [x, y] = [own.left, own.top];
      return [
        { left: box.left - x, right: box.right - x, top: box.top - y, bottom: box.bottom - y },
      ];
    }));
  }

  /** One of the marks is where the tabulator key goes. */
  private rove(): void {
    const { marks } = this.drawing;
    if (!marks.some(({ id }) => id === this.focused)) this.focused = marks[0]?.id ?? "";
    for (const element of this.piece("marks")!.children) {
      const own = element.getAttribute("data-id") === this.focused;
      if (element.getAttribute("tabindex") !== (own ? "0" : "-1"))
        element.setAttribute("tabindex", own ? "0" : "-1");
    }
  }

  private spoken({ name, places, open, perhaps }: Mark): string {
    if (places.length > 1) return this.words.say("several", { name, n: places.length });
    return open || perhaps ? this.words.say("place", { name, open, perhaps }) : name;
  }

  // The years

  private ask(): void {
    const [first, last] = this.time!.years;
    this.network.ask(first, last);
    this.piece("years")!.textContent = this.counted();
  }

  private counted(): string {
    const [first, last] = this.time!.years;
    return this.words.say("counts", { first, last, ...this.network.counts });
  }

  private asked(settled: boolean): void {
    this.ask();
    this.draw();
    if (!settled) return;
    this.network.list();
    this.show(this.card.places);
    this.tell();
    this.keep("years");
  }

  /** Say the counts to those who do not see them move. */
  private tell(): void {
    if (this.time) this.piece("status")!.textContent = this.counted();
  }

  // Places

  private show(places: readonly Place[]): void {
    this.card.show(places);
    this.lying = null;
  }

  private open(mark: Mark): void {
    const box = boxOf(this.spots(mark.places));
    const apart = Math.max(box.right - box.left, box.bottom - box.top);
    if (mark.places.length > 1 && apart > SAME && !isNearest(this.motion.view)) {
      this.motion.go(fit(box, this.size, 1.8));
      return this.keep("region");
    }
    this.show(mark.places);
    this.draw();
    this.uncover(mark);
    this.card.focus();
    this.keep("card");
  }

  /** Move the map, where the card lies on the mark. */
  private uncover(mark: Mark): void {
    const card = this.taken().find((box) => overlap(box, around(mark, 40, 40)));
    if (!card || card.right - card.left > this.size.width / 2) return;
    const left = card.left > this.size.width / 2;
    const middle = left ? card.left / 2 : (card.right + this.size.width) / 2;
    this.motion.go(panned(this.motion.view, middle - mark.x, 0, this.size));
  }

  private close(): void {
    const [place] = this.card.places;
    this.show([]);
    this.draw();
    this.keep("card");
    const mark = this.drawing.marks.find(({ places }) => place && places.includes(place));
    if (mark) this.focusOn(mark.id);
  }

  private focusOn(id: string): void {
    this.focused = id;
    this.rove();
    this.element(id)?.focus({ preventScroll: true });
  }

  private element(id: string): SVGElement | null {
    return this.piece("marks")!.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  private markOf(target: EventTarget | null): Mark | undefined {
    const id = (target as Element).closest("[role=button]")?.getAttribute("data-id");
    return this.drawing.marks.find((mark) => mark.id === id);
  }

  /** Show the places of one country. */
  private region(button: HTMLElement): void {
    const country = button.closest("[data-part=country]")!;
    const places = this.network.places.filter(({ entry }) => country.contains(entry));
    this.motion.go(fit(boxOf(this.spots(places)), this.size, 1.5));
    this.keep("region");
    this.piece("view")!.scrollIntoView({ block: "nearest" });
  }

  // What visitors do

  private furnish(): void {
    this.piece("tools")!.hidden = false;
    this.piece("several")!.hidden = false;
    this.piece<SVGSVGElement>("drawing")!.setAttribute("role", "group");
    this.piece<SVGSVGElement>("drawing")!.setAttribute("aria-label", this.words.say("map"));
    for (const button of this.querySelectorAll<HTMLElement>("[data-do=region]")) {
      const country = button.closest("[data-part=country]")!;
      button.hidden = !country.querySelector("[data-spot]");
    }
  }

  private listen(view: HTMLElement): void {
    const { signal } = this.gone;
    this.addEventListener("click", (event) => this.clicked(event), { signal });
    const plate = this.piece("plate")!;
    plate.addEventListener("keydown", (event) => this.pressed(event), { signal });
    addEventListener("popstate", () => this.back(), { signal });
    const watch = new ResizeObserver(() => {
      const before = this.size;
      this.measure();
      if (before.width !== this.size.width || before.height !== this.size.height) this.resized();
    });
    watch.observe(view);
    signal.addEventListener("abort", () => watch.disconnect());
    void document.fonts.ready.then(() => {
      this.drawing.measureAgain();
      this.draw();
    });
  }

  private resized(): void {
    if (this.lastStep || readAddress(location.search, "").view) this.draw();
    else this.motion.jump(this.whole);
  }

  private clicked(event: MouseEvent): void {
    if (this.motion.dragged) return;
    const mark = this.markOf(event.target);
    if (mark) {
      this.focused = mark.id;
      return this.open(mark);
    }
    const button = (event.target as Element).closest<HTMLElement>("[data-do]");
    const middle = { x: this.size.width / 2, y: this.size.height / 2 };
    if (button?.dataset.do === "nearer") this.motion.zoom(STEP, middle);
    if (button?.dataset.do === "farther") this.motion.zoom(1 / STEP, middle);
    if (button?.dataset.do === "region") this.region(button);
    if (button?.dataset.do !== "whole") return;
    this.motion.go(this.whole);
    this.keep("whole");
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const middle = { x: this.size.width / 2, y: this.size.height / 2 };
    const mark = this.markOf(event.target);
    const arrow = ARROWS[event.key];
    if (event.key === "Escape" && this.card.places.length) this.close();
    else if (mark && (event.key === "Enter" || event.key === " ")) this.open(mark);
    else if (mark && arrow) this.step(mark, arrow);
    else if (event.key === "+" || event.key === "=") this.motion.zoom(STEP, mark ?? middle);
    else if (event.key === "-") this.motion.zoom(1 / STEP, mark ?? middle);
    else return;
    event.preventDefault();
  }

  private step(from: Mark, arrow: readonly [number, number]): void {
    const to = next(this.drawing.marks, from, arrow);
    if (!to) return;
    const { x, y } = to;
    if (x < 0 || y < 0 || x > this.size.width || y > this.size.height) {
      const spot = to.places.find(({ id }) => id === to.id)!.spot!;
      this.motion.jump({ ...this.motion.view, ...spot });
    }
    this.focusOn(to.id);
  }

  // The address

  /** Keep what is shown; steps of one kind that follow one another are one step back. */
  private keep(step: string): void {
    const place = this.card.places[0]?.id ?? "";
    const view = this.motion.target;
    const years = this.time && !this.time.isAll ? this.time.years : null;
    const shown = { years, view: sameView(view, this.whole) ? null : view, place };
    const address = writeAddress(location.pathname, shown);
    const one = step === this.lastStep && (step === "years" || step === "move");
    history[one ? "replaceState" : "pushState"](null, "", address);
    this.lastStep = step;
  }

  private back(): void {
    this.lastStep = "";
    this.apply(readAddress(location.search, location.hash));
  }

  private piece<T extends Element = HTMLElement>(name: string): T | null {
    return this.querySelector<T>(`[data-part=${name}]`);
  }
}

function sameView(one: View, other: View): boolean {
  return (["x", "y", "units"] as const).every((key) => Math.abs(one[key] - other[key]) < 1);
}

customElements.define("museum-map", MuseumMap);
