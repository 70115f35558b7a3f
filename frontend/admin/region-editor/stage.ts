/** The picture with its details as boxes: drawn, moved and resized by mouse, touch and keyboard. */

import { button, html, keyed } from "../../shared/dom.ts";
import { drawing } from "../../shared/icons.ts";
import { History } from "../../shared/history.ts";
import { Words } from "../../shared/words.ts";
import { type Detail, Details, type ListBlock } from "./list.ts";
import {
  type Corner,
  cornered,
  LEAST,
  moved,
  onPicture,
  type Region,
  resized,
  spanned,
} from "./region.ts";

const CORNERS: Corner[] = ["nw", "ne", "sw", "se"];
const NEW: Region = { x: 40, y: 40, width: 20, height: 20 };
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Picture {
  width: number;
  height: number;
  large: string | null;
}

/** What is being dragged: where it began in per cent, and what it makes of where the pointer is. */
interface Drag {
  readonly id: string | null;
  readonly x: number;
  readonly y: number;
  readonly region: (x: number, y: number) => Region;
}

export class Stage {
  readonly element: HTMLElement;
  private readonly details: Details;
  private readonly history: History;
  private readonly words: Words;
  private readonly picture = html("img", { alt: "", draggable: "false" });
  private readonly boxes = html("div", { class: "rg-boxes" });
  private readonly drawn = html("div", { class: "rg-drawn", hidden: true });
  private readonly view: HTMLElement;
  private readonly status = html("div", {
    class: "w-sr-only",
    role: "status",
    "aria-live": "polite",
  });
  private readonly add: HTMLButtonElement;
  private shown: number | null = null;
  private drag: Drag | null = null;

  constructor(
    list: ListBlock,
    private readonly imageId: () => number | null,
    texts: Record<string, string>,
    private readonly address: string,
  ) {
    this.words = new Words(texts);
    this.details = new Details(list);
    this.history = new History((change) => this.details.apply(change));
    this.view = html("div", { class: "rg-view", dir: "ltr" }, this.picture, this.boxes, this.drawn);
    this.add = button(this.words.say("add"), () => this.insert(NEW), null, "add");
    this.element = html(
      "section",
      { class: "region-editor", "aria-label": this.words.say("editor"), hidden: true },
      this.view,
      html(
        "div",
        { class: "rg-tools" },
        this.add,
        button(this.words.say("undo"), () => this.step("undo"), drawing("undo"), "undo"),
        button(this.words.say("redo"), () => this.step("redo"), drawing("redo"), "redo"),
        html("p", { class: "help" }, this.words.say("keys")),
      ),
      this.status,
    );
    this.element.addEventListener("keydown", (event) => this.onKey(event));
    this.view.addEventListener("pointerdown", (event) => this.press(event));
    this.view.addEventListener("pointermove", (event) => this.pull(event));
    this.view.addEventListener("pointerup", (event) => this.release(event));
    this.view.addEventListener("pointercancel", () => this.cancel());
    this.watch();
    this.refresh();
  }

  /** Hear of what is changed in the form itself: numbers, titles, another picture. */
  private watch(): void {
    const refresh = (): void => void requestAnimationFrame(() => this.refresh());
    const form = this.details.container.closest("form");
    form?.addEventListener("input", refresh);
    form?.addEventListener("change", refresh);
    new MutationObserver(refresh).observe(this.details.container, {
      childList: true,
      subtree: true,
    });
  }

  private refresh(): void {
    void this.showPicture();
    if (this.drag) return;
    const details = this.details.read();
    keyed(
      this.boxes,
      details,
      (detail) => this.box(detail.id),
      (box, detail) => {
        place(box, detail);
        const number = details.indexOf(detail) + 1;
        box.setAttribute("aria-label", `${this.name(detail, number)}: ${this.measures(detail)}`);
        box.querySelector(".rg-number")!.textContent = String(number);
      },
    );
    this.add.disabled = this.details.full;
  }

  private async showPicture(): Promise<void> {
    const id = this.imageId();
    if (id === this.shown) return;
    this.shown = id;
    this.element.hidden = id === null;
    if (id === null) return;
    try {
      const response = await fetch(`${this.address}?ids=${id}`, {
        headers: { Accept: "application/json" },
      });
      if (!response.ok) throw new Error(String(response.status));
      const { items } = (await response.json()) as { items: { id: number; picture: Picture }[] };
      const found = items[0]?.picture;
      if (!found || this.shown !== id) return;
      this.picture.width = found.width;
      this.picture.height = found.height;
      if (found.large) this.picture.src = found.large;
    } catch (error) {
      // Asked again at the next change of the form: the network may be back.
      this.shown = null;
      console.warn(error);
    }
  }

  private box(id: string): HTMLElement {
    const handles = CORNERS.map((corner) =>
      html("span", { class: "rg-handle", "data-corner": corner }),
    );
    const number = html("span", { class: "rg-number", "aria-hidden": "true" });
    const box = html("div", { class: "rg-box", role: "button", tabindex: 0 }, number, ...handles);
    box.addEventListener("dblclick", () => this.details.write(id));
    return box;
  }

