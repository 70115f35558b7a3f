/** Mouse, touch and keys: what the visitor does, in the walk's words. */

import type { Walk } from "./walk.ts";

/** What keys and clicks ask for besides moving. */
export interface Commands {
  step(by: 1 | -1): void;
  details(): void;
  closer(): void;
  plan(): void;
  list(): void;
  keys(): void;
  tour(): void;
  out(): void;
  /** Any sign that the visitor looks around for themselves. */
  touched(): void;
}

/** Movement of a finger or mouse (px) below which it is a tap. */
const STILL = 7;
const LOOK = 0.0042;

const WALKS: Readonly<Record<string, readonly [number, number, number]>> = {
  ArrowUp: [1, 0, 0],
  KeyW: [1, 0, 0],
  ArrowDown: [-1, 0, 0],
  KeyS: [-1, 0, 0],
  ArrowLeft: [0, -1, 0],
  KeyA: [0, -1, 0],
  ArrowRight: [0, 1, 0],
  KeyD: [0, 1, 0],
  KeyQ: [0, 0, -1],
  KeyE: [0, 0, 1],
};

export class Controls {
  private readonly held = new Set<string>();
  private readonly pointers = new Map<string, { x: number; y: number }>();
  private start = { x: 0, y: 0, moved: false };
  private readonly ended = new AbortController();

  constructor(
    private readonly stage: HTMLElement,
    private readonly canvas: HTMLCanvasElement,
    private readonly walk: Walk,
    private readonly commands: Commands,
  ) {
    const { signal } = this.ended;
    const passive = { signal };
    canvas.addEventListener("pointerdown", (event) => this.down(event), passive);
    canvas.addEventListener("pointermove", (event) => this.move(event), passive);
    canvas.addEventListener("pointerup", (event) => this.up(event), passive);
    canvas.addEventListener("pointercancel", (event) => this.forget(event), passive);
    canvas.addEventListener("wheel", (event) => this.wheel(event), { signal, passive: false });
    stage.addEventListener("keydown", (event) => this.key(event), passive);
    stage.addEventListener("keyup", (event) => this.release(event.code), passive);
    stage.addEventListener("focusout", () => this.releaseAll(), passive);
    addEventListener("blur", () => this.releaseAll(), passive);
  }

  private down(event: PointerEvent): void {
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(String(event.pointerId), { x: event.clientX, y: event.clientY });
    this.start = { x: event.clientX, y: event.clientY, moved: this.pointers.size > 1 };
  }

  private move(event: PointerEvent): void {
    const before = this.pointers.get(String(event.pointerId));
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    if (this.pointers.size === 2) this.pinch(event.pointerId, before, now);
    this.pointers.set(String(event.pointerId), now);
    const far = Math.hypot(now.x - this.start.x, now.y - this.start.y);
    if (far > STILL && !this.start.moved) {
      this.start.moved = true;
      this.commands.touched();
    }
    if (!this.start.moved || this.pointers.size > 1) return;
    const by = LOOK / this.walk.body.zoom;
    this.walk.body.look(-(now.x - before.x) * by, (now.y - before.y) * by);
    this.walk.wake();
  }

  private pinch(id: number, before: { x: number; y: number }, now: { x: number; y: number }): void {
    const other = [...this.pointers].find(([key]) => key !== String(id))?.[1];
    if (!other) return;
    const apart = (point: { x: number; y: number }): number =>
      Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    this.walk.zoom(apart(now) / apart(before));
  }

  private up(event: PointerEvent): void {
    const tapped = this.pointers.size === 1 && !this.start.moved;
    this.forget(event);
    if (tapped) this.tap(event);
  }

  private forget(event: PointerEvent): void {
    this.pointers.delete(String(event.pointerId));
  }

  private tap(event: PointerEvent): void {
    const box = this.canvas.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 2 - 1;
    const y = 1 - ((event.clientY - box.top) / box.height) * 2;
    const picked = this.walk.pick(x, y);
    this.stage.focus({ preventScroll: true });
    if (!picked) return;
    this.commands.touched();
    if (picked.kind === "floor") this.walk.walkTo(picked.x, picked.y);
    else if (picked.place.kind === "door") void this.walk.goThrough(picked.place);
    else if (picked.place === this.walk.front) this.commands.details();
    else void this.walk.goTo(picked.place.id);
  }

  /** Only with Ctrl or a pinch on a touchpad: the wheel itself goes on scrolling the page. */
  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.walk.zoom(Math.exp(-event.deltaY / 300));
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.code === "Escape") return this.done(event, () => this.commands.out());
    // Keys belong to the room only while it has the focus itself, or an open label, not a button.
    const target = event.target as HTMLElement;
    if (target !== this.stage && target.tabIndex >= 0) return;
    if (event.key === "?") return this.done(event, () => this.commands.keys());
    if (WALKS[event.code]) {
      if (target !== this.stage) return;
      event.preventDefault();
      this.commands.touched();
      this.held.add(event.code);
      this.pushOn();
      return;
    }
    const command = {
      KeyN: () => this.commands.step(1),
      KeyP: () => this.commands.step(-1),
      Enter: () => this.commands.details(),
      KeyZ: () => this.commands.closer(),
      KeyM: () => this.commands.plan(),
      KeyL: () => this.commands.list(),
      KeyT: () => this.commands.tour(),
    }[event.code];
    if (command) this.done(event, command);
  }

  private done(event: KeyboardEvent, command: () => void): void {
    event.preventDefault();
    command();
  }

  private release(code: string): void {
    if (this.held.delete(code)) this.pushOn();
  }

  private releaseAll(): void {
    this.held.clear();
    this.pushOn();
  }

  private pushOn(): void {
    const sum = [0, 0, 0];
    for (const code of this.held) {
      WALKS[code]?.forEach((part, index) => (sum[index]! += part));
    }
    const [forward, sideways, turn] = sum as [number, number, number];
    this.walk.body.push = { forward, sideways, turn };
    if (forward || sideways || turn) this.walk.wake();
  }

  dispose(): void {
    this.ended.abort();
    this.releaseAll();
  }
}
