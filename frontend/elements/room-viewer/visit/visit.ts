/** A visit: the walk with its buttons, panels and announcements. Loaded with three.js. */

import { Controls } from "../walk/controls.ts";
import type { Stats } from "../engine/stats.ts";
import { fetchScene } from "../scene/fetching.ts";
import { fullScreen, offerHeadset, wearHeadset } from "./devices.ts";
import { Foresight } from "./foresight.ts";
import { GuidedTour } from "../tour/guided-tour.ts";
import type { RoomElement } from "./room-element.ts";
import type { WorksList } from "../scene/works-list.ts";
import { Panels } from "./panels.ts";
import { LostGraphics } from "./lost-graphics.ts";
import { Closed } from "./passing.ts";
import { Journeys } from "./journeys.ts";
import type { Place } from "../scene/place.ts";
import type { Scene } from "../scene/scene.ts";
import { fontsFor } from "../scene/text-layout.ts";
import { guidedIn, note, spotIn, spotOf, workIn } from "./trail.ts";
import { Walk } from "../walk/walk.ts";

/** Fetch the scene and show the room as it is seen from its entrance. */
export async function openVisit(element: RoomElement, address: string): Promise<Visit> {
  const scene = await fetchScene(address);
  await fontsFor(element.list.all.map((listed) => listed.title).join(""));
  const visit = new Visit(element);
  visit.show(scene, null);
  return visit;
}

const title = (): string => document.querySelector("h1")?.textContent.trim() ?? "";
/** A press that asks for nothing else, such as another tab. */
const plain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const phone = matchMedia("(max-width: 40rem), (pointer: coarse)");
/** What does not stop the guided tour: its own buttons, and a look at the others. */
const OF_THE_TOUR = new Set(["tour", "hold", "slower", "sound", "next", "previous", "tools"]);

export class Visit {
  private readonly stage: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly walk: Walk;
  private readonly panels: Panels;
  private readonly tour: GuidedTour;
  private readonly foresight: Foresight;
  private readonly ended = new AbortController();
  private controls: Controls | null = null;
  private list: WorksList;
  private readonly journeys: Journeys;
  private readonly resized: ResizeObserver;

  constructor(private readonly element: RoomElement) {
    this.stage = element.querySelector(".walk__stage")!;
    this.canvas = element.querySelector("canvas")!;
    this.list = element.list;
    this.walk = new Walk(this.canvas, phone.matches, () => calm.matches, {
      front: (place) => this.meet(place),
      door: ({ target, listed }) => this.leaveFor(target, listed.href),
      moved: () => this.moved(),
      settled: () => this.keepSpot(),
    });
    this.panels = new Panels(
      element,
      (place) => this.go(place),
      (margins) => this.walk.makeRoom(margins),
    );
    this.journeys = new Journeys(
      element,
      (scene, page) => this.goIn(scene, page),
      (error) => this.turnBack(error),
    );
    this.foresight = new Foresight(this.walk);
    this.tour = new GuidedTour(
      this.walk,
      this.panels,
      () => this.list,
      () => this.goOn(),
      () => this.keep(location.hash),
    );
    this.walk.onSlow = () => this.give("slow");
    this.resized = new ResizeObserver(() => this.fit());
    this.resized.observe(this.stage);
    const { signal } = this.ended;
    this.stage.addEventListener("click", (event) => this.press(event), { signal });
    addEventListener("popstate", () => this.goBack(), { signal });
    // Chromium knows its voices some time after the page was loaded.
    const speech = "speechSynthesis" in globalThis ? speechSynthesis : null;
    speech?.addEventListener("voiceschanged", () => this.panels.offerSound(this.list), { signal });
    const { walk, panels } = this;
    const losing = {
      say: (key: string): void => panels.say(key),
      wake: (): void => walk.wake(),
      give: (reason: string): void => this.give(reason),
    };
    new LostGraphics(this.canvas, losing, signal);
    void offerHeadset(this.stage);
  }

  /** The stage has another size: a phone was turned. */
  private fit(): void {
    this.walk.engine.resize();
    this.walk.engine.wanted = this.panels.margins;
    this.walk.engine.makeRoom(1);
    this.walk.standAgain(true);
  }

  private moved(): void {
    this.panels.follow(this.walk.body);
    if (this.entered) this.foresight.approach();
  }

  get stats(): Readonly<Stats> {
    return this.walk.engine.stats;
  }

  get entered(): boolean {
    return this.controls !== null;
  }

  /** Build a room; `from` is the room whose door one came through. */
  show(scene: Scene, from: string | null): void {
    this.list = this.element.list;
    this.walk.show(scene, this.list, from);
    this.panels.room(this.walk.scene!, this.walk.engine.places, this.list);
    this.walk.wake();
    this.foresight.learn();
  }

  enter(): void {
    const [isNew, { dataset }] = [!this.entered, this.element];
    dataset.entered = "";
    // A link to a work led the browser to the item of the list that has this name.
    this.stage.scrollIntoView({ block: "center", behavior: "instant" });
    if (!isNew) return;
    this.panels.enter();
    this.controls = new Controls(this.stage, this.canvas, this.walk, {
      step: (by) => void this.tour.step(by),
      details: () => this.details(),
      closer: () => this.panels.openPage(this.walk.front),
      plan: () => this.panels.togglePlan(this.walk.body),
      list: () => this.toList(),
      keys: () => this.panels.toggleKeys(),
      tour: () => this.toggleTour(),
      out: () => this.out(),
      touched: () => this.tour.pause(),
    });
    this.stage.focus({ preventScroll: true });
    this.panels.announce("entered", { title: title() });
  }

