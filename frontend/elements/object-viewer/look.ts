/** One look at an object: the stage with its tools, details and measures. Loaded with three.js. */

import { Spherical, Vector3 } from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";

import { Dimensions } from "./dimensions.ts";
import { Guide } from "./guide.ts";
import type { ObjectViewer } from "./index.ts";
import type { Mood } from "../../three/studio-light.ts";
import { loadModel } from "../../three/model.ts";
import { Points } from "./points.ts";
import { Stage, type Stats } from "../../three/stage.ts";

/** Radians that a press of an arrow turns, and what + and − do to the distance. */
const TURN = Math.PI / 18;
const STEP = 1.25;
const NEAREST = 0.35;
/** How long a flight to a detail takes, in seconds, and how long a view rests before it is told. */
const FLIGHT = 0.9;
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
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** A way of the camera, and of what it looks at; the part of it that is behind, 0 to 1. */
interface Flight {
  readonly from: Vector3;
  readonly to: Vector3;
  readonly fromTarget: Vector3;
  readonly toTarget: Vector3;
  readonly seconds: number;
  part: number;
}

export class Look {
  readonly guide: Guide;
  private readonly gone = new AbortController();
  private readonly controls: OrbitControls;
  private readonly points: Points;
  private readonly dimensions: Dimensions;
  private readonly resized: ResizeObserver;
  private flight: Flight | null = null;
  private rest = 0;

