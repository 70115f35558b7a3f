/** The walk's buttons and panels: what stands in front, its details, the plan, announcements. */

import type { Body } from "../walk/body.ts";
import { FloorPlan } from "./floor-plan.ts";
import { closer, labelOf } from "./label.ts";
import type { RoomElement } from "./room-element.ts";
import type { Detail, WorksList } from "../scene/works-list.ts";
import type { Place } from "../scene/place.ts";
import type { Scene } from "../scene/scene.ts";
import { type Margins, NO_MARGINS } from "../engine/view.ts";
import type { Phase } from "../tour/tour.ts";
import { localVoice } from "../tour/voices.ts";

type Part =
  | "entrance"
  | "hint"
  | "tools"
  | "choices"
  | "keys"
  | "bar"
  | "count"
  | "title"
  | "panel"
  | "details"
  | "more"
  | "plan"
  | "drawing"
  | "exhibition"
  | "ending"
  | "status";

/** How long a word to the visitor stays in sight, in milliseconds. */
const IN_SIGHT = 7000;

export class Panels {
  private readonly drawing = new FloorPlan();
  private sight = 0;

  constructor(
    private readonly element: RoomElement,
    private readonly go: (place: Place) => void,
    private readonly covered: (margins: Margins) => void,
  ) {
    this.part("drawing").append(this.drawing.element);
  }

  private part<Kind extends HTMLElement = HTMLElement>(name: Part): Kind {
    return this.element.querySelector<Kind>(`[data-part="${name}"]`)!;
  }

  private button(name: string): HTMLElement {
    return this.element.querySelector<HTMLElement>(`.walk__stage [data-do="${name}"]`)!;
  }

  /** Another room is shown. */
  room(scene: Scene, places: readonly Place[], list: WorksList): void {
    this.drawing.draw(scene, places, this.go);
    this.drawing.join(this.part("exhibition"), scene.room);
    this.close();
    this.front(null, list);
    this.offerSound(list);
  }

  /** The tour can be heard where there are recordings, or once this device has a voice. */
  offerSound(list: WorksList): void {
    const speaks = localVoice(document.documentElement.lang) !== null;
    this.button("sound").hidden = !speaks && !list.stops.some((listed) => listed.hasSound);
  }

  /** The plan of the exhibition that the next room belongs to, from that room's own page, and how
   * a visit ends there. */
  exhibition(page: Document): void {
    const stage = page.querySelector<HTMLTemplateElement>("template[data-stage]");
    for (const name of ["exhibition", "ending"] as const) {
      const fresh = stage?.content.querySelector(`[data-part="${name}"]`);
      if (fresh) this.part(name).replaceChildren(...fresh.childNodes);
    }
  }

  /** The room that comes after this one in the exhibition. */
  get nextRoom(): { readonly key: string; readonly href: string } | null {
    const rooms = [
      ...this.part("exhibition").querySelectorAll<HTMLAnchorElement>("li a[data-room]"),
    ];
    const next = rooms[rooms.findIndex((room) => room.hasAttribute("aria-current")) + 1];
    return next ? { key: next.dataset.room!, href: next.href } : null;
  }

  enter(): void {
    this.part("entrance").hidden = true;
    for (const name of ["hint", "tools", "bar"] as const) this.part(name).hidden = false;
    // Telephones may show only films on the full screen.
    this.button("full").hidden = !document.fullscreenEnabled;
    setTimeout(() => (this.part("hint").hidden = true), IN_SIGHT);
  }

  leave(): void {
    const inside = this.part("entrance").parentElement?.contains(document.activeElement);
    this.close();
    this.part("entrance").hidden = false;
    for (const name of ["hint", "tools", "bar"] as const) this.part(name).hidden = true;
    if (inside) this.part("entrance").querySelector("button")?.focus({ preventScroll: true });
  }

  /** The work in front has changed. */
  front(place: Place | null, list: WorksList): void {
    const { words } = this.element;
    const total = list.works.length;
    const listed = place?.listed;
    const counted = listed && listed.number > 0;
    this.part("count").textContent = counted ? words.say("count", { n: listed.number, total }) : "";
    const idle = list.stops.length ? words.say("choose") : words.say("empty");
    this.part("title").textContent = listed ? listed.title : idle;
    if (listed && counted) this.announce("work", { n: listed.number, total, title: listed.title });
    else if (place?.kind === "door") this.announce("to", { title: place.listed.title });
    else if (listed) this.announce("text", { title: listed.title });
    if (listed?.why && this.isTouring) this.part("status").append(" ", listed.why);
    if (!place || place.kind === "door") this.closeDetails();
    else if (!this.part("panel").hidden) this.showDetails(place);
  }

  /** Opened by the visitor's own hand, the label takes the focus and is read. */
  toggleDetails(place: Place): void {
    if (!this.part("panel").hidden) {
      this.closeDetails();
      return;
    }
    this.showDetails(place);
    this.part("panel").focus({ preventScroll: true });
  }

  /** What the label leaves of the view: beside it, or above it where it lies as wide as the stage. */
  get margins(): Margins {
    const panel = this.part("panel").getBoundingClientRect();
    const stage = this.stage.getBoundingClientRect();
    if (!panel.height) return NO_MARGINS;
    const top = this.part("tools").getBoundingClientRect().bottom - stage.top;
    if (panel.width > stage.width * 0.6) {
      return { ...NO_MARGINS, top, bottom: stage.bottom - panel.top };
    }
    const bottom = stage.bottom - this.part("bar").getBoundingClientRect().top;
    return panel.left - stage.left < stage.right - panel.right
      ? { top, bottom, left: panel.right - stage.left, right: 0 }
      : { top, bottom, left: 0, right: stage.right - panel.left };
  }

