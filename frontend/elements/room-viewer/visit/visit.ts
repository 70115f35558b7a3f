/** A visit: the walk with its buttons, panels and announcements. Loaded with three.js. */

import { hasHeadset, savesData, whenIdle } from "../../../shared/browser.ts";
import { Controls } from "../walk/controls.ts";
import type { Stats } from "../engine/stats.ts";
import { fetchScene, sceneOfRoom } from "../scene/fetching.ts";
import { Guide } from "./guide.ts";
import type { RoomElement } from "./room-element.ts";
import type { WorksList } from "../scene/works-list.ts";
import { Panels } from "./panels.ts";
import { Closed, expect } from "./passing.ts";
import { Journeys } from "./journeys.ts";
import type { Place } from "../scene/place.ts";
import type { Scene } from "../scene/scene.ts";
import { fontsFor } from "../scene/text-layout.ts";
import { note, spotIn, spotOf, workIn } from "./trail.ts";
import { Walk } from "../walk/walk.ts";

/** How long a lost graphics card may take to come back while the page is seen, in milliseconds. */
const RESTORING = 10_000;

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

export class Visit {
  private readonly stage: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly walk: Walk;
  private readonly panels: Panels;
  private readonly guide: Guide;
  private readonly ended = new AbortController();
  private controls: Controls | null = null;
  private list: WorksList;
  private readonly journeys: Journeys;
  private restoring = 0;
  /** The door whose room's page was fetched ahead. */
  private expected: Place | null = null;
  private readonly resized: ResizeObserver;

