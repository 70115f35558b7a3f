/** The chosen wall from inside, flat and to scale, with its works: choose, drag and resize them. */

import { edgesOf, EYE_LINE } from "../../../../shared/geometry/index.ts";
import { heldByTouch, html, keyed, svg } from "../../../../shared/dom.ts";
import { type Drag, moveDrag, resizeDrag, STILL_PX, type WallDrawing } from "./dragging.ts";
import type { WorkCommands } from "../../commands/works.ts";
import type { EditorState } from "../../model/state.ts";
import type { Wall, Work } from "../../model/room.ts";
import { drawWork, makeWork } from "./work.ts";

const MARGIN = 30;
const FLOOR = 26;
const TALLEST_PX = 420;
/** The corners of a chosen work. */
const HANDLES = [
  { id: "nw", across: -1, down: -1 },
  { id: "ne", across: 1, down: -1 },
  { id: "se", across: 1, down: 1 },
  { id: "sw", across: -1, down: 1 },
];

export class Elevation implements WallDrawing {
  readonly element = html("div", { class: "re-elevation", dir: "ltr" });
  private readonly wall = svg("rect", { class: "re-wall-face", x: 0, y: 0 });
  private readonly light = svg("rect", { x: 0, y: 0, fill: "url(#re-light)" });
  private readonly floor = svg("rect", { class: "re-wall-floor", x: -MARGIN, height: FLOOR });
  private readonly eyeLine = svg("line", { class: "re-eye-line" });
  private readonly ruler = svg("g", { class: "re-ruler", "aria-hidden": "true" });
  private readonly works = svg("g", {});
  private readonly handles = svg("g", { class: "re-handles" });
  private readonly guides = svg("g", { class: "re-guides" });
  private readonly marquee = svg("rect", { class: "re-marquee", hidden: true });
  readonly svg = svg(
    "svg",
    { direction: "ltr", role: "group" },
    lightOfWall(),
    this.wall,
    this.light,
    this.floor,
    this.ruler,
    this.eyeLine,
    this.works,
    this.handles,
    this.guides,
    this.marquee,
  );
  private readonly empty = html("p", { class: "re-empty", dir: "auto" });
  private readonly live = html("output", { class: "re-live", hidden: true, "aria-hidden": "true" });
  /** Zoom beyond "the whole wall fits". */
  zoom = 1;
  scale = 1;
  /** The wall of the plan under the pointer, and the place on it; the plan says it. */
  wallUnder: (event: PointerEvent) => { wall: number; x: number } | null = () => null;
  private drag: Drag | null = null;
  private pointer: PointerEvent | null = null;
  /** The one of several chosen works that was pressed: without a drag, it alone stays chosen. */
  private pressed = "";
  /** From the window to the scrolled drawing, in px; measured once a drag, as measuring is slow. */
  private origin = { x: 0, y: 0 };

