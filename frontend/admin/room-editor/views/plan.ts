/** The room from above: choose walls, move corners, the visitor's start and what stands. */

import {
  type Corner,
  footprint,
  inwardNormal,
  rounded,
  wallEnds,
} from "../../../shared/geometry/index.ts";
import type { Corners } from "../commands/corners.ts";
import { attributes, button, heldByTouch, html, keyed, svg } from "../../../shared/dom.ts";
import type { EditorState } from "../model/state.ts";
import type { Floor } from "../commands/floor.ts";
import type { Standing, Wall, Work } from "../model/room.ts";
import { drawLengths, wallUnder } from "./plan-walls.ts";

const MARGIN = 90;
const TALLEST_PX = 380;
const LOWEST_PX = 120;
/** Heading, buttons and padding around the drawing. */
const AROUND_PX = 108;
const WORK_DEPTH = 14;

/** What can be taken hold of in the plan; `key` is kept in `data-id`. */
interface Held {
  move(to: Corner, event: PointerEvent): Corner;
  end(to: Corner): void;
  readonly from: Corner;
}

export class PlanView {
  readonly element: HTMLElement;
  scale = 1;
  private readonly outline = svg("polygon", { class: "re-floor" });
  private readonly walls = svg("g", {});
  private readonly works = svg("g", { "aria-hidden": "true" });
  private readonly lengths = svg("g", { class: "re-lengths", "aria-hidden": "true" });
  private readonly standing = svg("g", {});
  private readonly start = svg(
    "g",
    { class: "re-start", role: "button", tabindex: 0, "data-id": "start" },
    svg("circle", {}),
    svg("path", {}),
  );
  private readonly handles = svg("g", {});
  private readonly removal: HTMLButtonElement;
  /** The wall that begins at the corner chosen last. */
  private corner = "";
  private readonly svg = svg(
    "svg",
    { direction: "ltr", role: "group" },
    this.outline,
    this.walls,
    this.lengths,
    this.works,
    this.standing,
    this.start,
    this.handles,
  );
  private held: (Held & { pointer: PointerEvent; moved: boolean; at: Corner }) | null = null;

