/** A visit: the walk with its buttons, panels and announcements. Loaded with three.js. */

import { hasHeadset, savesData } from "../../../shared/browser.ts";
import { Controls } from "../walk/controls.ts";
import type { Stats } from "../engine/stats.ts";
import { fetchScene, sceneOfRoom } from "../scene/fetching.ts";
import { Guide } from "./guide.ts";
import type { RoomElement } from "./room-element.ts";
import type { WorksList } from "../scene/works-list.ts";
import { Panels } from "./panels.ts";
import { Closed, expect, fetchPage, forget, takePage } from "./passing.ts";
import type { Place } from "../scene/place.ts";
import type { Scene } from "../scene/scene.ts";
import { fontsFor } from "../scene/text-layout.ts";
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

const title = (): string => document.querySelector("h1")?.textContent?.trim() ?? "";
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
  private path = location.pathname;
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
    });
    this.panels = new Panels(element, (place) => this.go(place));
    this.guide = new Guide(this.walk, this.panels, () => this.list);
    this.walk.onSlow = () => this.give("slow");
    this.resized = new ResizeObserver(() => this.walk.engine.resize());
    this.resized.observe(this.stage);
    const { signal } = this.ended;
    this.stage.addEventListener("click", (event) => this.press(event), { signal });
    document.addEventListener("focusin", (event) => this.followFocus(event), { signal });
    addEventListener("popstate", () => this.goBack(), { signal });
    this.canvas.addEventListener("webglcontextlost", () => this.lose(), { signal });
    this.canvas.addEventListener("webglcontextrestored", () => this.restore(), { signal });
    void this.offerHeadset();
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
    const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    const room = this.walk.scene!.room;
    later(async () => {
      const found = await Promise.allSettled([...targets].map((key) => sceneOfRoom(key)));
      // A door may lead to an exhibition, which has no scene: then it keeps its own light.
      const scenes = found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      if (this.walk.scene?.room === room) this.walk.learn(scenes);
    });
  }

  enter(): void {
    // A link to a work led the browser to the item of the list that has this name.
    this.stage.scrollIntoView({ block: "center", behavior: "instant" });
    if (this.entered) return;
    this.element.dataset.entered = "";
    this.panels.enter();
    this.controls = new Controls(this.stage, this.canvas, this.walk, {
      step: (by) => void this.guide.step(by),
      details: () => this.details(),
      closer: () => this.panels.openPage(this.walk.front),
      plan: () => this.panels.togglePlan(this.walk.body),
      list: () => this.toList(),
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
    const hash = place ? `#work-${place.id}` : "";
    if (place || location.hash)
      history.replaceState(history.state, "", location.pathname + location.search + hash);
    this.element.dispatchEvent(
      new CustomEvent("room-front", { bubbles: true, detail: { id: place?.id ?? null } }),
    );
  }

  private details(): void {
    if (this.walk.front) this.panels.toggleDetails(this.walk.front);
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

  /** The list's own links lead the camera: focus one, and the walk stands before its work. */
  private followFocus(event: FocusEvent): void {
    if (!this.entered) return;
    const item = (event.target as Element).closest<HTMLElement>("[data-placement]");
    const place = item && this.walk.placeOf(item.dataset.placement ?? "");
    if (place && place.kind !== "door" && place !== this.walk.front) void this.walk.goTo(place.id);
  }

  /** The browser's back button: the page of another room comes whole. */
  private goBack(): void {
    if (location.pathname !== this.path) location.reload();
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

  /** Go on to another room's page around this walk, or to the page itself where it has no walk. */
  private async travel(href: string): Promise<void> {
    const from = this.walk.scene!.room;
    this.stage.classList.add("walk__stage--passing");
    try {
      const page = await fetchPage(href);
      if (!page) {
        location.assign(href);
        return;
      }
      const scene = await fetchScene(page.querySelector("museum-room")!.getAttribute("scene")!);
      await fontsFor(page.querySelector("main")?.textContent ?? "");
      takePage(this.element, page, href);
      this.path = location.pathname;
      this.panels.exhibition(page);
      this.show(scene, from);
      this.panels.announce("entered", { title: title() });
    } catch (error) {
      this.walk.stay();
      this.panels.say(error instanceof Closed ? "closed" : "door");
    } finally {
      forget(href);
      this.stage.classList.remove("walk__stage--passing");
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
