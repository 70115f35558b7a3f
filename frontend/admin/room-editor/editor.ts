/**
 * The room editor: plan, elevation, tray and checks over one StreamField, with one selection.
 * The form is the only store; after every change the room is read from it anew and drawn.
 */

import { Catalogue } from "./model/catalogue.ts";
import { Checks } from "./views/checks.ts";
import { Commands } from "./commands/works.ts";
import { html } from "../../shared/dom.ts";
import { Elevation } from "./views/wall/elevation.ts";
import { type Change, Form } from "./model/form.ts";
import { History } from "../../shared/history.ts";
import { Inspector } from "./views/inspector.ts";
import { onKey } from "./commands/keyboard.ts";
import { PlanView } from "./views/plan.ts";
import { Preview } from "./views/preview.ts";
import { readRoom, type Room, type Standing, type Work } from "./model/room.ts";
import { tabs } from "./views/tabs.ts";
import { TemplateChooser } from "./views/templates.ts";
import { Toolbar } from "./views/toolbar.ts";
import { Tray } from "./views/tray.ts";
import { Visit } from "./views/visit.ts";
import type { EditorMeta, StreamBlock } from "../../shared/wagtail.ts";
import { type Values, Words } from "./model/words.ts";
import { Writing } from "./views/wall/writing.ts";

export class Editor {
  readonly words: Words;
  readonly form: Form;
  readonly catalogue: Catalogue;
  readonly history: History;
  readonly commands: Commands;
  readonly checks: Checks;
  readonly writing: Writing;
  readonly elevation: Elevation;
  readonly element: HTMLElement;
  room: Room;
  /** Index of the wall that the elevation shows. */
  wall = 0;
  selected: ReadonlySet<string> = new Set();
  /** Works that drags and keys leave alone, until the page is left. */
  readonly locked = new Set<string>();
  /** While several works are chosen by keyboard, focus alone does not choose. */
  choosing = false;

  readonly plan: PlanView;
  readonly preview: Preview;
  private readonly inspector: Inspector;
  private readonly toolbar: Toolbar;
  private readonly tray: Tray;
  private readonly visit: Visit;
  private readonly templates: TemplateChooser;
  private readonly status = html("div", {
    class: "w-sr-only",
    role: "status",
    "aria-live": "polite",
  });
  private waiting = 0;

  constructor(walls: StreamBlock, meta: EditorMeta) {
    this.words = new Words(meta.words);
    this.form = new Form(walls);
    this.catalogue = new Catalogue(meta.addresses, () => this.refreshSoon());
    this.history = new History((change) => this.form.apply(change));
    this.commands = new Commands(this);
    this.checks = new Checks(this);
    this.writing = new Writing(this);
    this.room = this.read();
    this.elevation = new Elevation(this);
    this.plan = new PlanView(this);
    this.inspector = new Inspector(this);
    this.preview = new Preview(this);
    this.toolbar = new Toolbar(this);
    this.tray = new Tray(this);
    this.visit = new Visit(this);
    this.templates = new TemplateChooser(this);
    this.element = this.layOut();
    this.element.addEventListener("keydown", (event) => onKey(this, event));
    this.watch(walls);
    this.catalogue.loadRooms(this.form.page).catch((error: unknown) => console.warn(error));
    this.refreshSoon();
  }

  private layOut(): HTMLElement {
    const { words } = this;
    const stage = html(
      "div",
      { class: "re-stage", tabindex: -1 },
      this.templates.element,
      this.elevation.element,
      this.writing.element,
    );
    const lists = tabs(words.say("lists"), "lists", [
      { label: words.say("tray"), panel: this.tray.element },
      { label: words.say("visit"), panel: this.visit.element, shown: () => this.visit.draw() },
    ]);
    const side = html("div", { class: "re-side" }, this.inspector.element);
    const below = html("div", { class: "re-below" }, this.plan.element, lists, this.checks.element);
    return html(
      "section",
      { class: "room-editor", "aria-label": words.say("editor") },
      this.toolbar.element,
      html("div", { class: "re-above" }, stage, side),
      this.preview.element,
      below,
      this.toolbar.help,
      this.status,
    );
  }

  /** Hear of changes that are made in the plain form. */
  private watch(walls: StreamBlock): void {
    const again = (): void => this.refreshSoon();
    const form = walls.container[0]?.closest("form");
    for (const kind of ["input", "change", "click"]) {
      form?.addEventListener(kind, (event) => {
        if (!this.element.contains(event.target as Node)) again();
      });
    }
    new MutationObserver(again).observe(walls.container[0]!, { childList: true, subtree: true });
  }

  private read(): Room {
    return readRoom(this.form, this.catalogue, (kind) => this.words.say(kind));
  }

