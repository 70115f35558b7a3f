/**
 * Details on a 3D object in Wagtail's page editor: the object's block, with a button above its form
 * that opens the object. Without it (or without WebGL) the numbers in the form remain.
 */

import { button, html } from "../../shared/dom.ts";
import type { PointEditor, PointMeta } from "./editor.ts";
import type { ObjectBlock } from "./form.ts";

interface StructDefinition {
  readonly meta: PointMeta;
  render(placeholder: HTMLElement, prefix: string, state: unknown, error: unknown): ObjectBlock;
}

const { StructBlockDefinition } = (
  window.wagtailStreamField as unknown as {
    blocks: { StructBlockDefinition: new (...args: never[]) => StructDefinition };
  }
).blocks;

class ObjectDefinition extends StructBlockDefinition {
  declare readonly meta: PointMeta;

  override render(
    placeholder: HTMLElement,
    prefix: string,
    state: unknown,
    error: unknown,
  ): ObjectBlock {
    const form = html("div", {});
    const stage = html("div", { class: "pe-stage" });
    const holder = html("div", { class: "pe" }, stage, form);
    const inner = html("div", {});
    placeholder.replaceWith(holder);
    form.append(inner);
    const block = super.render(inner, prefix, state, error);
    offer(stage, form, block, this.meta);
    return block;
  }
}

/** Offer to open the object; whatever happens there is written into the form below. */
function offer(stage: HTMLElement, form: HTMLElement, block: ObjectBlock, meta: PointMeta): void {
  let editor: PointEditor | null = null;
  const say = (key: string): string => meta.words[key] ?? "";
  const notice = html("p", { class: "pe-notice", role: "status" });
  const opener = button(say("open"), () => void toggle());
  opener.setAttribute("aria-expanded", "false");
  const body = html("div", { class: "pe-body", hidden: true });
  stage.append(opener, notice, body);
  form.addEventListener("focusin", (event) => editor?.attend(event.target as Element));

  async function toggle(): Promise<void> {
    if (!body.hidden) {
      close();
      return;
    }
    if (!block.childBlocks.object.getState()) return void (notice.textContent = say("choose"));
    notice.textContent = say("loading");
    body.hidden = false;
    try {
      const { openEditor } = await import("./editor.ts");
      editor = await openEditor(body, block, meta);
      notice.textContent = "";
      opener.textContent = say("close");
      opener.setAttribute("aria-expanded", "true");
    } catch (error) {
      console.error(error);
      close();
      notice.textContent = say("failed");
    }
  }

  function close(): void {
    editor?.dispose();
    editor = null;
    body.replaceChildren();
    body.hidden = true;
    opener.textContent = say("open");
    opener.setAttribute("aria-expanded", "false");
  }
}

window.telepath.register("museum.objects.Object", ObjectDefinition);
