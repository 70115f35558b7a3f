/** One look at one picture: OpenSeadragon on the dialog's stage, with the museum's own controls. */

import type { Words } from "../../shared/words.ts";
import { barLength, writePlace, type View } from "./address.ts";
import { DetailTour } from "./detail-tour.ts";
import { Pane } from "./pane.ts";
import { pictures, type Picture } from "./pictures.ts";

/** The scale bar is at most so long, in CSS pixels. */
const BAR = 140;
/** How long a view rests before it is told, in ms: the visitor is not interrupted while moving. */
const REST = 600;
const KEYS: Record<string, string> = {
  "+": "closer",
  "=": "closer",
  "-": "farther",
  "0": "whole",
  Home: "whole",
  r: "rotate",
  f: "full",
  n: "next",
  p: "previous",
};

export class Look {
  private readonly gone = new AbortController();
  private rest = 0;
  private beside: Pane | null = null;
  /** The pane that the visitor moves. */
  private active: Pane;
  private readonly tour: DetailTour;
  /** Whether the status tells of something done, which a view that comes to rest must not talk over. */
  private told = false;

  private constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly words: Words,
    private readonly main: Pane,
  ) {
    this.active = main;
    this.tour = new DetailTour((name) => this.part(name), words, main);
    // Where a page has one picture only, there is nothing to compare it with.
    this.button("compare").hidden = pictures().length < 2;
    // Browsers copy on secure pages alone; elsewhere the address itself is the link.
    this.button("link").hidden = !navigator.clipboard;
    this.listen();
    this.watch(main);
  }

  /** Open a picture on the dialog's stage, in a view or at a detail; resolves with its first pixels. */
  static async at(
    dialog: HTMLDialogElement,
    words: Words,
    picture: Picture,
    where: { view?: View; detail?: string },
  ): Promise<Look> {
    const element = dialog.querySelector<HTMLElement>("[data-part=view]")!;
    const look = new Look(dialog, words, await Pane.open(element, picture));
    if (where.view) look.main.show(where.view);
    if (where.detail) look.tour.open(where.detail);
    look.measure();
    look.settle();
    element.focus();
    return look;
  }

  dispose(): void {
    this.gone.abort();
    clearTimeout(this.rest);
    this.tour.close();
    this.separate();
    this.main.destroy();
    for (const input of this.dialog.querySelectorAll("input")) {
      input.value = input.defaultValue;
      input.checked = input.defaultChecked;
    }
  }

  private listen(): void {
    const { signal } = this.gone;
    const { dialog } = this;
    dialog.addEventListener("click", (event) => this.click(event), { signal });
    dialog.addEventListener("keydown", (event) => this.press(event), { signal });
    dialog.addEventListener("input", () => this.light(), { signal });
    this.part("other").addEventListener("change", () => void this.change(), { signal });
    for (const name of ["pointerdown", "wheel", "keydown"]) {
      dialog.addEventListener(name, () => (this.told = false), { signal, passive: true });
    }
    for (const name of ["pointerdown", "wheel", "focusin"]) {
      dialog.addEventListener(name, (event) => this.choose(event.target as Node), {
        signal,
        passive: true,
      });
    }
  }

  private watch(pane: Pane): void {
    pane.watch(
      () => this.measure(),
      () => this.moved(pane),
    );
  }

  private part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.dialog.querySelector<T>(`[data-part=${name}]`)!;
  }

  private button(name: string): HTMLButtonElement {
    return this.dialog.querySelector<HTMLButtonElement>(`[data-do=${name}]`)!;
  }

  private click(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-do]");
    if (button) this.act(button.dataset.do ?? "", button);
  }

  private press(event: KeyboardEvent): void {
    const busy =
      event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.ctrlKey || event.metaKey || event.altKey || busy) return;
    const act = KEYS[event.key];
    if (!act && !this.active.pan(event.key)) return;
    event.preventDefault();
    if (act) this.act(act);
  }

  private act(name: string, button?: HTMLElement): void {
    this.active.act(name);
    if (name === "full") void this.fullScreen();
    if (name === "light") {
      const panel = this.part("light");
      panel.hidden = !panel.hidden;
      button?.setAttribute("aria-expanded", String(!panel.hidden));
    }
    if (name === "link") void this.copyLink();
    if (name === "compare") void this.compare();
    if (name === "guide") this.tour.toggle();
    if (name === "next") this.tour.step(1);
    if (name === "previous") this.tour.step(-1);
    if (name === "guide" && !this.tour.detail) this.remember();
  }

  /** The pane that was touched is the one that buttons and keys move. */
  private choose(target: Node): void {
    this.active = this.beside?.element.contains(target) ? this.beside : this.active;
    if (this.main.element.contains(target)) this.active = this.main;
  }

  private async fullScreen(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.part("room").requestFullscreen();
  }

  private async copyLink(): Promise<void> {
    history.replaceState(history.state, "", this.address);
    await navigator.clipboard.writeText(location.href);
    this.tell(this.words.say("copied"));
  }

  private light(): void {
    const value = (name: string): string =>
      this.dialog.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? "100";
    const filter = `brightness(${value("brightness")}%) contrast(${value("contrast")}%)`;
    this.main.filter(filter);
    this.beside?.filter(filter);
  }

  /** Put another picture of the page beside this one, or take it away again. */
  private async compare(): Promise<void> {
    if (this.beside) {
      this.separate();
      return;
    }
    const all = pictures();
    const own = all.findIndex((one) => one.name === this.main.picture.name);
    const options = all.map(({ title }, place) => new Option(title, String(place)));
    this.part<HTMLSelectElement>("other").replaceChildren(...options);
    this.part<HTMLSelectElement>("other").selectedIndex = (own + 1) % all.length;
    await this.change();
  }

  private async change(): Promise<void> {
    const picture = pictures()[this.part<HTMLSelectElement>("other").selectedIndex];
    if (!picture) return;
    this.removeBeside();
    this.arrange(true);
    const pane = await Pane.open(this.part("beside"), picture);
    if (this.gone.signal.aborted) {
      pane.destroy();
      return;
    }
    this.beside = pane;
    this.watch(pane);
    this.light();
    if (this.together) pane.follow(this.main);
    this.tell(this.words.say("beside", { name: picture.title }));
  }

  private separate(): void {
    this.removeBeside();
    this.arrange(false);
  }

  private removeBeside(): void {
    this.beside?.destroy();
    this.beside = null;
    this.active = this.main;
  }

  private arrange(two: boolean): void {
    for (const name of ["beside", "choice", "together"]) this.part(name).hidden = !two;
    this.part("views").dataset.two = String(two);
    this.button("compare").setAttribute("aria-expanded", String(two));
  }

  private get together(): boolean {
    return this.dialog.querySelector<HTMLInputElement>("input[name=together]")?.checked ?? false;
  }

  private moved(pane: Pane): void {
    if (pane !== this.active || this.gone.signal.aborted) return;
    const other = pane === this.main ? this.beside : this.main;
    if (other && this.together) other.follow(pane);
    this.settle();
  }

  /** Keep the scale bar true while the picture moves. */
  private measure(): void {
    const { scale } = this.main;
    if (!scale) return;
    const length = barLength(scale, BAR);
    const bar = this.part("scale");
    bar.hidden = false;
    bar.style.inlineSize = `${length * scale}px`;
    bar.textContent = this.words.say("cm", { n: this.number(length, 3) });
  }

  /** Once the view rests: put it into the address, and say it. */
  private settle(): void {
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      this.remember();
      if (this.tour.detail) this.part("status").textContent = "";
      else if (!this.told) this.say();
    }, REST);
  }

  private get address(): string {
    return writePlace({ name: this.main.picture.name, view: this.main.view });
  }

  /** Keep in the address where the visitor is: at a detail, or in a view of their own. */
  private remember(): void {
    const { detail } = this.tour;
    history.replaceState(history.state, "", detail ? `#${detail}` : this.address);
  }

  /** Say what was done, until the visitor does something else. */
  private tell(text: string): void {
    this.told = true;
    this.part("status").textContent = text;
  }

  private say(): void {
    const { times, across, down, degrees } = this.active.state;
    this.part("status").textContent = this.words.say(times < 1.05 ? "all" : "view", {
      times: this.number(times, 1),
      across: this.number(across),
      down: this.number(down),
      degrees: this.number(degrees),
    });
  }

  private number(value: number, digits = 0): string {
    return new Intl.NumberFormat(document.documentElement.lang, {
      maximumFractionDigits: digits,
    }).format(value);
  }
}
