/** The collection beside the wall: search, then drag onto the wall or press Enter. */

import type { Artifact } from "../model/lookup.ts";
import { button, html, keyed, svg } from "../../../shared/dom.ts";
import type { Floor } from "../commands/floor.ts";
import type { WorkCommands } from "../commands/works.ts";
import type { EditorState } from "../model/state.ts";
import type { PlanView } from "./plan.ts";
import type { Elevation } from "./wall/elevation.ts";

const PAUSE_MS = 250;

export class Tray {
  readonly element: HTMLElement;
  private readonly search = html("input", { type: "search", class: "re-search" });
  private readonly types = html("select", { class: "re-select" });
  private readonly list = html("ul", { class: "re-tray-list" });
  private readonly message = html("p", { class: "re-quiet", role: "status" });
  private readonly onlyFree = html("input", { type: "checkbox" });
  private readonly more: HTMLButtonElement;
  private items: Artifact[] = [];
  private waiting = 0;
  private question = 0;
  /** The artifact under the pointer while it is dragged onto the wall. */
  private dragged: Artifact | null = null;

  constructor(
    private readonly state: EditorState,
    private readonly commands: WorkCommands,
    private readonly floor: Floor,
    private readonly elevation: Elevation,
    plan: PlanView,
  ) {
    const { words } = state;
    this.search.placeholder = words.say("search");
    this.search.setAttribute("aria-label", words.say("search"));
    this.search.addEventListener("input", () => this.askSoon());
    this.types.setAttribute("aria-label", words.say("object_type"));
    this.types.append(html("option", { value: "" }, words.say("every_type")));
    this.types.addEventListener("change", () => void this.ask(0));
    this.onlyFree.addEventListener("change", () => this.draw());
    this.more = button(words.say("more"), () => void this.ask(this.items.length));
    this.more.hidden = true;
    this.element = html(
      "section",
      { class: "re-tray" },
      html("div", { class: "re-row" }, this.search, this.types),
      html("label", { class: "re-only" }, this.onlyFree, " ", words.say("not_hung")),
      this.message,
      this.list,
      this.more,
    );
    this.receive(elevation.element, (artifact, event) =>
      commands.hang(artifact, this.elevation.at(event)),
    );
    this.receive(plan.element, (artifact, event) => {
      const over = plan.wallAt(event);
      if (!over) return;
      state.showWall(over.wall);
      commands.hang(artifact);
    });
    // Enter in the field searches at once; it must not send the page's form.
    this.search.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      void this.ask(0);
    });
    void this.ask(0);
  }

  private askSoon(): void {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.ask(0), PAUSE_MS);
  }

  private async ask(offset: number): Promise<void> {
    const question = ++this.question;
    const { words, lookup } = this.state;
    try {
      const found = await lookup.search(this.search.value, this.types.value, offset);
      if (question !== this.question) return;
      const { items, more, types } = found;
      if (this.types.length === 1) {
        this.types.append(
          ...types.map(({ id, name }) => html("option", { value: id, dir: "auto" }, name)),
        );
      }
      this.items = offset ? [...this.items, ...items] : [...items];
      this.more.hidden = !more;
      this.message.textContent = this.items.length ? "" : words.say("nothing_found");
      this.draw();
    } catch (error) {
      this.message.textContent = words.say("search_failed");
      console.warn(error);
    }
  }

  draw(): void {
    const hung = new Set(this.state.everything().map(({ page }) => page));
    const shown = this.onlyFree.checked ? this.items.filter(({ id }) => !hung.has(id)) : this.items;
    const items = shown.map((artifact) => ({ id: String(artifact.id), artifact }));
    keyed(
      this.list,
      items,
      ({ artifact }) => this.item(artifact),
      (element, { artifact }) => element.classList.toggle("re-hung", hung.has(artifact.id)),
    );
  }

  private item(artifact: Artifact): HTMLLIElement {
    const { commands, floor } = this;
    const { words } = this.state;
    const picture = html("img", {
      src: artifact.picture?.small ?? null,
      alt: "",
      loading: "lazy",
      draggable: "false",
    });
    const hang = html(
      "button",
      {
        type: "button",
        class: "re-tray-work",
        draggable: "true",
        title: words.say("hang", { work: artifact.title }),
      },
      picture,
      html("span", { class: "re-tray-title", dir: "auto" }, artifact.title),
      html("span", { class: "re-quiet" }, artifact.number),
      html("span", { class: "re-hung-mark" }, words.say("already_hung")),
    );
    hang.addEventListener("click", () => commands.hang(artifact));
    hang.addEventListener("dragstart", (event) => {
      this.dragged = artifact;
      event.dataTransfer?.setData("text/plain", artifact.title);
      if (event.dataTransfer) event.dataTransfer.effectAllowed = "copy";
    });
    hang.addEventListener("dragend", () => (this.dragged = null));
    const label = words.say("stand", { work: artifact.title });
    const stand = button(label, () => floor.stand(artifact), plinthDrawing(), "stand");
    return html("li", {}, hang, stand);
  }

  /** Let works be dropped on the wall where they are wanted. */
  private receive(wall: HTMLElement, drop: (artifact: Artifact, event: DragEvent) => void): void {
    wall.addEventListener("dragover", (event) => {
      if (!this.dragged) return;
      event.preventDefault();
      wall.classList.add("re-receiving");
    });
    wall.addEventListener("dragleave", () => wall.classList.remove("re-receiving"));
    wall.addEventListener("drop", (event) => {
      wall.classList.remove("re-receiving");
      if (!this.dragged) return;
      event.preventDefault();
      drop(this.dragged, event);
      this.dragged = null;
    });
  }
}

function plinthDrawing(): SVGSVGElement {
  const drawing = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
  drawing.append(svg("path", { d: "M5.500 8h5v6.500h-5zM4 8h8M8 1.500v4M6 4l2 2 2-2" }));
  return drawing;
}
