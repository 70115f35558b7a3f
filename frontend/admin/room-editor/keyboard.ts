/** The editor's keys; what is typed into its fields is left alone. */

import type { WorkCommands } from "./commands/works.ts";
import type { EditorState } from "./model/state.ts";
import type { PlanView } from "./views/plan.ts";
import type { Elevation } from "./views/wall/elevation.ts";
import type { Writing } from "./views/wall/writing.ts";

const FINE = 1;
const COARSE = 10;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What keys act upon. */
interface Parts {
  readonly state: EditorState;
  readonly commands: WorkCommands;
  readonly elevation: Elevation;
  readonly plan: PlanView;
  readonly writing: Writing;
}

export class Keyboard {
  constructor(private readonly parts: Parts) {}

  onKey(event: KeyboardEvent): void {
    const target = event.target as Element;
    if (target.closest("input, select, textarea, [contenteditable], .re-writing")) return;
    const handled = event.ctrlKey || event.metaKey ? this.withControl(event) : this.plain(event);
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private withControl(event: KeyboardEvent): boolean {
    const { commands } = this.parts;
    switch (event.key.toLowerCase()) {
      case "z":
        if (event.shiftKey) commands.redo();
        else commands.undo();
        return true;
      case "y":
        commands.redo();
        return true;
      case "d":
        commands.duplicate();
        return true;
      case "c":
        commands.copy();
        return true;
      case "v":
        commands.paste();
        return true;
      case "a":
        commands.selectAll();
        return true;
      case " ":
        return this.chooseToo(event.target as Element);
      default:
        return false;
    }
  }

  /** Choose the focused work as well; from now on focus moves without choosing, until Escape. */
  private chooseToo(target: Element): boolean {
    const { state } = this.parts;
    const id = target.closest("[data-id]")?.getAttribute("data-id");
    if (!id) return false;
    if (state.choosing) state.pick(id, true);
    state.choosing = true;
    return true;
  }

  private plain(event: KeyboardEvent): boolean {
    const { commands, plan, state, writing } = this.parts;
    const onDrawing = (event.target as Element).closest(".re-elevation, .re-plan, .re-stage");
    switch (event.key) {
      case "PageUp":
      case "PageDown":
        return this.toWall(event.key === "PageUp" ? -1 : 1, event.shiftKey);
      case "Escape":
        state.choosing = false;
        return this.cancel();
    }
    if (!onDrawing) return false;
    if (event.key in ARROWS) return this.onArrow(event);
    if (event.key === "Delete" || event.key === "Backspace") {
      if (!plan.onDelete(event.target as Element)) commands.remove();
      return true;
    }
    if (event.key === "Enter") {
      commands.openText();
      return writing.open;
    }
    return false;
  }

  /** Show the next wall or the one before; with Shift the chosen works go there, too. */
  private toWall(by: number, along: boolean): boolean {
    const { commands, state } = this.parts;
    const count = state.room.walls.length;
    if (along && state.selectedWorks().length) commands.moveTo((state.wall + by + count) % count);
    else state.showWall(state.wall + by);
    return true;
  }

  private onArrow(event: KeyboardEvent): boolean {
    const { commands, plan, state } = this.parts;
    const [dx, dy] = ARROWS[event.key]!;
    const by = event.shiftKey ? COARSE : FINE;
    if (plan.onArrow(event.target as Element, dx * by, -dy * by, event.altKey)) return true;
    if (state.selectedWorks().length === 0) return false;
    if (event.altKey) commands.grow((dx + dy) * by);
    else commands.nudge(dx * by, dy * by);
    return true;
  }

  /** Put back what is being dragged; without a drag, choose nothing, then leave the whole window. */
  private cancel(): boolean {
    const { elevation, plan, state } = this.parts;
    if (elevation.cancel() || plan.cancel()) {
      state.announce("said_cancelled");
      return true;
    }
    if (state.selected.size > 0) {
      state.select([]);
      return true;
    }
    if (!state.wholeWindow) return false;
    state.toggleWindow();
    return true;
  }
}
