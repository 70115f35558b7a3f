/** A visit: the walk with its buttons, panels and announcements. Loaded with three.js. */

import type { Controls } from "./controls.ts";
import type { Stats } from "./engine.ts";
import { fetchScene, sceneOfRoom } from "./fetching.ts";
import type { MuseumRoom } from "./index.ts";
import type { WorksList } from "./list.ts";
import { Panels } from "./panels.ts";
import type { Place } from "./places.ts";
import type { Scene } from "./scene.ts";
import { fontsFor } from "./texts.ts";
import { Tour } from "./tour.ts";
import { Walk } from "./walk.ts";

/** Fetch the scene and show the room as it is seen from its entrance. */
export async function openVisit(element: MuseumRoom, address: string): Promise<Visit> {
  const scene = await fetchScene(address);
  await fontsFor(element.list.all.map((listed) => listed.title).join(""));
  const visit = new Visit(element);
  visit.show(scene, null);
  return visit;
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const phone = matchMedia("(max-width: 40rem), (pointer: coarse)");

export class Visit {
  private readonly stage: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly walk: Walk;
  private readonly panels: Panels;
  private readonly tour: Tour;
  private readonly ended = new AbortController();
  private controls: Controls | null = null;
  private list: WorksList;
  private path = location.pathname;
  private readonly resized: ResizeObserver;

  constructor(private readonly element: MuseumRoom) {
    this.stage = element.querySelector(".walk__stage")!;
    this.canvas = element.querySelector("canvas")!;
    this.list = element.list;
    this.walk = new Walk(this.canvas, phone.matches, () => calm.matches, {
      front: (place) => this.meet(place),
      door: (place) => void this.leaveThrough(place),
      moved: () => this.panels.follow(this.walk.body),
    });
    this.panels = new Panels(element, (place) => this.go(place));
    this.tour = new Tour(
      () => this.tourStep(),
      (running) => this.panels.touring(running),
    );
    this.walk.onSlow = () => this.give("slow");
    this.resized = new ResizeObserver(() => this.walk.engine.resize());
    this.resized.observe(this.stage);
    const { signal } = this.ended;
    this.stage.addEventListener("click", (event) => this.press(event), { signal });
    document.addEventListener("focusin", (event) => this.followFocus(event), { signal });
    addEventListener("popstate", () => this.goBack(), { signal });
    this.canvas.addEventListener("webglcontextlost", () => this.panels.say("lost"), { signal });
    this.canvas.addEventListener("webglcontextrestored", () => this.walk.wake(), { signal });
    void this.offerHeadset();
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

  async enter(): Promise<void> {
    const { Controls } = await import("./controls.ts");
    if (this.entered) return;
    this.element.dataset.entered = "";
    this.panels.enter();
    this.controls = new Controls(this.stage, this.canvas, this.walk, {
      step: (by) => void this.step(by),
      details: () => this.details(),
      closer: () => this.panels.openPage(this.walk.front),
      plan: () => this.panels.togglePlan(this.walk.body),
      list: () => this.toList(),
      out: () => this.out(),
      touched: () => this.tour.pause(),
    });
    this.stage.focus({ preventScroll: true });
    const title = document.querySelector("h1")?.textContent?.trim() ?? "";
    this.panels.announce("entered", { title });
  }

  leave(): void {
    if (!this.entered) return;
    this.tour.pause();
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
    this.tour.pause();
    if (place.kind === "door") void this.walk.goThrough(place);
    else void this.walk.goTo(place.id);
  }

  private meet(place: Place | null): void {
    this.panels.front(place, this.list);
    const hash = place ? `#work-${place.id}` : "";
    if (place || location.hash) history.replaceState(history.state, "", location.pathname + location.search + hash);
    this.element.dispatchEvent(
      new CustomEvent("room-front", { bubbles: true, detail: { id: place?.id ?? null } }),
    );
  }

  private get stops(): Place[] {
    return this.list.stops.flatMap((listed) => this.walk.placeOf(listed.id) ?? []);
  }

  private async step(by: 1 | -1): Promise<void> {
    const { stops } = this;
    if (stops.length === 0) return;
    const now = this.walk.front ? stops.indexOf(this.walk.front) : by > 0 ? -1 : 0;
    const next = stops[(now + by + stops.length) % stops.length]!;
    await this.walk.goTo(next.id);
  }

  private async tourStep(): Promise<string | null> {
    const { stops } = this;
    const now = this.walk.front ? stops.indexOf(this.walk.front) : -1;
    const next = stops[now + 1];
    if (!next) return null;
    await this.walk.goTo(next.id);
    if (this.tour.running) this.panels.showDetails(next);
    return next.listed.element.textContent?.trim() ?? "";
  }

  private details(): void {
    if (this.walk.front) this.panels.toggleDetails(this.walk.front);
    else void this.step(1);
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
    if (asked && asked !== "tour") this.tour.pause();
    const actions: Record<string, () => void> = {
      next: () => void this.step(1),
      previous: () => void this.step(-1),
      details: () => this.details(),
      close: () => void this.panels.close(),
      plan: () => this.panels.togglePlan(this.walk.body),
      tour: () => (this.tour.running ? this.tour.pause() : this.tour.start()),
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
    if (!this.element.dispatchEvent(event)) return this.walk.stay();
    if (!place.target) return location.assign(href);
    const from = this.walk.scene!.room;
    this.stage.classList.add("walk__stage--passing");
    try {
      const { fetchPage, takePage } = await import("./passing.ts");
      const [page, scene] = await Promise.all([
        fetchPage(href),
        sceneOfRoom(place.target).catch(() => null),
      ]);
      if (!page || !scene) return location.assign(href);
      await fontsFor(page.querySelector("main")?.textContent ?? "");
      takePage(this.element, page, href);
      this.path = location.pathname;
      this.show(scene, from);
      const title = document.querySelector("h1")?.textContent?.trim() ?? "";
      this.panels.announce("entered", { title });
    } catch {
      this.walk.stay();
      this.panels.say("door");
    } finally {
      this.stage.classList.remove("walk__stage--passing");
    }
  }

  private async offerHeadset(): Promise<void> {
    if (await navigator.xr?.isSessionSupported("immersive-vr").catch(() => false)) {
      this.stage.querySelector<HTMLElement>("[data-do=headset]")!.hidden = false;
    }
  }

  private async wearHeadset(): Promise<void> {
    const { wearHeadset } = await import("./headset.ts");
    await wearHeadset(this.walk);
  }

  /** Give up the walk for the list, with a clear word why. */
  private give(reason: string): void {
    this.leave();
    this.dispose();
    this.element.rest(reason);
  }

  dispose(): void {
    this.ended.abort();
    this.resized.disconnect();
    this.controls?.dispose();
    this.walk.dispose();
  }
}