  constructor(
    private readonly state: EditorState,
    private readonly commands: WorkCommands,
  ) {
    this.element.append(this.svg, this.empty, this.live);
    this.svg.setAttribute("aria-label", state.words.say("elevation"));
    this.empty.textContent = state.words.say("empty_wall");
    heldByTouch(this.svg, ".re-work, .re-handle");
    this.svg.addEventListener("pointerdown", (event) => this.press(event));
    this.svg.addEventListener("pointermove", (event) => this.move(event));
    this.svg.addEventListener("pointerup", (event) => this.release(event));
    this.svg.addEventListener("pointercancel", () => this.cancel());
    this.svg.addEventListener("dblclick", () => commands.openText());
    this.svg.addEventListener("focusin", (event) => {
      const id = (event.target as Element).closest("[data-id]")?.getAttribute("data-id");
      if (id && !this.drag) state.focused(id);
    });
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  get current(): Wall | undefined {
    return this.state.room.walls[this.state.wall];
  }

  get height(): number {
    return this.state.room.height;
  }

  /** Draw the wall anew; existing works keep their elements. */
  draw(): void {
    const wall = this.current;
    this.element.hidden = !wall;
    if (!wall || this.drag) return;
    const [across, up] = [wall.length + 2 * MARGIN, this.height + FLOOR + MARGIN];
    const stage = this.element.parentElement?.clientHeight ?? TALLEST_PX;
    const tallest = this.state.wholeWindow ? stage - 2 : TALLEST_PX;
    const fit = Math.min((this.element.clientWidth - 2) / across, tallest / up);
    this.scale = Math.max(0.02, fit * this.zoom);
    this.svg.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${across} ${up}`);
    this.svg.setAttribute("width", String(Math.round(across * this.scale)));
    this.svg.setAttribute("height", String(Math.round(up * this.scale)));
    this.svg.style.setProperty("--px", String(1 / this.scale));
    set(this.wall, { width: wall.length, height: this.height });
    this.wall.style.fill = this.state.lookup.colourOf(wall);
    set(this.light, { width: wall.length, height: this.height });
    this.light.setAttribute("class", `re-light re-light-${this.state.room.light}`);
    set(this.floor, { y: this.height, width: across });
    this.drawRuler(wall.length);
    const eye = this.height - EYE_LINE;
    set(this.eyeLine, { x1: 0, x2: wall.length, y1: eye, y2: eye });
    const inOrder = [...wall.works].sort((a, b) => a.x - b.x || a.y - b.y);
    keyed(this.works, inOrder, makeWork, (element, work) => this.drawOne(element, work));
    this.drawHandles();
    this.empty.hidden = wall.works.length > 0;
  }

  /** Metres from the wall's left end; on long walls every fifth, tenth, … */
  private drawRuler(length: number): void {
    const step = [100, 200, 500, 1000, 2000].find((one) => one * this.scale > 34) ?? 5000;
    const low = this.height;
    const ticks = Array.from({ length: Math.floor(length / step) + 1 }, (_, tick) => tick * step);
    this.ruler.replaceChildren(
      ...ticks.flatMap((x) => [
        svg("line", { x1: x, x2: x, y1: low, y2: low + FLOOR / 4 }),
        svg("text", { x, y: low + FLOOR * 0.8 }, String(x / 100)),
      ]),
    );
  }

  private drawOne(element: SVGGElement, work: Work): void {
    const { state } = this;
    drawWork(element, work, {
      roomHeight: this.height,
      name: state.nameOf(work),
      selected: state.selected.has(work.id),
      locked: state.locked.has(work.id),
      problem: state.findings.worst(work.id),
      scale: this.scale,
    });
  }

  /** Move one work's element without drawing anything else; what a drag calls. */
  place(work: Work): void {
    const element = this.works.querySelector<SVGGElement>(`[data-id="${CSS.escape(work.id)}"]`);
    if (element) this.drawOne(element, work);
  }

  /** Move elements by a shift alone: one attribute a work. */
  shift(works: readonly Work[], dx: number, dy: number): void {
    for (const work of works) {
      const element = this.works.querySelector(`[data-id="${CSS.escape(work.id)}"]`);
      const up = work.kind === "door" ? 0 : dy;
      element?.setAttribute("transform", `translate(${work.x + dx} ${this.height - work.y - up})`);
    }
  }

  private drawHandles(): void {
    const [work] = this.state.selectedWorks();
    const single = this.state.selected.size === 1 && work && !this.state.locked.has(work.id);
    const shown = single && work.wall === this.state.wall ? HANDLES : [];
    const size = 10 / this.scale;
    keyed(this.handles, shown, makeHandle, (handle, { across, down }) => {
      const x = work!.x + (across * work!.width) / 2 - size / 2;
      const y = this.height - work!.y + (down * work!.height) / 2 - size / 2;
      set(handle, { x, y, width: size, height: size });
    });
  }

  /** The wall's own coordinates of a pointer, in cm from the left and above the floor. */
  at(event: { clientX: number; clientY: number }): { x: number; y: number } {
    const box = this.svg.getBoundingClientRect();
    return {
      x: (event.clientX - box.left) / this.scale - MARGIN,
      y: this.height - ((event.clientY - box.top) / this.scale - MARGIN),
    };
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0 || !this.current) return;
    const target = event.target as Element;
    const group = target.closest<SVGGElement>(".re-work");
    event.preventDefault();
    this.svg.setPointerCapture(event.pointerId);
    this.pointer = event;
    const box = this.element.getBoundingClientRect();
    this.origin = { x: this.element.scrollLeft - box.left, y: -box.top };
    if (target.closest(".re-handle")) {
      const [work] = this.state.selectedWorks();
      if (work) this.drag = resizeDrag(this, this.commands, work);
    } else if (group) {
      const id = group.getAttribute("data-id")!;
      const several = this.state.selected.size > 1 && this.state.selected.has(id);
      this.pressed = several && !event.shiftKey ? id : "";
      this.state.pick(id, event.shiftKey);
      group.focus({ preventScroll: true });
      this.drag = moveDrag(this, this.state, this.commands);
    } else {
      if (!event.shiftKey) this.state.select([]);
      this.drag = this.marqueeDrag(event.shiftKey ? [...this.state.selected] : []);
    }
  }

  private move(event: PointerEvent): void {
    if (!this.drag || !this.pointer) return;
    const dx = (event.clientX - this.pointer.clientX) / this.scale;
    const dy = -(event.clientY - this.pointer.clientY) / this.scale;
    if (Math.hypot(dx, dy) * this.scale >= STILL_PX) this.pressed = "";
    this.drag.to(dx, dy, event);
    this.wallUnder(event);
  }

  private release(event: PointerEvent): void {
    const { drag, pressed } = this;
    const over = drag?.moves ? this.wallUnder(event) : null;
    this.finish();
    if (over) {
      drag?.cancel();
      this.draw();
      if (over.wall !== this.state.wall) this.commands.moveTo(over.wall, over.x);
      return;
    }
    drag?.end();
    if (pressed) this.state.select([pressed]);
  }

  /** Put everything back as it was; false where nothing was being dragged. */
  cancel(): boolean {
    const { drag } = this;
    this.finish();
    if (!drag) return false;
    drag.cancel();
    this.draw();
    return true;
  }

  private finish(): void {
    this.drag = null;
    this.pointer = null;
    this.pressed = "";
    this.guides.replaceChildren();
    this.live.hidden = true;
    this.marquee.setAttribute("hidden", "");
    this.handles.removeAttribute("hidden");
  }

  /** Show guides and centimetres beside the pointer. */
  show(guides: SVGElement[], text: string, event: PointerEvent): void {
    this.handles.setAttribute("hidden", "");
    this.guides.replaceChildren(...guides);
    this.live.hidden = false;
    this.live.textContent = text;
    const [x, y] = [event.clientX + this.origin.x + 14, event.clientY + this.origin.y + 14];
    this.live.style.transform = `translate(${x}px, ${y}px)`;
  }

  private marqueeDrag(kept: readonly string[]): Drag {
    const from = this.at(this.pointer!);
    let found: string[] = [...kept];
    return {
      to: (dx, dy) => {
        const [left, right] = [Math.min(from.x, from.x + dx), Math.max(from.x, from.x + dx)];
        const [bottom, top] = [Math.min(from.y, from.y + dy), Math.max(from.y, from.y + dy)];
        this.marquee.removeAttribute("hidden");
        const y = this.height - top;
        set(this.marquee, { x: left, y, width: right - left, height: top - bottom });
        const inside = this.current!.works.filter((work) => {
          const edges = edgesOf(work);
          const beside = edges.left > right || edges.right < left;
          return !beside && edges.bottom < top && edges.top > bottom;
        });
        found = [...new Set([...kept, ...inside.map(({ id }) => id)])];
      },
      end: () => this.state.select(found),
      cancel: () => undefined,
    };
  }
}

function set(element: Element, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
}

/** Lamps light a wall at the height of the eyes; floor and ceiling lie in the dark. */
function lightOfWall(): SVGDefsElement {
  const stops = [
    [0, 1],
    [0.45, 0.15],
    [0.6, 0.15],
    [1, 0.8],
  ].map(([offset, opacity]) => svg("stop", { offset: offset!, "stop-opacity": opacity! }));
  const gradient = { id: "re-light", x1: 0, x2: 0, y1: 0, y2: 1 };
  return svg("defs", {}, svg("linearGradient", gradient, ...stops));
}

function makeHandle({ id }: { id: string }): SVGRectElement {
  const handle = svg("rect", { class: "re-handle" });
  handle.style.cursor = `${id}-resize`;
  return handle;
}
