/**
 * The visual room editor in Wagtail's page editor: the block of a room's walls, rendered as the
 * editor above its plain form. Without it (or without JavaScript's modules) the form still works.
 */

import { html } from "../../shared/dom.ts";
import { Editor } from "./editor.ts";
import type { EditorMeta } from "./model/state.ts";
import type { State, StreamBlock } from "../../shared/wagtail.ts";

const { StreamBlockDefinition } = window.wagtailStreamField.blocks;

class WallsDefinition extends StreamBlockDefinition {
  declare readonly meta: EditorMeta;

  override render(
    placeholder: HTMLElement,
    prefix: string,
    state: State,
    error: unknown,
  ): StreamBlock {
    const form = html("details", { class: "re-form", open: Boolean(error) });
    form.append(html("summary", {}, this.meta.words.form ?? ""), html("div", {}));
    const holder = html("div", {}, form);
    placeholder.replaceWith(holder);
    const walls = super.render(form.lastElementChild as HTMLElement, prefix, state, error);
    // The floor's block and the page's other fields are rendered after this one.
    requestAnimationFrame(() => {
      const editor = new Editor(walls, this.meta);
      holder.prepend(editor.element);
      editor.arrive(location.hash);
    });
    return walls;
  }
}

window.telepath.register("museum.rooms.Walls", WallsDefinition);
