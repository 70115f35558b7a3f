/** A room without walls begins with one of the templates. */

import { TEMPLATES, type RoomTemplate } from "../rooms-geometry/index.ts";
import { html, svg } from "./dom.ts";
import type { Editor } from "./editor.ts";
import type { Change } from "./form.ts";

export class TemplateChooser {
  readonly element: HTMLElement;

  constructor(private readonly editor: Editor) {
    this.element = html(
      "div",
      { class: "re-templates" },
      html("p", {}, editor.words.say("no_walls")),
      html("div", { class: "re-template-list" }, ...TEMPLATES.map((one) => this.choice(one))),
    );
  }

  draw(): void {
    this.element.hidden = this.editor.room.walls.length > 0;
  }

  private choice(template: RoomTemplate): HTMLElement {
    const points = template.corners.map(({ x, y }) => `${x},${y}`).join(" ");
    const width = Math.max(...template.corners.map(({ x }) => x));
    const depth = Math.max(...template.corners.map(({ y }) => y));
    const side = Math.max(width, depth) + 80;
    const box = `${(width - side) / 2} ${(depth - side) / 2} ${side} ${side}`;
    const drawing = svg(
      "svg",
      { viewBox: box, direction: "ltr", "aria-hidden": "true" },
      svg("polygon", { points }),
    );
    const label = this.editor.words.say(`template_${template.name}`);
    const size = `${(width / 100).toFixed(1)} × ${(depth / 100).toFixed(1)} m`;
    const made = html(
      "button",
      { type: "button", class: "re-template", "data-template": template.name },
      drawing,
      html("strong", {}, label),
      html("span", { dir: "ltr" }, size),
    );
    made.addEventListener("click", () => this.begin(template));
    return made;
  }

  private begin(template: RoomTemplate): void {
    const { editor } = this;
    const { commands, form } = editor;
    const walls = template.corners.map(({ x, y }, index): Change => {
      const corner = { corner_x: String(x), corner_y: String(y) };
      return { type: "insert", stream: "walls", index, state: form.fresh("walls", "wall", corner) };
    });
    const { x, y, heading = 0 } = template.start;
    editor.perform([
      ...walls,
      ...commands.input("start_x", String(x)),
      ...commands.input("start_y", String(y)),
      ...commands.input("start_heading", String(heading)),
      ...commands.input("height", String(template.height)),
    ]);
    editor.announce("said_template", { count: walls.length });
    editor.element.querySelector<HTMLElement>(".re-stage")?.focus();
  }
}