  /** Refresh once, when what is going on is done. */
  refreshSoon(): void {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.refresh(), 60);
  }

  refresh(): void {
    this.room = this.read();
    this.wall = Math.max(0, Math.min(this.wall, this.room.walls.length - 1));
    const known = new Set(this.everything().map(({ id }) => id));
    this.selected = new Set([...this.selected].filter((id) => known.has(id)));
    this.checks.run();
    this.draw();
    this.checks.draw();
    this.tray.draw();
  }

  /** Draw what depends on the selection. */
  private draw(): void {
    this.element.classList.toggle("re-without-walls", this.room.walls.length === 0);
    this.templates.draw();
    this.elevation.draw();
    this.plan.draw();
    this.inspector.draw();
    this.toolbar.draw();
    this.visit.draw();
    this.preview.follow();
  }

  /** Write changes as one step and show them; `kind` merges a series of nudges. */
  perform(changes: readonly Change[], kind = ""): void {
    this.history.perform(changes, kind);
    this.refresh();
  }

  announce(key: string, values: Values = {}): void {
    this.say(this.words.say(key, values));
  }

  /** Speak a text that is already in the curator's language. */
  say(text: string): void {
    // An unchanged text would not be spoken again.
    this.status.textContent = this.status.textContent === text ? `${text}\u00a0` : text;
  }

  everything(): (Work | Standing)[] {
    return [...this.room.walls.flatMap(({ works }) => works), ...this.room.floor];
  }

  selectedWorks(): Work[] {
    return this.room.walls.flatMap(({ works }) => works.filter(({ id }) => this.selected.has(id)));
  }

  selectedStanding(): Standing[] {
    return this.room.floor.filter(({ id }) => this.selected.has(id));
  }

  movable(): Work[] {
    return this.selectedWorks().filter(({ id }) => !this.locked.has(id));
  }

  select(ids: Iterable<string>): void {
    this.selected = new Set(ids);
    if (this.selected.size > 1) this.announce("said_selected", { count: this.selected.size });
    const wall = this.selectedWorks()[0]?.wall;
    if (wall !== undefined) this.wall = wall;
    this.draw();
  }

  /** A press on a work: it alone, or it too, or, among chosen ones, all of them stay. */
  pick(id: string, also: boolean): void {
    if (also) {
      const chosen = new Set(this.selected);
      if (!chosen.delete(id)) chosen.add(id);
      this.select(chosen);
    } else if (!this.selected.has(id)) {
      this.select([id]);
    }
  }

  /** The keyboard's focus came to a work. */
  focused(id: string): void {
    if (this.choosing || this.selected.has(id)) return;
    this.select([id]);
  }

  /** Put back what is being dragged; without a drag, choose nothing. */
  cancel(): boolean {
    if (this.elevation.cancel() || this.plan.cancel()) {
      this.announce("said_cancelled");
      return true;
    }
    if (this.element.classList.contains("re-whole-window") && this.selected.size === 0) {
      this.toolbar.wholeWindow();
      return true;
    }
    if (this.selected.size === 0) return false;
    this.select([]);
    return true;
  }

  /** The visitor of the preview stands before another work. */
  follow(id: string): void {
    if (!this.selected.has(id)) this.select([id]);
  }

  showWall(index: number): void {
    const count = this.room.walls.length;
    if (count === 0) return;
    this.wall = (index + count) % count;
    this.selected = new Set();
    const wall = this.room.walls[this.wall]!;
    this.announce("said_wall", {
      wall: this.wallName(this.wall),
      length: Math.round(wall.length),
      count: wall.works.length,
    });
    const drawing = this.element.querySelector<HTMLElement>(".re-stage")!;
    const within = drawing.contains(document.activeElement);
    this.draw();
    // The focused work is gone from the drawing; the next key must still arrive here.
    if (within && !drawing.contains(document.activeElement)) drawing.focus({ preventScroll: true });
  }

  /** Bring a work into view with its wall, chosen and focused. */
  reveal(id: string): void {
    this.select([id]);
    const marked = `[data-id="${CSS.escape(id)}"]`;
    const shown = this.element.querySelector<SVGElement>(
      `.re-elevation ${marked}, .re-plan ${marked}`,
    );
    shown?.focus();
  }

  /** Go where the address points: `#block-ID` of a work or a wall, as reports write it. */
  arrive(hash: string): void {
    const id = /^#block-([\w-]+)$/.exec(hash)?.[1] ?? "";
    const wall = this.room.walls.findIndex((one) => one.id === id);
    const known = wall >= 0 || this.everything().some((one) => one.id === id);
    if (!known) return;
    this.refresh();
    if (wall >= 0) this.showWall(wall);
    else this.reveal(id);
    this.element.scrollIntoView();
  }

  wallName(index: number): string {
    const number = this.words.say("wall_number", { number: index + 1 });
    const name = this.room.walls[index]?.name;
    return name ? `${number}: ${name}` : number;
  }

  /** Kind, title, place and problems of a work: its accessible name. */
  nameOf(work: Work): string {
    const place = { x: work.x, y: Math.round(work.y), width: work.width, height: work.height };
    return [
      `${this.words.say(work.kind)}: ${work.title}`,
      this.words.say("hung_at", place),
      this.locked.has(work.id) ? this.words.say("locked") : "",
      ...this.checks.of(work.id),
    ]
      .filter(Boolean)
      .join(". ");
  }
}