  /** Fetch an element's model and show it; rejects where that cannot be. */
  static async at(element: ObjectViewer): Promise<Look> {
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
    private readonly element: ObjectViewer,
    private readonly frame: HTMLElement,
    readonly stage: Stage,
  ) {
    const { signal } = this.gone;
    const root = this.part("stage");
    this.points = new Points(stage, this.part("points"), element.details, element.words);
    this.guide = new Guide(this.part("guide"), element, (detail, number) =>
      this.visit(detail, number),
    );
    this.dimensions = new Dimensions(stage, this.part("measures"), element);
    this.controls = new OrbitControls(stage.camera, stage.canvas);
    this.controls.enableDamping = !calm.matches;
    this.controls.minDistance = NEAREST;
    this.controls.enableZoom = false;
    this.controls.addEventListener("change", () => this.move());
    this.controls.addEventListener("start", () => (this.flight = null));
    stage.onFrame = (seconds) => this.advance(seconds);
    this.resized = new ResizeObserver(() => stage.resize());
    this.resized.observe(root);
    stage.resize();
    this.jump(stage.home(), stage.centre);
    this.controls.maxDistance = stage.home().distanceTo(stage.centre) * 1.6;
    root.addEventListener("click", (event) => this.click(event), { signal });
    root.addEventListener("input", (event) => this.turnLamp(event), { signal });
    root.addEventListener("keydown", (event) => this.press(event), { signal });
    // The wheel zooms once the visitor is in here; before, it scrolls the page.
    root.addEventListener("focusin", () => (this.controls.enableZoom = true), { signal });
    root.addEventListener("focusout", () => (this.controls.enableZoom = false), { signal });
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
    this.controls.dispose();
    this.stage.dispose();
    this.guide.leave();
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
    if (button?.dataset.number) this.guide.show(Number(button.dataset.number));
    else if (button) this.act(button.dataset.do ?? "", button);
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement)
      return;
    if (event.target instanceof HTMLAudioElement) return;
    const arrow = ARROWS[event.key];
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === "leave" && !this.guide.number) return;
    if (!arrow && !act) return;
    event.preventDefault();
    event.stopPropagation();
    if (act) this.act(act);
    else if (event.shiftKey) this.pan(arrow![0], arrow![1]);
    else this.turn(arrow![0] * TURN, arrow![1] * TURN);
  }

  private act(name: string, button?: HTMLElement): void {
    if (name === "closer") this.zoom(1 / STEP);
    if (name === "farther") this.zoom(STEP);
    if (name === "whole") this.whole();
    if (name === "next") this.guide.step(1);
    if (name === "previous") this.guide.step(-1);
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
    this.guide.leave();
    this.points.mark(0);
    this.part("view").focus();
  }

  private whole(): void {
    this.leaveDetail();
    this.fly(this.stage.home(), this.stage.centre);
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

  /** Where the camera is, or will be once it has arrived: keys pressed in a row add up. */
  private get view(): { position: Vector3; target: Vector3 } {
    const { flight } = this;
    if (flight) return { position: flight.to.clone(), target: flight.toTarget.clone() };
    return { position: this.stage.camera.position.clone(), target: this.controls.target.clone() };
  }

  /** Go around the object by radians; upwards is positive. */
  private turn(around: number, above: number): void {
    const { position, target } = this.view;
    const away = new Spherical().setFromVector3(position.sub(target));
    away.theta += around;
    away.phi = Math.min(Math.PI - 0.05, Math.max(0.05, away.phi - above));
    this.fly(new Vector3().setFromSpherical(away).add(target), target, 0.25);
  }

  private pan(right: number, up: number): void {
    const { position, target } = this.view;
    const by = position.distanceTo(target) * 0.06;
    const shift = new Vector3(right * by, up * by, 0).applyQuaternion(this.stage.camera.quaternion);
    this.fly(position.add(shift), target.add(shift), 0.25);
  }

  private zoom(by: number): void {
    const { position, target } = this.view;
    const offset = position.sub(target);
    const { minDistance, maxDistance } = this.controls;
    offset.setLength(Math.min(maxDistance, Math.max(minDistance, offset.length() * by)));
    this.fly(offset.add(target), target, 0.25);
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
    this.fly(
      direction.setLength(home * 0.6).add(point),
      point.clone().lerp(this.stage.centre, 0.25),
    );
  }

  private jump(position: Vector3, target: Vector3): void {
    this.stage.camera.position.copy(position);
    this.controls.target.copy(target);
    this.controls.update();
    this.stage.invalidate();
  }

  private fly(to: Vector3, toTarget: Vector3, seconds = FLIGHT): void {
    if (calm.matches) return this.jump(to, toTarget);
    const from = this.stage.camera.position.clone();
    const fromTarget = this.controls.target.clone();
    this.flight = {
      from,
      to: to.clone(),
      fromTarget,
      toTarget: toTarget.clone(),
      seconds,
      part: 0,
    };
    this.stage.invalidate();
  }

  /** Go on with a flight, or with the swing of the hand. Answers whether something moves. */
  private advance(seconds: number): boolean {
    const { flight } = this;
    if (flight) {
      flight.part = Math.min(1, flight.part + seconds / flight.seconds);
      const part = ease(flight.part);
      this.stage.camera.position.copy(along(flight, part));
      this.controls.target.lerpVectors(flight.fromTarget, flight.toTarget, part);
      if (flight.part >= 1) this.flight = null;
    }
    const swinging = this.controls.update();
    this.points.follow();
    this.dimensions.follow();
    return this.flight !== null || swinging;
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
    if (this.guide.number) return;
    const offset = this.stage.camera.position.clone().sub(this.controls.target);
    const { theta, phi } = new Spherical().setFromVector3(offset);
    const degrees = (radians: number): number => Math.round((radians * 180) / Math.PI);
    this.tell(this.element.words.say("view", { around: degrees(theta), above: 90 - degrees(phi) }));
  }

  private tell(words: string): void {
    this.part("status").textContent = words;
  }
}

function ease(part: number): number {
  return part * part * (3 - 2 * part);
}

/** Where the camera is after a part of its way: it goes around the object, not through it. */
function along({ from, to, fromTarget, toTarget }: Flight, part: number): Vector3 {
  const begin = from.clone().sub(fromTarget);
  const end = to.clone().sub(toTarget);
  const away = begin.length() + (end.length() - begin.length()) * part;
  const direction = begin.normalize().lerp(end.normalize(), part);
  // Opposite sides: any way around will do.
  if (direction.lengthSq() < 1e-6) direction.set(1, 0, 0);
  return direction.setLength(away).add(fromTarget.clone().lerp(toTarget, part));
}
