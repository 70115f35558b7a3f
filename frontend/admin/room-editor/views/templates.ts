/** A room without walls begins with a template, or with the plan and looks of another room. */

import { type Corner, TEMPLATES, type RoomTemplate } from "../../../shared/geometry/index.ts";
import type { OtherRoom, WallFields } from "../model/lookup.ts";
import { html, svg } from "../../../shared/dom.ts";
import type { EditorState } from "../model/state.ts";
import type { Change } from "../../../shared/history.ts";
import type { Fields } from "../../../shared/wagtail.ts";

/** What a room begins with; `space` are the page form's own inputs. */
interface Beginning {
  readonly walls: readonly Partial<WallFields>[];
  readonly space: Readonly<Record<string, string | number | null>>;
}

export class TemplateChooser {
  readonly element: HTMLElement;
  private readonly rooms = html("div", { class: "re-template-list" });
  private readonly fromRooms: HTMLElement;
  private known: readonly OtherRoom[] = [];

  constructor(private readonly state: EditorState) {
    const { words } = state;
    const templates = TEMPLATES.map((one) => this.template(one));
    this.fromRooms = html(
      "div",
      { hidden: true },
      html("p", {}, words.say("from_room")),
      this.rooms,
    );
    this.element = html(
      "div",
      { class: "re-templates" },
      html("p", {}, words.say("no_walls")),
      html("div", { class: "re-template-list" }, ...templates),
      this.fromRooms,
    );
  }

  draw(): void {
    const { room, lookup, form } = this.state;
    this.element.hidden = room.walls.length > 0;
    if (this.element.hidden || this.known === lookup.rooms) return;
    this.known = lookup.rooms;
    const others = this.known.filter(
      ({ id, walls }) => String(id) !== form.page.room && walls.length > 2,
    );
    this.fromRooms.hidden = others.length === 0;
    this.rooms.replaceChildren(...others.map((other) => this.other(other)));
  }

  private template({ name, corners, start, height }: RoomTemplate): HTMLElement {
    const walls = corners.map(({ x, y }) => ({ corner_x: x, corner_y: y }));
    const { x, y, heading = 0 } = start;
    const space = { start_x: x, start_y: y, start_heading: heading, height };
    const made = this.choice(this.state.words.say(`template_${name}`), corners, { walls, space });
    made.dataset.template = name;
    return made;
  }

  private other({ id, title, walls, space }: OtherRoom): HTMLElement {
    const corners = walls.map(({ corner_x, corner_y }) => ({ x: corner_x, y: corner_y }));
    const made = this.choice(title, corners, { walls, space });
    made.dataset.from = String(id);
    return made;
  }

  private choice(label: string, corners: readonly Corner[], beginning: Beginning): HTMLElement {
    const points = corners.map(({ x, y }) => `${x},${y}`).join(" ");
    const [left, width] = span(corners.map(({ x }) => x));
    const [top, depth] = span(corners.map(({ y }) => y));
    const side = Math.max(width, depth) + 80;
    const box = `${left + (width - side) / 2} ${top + (depth - side) / 2} ${side} ${side}`;
    const drawing = svg(
      "svg",
      { viewBox: box, direction: "ltr", "aria-hidden": "true" },
      svg("polygon", { points }),
    );
    const size = `${(width / 100).toFixed(1)} × ${(depth / 100).toFixed(1)} m`;
    const made = html(
      "button",
      { type: "button", class: "re-template" },
      drawing,
      html("strong", { dir: "auto" }, label),
      html("span", { dir: "ltr" }, size),
    );
    made.addEventListener("click", () => this.begin(beginning));
    return made;
  }

  private begin({ walls, space }: Beginning): void {
    const { state } = this;
    const { form } = state;
    const inserts = walls.map((wall, index): Change => {
      const block = form.fresh("walls", "wall", texts(wall));
      return { type: "insert", stream: "walls", index, state: block };
    });
    const inputs = Object.entries(space).flatMap(([name, value]) =>
      state.form.inputChange(name, String(value ?? "")),
    );
    state.perform([...inserts, ...inputs]);
    state.announce("said_template", { count: walls.length });
    state.events.tell("refocus", undefined);
  }
}

/** A wall's fields as the form's inputs hold them. */
function texts(wall: Partial<WallFields>): Fields {
  return Object.fromEntries(
    Object.entries(wall).map(([name, value]) => [
      name,
      name === "finish" ? [value] : String(value),
    ]),
  );
}

function span(values: readonly number[]): [number, number] {
  const least = Math.min(...values);
  return [least, Math.max(...values) - least];
}
