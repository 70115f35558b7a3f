/** The buttons above the wall: which wall, undo, arranging, adding. */

import type { Arrangement } from "../model/arrange.ts";
import { attributes, button, html, icon } from "../../../shared/dom.ts";
import { drawing, type Drawn } from "../../../shared/icons.ts";
import type { WorkCommands } from "../commands/works.ts";
import type { EditorState } from "../model/state.ts";
import type { Preview } from "./preview.ts";
import type { Elevation } from "./wall/elevation.ts";
import { WindowBar } from "./window-bar.ts";

export class Toolbar {
  readonly element: HTMLElement;
  readonly help: HTMLElement;
  private readonly made = new Map<string, HTMLButtonElement>();
  private readonly walls = html("select", { class: "re-select" });
  private readonly gap = html("input", { type: "number", class: "re-number", min: 0, value: 20 });
  private readonly windowBar: WindowBar;
  private readonly measure = html("span", { class: "re-quiet" });

  constructor(
    private readonly state: EditorState,
    commands: WorkCommands,
    elevation: Elevation,
    private readonly preview: Preview,
  ) {
    const { words } = state;
    this.windowBar = new WindowBar(state);
    const drawn = (name: Drawn, act: () => void): HTMLButtonElement => {
      return this.keep(name, button(words.say(name), act, drawing(name), name));
    };
    const named = (name: string, symbol: string, act: () => void): HTMLButtonElement => {
      const made = this.keep(name, button(words.say(name), act, null, name));
      made.prepend(icon(symbol));
      return made;
    };
    const arranged = (name: Arrangement): HTMLButtonElement =>
      drawn(name, () => commands.arrange(name, Number(this.gap.value) || 0));
    this.walls.setAttribute("aria-label", words.say("elevation"));
    this.walls.addEventListener("change", () => state.showWall(Number(this.walls.value)));
    this.gap.setAttribute("aria-label", words.say("gap_cm"));
    this.gap.title = words.say("gap_cm");
    const zoom = (by: number) => (): void => {
      elevation.zoom = by ? Math.max(1, Math.min(12, elevation.zoom * by)) : 1;
      elevation.draw();
    };
    // The next wall is on the visitor's right in every language, as in the plan.
    const chooser = group(
      drawn("previous_wall", () => state.showWall(state.wall - 1)),
      this.walls,
      drawn("next_wall", () => state.showWall(state.wall + 1)),
    );
    chooser.dir = "ltr";
    this.walls.dir = document.documentElement.dir;
    this.element = html(
      "div",
      { class: "re-toolbar", role: "toolbar", "aria-label": words.say("editor") },
      row(
        chooser,
        this.measure,
        group(
          named("add_text", "plus", () => commands.addToWall("text")),
          named("add_door", "plus", () => commands.addToWall("door")),
        ),
        group(
          drawn("zoom_out", zoom(1 / 1.5)),
          drawn("zoom_fit", zoom(0)),
          drawn("zoom_in", zoom(1.5)),
          drawn("whole_window", () => state.toggleWindow()),
          named("preview", "view", () => {
            preview.toggle();
            this.draw();
          }),
        ),
      ),
      row(
        group(
          drawn("undo", () => commands.undo()),
          drawn("redo", () => commands.redo()),
        ),
        group(arranged("align_top"), arranged("align_middle"), arranged("align_bottom")),
        group(arranged("distribute"), arranged("equal_gaps"), this.gap, arranged("centre")),
        group(
          drawn("duplicate", () => commands.duplicate()),
          drawn("lock", () => commands.toggleLock()),
          this.keep(
            "remove",
            button(words.say("remove"), () => commands.remove(), icon("bin"), "remove"),
          ),
        ),
        this.windowBar.element,
      ),
    );
    const summary = html("summary", {}, words.say("keys"));
    this.help = html(
      "details",
      { class: "re-help" },
      summary,
      html("p", {}, words.say("keys_help")),
    );
  }

  private keep(name: string, made: HTMLButtonElement): HTMLButtonElement {
    this.made.set(name, made);
    return made;
  }

  draw(): void {
    const { state } = this;
    const { room, words } = state;
    const names = room.walls.map((_, index) => state.wallName(index));
    if (names.join("\n") !== Array.from(this.walls.options, ({ text }) => text).join("\n")) {
      this.walls.replaceChildren(...names.map((name, value) => html("option", { value }, name)));
    }
    this.walls.value = String(state.wall);
    const length = Math.round(room.walls[state.wall]?.length ?? 0);
    this.measure.textContent = words.say("wall_length", { length });
    const chosen = state.selectedWorks().length;
    const enough: Record<string, boolean> = {
      undo: state.history.canUndo,
      redo: state.history.canRedo,
      align_top: chosen > 1,
      align_middle: chosen > 1,
      align_bottom: chosen > 1,
      distribute: chosen > 2,
      equal_gaps: chosen > 1,
      centre: chosen > 0,
      duplicate: state.selected.size > 0,
      lock: state.selected.size > 0,
      remove: state.selected.size > 0,
    };
    for (const [name, on] of Object.entries(enough)) {
      // Not `disabled`: the focus would be lost when the last step is undone.
      this.made.get(name)?.setAttribute("aria-disabled", String(!on));
    }
    this.made.get("preview")?.setAttribute("aria-pressed", String(this.preview.open));
    this.drawWindow();
    this.windowBar.draw();
    const locked = [...state.selected].some((id) => state.locked.has(id));
    this.made.get("lock")?.setAttribute("aria-pressed", String(locked));
  }

  private drawWindow(): void {
    const { wholeWindow, words } = this.state;
    const label = words.say(wholeWindow ? "leave_window" : "whole_window");
    attributes(this.made.get("whole_window")!, {
      "aria-label": label,
      "aria-pressed": String(wholeWindow),
      title: label,
    });
  }
}

function group(...parts: HTMLElement[]): HTMLElement {
  return html("div", { class: "re-group" }, ...parts);
}

function row(...parts: HTMLElement[]): HTMLElement {
  return html("div", { class: "re-bar" }, ...parts);
}
