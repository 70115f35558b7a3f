/** Moving the map: by drag, by two fingers, by the wheel with Ctrl, and on the way to a new view. */

import type { Point } from "./labels.ts";
import { between, panned, zoomed, type Size, type View } from "./view.ts";

const WAY = 350;
/** A pointer that moved less has clicked, in pixels. */
const CLICK = 4;

export class Motion {
  view: View = { x: 0, y: 0, units: 1000 };
  /** Where the map is going, or is. */
  target: View = this.view;
  size: Size = { width: 1, height: 1 };
  /** Whether the pointer that was just let go had moved the map. */
  dragged = false;
  private readonly held = new Map<number, Point>();
  private start: Point = { x: 0, y: 0 };
  private frame = 0;

  /** `draw` shows the view; `keep` is called once a move has ended. */
  constructor(
    private readonly element: HTMLElement,
    private readonly draw: () => void,
    private readonly keep: (step: string) => void,
  ) {
    element.addEventListener("pointerdown", (event) => this.down(event));
    element.addEventListener("pointermove", (event) => this.moved(event));
    for (const name of ["pointerup", "pointercancel"] as const) {
      element.addEventListener(name, (event) => this.up(event));
    }
    element.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    element.addEventListener("dblclick", (event) => {
      if (!onMap(event)) return;
      this.zoom(2, this.point(event));
    });
  }

  /** Show a view at once. */
  jump(view: View): void {
    cancelAnimationFrame(this.frame);
    this.view = this.target = view;
    this.draw();
  }

  /** Follow a hand: drawn once for each frame, however often it reports. */
  private follow(view: View): void {
    cancelAnimationFrame(this.frame);
    this.view = this.target = view;
    this.frame = requestAnimationFrame(() => this.draw());
  }

  /** Move to a view; at once where no motion is wanted. */
  go(to: View): void {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.jump(to);
    cancelAnimationFrame(this.frame);
    this.target = to;
    const from = this.view;
    let begun = 0;
    const step = (now: number): void => {
      begun ||= now;
      const share = Math.min((now - begun) / WAY, 1);
      this.view = share === 1 ? to : between(from, to, eased(share));
      this.draw();
      if (share < 1) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  zoom(factor: number, at: Point): void {
    this.go(zoomed(this.target, factor, at, this.size));
    this.keep("move");
  }

  private point(event: MouseEvent): Point {
    const box = this.element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private down(event: PointerEvent): void {
    this.dragged = false;
    if (event.button !== 0 || !onMap(event)) return;
    this.held.set(event.pointerId, this.point(event));
    this.start = this.point(event);
  }

  private moved(event: PointerEvent): void {
    const before = this.held.get(event.pointerId);
    if (!before) return;
    const now = this.point(event);
    if (!this.dragged && distance(now, this.start) < CLICK && this.held.size === 1) return;
    if (!this.dragged) this.element.setPointerCapture(event.pointerId);
    this.dragged = true;
    const other = [...this.held].find(([id]) => id !== event.pointerId)?.[1];
    this.held.set(event.pointerId, now);
    if (!other)
      return this.follow(panned(this.view, now.x - before.x, now.y - before.y, this.size));
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    const factor = distance(now, other) / Math.max(distance(before, other), 1);
    const moved = panned(this.view, (now.x - before.x) / 2, (now.y - before.y) / 2, this.size);
    this.follow(zoomed(moved, factor, middle, this.size));
  }

  private up(event: PointerEvent): void {
    const held = this.held.delete(event.pointerId);
    if (!held || !this.dragged || this.held.size) return;
    this.keep("move");
    // The click that follows is none.
    setTimeout(() => (this.dragged = false));
  }

  /** Without Ctrl the wheel belongs to the page. */
  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.follow(zoomed(this.view, 2 ** (-event.deltaY / 200), this.point(event), this.size));
    this.keep("move");
  }
}

function onMap(event: Event): boolean {
  return !(event.target as Element).closest("[data-part=tools]");
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function eased(share: number): number {
  return 1 - (1 - share) ** 3;
}
