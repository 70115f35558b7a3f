/**
 * `<page-reader>`: turn the pages of a document that stand in it as a list, each with its transcription.
 *
 * The list's own `dir` is the direction in which the book is turned, whatever the page's. Inside stand two
 * templates: the bar and the words. The page is kept in the address as its own id (`#page-12`).
 * Attributes: `data-layout` tells one or facing. Method: `show(place)`, from 0. The event `page-turned`
 * brings the places that are shown.
 */

import { Words } from "../../shared/words.ts";
import { nameIn } from "../../shared/address.ts";
import { Find } from "./find.ts";
import { spread, turned } from "./spreads.ts";
import { Strip } from "./strip.ts";

/** A finger has to move so far across, in CSS pixels, to turn a page. */
const SWIPE = 48;

export class PageReader extends HTMLElement {
  private leaves: HTMLElement[] = [];
  private place = 0;
  private facing = false;
  private words!: Words;
  private strip!: Strip;
  private readonly gone = new AbortController();

  connectedCallback(): void {
    if (this.dataset.layout || !this.querySelector("[data-part=bar]")) return;
    this.words = Words.in(this);
    this.leaves = [...this.piece("pages").querySelectorAll<HTMLElement>(".leaf")];
    const { dir } = this.piece("pages");
    this.strip = new Strip(
      this.piece<HTMLDetailsElement>("all"),
      this.leaves,
      this.words,
      dir,
      (place) => this.turn(place),
    );
    new Find(this.piece("find"), this.piece("found"), this.leaves, this.words, {
      go: (place) => this.turn(place),
      say: (text) => (this.piece("status").textContent = text),
    });
    this.listen();
    this.show(this.named() ?? 0);
  }

  disconnectedCallback(): void {
    this.gone.abort();
  }

  /** Show a page, and the one that faces it where both are wanted. */
  show(place: number): void {
    this.place = Math.min(Math.max(place, 0), this.leaves.length - 1);
    const shown = spread(this.place, this.leaves.length, this.facing);
    this.dataset.layout = this.facing ? "facing" : "one";
    this.leaves.forEach((leaf, one) => (leaf.hidden = !shown.includes(one)));
    this.strip.mark(shown);
    this.piece<HTMLInputElement>("number").value = String(this.place + 1);
    this.button("previous").disabled = shown[0] === 0;
    this.button("next").disabled = shown.at(-1) === this.leaves.length - 1;
    this.dispatchEvent(new CustomEvent("page-turned", { detail: shown }));
  }

  /** Turn to a page: show it, say it, and keep it in the address. */
  private turn(place: number): void {
    this.show(place);
    const shown = spread(this.place, this.leaves.length, this.facing).map((one) => one + 1);
    const values = { n: shown[0]!, m: shown[1] ?? 0, count: this.leaves.length };
    this.piece("status").textContent = this.words.say(shown.length > 1 ? "pages" : "page", values);
    history.replaceState(history.state, "", `#${this.leaves[this.place]?.id}`);
  }

  /** The page that the address names. */
  private named(): number | null {
    const place = this.leaves.findIndex((leaf) => leaf.id === nameIn(location.hash));
    return place < 0 ? null : place;
  }

  private step(by: number): void {
    const to = turned(this.place, by, this.leaves.length, this.facing);
    if (to !== this.place) this.turn(to);
  }

  private listen(): void {
    const { signal } = this.gone;
    const pages = this.piece("pages");
    this.addEventListener("click", (event) => this.clicked(event.target as Element), { signal });
    this.addEventListener("keydown", (event) => this.press(event), { signal });
    this.piece("number").addEventListener("change", (event) => this.turn(this.asked(event)), {
      signal,
    });
    addEventListener("hashchange", () => this.show(this.named() ?? this.place), { signal });
    let start: Touch | undefined;
    const touch = { signal, passive: true };
    pages.addEventListener(
      "touchstart",
      (event) => (start = event.touches.length === 1 ? event.touches[0] : undefined),
      touch,
    );
    pages.addEventListener(
      "touchend",
      (event) => this.swipe(start, event.changedTouches[0]),
      touch,
    );
  }

  private asked(event: Event): number {
    return (Number((event.target as HTMLInputElement).value) || this.place + 1) - 1;
  }

  private clicked(target: Element): void {
    const act = target.closest<HTMLElement>("[data-do]")?.dataset.do;
    if (act === "previous") this.step(-1);
    if (act === "next") this.step(1);
    if (act !== "facing") return;
    this.facing = !this.facing;
    this.button("facing").setAttribute("aria-pressed", String(this.facing));
    this.turn(this.place);
  }

  /** Arrows turn the way the book is bound. */
  private press(event: KeyboardEvent): void {
    const own = (event.target as Element).closest("input, select, textarea, dialog, audio, video");
    if (own || event.ctrlKey || event.metaKey || event.altKey) return;
    const forward = this.fromRight ? "ArrowLeft" : "ArrowRight";
    const back = this.fromRight ? "ArrowRight" : "ArrowLeft";
    const acts: Record<string, () => void> = {
      [forward]: () => this.step(1),
      [back]: () => this.step(-1),
      Home: () => this.turn(0),
      End: () => this.turn(this.leaves.length - 1),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** A page follows the finger: in a book that is read from the right, the next one lies at the left. */
  private swipe(from?: Touch, to?: Touch): void {
    if (!from || !to || (visualViewport?.scale ?? 1) > 1) return;
    const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
    if (Math.abs(across) < SWIPE || Math.abs(down) > Math.abs(across) / 2) return;
    this.step(across > 0 === this.fromRight ? 1 : -1);
  }

  private get fromRight(): boolean {
    return this.piece("pages").dir === "rtl";
  }

  private piece<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.querySelector<T>(`[data-part=${name}]`)!;
  }

  private button(name: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-do=${name}]`)!;
  }
}

customElements.define("page-reader", PageReader);
