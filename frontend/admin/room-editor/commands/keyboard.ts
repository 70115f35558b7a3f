/** The editor's keys; what is typed into its fields is left alone. */

import type { Editor } from "../editor.ts";

const FINE = 1;
const COARSE = 10;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function onKey(editor: Editor, event: KeyboardEvent): void {
  const target = event.target as Element;
  if (target.closest("input, select, textarea, [contenteditable], .re-writing")) return;
  const handled =
    event.ctrlKey || event.metaKey ? withControl(editor, event) : plain(editor, event);
  if (handled) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function withControl(editor: Editor, event: KeyboardEvent): boolean {
  const { commands } = editor;
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
      return chooseToo(editor, event.target as Element);
    default:
      return false;
  }
}

/** Choose the focused work as well; from now on focus moves without choosing, until Escape. */
function chooseToo(editor: Editor, target: Element): boolean {
  const id = target.closest("[data-id]")?.getAttribute("data-id");
  if (!id) return false;
  if (editor.choosing) editor.pick(id, true);
  editor.choosing = true;
  return true;
}

function plain(editor: Editor, event: KeyboardEvent): boolean {
  const { commands } = editor;
  const onDrawing = (event.target as Element).closest(".re-elevation, .re-plan, .re-stage");
  switch (event.key) {
    case "PageUp":
      editor.showWall(editor.wall - 1);
      return true;
    case "PageDown":
      editor.showWall(editor.wall + 1);
      return true;
    case "Escape":
      editor.choosing = false;
      return editor.cancel();
  }
  if (!onDrawing) return false;
  if (event.key in ARROWS) return onArrow(editor, event);
  if (event.key === "Delete" || event.key === "Backspace") {
    if (!editor.plan.onDelete(event.target as Element)) commands.remove();
    return true;
  }
  if (event.key === "Enter") {
    commands.openText();
    return editor.writing.open;
  }
  return false;
}

function onArrow(editor: Editor, event: KeyboardEvent): boolean {
  const [dx, dy] = ARROWS[event.key]!;
  const by = event.shiftKey ? COARSE : FINE;
  if (editor.plan.onArrow(event.target as Element, dx * by, -dy * by, event.altKey)) return true;
  if (editor.selectedWorks().length === 0) return false;
  if (event.altKey) editor.commands.grow((dx + dy) * by);
  else editor.commands.nudge(dx * by, dy * by);
  return true;
}
