/**
 * Setting details on an object: a click on the model writes a point into the form's own inputs.
 *
 * Keeps nothing of its own but which detail is chosen and what can be undone. By keyboard: arrows
 * turn the object, Enter sets a detail in the middle of the view; with a detail chosen, arrows move
 * it over the surface by 1 mm (with Shift 10), Escape lets it go.
 */

import { Raycaster, Spherical, Vector2, Vector3 } from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";

import { loadModel } from "../../three/model.ts";
import { Stage } from "../../three/stage.ts";
import { button, html } from "../../shared/dom.ts";
import { type Values, Words } from "../../shared/words.ts";
import { Details, type ObjectBlock, type Spot } from "./form.ts";

export interface PointMeta {
  readonly words: Record<string, string>;
  /** Where an object's model is asked for; 0 stands for its id. */
  readonly address: string;
}

interface Step {
  readonly id: string;
  readonly before: Spot | null;
  readonly after: Spot;
}

const MILLIMETRE = 0.001;
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Open the editor in `holder` for the object that the form names; rejects where it has no model. */
export async function openEditor(
  holder: HTMLElement,
  block: ObjectBlock,
  meta: PointMeta,
): Promise<PointEditor> {
  const details = new Details(block);
  const answer = await fetch(meta.address.replace("0", String(details.object ?? 0)));
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { model } = (await answer.json()) as { model: string };
  const words = new Words(meta.words);
  const canvas = html("canvas");
  const view = html(
    "div",
    { class: "pe-view", dir: "ltr", tabindex: 0, role: "group", "aria-label": words.say("view") },
    canvas,
  );
  holder.append(view);
  return new PointEditor(holder, view, new Stage(canvas, await loadModel(model)), details, words);
}

export class PointEditor {
  private readonly controls: OrbitControls;
  private readonly caster = new Raycaster();
  private readonly layer = html("div", { class: "pe-layer" });
  private readonly status = html("p", { class: "pe-status", role: "status" });
  private readonly list = html("ol", { class: "pe-list" });
  private readonly undone: Step[] = [];
  private readonly watching: number;
  private readonly resized: ResizeObserver;
  private pressed = new Vector2();
  private shown = "";
  private chosen: string | null = null;

  constructor(
    holder: HTMLElement,
    private readonly view: HTMLElement,
    private readonly stage: Stage,
    private readonly details: Details,
    private readonly words: Words,
  ) {
    view.append(this.layer);
    const undo = button(this.words.say("undo"), () => this.undo());
    const middle = button(this.words.say("middle"), () => this.set(new Vector2()));
    const whole = button(this.words.say("whole"), () => this.home());
    holder.append(html("div", { class: "pe-bar" }, middle, undo, whole), this.list, this.status);
    this.controls = new OrbitControls(stage.camera, stage.canvas);
    this.controls.enableZoom = false;
    this.controls.addEventListener("change", () => stage.invalidate());
    view.addEventListener("focusin", () => (this.controls.enableZoom = true));
    view.addEventListener("focusout", () => (this.controls.enableZoom = false));
    view.addEventListener("keydown", (event) => this.press(event));
    stage.canvas.addEventListener("pointerdown", (event) =>
      this.pressed.set(event.clientX, event.clientY),
    );
    stage.canvas.addEventListener("click", (event) => this.click(event));
    stage.onFrame = () => {
      const swinging = this.controls.update();
      this.follow();
      return swinging;
    };
    this.resized = new ResizeObserver(() => stage.resize());
    this.resized.observe(view);
    stage.resize();
    this.home();
    // The form is the truth: typing, moving and deleting there is seen here.
    this.watching = window.setInterval(() => this.read(), 250);
    this.tell("begin");
    view.focus({ preventScroll: true });
  }

  dispose(): void {
    clearInterval(this.watching);
    this.resized.disconnect();
    this.controls.dispose();
    this.stage.dispose();
  }

  /** Choose a detail; null for none. */
  choose(id: string | null): void {
    if (id === this.chosen) return;
    this.chosen = id;
    if (id) this.details.show(id, false);
    this.read(true);
    this.tell(id ? "chosen" : "begin");
  }

  /** The form's focus chooses what it is in. */
  attend(element: Element): void {
    const id = this.details.holding(element);
    if (id) this.choose(id);
  }

  private tell(key: string, values: Values = {}): void {
    this.status.textContent = this.words.say(key, values);
  }

  private home(): void {
    this.stage.camera.position.copy(this.stage.home());
    this.controls.target.copy(this.stage.centre);
    this.controls.update();
    this.stage.invalidate();
  }

  private click(event: MouseEvent): void {
    // The end of a turn is no click.
    if (this.pressed.distanceTo(new Vector2(event.clientX, event.clientY)) > 4) return;
    const box = this.stage.canvas.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 2 - 1;
    this.set(new Vector2(x, 1 - ((event.clientY - box.top) / box.height) * 2));
  }

  /** Set the chosen detail, or a new one, at a place in the view (−1 to 1). */
  private set(place: Vector2): void {
    // Keys come faster than frames: look from where the camera is by now.
    this.controls.update();
    this.stage.camera.updateMatrixWorld();
    this.caster.setFromCamera(place, this.stage.camera);
    this.caster.far = Infinity;
    const spot = this.hit();
    if (!spot) return this.tell("beside");
    this.write(this.chosen, spot);
  }

