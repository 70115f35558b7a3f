/** One look at an object: the stage with its tools, details and measures. Loaded with three.js. */

import { Spherical } from "three";

import { Camera } from "./camera.ts";
import { Dimensions } from "./dimensions.ts";
import { DetailTour } from "./detail-tour.ts";
import type { ObjectElement } from "./object-element.ts";
import type { Mood } from "../../three/studio-light.ts";
import { loadModel } from "../../three/model.ts";
import { Points } from "./points.ts";
import { Stage, type Stats } from "../../three/stage.ts";

/** Radians that a press of an arrow turns, and what + and − do to the distance. */
const TURN = Math.PI / 18;
const STEP = 1.25;
/** How long a view rests before it is told, in milliseconds. */
const REST = 450;
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const KEYS: Record<string, string> = {
  "+": "closer",
  "=": "closer",
  "-": "farther",
  "0": "whole",
  Home: "whole",
  n: "next",
  p: "previous",
  f: "full",
  m: "measures",
  Escape: "leave",
};

export class Look {
  readonly tour: DetailTour;
  private readonly gone = new AbortController();
  private readonly camera: Camera;
  private readonly points: Points;
  private readonly dimensions: Dimensions;
  private readonly resized: ResizeObserver;
  private rest = 0;

  /** Fetch an element's model and show it; rejects where that cannot be. */
  static async at(element: ObjectElement): Promise<Look> {
    const model = await loadModel(element.getAttribute("model") ?? "");
    const template = element.querySelector<HTMLTemplateElement>("template[data-tools]")!;
    const frame = element.querySelector<HTMLElement>("[data-part=frame]")!;
    frame.append(template.content.cloneNode(true));
    try {
      return new Look(element, frame, new Stage(frame.querySelector("canvas")!, model));
    } catch (error) {
      frame.querySelector("[data-part=stage]")?.remove();
      throw error;
    }
  }

  private constructor(
    private readonly element: ObjectElement,
    private readonly frame: HTMLElement,
    readonly stage: Stage,
  ) {
    const { signal } = this.gone;
    const root = this.part("stage");
    this.points = new Points(stage, this.part("points"), element.details, element.words);
    this.tour = new DetailTour(this.part("guide"), element, (detail, number) =>
      this.visit(detail, number),
    );
    this.dimensions = new Dimensions(stage, this.part("measures"), element);
    this.camera = new Camera(stage);
    this.camera.controls.addEventListener("change", () => this.move());
    stage.onFrame = (seconds) => this.advance(seconds);
    this.resized = new ResizeObserver(() => stage.resize());
    this.resized.observe(root);
    stage.resize();
    this.camera.begin();
    root.addEventListener("click", (event) => this.click(event), { signal });
    root.addEventListener("input", (event) => this.turnLamp(event), { signal });
    root.addEventListener("keydown", (event) => this.press(event), { signal });
    // The wheel zooms once the visitor is in here; before, it scrolls the page.
    root.addEventListener("focusin", () => (this.camera.controls.enableZoom = true), { signal });
    root.addEventListener("focusout", () => (this.camera.controls.enableZoom = false), { signal });
    root.addEventListener(
      "pointerdown",
      () => root.contains(document.activeElement) || this.part("view").focus(),
      { signal },
    );
    element.querySelector("[data-part=poster]")?.toggleAttribute("inert", true);
    stage.canvas.addEventListener("webglcontextlost", () => element.setState("lost"), { signal });
    stage.canvas.addEventListener("webglcontextrestored", () => this.recover(), { signal });
    this.button("full").hidden = !document.fullscreenEnabled;
    for (const name of ["next", "previous"])
      this.button(name).hidden = element.details.length === 0;
    this.part("view").focus({ preventScroll: true });
    stage.invalidate();
  }

  get stats(): Readonly<Stats> {
    return this.stage.stats;
  }

  dispose(): void {
    this.gone.abort();
    clearTimeout(this.rest);
    this.resized.disconnect();
    this.camera.dispose();
    this.stage.dispose();
    this.tour.leave();
    this.part("stage").remove();
    this.element.querySelector("[data-part=poster]")?.toggleAttribute("inert", false);
  }

  private part(name: string): HTMLElement {
    return this.frame.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }

  private button(name: string): HTMLElement {
    return this.frame.querySelector<HTMLElement>(`[data-part=stage] [data-do=${name}]`)!;
  }

  private recover(): void {
    this.stage.relight();
    this.element.setState("ready");
  }

  private click(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-do], [data-number]");
    if (button?.dataset.number) this.tour.show(Number(button.dataset.number));
    else if (button) this.act(button.dataset.do ?? "", button);
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement)
      return;
    if (event.target instanceof HTMLAudioElement) return;
    const arrow = ARROWS[event.key];
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === "leave" && !this.tour.number) return;
    if (!arrow && !act) return;
    event.preventDefault();
    event.stopPropagation();
    if (act) this.act(act);
    else if (event.shiftKey) this.camera.pan(arrow![0], arrow![1]);
    else this.camera.turn(arrow![0] * TURN, arrow![1] * TURN);
  }

  private act(name: string, button?: HTMLElement): void {
    if (name === "closer") this.camera.zoom(1 / STEP);
    if (name === "farther") this.camera.zoom(STEP);
    if (name === "whole") this.whole();
    if (name === "next") this.tour.step(1);
    if (name === "previous") this.tour.step(-1);
    if (name === "leave") this.leaveDetail();
    if (name === "full") void this.fullScreen();
    if (name === "close") this.finish();
    if (name === "measures") this.toggleMeasures();
    if (name === "light") this.unfold("light", button ?? this.button("light"));
    if (name === "mood") this.setMood(button!);
  }

  private finish(): void {
    this.element.close();
    this.element.querySelector<HTMLElement>("[data-do=open]")?.focus();
  }

  private leaveDetail(): void {
    this.tour.leave();
    this.points.mark(0);
    this.part("view").focus();
  }

  private whole(): void {
    this.leaveDetail();
    this.camera.fly(this.stage.home(), this.stage.centre);
  }

  private unfold(name: string, button: HTMLElement): void {
    const part = this.part(name);
    part.hidden = !part.hidden;
    button.setAttribute("aria-expanded", String(!part.hidden));
  }

  private toggleMeasures(): void {
    const shown = this.dimensions.toggle();
    this.button("measures").setAttribute("aria-pressed", String(shown));
    if (shown) this.tell(this.dimensions.words);
  }

  private setMood(button: HTMLElement): void {
    for (const one of this.part("light").querySelectorAll("[data-do=mood]")) {
      one.setAttribute("aria-pressed", String(one === button));
    }
    this.stage.light(button.dataset.mood as Mood);
  }

  private turnLamp(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.name === "lamp") this.stage.light(undefined, Number(input.value));
  }

  private async fullScreen(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.part("stage").requestFullscreen();
  }

  /** Look at a detail: from the way that it faces, close enough to see it. */
  private visit(detail: HTMLElement, number: number): void {
    const { point, normal } = this.points.place(detail);
    const home = this.stage.home().distanceTo(this.stage.centre);
    const from = this.stage.camera.position.clone().sub(this.stage.centre).setLength(0.35);
    const direction = normal.clone().add(from);
    if (direction.lengthSq() < 0.01) direction.copy(normal);
    direction.y = Math.max(direction.y, -0.2 * direction.length());
    this.points.mark(number);
    this.camera.fly(
      direction.setLength(home * 0.6).add(point),
      point.clone().lerp(this.stage.centre, 0.25),
    );
  }

  /** Move what is fixed to the object along. Answers whether something moves. */
  private advance(seconds: number): boolean {
    const moving = this.camera.advance(seconds);
    this.points.follow();
    this.dimensions.follow();
    return moving;
  }

  private move(): void {
    this.stage.invalidate();
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      this.points.settle();
      this.say();
    }, REST);
  }

  /** Say from where the object is seen; while a detail is shown, its own words are enough. */
  private say(): void {
    if (this.tour.number) return;
    const { theta, phi } = new Spherical().setFromVector3(this.camera.offset);
    const degrees = (radians: number): number => Math.round((radians * 180) / Math.PI);
    this.tell(this.element.words.say("view", { around: degrees(theta), above: 90 - degrees(phi) }));
  }

  private tell(words: string): void {
    this.part("status").textContent = words;
  }
}