  private name(detail: Detail, number: number): string {
    return this.words.say("detail", { number, title: detail.title || this.words.say("untitled") });
  }

  private measures(region: Region): string {
    return this.words.say("measures", { ...region });
  }

  private find(id: string | null | undefined): Detail | undefined {
    return this.details.read().find((detail) => detail.id === id);
  }

  private focus(id: string): void {
    this.boxes.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  private insert(region: Region): void {
    if (this.details.full) return;
    const change = this.details.adding(region);
    this.history.perform([change]);
    this.refresh();
    if (change.type === "insert") this.focus(change.state.id);
    this.status.textContent = `${this.words.say("added")} ${this.measures(region)}`;
  }

  private change(detail: Detail, to: Region, kind: string): void {
    this.history.perform(this.details.placing(detail, to), kind && `${kind} ${detail.id}`);
    this.refresh();
    this.status.textContent = this.measures(to);
  }

  private remove(detail: Detail): void {
    this.history.perform([this.details.removing(detail.id)]);
    this.refresh();
    (this.boxes.querySelector<HTMLElement>(".rg-box") ?? this.add).focus();
    this.status.textContent = this.words.say("removed");
  }

  private step(which: "undo" | "redo"): void {
    const done = this.history[which]();
    this.refresh();
    this.status.textContent = this.words.say(
      done ? (which === "undo" ? "undone" : "redone") : "nothing",
    );
  }

  private onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const detail = this.find(target.closest<HTMLElement>(".rg-box")?.dataset.id);
    if (!this.act(event, detail)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Do what a key asks for; false where it asks for nothing. */
  private act(event: KeyboardEvent, detail: Detail | undefined): boolean {
    const { key, shiftKey, altKey } = event;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "z") {
      this.step(shiftKey ? "redo" : "undo");
    } else if (event.ctrlKey || event.metaKey) {
      return false;
    } else if (key.toLowerCase() === "n") {
      this.insert(NEW);
    } else if (key === "Escape" && this.drag) {
      this.cancel();
    } else if (detail && ARROWS[key]) {
      const [dx, dy] = ARROWS[key].map((part) => part * (shiftKey ? 5 : 1)) as [number, number];
      this.change(detail, (altKey ? resized : moved)(detail, dx, dy), altKey ? "resize" : "move");
    } else if (detail && (key === "Delete" || key === "Backspace")) {
      this.remove(detail);
    } else if (detail && key === "Enter") {
      this.details.write(detail.id);
    } else {
      return false;
    }
    return true;
  }

  /** Where the pointer is, in per cent of the picture. */
  private at(event: PointerEvent): { x: number; y: number } {
    const { left, top, width, height } = this.view.getBoundingClientRect();
    return { x: ((event.clientX - left) / width) * 100, y: ((event.clientY - top) / height) * 100 };
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const target = event.target as HTMLElement;
    const detail = this.find(target.closest<HTMLElement>(".rg-box")?.dataset.id);
    const corner = target.dataset.corner as Corner | undefined;
    const { x, y } = this.at(event);
    const region = (toX: number, toY: number): Region => {
      if (!detail) return spanned({ x, y }, { x: toX, y: toY });
      const [dx, dy] = [toX - x, toY - y];
      return corner ? cornered(detail, corner, dx, dy) : moved(detail, dx, dy);
    };
    this.drag = { id: detail?.id ?? null, x, y, region };
    this.view.setPointerCapture(event.pointerId);
    event.preventDefault();
    if (detail) this.focus(detail.id);
  }

  private pull(event: PointerEvent): void {
    if (!this.drag) return;
    const { x, y } = this.at(event);
    const box = this.drag.id
      ? this.boxes.querySelector<HTMLElement>(`[data-id="${CSS.escape(this.drag.id)}"]`)
      : this.drawn;
    this.drawn.hidden = this.drag.id !== null;
    if (box) place(box, this.drag.region(x, y));
  }

  private release(event: PointerEvent): void {
    const { drag } = this;
    this.cancel();
    if (!drag) return;
    const { x, y } = this.at(event);
    const [across, down] = [Math.abs(x - drag.x), Math.abs(y - drag.y)];
    const detail = this.find(drag.id);
    if (detail) {
      if (across + down > 0.2) this.change(detail, drag.region(x, y), "");
    } else if (Math.min(across, down) >= LEAST) {
      this.insert(onPicture(drag.region(x, y)));
    }
  }

  /** Let go without a trace. */
  private cancel(): void {
    this.drag = null;
    this.drawn.hidden = true;
    this.refresh();
  }
}

function place(box: HTMLElement, { x, y, width, height }: Region): void {
  box.style.left = `${x}%`;
  box.style.top = `${y}%`;
  box.style.width = `${width}%`;
  box.style.height = `${height}%`;
}