  private write(id: string | null, after: Spot): void {
    const before = id ? (this.details.all().find((detail) => detail.id === id) ?? null) : null;
    if (id) this.details.move(id, after);
    const set = id ?? this.details.add(after);
    this.undone.push({ id: set, before, after });
    this.chosen = set;
    this.read(true);
    if (!id) this.details.show(set, true);
    const cm = (value: number): string => (value * 100).toFixed(1);
    this.tell("set", { x: cm(after.point.x), y: cm(after.point.y), z: cm(after.point.z) });
  }

  private undo(): void {
    const step = this.undone.pop();
    if (!step) return this.tell("nothing");
    if (step.before) this.details.move(step.id, step.before);
    else this.details.remove(step.id);
    this.chosen = step.before ? step.id : null;
    this.read(true);
    this.tell("undone");
  }

  /** Where the ray meets the object first, in the object's own metres. */
  private hit(): Spot | null {
    const found = this.caster.intersectObject(this.stage.model.group, true)[0];
    if (!found) return null;
    const normal = (found.face?.normal.clone() ?? new Vector3(0, 0, 1)).transformDirection(
      found.object.matrixWorld,
    );
    if (normal.dot(this.caster.ray.direction) > 0) normal.negate();
    return { point: this.stage.pivot.worldToLocal(found.point.clone()), normal };
  }

  private press(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === "z") this.undo();
    else if (control || event.altKey) return;
    else if (arrow && this.chosen) this.nudge(arrow[0], arrow[1], event.shiftKey ? 10 : 1);
    else if (arrow) this.turn(arrow[0], arrow[1]);
    else if (event.key === "Enter" && event.target === this.view) this.set(new Vector2());
    else if (event.key === "Escape" && this.chosen) this.choose(null);
    else if (event.key === "+" || event.key === "=") this.zoom(0.8);
    else if (event.key === "-") this.zoom(1.25);
    else if (event.key === "0") this.home();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private turn(right: number, up: number): void {
    const away = new Spherical().setFromVector3(
      this.stage.camera.position.clone().sub(this.controls.target),
    );
    away.theta += (right * Math.PI) / 18;
    away.phi = Math.min(Math.PI - 0.05, Math.max(0.05, away.phi - (up * Math.PI) / 18));
    this.stage.camera.position.setFromSpherical(away).add(this.controls.target);
    this.stage.invalidate();
  }

  private zoom(by: number): void {
    const offset = this.stage.camera.position.clone().sub(this.controls.target).multiplyScalar(by);
    this.stage.camera.position.copy(offset.add(this.controls.target));
    this.stage.invalidate();
  }

  /** Move the chosen detail by millimetres as the eye sees it, and lay it onto the surface again. */
  private nudge(right: number, up: number, millimetres: number): void {
    const detail = this.details.all().find(({ id }) => id === this.chosen);
    if (!detail) return;
    this.controls.update();
    const by = new Vector3(right, up, 0).applyQuaternion(this.stage.camera.quaternion);
    const point = detail.point.clone().addScaledVector(by, millimetres * MILLIMETRE);
    const { position } = this.stage.camera;
    const towards = this.stage.pivot.localToWorld(point.clone()).sub(position).normalize();
    this.caster.set(position, towards);
    this.caster.far = Infinity;
    this.write(detail.id, this.hit() ?? { point, normal: detail.normal });
  }

  /** Read the form again, and draw marks and list where something changed. */
  private read(always = false): void {
    const details = this.details.all();
    const now = JSON.stringify([details, this.chosen]);
    if (now === this.shown && !always) return;
    this.shown = now;
    if (!details.some(({ id }) => id === this.chosen)) this.chosen = null;
    this.layer.replaceChildren(
      ...details.map((detail, index) => {
        const mark = html(
          "span",
          { class: "pe-mark", "data-id": detail.id, "data-chosen": detail.id === this.chosen },
          String(index + 1),
        );
        return mark;
      }),
    );
    const focused = (document.activeElement as HTMLElement | null)?.dataset.detail;
    this.list.replaceChildren(
      ...details.map((detail) => {
        const one = html(
          "button",
          {
            type: "button",
            class: "pe-item",
            "data-detail": detail.id,
            "aria-pressed": String(detail.id === this.chosen),
          },
          detail.title || this.words.say("untitled"),
        );
        one.addEventListener("click", () =>
          this.choose(detail.id === this.chosen ? null : detail.id),
        );
        return html("li", {}, one);
      }),
    );
    if (focused)
      this.list
        .querySelector<HTMLElement>(`[data-detail="${focused}"]`)
        ?.focus({ preventScroll: true });
    this.stage.invalidate();
  }

  private follow(): void {
    this.stage.camera.updateMatrixWorld();
    const { clientWidth: width, clientHeight: height } = this.stage.canvas;
    this.details.all().forEach((detail, index) => {
      const mark = this.layer.children[index] as HTMLElement | undefined;
      if (!mark) return;
      const place = this.stage.pivot.localToWorld(detail.point.clone());
      const behind = this.stage.camera.position.clone().sub(place).dot(detail.normal) < 0;
      const { x, y } = place.project(this.stage.camera);
      mark.toggleAttribute("data-behind", behind);
      mark.style.transform = `translate(${((x + 1) * width) / 2}px, ${((1 - y) * height) / 2}px)`;
    });
  }
}
