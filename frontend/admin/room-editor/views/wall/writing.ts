/**
 * A wall text edited in place: the form's own field comes to the work on the wall, and goes back
 * where it was. So there is one field, with the form's own editor, errors and translations.
 */

import { button, html } from "../../../../shared/dom.ts";
import type { EditorState } from "../../model/state.ts";
import { settleTexts, type State } from "../../../../shared/wagtail.ts";

const FIELD = "text";
const WIDTH_PX = 380;

export class Writing {
  readonly element: HTMLElement;
  private readonly holder = html("div", { class: "re-writing-field" });
  private id = "";
  private before: State = null;
  private home: Comment | null = null;
  private field: HTMLElement | null = null;

  constructor(private readonly state: EditorState) {
    const { words } = state;
    const done = button(words.say("done"), () => this.close(), null, "done");
    this.element = html(
      "div",
      { class: "re-writing", hidden: true, role: "group", "aria-label": words.say("edit_text") },
      this.holder,
      done,
    );
    for (const kind of ["input", "keyup", "click"]) {
      this.element.addEventListener(kind, () => state.refreshSoon());
    }
    this.element.addEventListener("keydown", (event) => {
      // Other keys go on: Draftail hears them at the document, and `onKey` leaves them alone.
      if (event.key !== "Escape") return;
      this.close();
      event.stopPropagation();
    });
    // A press anywhere else ends the writing; Draftail's own menus lie outside of the form.
    document.addEventListener("pointerdown", (event) => {
      const target = event.target as Element;
      const editor = this.element.closest(".room-editor");
      if (this.id && editor?.contains(target) && !this.element.contains(target)) this.close();
    });
  }

  get open(): boolean {
    return this.id !== "";
  }

  /** Bring the field of a wall text to it. */
  start(id: string): void {
    this.close();
    const block = this.state.form.find(id)?.child.block.childBlocks[FIELD];
    if (!block?.element) return;
    this.id = id;
    this.before = block.getState();
    this.field = block.element;
    this.home = document.createComment("");
    this.field.replaceWith(this.home);
    this.holder.replaceChildren(this.field);
    this.element.hidden = false;
    this.place();
    block.focus();
    this.element.scrollIntoView({ block: "nearest" });
  }

  /** Give the field back; what was written is one step of the history. */
  close(): void {
    const { id, field, home, before } = this;
    if (!id) return;
    this.id = "";
    this.element.hidden = true;
    const block = this.state.form.find(id)?.child.block.childBlocks[FIELD];
    if (field && home) home.replaceWith(field);
    if (!block || !field) return;
    settleTexts(field);
    const after = block.getState();
    if (written(before) !== written(after)) {
      this.state.history.record([{ type: "field", id, field: FIELD, from: before, to: after }]);
    }
    this.state.refresh();
    this.state.reveal(id);
  }

  /** Beside the work, within the drawing. */
  private place(): void {
    const stage = this.element.parentElement!;
    const work = stage.querySelector(`[data-id="${CSS.escape(this.id)}"]`);
    if (!work) return;
    const [box, within] = [work.getBoundingClientRect(), stage.getBoundingClientRect()];
    const width = Math.min(WIDTH_PX, within.width);
    const left = Math.max(0, Math.min(within.width - width, box.left - within.left));
    this.element.style.width = `${width}px`;
    this.element.style.transform = `translate(${left}px, ${Math.max(0, box.top - within.top)}px)`;
  }
}

/** The text of an editor's state, to see whether anything was written. */
function written(state: State): string {
  const editor = state as { getCurrentContent?(): { toJS?(): unknown } } | null;
  return JSON.stringify(editor?.getCurrentContent?.() ?? state);
}