  /** The recording among the shown details. */
  get sound(): HTMLMediaElement | null {
    return this.part("details").querySelector("audio");
  }

  /** The work's own item of the list, with its label, words and film, and the way to its page. */
  showDetails(place: Place): void {
    this.part("details").replaceChildren(labelOf(place));
    const more = this.part<HTMLAnchorElement>("more");
    more.hidden = !place.listed.href;
    more.href = closer(place);
    this.part("panel").hidden = false;
    this.clearTools();
    this.part("hint").hidden = true;
    this.button("details").setAttribute("aria-expanded", "true");
    this.covered(this.margins);
  }

  /** The guide turns to a detail: its words are said, and marked in the label. */
  showDetail({ words }: Detail): void {
    const said = this.part("details").querySelector<HTMLElement>(".hung__detail");
    if (said) said.dataset.shown = "";
    said?.scrollIntoView({ block: "nearest" });
    clearTimeout(this.sight);
    this.part("status").className = "unseen";
    this.part("status").textContent = words;
  }

  /** Close what is open; answers whether anything was. */
  close(): boolean {
    const open = [
      this.closeDetails(),
      this.shut("ending", "tour"),
      this.shut("plan"),
      this.shut("keys"),
      this.foldTools(),
    ];
    return open.includes(true);
  }

  /** A film or recording that plays in the panel ends with it. */
  private closeDetails(): boolean {
    const closed = this.shut("panel", "details");
    if (closed) this.part("details").replaceChildren();
    if (closed) this.covered(NO_MARGINS);
    return closed;
  }

  /** Hide a panel; the focus goes back to the button that opened it. */
  private shut(name: "panel" | "ending" | "plan" | "keys", opener: string = name): boolean {
    const panel = this.part(name);
    if (panel.hidden) return false;
    const focused = panel.contains(document.activeElement);
    panel.hidden = true;
    const button = this.button(opener);
    if (button.hasAttribute("aria-expanded")) button.setAttribute("aria-expanded", "false");
    // On small screens the button may be folded away.
    const seen = button.checkVisibility() ? button : this.button("tools");
    if (focused) seen.focus({ preventScroll: true });
    return true;
  }

  /** Plan and keys share a place; what opens takes the focus and is read. */
  private open(name: "plan" | "keys"): boolean {
    if (this.shut(name)) return false;
    this.shut(name === "plan" ? "keys" : "plan");
    this.foldTools();
    this.part(name).hidden = false;
    this.button(name).setAttribute("aria-expanded", "true");
    this.part(name).focus({ preventScroll: true });
    return true;
  }

  togglePlan(body: Body): void {
    if (this.open("plan")) this.drawing.follow(body);
  }

  toggleKeys(): void {
    this.open("keys");
  }

  /** On small screens the tools unfold below their own button. */
  toggleTools(): void {
    if (this.foldTools()) return;
    this.button("tools").setAttribute("aria-expanded", "true");
  }

  foldTools(): boolean {
    const button = this.button("tools");
    if (button.getAttribute("aria-expanded") === "false") return false;
    if (this.part("choices").contains(document.activeElement)) {
      button.focus({ preventScroll: true });
    }
    button.setAttribute("aria-expanded", "false");
    return true;
  }

  follow(body: Body): void {
    if (!this.part("plan").hidden) this.drawing.follow(body);
  }

  private get isTouring(): boolean {
    return this.stage.dataset.touring === "running";
  }

  private get stage(): HTMLElement {
    return this.element.querySelector<HTMLElement>(".walk__stage")!;
  }

  /** How the tour goes: its own buttons are there while it lasts. */
  touring(phase: Phase): void {
    const { stage } = this;
    const focused = document.activeElement;
    this.pressed("tour", phase === "running");
    this.pressed("hold", phase === "paused");
    if (phase === "idle") delete stage.dataset.touring;
    else stage.dataset.touring = phase;
    for (const name of ["hold", "slower"]) {
      const button = this.button(name);
      button.hidden = phase === "idle";
      if (button.hidden && button === focused) stage.focus({ preventScroll: true });
    }
    this.clearTools();
  }

  /** The tour's own buttons may break the tools into two lines: panels open below them. */
  private clearTools(): void {
    const { offsetHeight } = this.part("tools");
    this.stage.style.setProperty("--tools", `${offsetHeight}px`);
  }

  /** The visit is over: a question to take along, and ways to go on. */
  showEnding(): void {
    this.close();
    const ending = this.part("ending");
    ending.hidden = false;
    this.announce("ending", {});
    if (this.stage.contains(document.activeElement)) ending.focus({ preventScroll: true });
  }

  pressed(name: string, on: boolean): void {
    this.button(name).setAttribute("aria-pressed", String(on));
  }

  /** Follow the work's link: its page, with the deep zoom. */
  openPage(place: Place | null): void {
    if (place?.listed.href) location.assign(closer(place));
  }

  /** A word that everybody should notice: spoken, and in sight for a while. */
  say(key: string): void {
    this.announce(key, {});
    this.part("status").className = "walk__hint";
    this.sight = window.setTimeout(() => (this.part("status").className = "unseen"), IN_SIGHT);
  }

  announce(key: string, values: Record<string, string | number>): void {
    clearTimeout(this.sight);
    this.part("status").className = "unseen";
    this.part("status").textContent = this.element.words.say(key, values);
  }
}