  constructor(private readonly element: RoomElement) {
    this.stage = element.querySelector(".walk__stage")!;
    this.canvas = element.querySelector("canvas")!;
    this.list = element.list;
    this.walk = new Walk(this.canvas, phone.matches, () => calm.matches, {
      front: (place) => this.meet(place),
      door: (place) => void this.leaveThrough(place),
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
    this.guide = new Guide(this.walk, this.panels, () => this.list);
    this.walk.onSlow = () => this.give("slow");
    this.resized = new ResizeObserver(() => this.fit());
    this.resized.observe(this.stage);
    const { signal } = this.ended;
    this.stage.addEventListener("click", (event) => this.press(event), { signal });
    addEventListener("popstate", () => this.goBack(), { signal });
    this.canvas.addEventListener("webglcontextlost", () => this.lose(), { signal });
    this.canvas.addEventListener("webglcontextrestored", () => this.restore(), { signal });
    void this.offerHeadset();
  }

  /** The stage has another size: a phone was turned. */
  private fit(): void {
    this.walk.engine.resize();
    this.walk.engine.wanted = this.panels.margins;
    this.walk.engine.makeRoom(1);
    this.walk.standAgain(true);
  }

  private lose(): void {
    this.panels.say("lost");
    clearTimeout(this.restoring);
    this.restoring = window.setTimeout(() => {
      if (document.hidden) this.lose();
      else this.give("gone");
    }, RESTORING);
  }

  private restore(): void {
    clearTimeout(this.restoring);
    this.panels.say("restored");
    this.walk.wake();
  }

  private moved(): void {
    this.panels.follow(this.walk.body);
    const ahead = this.entered ? this.walk.doorAhead : null;
    if (!ahead?.target || ahead === this.expected) return;
    this.expected = ahead;
    expect(ahead.listed.href);
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
    this.lookAhead();
  }

  /** Learn what is behind the doors once this room stands: its light, and for a quick passage. */
  private lookAhead(): void {
    if (savesData()) return;
    const targets = new Set(
      this.walk.engine.places.flatMap((place) => (place.target ? [place.target] : [])),
    );
    const room = this.walk.scene!.room;
    const learn = async (): Promise<void> => {
      const found = await Promise.allSettled([...targets].map((key) => sceneOfRoom(key)));
      // A door may lead to an exhibition, which has no scene: then it keeps its own light.
      const scenes = found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      if (this.walk.scene?.room === room) this.walk.learn(scenes);
    };
    whenIdle(() => void learn(), 200);
  }

  enter(): void {
    const [isNew, { dataset }] = [!this.entered, this.element];
    dataset.entered = "";
    // A link to a work led the browser to the item of the list that has this name.
    this.stage.scrollIntoView({ block: "center", behavior: "instant" });
    if (!isNew) return;
    this.panels.enter();
    this.controls = new Controls(this.stage, this.canvas, this.walk, {
      step: (by) => void this.guide.step(by),
      details: () => this.details(),
      closer: () => this.panels.openPage(this.walk.front),
      plan: () => this.panels.togglePlan(this.walk.body),
      list: () => this.toList(),
      keys: () => this.panels.toggleKeys(),
      out: () => this.out(),
      touched: () => this.guide.pause(),
    });
    this.stage.focus({ preventScroll: true });
    this.panels.announce("entered", { title: title() });
  }

  leave(): void {
    if (!this.entered) return;
    this.guide.pause();
    this.controls?.dispose();
    this.controls = null;
    delete this.element.dataset.entered;
    this.panels.leave();
    if (document.fullscreenElement === this.stage) void document.exitFullscreen();
  }

  async goTo(id: string): Promise<boolean> {
    return this.walk.goTo(id);
  }

  private go(place: Place): void {
    this.guide.pause();
    if (place.kind === "door") void this.walk.goThrough(place);
    else void this.walk.goTo(place.id);
  }

  private meet(place: Place | null): void {
    this.panels.front(place, this.list);
    note(place ? `#work-${place.id}` : "");
    this.element.dispatchEvent(
      new CustomEvent("room-front", { bubbles: true, detail: { id: place?.id ?? null } }),
    );
  }

  /** Where visitors went by themselves is kept in the address, too. */
  private keepSpot(): void {
    if (this.entered && !this.walk.front && this.walk.body.free) note(spotOf(this.walk.body));
  }

  /** Go to what the address names, if this room has it. */
  async followAddress(): Promise<void> {
    const [work, spot] = [workIn(location.hash), spotIn(location.hash)];
    if (work) await this.walk.goTo(work);
    else if (spot) this.walk.standAt(spot);
  }

  private details(): void {
    if (this.walk.front?.kind === "door") void this.walk.goThrough(this.walk.front);
    else if (this.walk.front) this.panels.toggleDetails(this.walk.front);
    else void this.guide.step(1);
  }

  private out(): void {
    if (this.guide.touring) this.guide.pause();
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
    if (asked && !["tour", "sound"].includes(asked)) this.guide.pause();
    const room = (event.target as Element).closest<SVGAElement | HTMLAnchorElement>("a[data-room]");
    if (room && plain(event as MouseEvent)) {
      event.preventDefault();
      void this.travel(new URL(room.getAttribute("href") ?? "", location.href).href);
    }
    const actions: Record<string, () => void> = {
      next: () => void this.guide.step(1),
      previous: () => void this.guide.step(-1),
      details: () => this.details(),
      close: () => void this.panels.close(),
      plan: () => this.panels.togglePlan(this.walk.body),
      keys: () => this.panels.toggleKeys(),
      tools: () => this.panels.toggleTools(),
      tour: () => this.guide.toggleTour(),
      sound: () => this.guide.toggleSound(),
      list: () => this.toList(),
      full: () => void this.fullScreen(),
      leave: () => this.leave(),
      headset: () => void this.wearHeadset(),
    };
    actions[asked ?? ""]?.();
  }

  private async fullScreen(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.stage.requestFullscreen?.();
  }

  /** Is this room's page the one that the address names? */
  get isHere(): boolean {
    return this.journeys.isHere;
  }

  /** The browser's back button: the walk goes on in the room before, where one left it. */
  private goBack(): void {
    if (!this.isHere) void this.travel(location.href, true);
  }

  private async leaveThrough(place: Place): Promise<void> {
    const { href } = place.listed;
    const detail = { target: place.target, href };
    const event = new CustomEvent("room-door", { bubbles: true, cancelable: true, detail });
    if (!this.element.dispatchEvent(event)) {
      this.walk.stay();
      return;
    }
    await this.travel(href);
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

  private async offerHeadset(): Promise<void> {
    if (await hasHeadset()) {
      this.stage.querySelector<HTMLElement>("[data-do=headset]")!.hidden = false;
    }
  }

  private async wearHeadset(): Promise<void> {
    try {
      const { wearHeadset } = await import("../walk/headset.ts");
      await wearHeadset(this.walk);
    } catch {
      this.panels.say("no-headset");
    }
  }

  /** Give up the walk for the list, with a clear word why. */
  private give(reason: string): void {
    this.leave();
    this.dispose();
    this.element.rest(reason, true);
  }

  dispose(): void {
    clearTimeout(this.restoring);
    this.guide.pause();
    this.ended.abort();
    this.resized.disconnect();
    this.controls?.dispose();
    this.walk.dispose();
  }
}