  constructor(
    private readonly state: EditorState,
    private readonly corners: Corners,
    private readonly floor: Floor,
  ) {
    const { words } = state;
    this.svg.setAttribute("aria-label", words.say("plan"));
    this.removal = button(words.say("remove_wall"), () => this.remove(), null, "remove_wall");
    const tools = html(
      "div",
      { class: "re-group" },
      button(words.say("add_wall"), () => this.corners.split(state.wall), null, "add_wall"),
      this.removal,
      button(words.say("add_seat"), () => this.floor.addSeat(), null, "add_seat"),
    );
    this.element = html(
      "section",
      { class: "re-plan" },
      html("h3", { class: "re-heading" }, words.say("plan")),
      html("div", { class: "re-plan-drawing", dir: "ltr" }, this.svg),
      tools,
    );
    heldByTouch(this.svg, ".re-corner, .re-standing, .re-start");
    this.svg.addEventListener("pointerdown", (event) => this.press(event));
    this.svg.addEventListener("pointermove", (event) => this.move(event));
    this.svg.addEventListener("pointerup", () => this.release());
    this.svg.addEventListener("pointercancel", () => this.cancel());
    this.svg.addEventListener("focusin", (event) => {
      this.corner = (event.target as Element).closest(".re-corner")?.getAttribute("data-id") ?? "";
      this.markCorner();
      const id = (event.target as Element).closest(".re-standing")?.getAttribute("data-id");
      if (id && !this.held) state.focused(id);
    });
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  draw(): void {
    const { room, words } = this.state;
    this.element.hidden = room.walls.length === 0;
    if (this.element.hidden || this.held) return;
    const corners = room.walls.map(({ corner }) => corner);
    const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
    const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
    const [width, height] = [Math.max(...xs) + MARGIN - left, Math.max(...ys) + MARGIN - top];
    const holder = this.svg.parentElement!;
    const tallest = this.state.wholeWindow
      ? Math.max(LOWEST_PX, this.element.clientHeight - AROUND_PX)
      : TALLEST_PX;
    this.scale = Math.max(0.01, Math.min(holder.clientWidth / width, tallest / height));
    attributes(this.svg, {
      viewBox: `${left} ${top} ${width} ${height}`,
      width: Math.round(width * this.scale),
      height: Math.round(height * this.scale),
    });
    this.svg.style.setProperty("--px", String(1 / this.scale));
    this.drawOutline(corners);
    const works = room.walls.flatMap((wall) => wall.works);
    keyed(this.works, works, makeMark, (mark, work) => this.drawMark(mark, work, room.walls));
    keyed(this.standing, room.floor, makeStanding, (group, work) => this.drawStanding(group, work));
    attributes(this.start, { hidden: !room.start, "aria-label": words.say("start") });
    if (room.start) this.drawStart(room.start.x, room.start.y);
    this.markCorner();
  }

  /** The wall under a pointer or beside it, and how far along it; marked in the drawing. */
  wallAt(event: MouseEvent): { wall: number; x: number } | null {
    const found = wallUnder(this.svg, this.state.room.walls, event);
    const id = found && this.state.room.walls[found.wall]?.id;
    for (const line of this.walls.children) {
      line.classList.toggle("re-wall-under", line.getAttribute("data-id") === id);
    }
    return found;
  }

  /** Outline, walls and corner handles; what a dragged corner changes. */
  drawOutline(corners: readonly Corner[]): void {
    const { state } = this;
    this.outline.setAttribute("points", corners.map(({ x, y }) => `${x},${y}`).join(" "));
    keyed(this.walls, state.room.walls, makeWall, (line, wall) => {
      const index = state.room.walls.indexOf(wall);
      const [a, b] = wallEnds(corners, index);
      attributes(line, {
        x1: a.x,
        y1: a.y,
        x2: b.x,
        y2: b.y,
        "aria-label": state.wallName(index),
      });
      attributes(line, { class: index === state.wall ? "re-wall re-wall-shown" : "re-wall" });
    });
    drawLengths(this.lengths, state.room.walls, corners, this.scale);
    keyed(this.handles, state.room.walls, makeCorner, (handle, wall) => {
      const index = state.room.walls.indexOf(wall);
      const { x, y } = corners[index]!;
      const name = state.words.say("said_corner", { number: index + 1, x, y });
      attributes(handle, { cx: x, cy: y, r: 7 / this.scale, "aria-label": name });
    });
  }

  private drawMark(mark: SVGElement, work: Work, walls: readonly Wall[]): void {
    const corners = walls.map(({ corner }) => corner);
    const { length } = walls[work.wall]!;
    if (!length) return;
    const [a, b] = wallEnds(corners, work.wall);
    const [normalX, normalY] = inwardNormal(corners, work.wall);
    const at = (x: number): [number, number] => [
      a.x + ((b.x - a.x) * x) / length + (normalX * WORK_DEPTH) / 2,
      a.y + ((b.y - a.y) * x) / length + (normalY * WORK_DEPTH) / 2,
    ];
    const [x1, y1] = at(work.x - work.width / 2);
    const [x2, y2] = at(work.x + work.width / 2);
    const chosen = this.state.selected.has(work.id) ? " re-chosen" : "";
    attributes(mark, { x1, y1, x2, y2, class: `re-mark re-mark-${work.kind}${chosen}` });
  }

  private drawStanding(group: SVGElement, work: Standing): void {
    const { state } = this;
    const points = footprint({ ...work, x: 0, y: 0 })
      .map((point) => point.join(","))
      .join(" ");
    const place = state.words.say("stands_at", { x: work.x, y: work.y });
    const name = [work.title, place, ...state.findings.of(work.id)].join(". ");
    attributes(group, {
      transform: `translate(${work.x} ${work.y})`,
      "aria-label": name,
      "aria-pressed": String(state.selected.has(work.id)),
      "data-problem": state.findings.worst(work.id),
    });
    attributes(group.firstElementChild!, { points });
    const picture = work.artifact?.picture?.small ?? null;
    const side = Math.min(work.width, work.depth) * 0.8;
    attributes(group.lastElementChild!, {
      href: picture,
      x: -side / 2,
      y: -side / 2,
      width: side,
      height: side,
    });
  }

  private drawStart(x: number, y: number): void {
    const heading = this.state.room.start?.heading ?? 0;
    const size = 1 / this.scale;
    attributes(this.start, { transform: `translate(${x} ${y}) rotate(${heading}) scale(${size})` });
    attributes(this.start.firstElementChild!, { r: 8 });
    attributes(this.start.lastElementChild!, { d: "M-6 -12 0 -22 6 -12" });
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const target = event.target as Element;
    const element = target.closest<SVGElement>("[data-id]");
    const id = element?.getAttribute("data-id");
    if (!element || !id) return;
    event.preventDefault();
    if (element.matches(".re-wall")) {
      const index = this.state.room.walls.findIndex((wall) => wall.id === id);
      return this.state.showWall(index);
    }
    element.focus({ preventScroll: true });
    const held = this.hold(element, id);
    if (!held) return;
    this.svg.setPointerCapture(event.pointerId);
    this.held = { ...held, pointer: event, moved: false, at: held.from };
  }

  private hold(element: SVGElement, id: string): Held | null {
    const { room } = this.state;
    const corner = room.walls.findIndex((wall) => wall.id === id);
    if (corner >= 0) {
      return {
        from: room.walls[corner]!.corner,
        move: (to, event) => {
          const place = event.altKey ? whole(to) : this.corners.held(corner, to);
          this.drawOutline(this.corners.with(corner, place));
          return place;
        },
        end: (to) => this.corners.move(corner, to),
      };
    }
    const standing = room.floor.find((work) => work.id === id);
    if (standing) this.state.pick(id, false);
    const from = standing ?? room.start;
    if (!from) return null;
    return {
      from,
      move: (to, event) => {
        const place = event.altKey
          ? whole(to)
          : { x: rounded(to.x / 5) * 5, y: rounded(to.y / 5) * 5 };
        if (standing) element.setAttribute("transform", `translate(${place.x} ${place.y})`);
        else this.drawStart(place.x, place.y);
        return place;
      },
      end: (to) => (standing ? this.floor.move(standing, to) : this.floor.moveStart(to)),
    };
  }

  private move(event: PointerEvent): void {
    const { held } = this;
    if (!held) return;
    const dx = (event.clientX - held.pointer.clientX) / this.scale;
    const dy = (event.clientY - held.pointer.clientY) / this.scale;
    if (!held.moved && Math.hypot(dx, dy) * this.scale < 3) return;
    held.moved = true;
    held.at = held.move({ x: held.from.x + dx, y: held.from.y + dy }, event);
  }

  private release(): void {
    const { held } = this;
    this.held = null;
    if (held?.moved) held.end(held.at);
  }

  cancel(): boolean {
    const was = this.held;
    this.held = null;
    if (was) this.draw();
    return Boolean(was);
  }

  /** Arrow keys in the plan: corners on a grid, what stands by 1 or 10 cm, Alt turns it. */
  onArrow(target: Element, dx: number, dy: number, turn: boolean): boolean {
    const id = target.closest(".re-plan [data-id]")?.getAttribute("data-id");
    if (!id) return false;
    const { room } = this.state;
    const corner = room.walls.findIndex((wall) => wall.id === id);
    const standing = room.floor.find((work) => work.id === id);
    if (corner >= 0) this.corners.nudge(corner, dx, dy);
    else if (standing && turn) this.floor.turn(standing, (dx - dy) * 5);
    else if (standing) this.floor.nudge(standing, dx, dy);
    else if (turn) this.floor.turnStart((dx - dy) * 5);
    else this.floor.nudgeStart(dx, dy);
    return true;
  }

  /** Take the chosen corner away. */
  private remove(): void {
    const corner = this.state.room.walls.findIndex(({ id }) => id === this.corner);
    if (corner < 0) this.state.announce("choose_corner");
    else this.corners.remove(corner);
  }

  private markCorner(): void {
    const corner = this.state.room.walls.findIndex(({ id }) => id === this.corner);
    const { words } = this.state;
    attributes(this.removal, {
      "aria-disabled": String(corner < 0),
      title: corner < 0 ? words.say("choose_corner") : words.say("corner", { number: corner + 1 }),
    });
    for (const handle of this.handles.children) {
      attributes(handle, {
        "aria-pressed": String(handle.getAttribute("data-id") === this.corner),
      });
    }
  }

  onDelete(target: Element): boolean {
    const id = target.closest(".re-corner")?.getAttribute("data-id");
    const corner = this.state.room.walls.findIndex((wall) => wall.id === id);
    if (corner < 0) return false;
    this.corners.remove(corner);
    return true;
  }
}

function whole({ x, y }: Corner): Corner {
  return { x: rounded(x), y: rounded(y) };
}

function makeMark(): SVGLineElement {
  return svg("line", {});
}

function makeWall(): SVGLineElement {
  return svg("line", { role: "button", tabindex: -1 });
}

function makeCorner(): SVGCircleElement {
  return svg("circle", { class: "re-corner", role: "button", tabindex: 0 });
}

function makeStanding(work: Standing): SVGGElement {
  const attributes = { class: `re-standing re-standing-${work.kind}`, role: "button", tabindex: 0 };
  return svg("g", attributes, svg("polygon", {}), svg("image", { class: "re-thumb" }));
}
