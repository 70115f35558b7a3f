/** The years that are asked for: two handles on one line, and the play that lets the network grow. */

import type { Words } from "../../shared/words.ts";

/** The play's steps: a year at a time, or without motion a decade in the time to read it. */
const MOVING = { years: 1, wait: 110 };
const STILL = { years: 10, wait: 1600 };

export class Time {
  private readonly from: HTMLInputElement;
  private readonly to: HTMLInputElement;
  private readonly playing: HTMLButtonElement;
  private readonly whole: HTMLElement;
  private readonly bars: SVGGElement[];
  private timer = 0;

  /** `change` is called for each new pair of years, with true once it is settled. */
  constructor(
    form: HTMLFormElement,
    private readonly words: Words,
    private readonly change: (settled: boolean) => void,
  ) {
    this.from = form.querySelector("[name=from]")!;
    this.to = form.querySelector("[name=to]")!;
    this.playing = form.querySelector("[data-do=play]")!;
    this.playing.hidden = false;
    this.whole = form.querySelector("[data-do=all]")!;
    this.whole.addEventListener("click", (event) => {
      event.preventDefault();
      this.halt();
      this.set(...this.all);
      this.change(true);
    });
    this.bars = [...form.querySelectorAll<SVGGElement>("[data-years]")];
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const handle of [this.from, this.to]) {
      handle.addEventListener("input", () => this.moved(handle));
      handle.addEventListener("change", () => this.change(true));
    }
    this.playing.addEventListener("click", () => (this.timer ? this.stop() : this.play()));
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.timer) this.stop();
    });
    this.mark();
  }

  get years(): [number, number] {
    return [this.from.valueAsNumber, this.to.valueAsNumber];
  }

  get all(): [number, number] {
    return [Number(this.from.min), Number(this.from.max)];
  }

  get isAll(): boolean {
    return this.years.every((year, place) => year === this.all[place]);
  }

  set(first: number, last: number): void {
    this.from.valueAsNumber = first;
    this.to.valueAsNumber = last;
    this.mark();
  }

  /** Each handle stops at the other. */
  private moved(handle: HTMLInputElement): void {
    this.halt();
    const [first, last] = this.years;
    if (first > last) handle.valueAsNumber = handle === this.from ? last : first;
    this.mark();
    this.change(false);
  }

  /** Grow from the first handle's year; the second handle moves to the end. */
  private play(): void {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const { years, wait } = still ? STILL : MOVING;
    const [first, last] = this.years;
    const begin = first < this.all[1] ? first : this.all[0];
    this.show(true);
    this.set(begin, last < this.all[1] ? Math.max(last, begin) : begin);
    this.change(true);
    const step = (): void => {
      const next = Math.min(this.to.valueAsNumber + years, this.all[1]);
      this.set(begin, next);
      if (next === this.all[1]) return this.stop();
      this.change(false);
      this.timer = window.setTimeout(step, wait);
    };
    this.timer = window.setTimeout(step, wait);
  }

  private stop(): void {
    this.halt();
    this.change(true);
  }

  halt(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.show(false);
  }

  private show(playing: boolean): void {
    this.playing.setAttribute("aria-pressed", String(playing));
    this.playing.textContent = this.words.say(playing ? "stop" : "play");
  }

  private mark(): void {
    const [first, last] = this.years;
    for (const bar of this.bars) {
      const [from = 0, to = 0] = bar.dataset.years!.split(" ").map(Number);
      bar.classList.toggle("is-outside", to < first || from > last);
    }
    // At the end of the line the first handle lies over the other, or nobody could draw it back.
    this.from.classList.toggle("is-above", first === this.all[1]);
    this.whole.hidden = this.isAll;
  }
}
