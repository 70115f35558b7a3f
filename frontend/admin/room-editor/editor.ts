/** The room editor: puts plan, elevation, tray and checks over one StreamField together. */

import { html } from "../../shared/dom.ts";
import type { StreamBlock } from "../../shared/wagtail.ts";
import { Corners } from "./commands/corners.ts";
import { Floor } from "./commands/floor.ts";
import { WorkCommands } from "./commands/works.ts";
import { Keyboard } from "./keyboard.ts";
import { type EditorMeta, EditorState } from "./model/state.ts";
import { Checks } from "./views/checks.ts";
import { Inspector } from "./views/inspector/inspector.ts";
import { PlanView } from "./views/plan.ts";
import { Preview } from "./views/preview.ts";
import { tabs } from "./views/tabs.ts";
import { TemplateChooser } from "./views/templates.ts";
import { Toolbar } from "./views/toolbar.ts";
import { Tray } from "./views/tray.ts";
import { VisitOrder } from "./views/visit-order.ts";
import { Elevation } from "./views/wall/elevation.ts";
import { Writing } from "./views/wall/writing.ts";

export class Editor {
  readonly element: HTMLElement;
  private readonly state: EditorState;
  private readonly checks: Checks;
  private readonly elevation: Elevation;
  private readonly inspector: Inspector;
  private readonly plan: PlanView;
  private readonly preview: Preview;
  private readonly templates: TemplateChooser;
  private readonly toolbar: Toolbar;
  private readonly tray: Tray;
  private readonly visitOrder: VisitOrder;
  private readonly writing: Writing;
  private readonly stage: HTMLElement;
  private readonly status = html("div", {
    class: "w-sr-only",
    role: "status",
    "aria-live": "polite",
  });

  constructor(walls: StreamBlock, meta: EditorMeta) {
    const state = new EditorState(walls, meta);
    const commands = new WorkCommands(state);
    const floor = new Floor(state);
    this.state = state;
    this.checks = new Checks(state);
    this.elevation = new Elevation(state, commands);
    this.writing = new Writing(state);
    this.plan = new PlanView(state, new Corners(state), floor);
    this.elevation.wallUnder = (event) => this.plan.wallAt(event);
    this.inspector = new Inspector(state, commands);
    this.preview = new Preview(state);
    this.toolbar = new Toolbar(state, commands, this.elevation, this.preview);
    this.tray = new Tray(state, commands, floor, this.elevation, this.plan);
    this.visitOrder = new VisitOrder(state, () => {
      this.preview.visit();
      this.toolbar.draw();
    });
    this.templates = new TemplateChooser(state);
    this.stage = html(
      "div",
      { class: "re-stage", tabindex: -1 },
      this.templates.element,
      this.elevation.element,
      this.writing.element,
    );
    this.element = this.layOut();
    const { elevation, plan, writing } = this;
    const keyboard = new Keyboard({ state, commands, elevation, plan, writing });
    this.element.addEventListener("keydown", (event) => keyboard.onKey(event));
    this.listen();
    // The whole window's height is the stage's, whatever the wall in it measures.
    new ResizeObserver(() => this.elevation.draw()).observe(this.stage);
    this.watch(walls);
    state.lookup.loadRooms(state.form.page).catch((error: unknown) => console.warn(error));
    state.refreshSoon();
  }

  private layOut(): HTMLElement {
    const { words } = this.state;
    const lists = tabs(words.say("lists"), "lists", [
      { label: words.say("tray"), panel: this.tray.element },
      {
        label: words.say("visit"),
        panel: this.visitOrder.element,
        shown: () => this.visitOrder.draw(),
      },
    ]);
    const side = html("div", { class: "re-side" }, this.inspector.element);
    const below = html("div", { class: "re-below" }, this.plan.element, lists, this.checks.element);
    return html(
      "section",
      { class: "room-editor", "aria-label": words.say("editor") },
      this.toolbar.element,
      html("div", { class: "re-above" }, this.stage, side),
      this.preview.element,
      below,
      this.toolbar.help,
      this.status,
    );
  }

  private listen(): void {
    const { events } = this.state;
    events.on("room", () => {
      this.draw();
      this.checks.draw();
      this.tray.draw();
    });
    events.on("shown", () => this.draw());
    events.on("said", (text) => this.say(text));
    events.on("reveal", (id) => this.focus(id));
    events.on("refocus", () => this.stage.focus());
    events.on("write", (id) => this.writing.start(id));
  }

  /** Hear of changes that are made in the plain form. */
  private watch(walls: StreamBlock): void {
    const again = (): void => this.state.refreshSoon();
    const form = walls.container[0]?.closest("form");
    for (const kind of ["input", "change", "click"]) {
      form?.addEventListener(kind, (event) => {
        if (!this.element.contains(event.target as Node)) again();
      });
    }
    new MutationObserver(again).observe(walls.container[0]!, { childList: true, subtree: true });
  }

  /** Draw what depends on the selection. */
  private draw(): void {
    const { room, wholeWindow } = this.state;
    const focused = this.stage.contains(document.activeElement);
    this.element.classList.toggle("re-without-walls", room.walls.length === 0);
    this.element.classList.toggle("re-whole-window", wholeWindow);
    document.documentElement.classList.toggle("re-no-scroll", wholeWindow);
    this.templates.draw();
    this.elevation.draw();
    this.plan.draw();
    this.inspector.draw();
    this.toolbar.draw();
    this.visitOrder.draw();
    this.preview.follow();
    // Where the focused work is gone from the drawing, the next key must still arrive here.
    if (focused && !this.stage.contains(document.activeElement)) {
      this.stage.focus({ preventScroll: true });
    }
  }

  private say(text: string): void {
    // An unchanged text would not be spoken again.
    this.status.textContent = this.status.textContent === text ? `${text}\u00a0` : text;
  }

  private focus(id: string): void {
    const marked = `[data-id="${CSS.escape(id)}"]`;
    const shown = `.re-elevation ${marked}, .re-plan ${marked}`;
    this.element.querySelector<SVGElement>(shown)?.focus();
  }

  /** Go where the address points: `#block-ID` of a work or a wall, as reports write it. */
  arrive(hash: string): void {
    const { state } = this;
    const id = /^#block-([\w-]+)$/.exec(hash)?.[1] ?? "";
    const wall = state.room.walls.findIndex((one) => one.id === id);
    const known = wall >= 0 || state.everything().some((one) => one.id === id);
    if (!known) return;
    state.refresh();
    if (wall >= 0) state.showWall(wall);
    else state.reveal(id);
    this.element.scrollIntoView();
  }
}