  leave(): void {
    if (!this.entered) return;
    this.tour.end();
    this.controls?.dispose();
    this.controls = null;
    delete this.element.dataset.entered;
    this.panels.leave();
    if (document.fullscreenElement === this.stage) void document.exitFullscreen();
  }

  async goTo(id: string): Promise<boolean> {
    return this.walk.goTo(id);
  }

  /** Begin the guided visit with a work, or from its first stop. */
  async guide(id: string): Promise<void> {
    this.panels.close();
    await this.tour.begin(id);
  }

  private go(place: Place): void {
    this.tour.pause();
    if (place.kind === "door") void this.walk.goThrough(place);
    else void this.walk.goTo(place.id);
  }

  private meet(place: Place | null): void {
    this.panels.front(place, this.list);
    this.keep(place ? `#work-${place.id}` : "");
    this.element.dispatchEvent(
      new CustomEvent("room-front", { bubbles: true, detail: { id: place?.id ?? null } }),
    );
  }

  /** Where visitors went by themselves is kept in the address, too. */
  private keepSpot(): void {
    if (this.entered && !this.walk.front && this.walk.body.free) this.keep(spotOf(this.walk.body));
  }

  private keep(hash: string): void {
    note(hash, this.tour.guided);
  }

  /** Go to what the address names, if this room has it, and wait there with the guide. */
  async followAddress(): Promise<void> {
    const [work, spot] = [workIn(location.hash), spotIn(location.hash)];
    const guided = guidedIn(location.search);
    if (work) await this.walk.goTo(work);
    else if (spot) this.walk.standAt(spot);
    else if (guided && !this.tour.guided) await this.tour.goToFirst();
    if (guided) this.tour.resume(guided);
  }

  private details(): void {
    if (this.walk.front?.kind === "door") void this.walk.goThrough(this.walk.front);
    else if (this.walk.front) this.panels.toggleDetails(this.walk.front);
    else void this.tour.step(1);
  }

  private out(): void {
    if (this.tour.running) this.tour.pause();
    else if (!this.panels.close()) this.leave();
    this.stage.focus({ preventScroll: true });
  }

  private toList(): void {
    const list = this.walk.front?.listed.element ?? this.list.all[0]?.element;
    list?.querySelector<HTMLElement>("a, button")?.focus();
    list?.scrollIntoView({ block: "center" });
  }

  private press(event: Event): void {
    const asked = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
    if (asked && !OF_THE_TOUR.has(asked)) this.tour.pause();
    const room = (event.target as Element).closest<SVGAElement | HTMLAnchorElement>("a[data-room]");
    if (room && plain(event as MouseEvent)) {
      event.preventDefault();
      void this.travel(new URL(room.getAttribute("href") ?? "", location.href).href);
    }
    const actions: Record<string, () => void> = {
      next: () => void this.tour.step(1),
      previous: () => void this.tour.step(-1),
      details: () => this.details(),
      close: () => void this.panels.close(),
      plan: () => this.panels.togglePlan(this.walk.body),
      keys: () => this.panels.toggleKeys(),
      tools: () => this.panels.toggleTools(),
      tour: () => this.toggleTour(),
      hold: () => this.tour.toggle(),
      slower: () => this.tour.toggleSlower(),
      sound: () => this.tour.toggleSound(),
      list: () => this.toList(),
      full: () => void fullScreen(this.stage),
      leave: () => this.leave(),
      headset: () => void wearHeadset(this.walk, this.panels),
    };
    actions[asked ?? ""]?.();
  }

  private toggleTour(): void {
    this.panels.close();
    this.tour.toggle();
  }

  /** Is this room's page the one that the address names? */
  get isHere(): boolean {
    return this.journeys.isHere;
  }

  /** The browser's back button: the walk goes on in the room before, where one left it. */
  private goBack(): void {
    if (!this.isHere) void this.travel(location.href, true);
  }

  /** Leave for another room, unless whoever shows this one keeps the visitor. */
  private async leaveFor(target: string | null, href: string): Promise<void> {
    const detail = { target, href };
    const event = new CustomEvent("room-door", { bubbles: true, cancelable: true, detail });
    if (this.element.dispatchEvent(event)) await this.travel(href);
    else this.walk.stay();
  }

  /** The tour goes on to the exhibition's next room; answers whether one is there now. */
  private async goOn(): Promise<boolean> {
    const next = this.panels.nextRoom;
    if (!next) return false;
    const door = this.walk.doorTo(next.key);
    if (door) await this.walk.goThrough(door);
    else await this.leaveFor(next.key, next.href);
    return this.walk.scene?.room === next.key;
  }

  private async travel(href: string, back = false): Promise<void> {
    this.stage.classList.add("walk__stage--passing");
    await this.journeys.travel(href, back);
    this.stage.classList.remove("walk__stage--passing");
  }

  /** The page of another room is around the walk: go in. */
  private async goIn(scene: Scene, page: Document): Promise<void> {
    const from = this.walk.scene!.room;
    this.panels.exhibition(page);
    this.show(scene, from);
    await this.followAddress();
    this.arrive();
  }

  private turnBack(error: unknown): void {
    this.walk.stay();
    this.panels.say(error instanceof Closed ? "closed" : "door");
  }

  /** Say where one is; a focus that went with the page before comes to the room. */
  private arrive(): void {
    this.panels.announce("entered", { title: title() });
    if (this.entered && document.activeElement === document.body) {
      this.stage.focus({ preventScroll: true });
    }
  }

  /** Give up the walk for the list, with a clear word why. */
  private give(reason: string): void {
    this.leave();
    this.dispose();
    this.element.rest(reason, true);
  }

  dispose(): void {
    this.tour.end();
    this.ended.abort();
    this.resized.disconnect();
    this.controls?.dispose();
    this.walk.dispose();
  }
}
