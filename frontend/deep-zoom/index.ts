/**
 * `<deep-zoom source="…" kind="iiif|image" width-cm="…">`: look at a picture to its last stroke.
 *
 * Holds a link to the large picture, which is all there is without scripts, and two templates: the
 * stage (a dialog) and the words. `source` is the address of info.json, or of one picture with the
 * kind "image"; `width-cm` the real width, for the scale bar.
 * `data-state` tells closed, loading, ready or failed. Methods: `open()`, `close()`.
 * The view is kept in the address as `#xywh=percent:x,y,w,h&rotate=90`; such a link opens it again.
 * OpenSeadragon is loaded when the visitor asks to look, never before.
 */

import { Words } from "../room-viewer/words.ts";
import { readView } from "./address.ts";
import type { Look } from "./look.ts";

export class DeepZoom extends HTMLElement {
  private look: Look | null = null;
  private dialog: HTMLDialogElement | null = null;
  private words!: Words;

  connectedCallback(): void {
    if (this.dataset.state) return;
    this.dataset.state = "closed";
    this.words = new Words(this);
    this.querySelector("a")?.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void this.open();
    });
    if (readView(location.hash)) void this.open();
  }

  disconnectedCallback(): void {
    this.close();
  }

  async open(): Promise<void> {
    const dialog = this.stage();
    if (!dialog || dialog.open) return;
    dialog.showModal();
    this.tell("loading");
    try {
      const { Look } = await import("./look.ts");
      this.look = await Look.at(dialog, this.words, {
        source: this.getAttribute("source") ?? "",
        tiled: this.getAttribute("kind") === "iiif",
        widthCm: Number(this.getAttribute("width-cm")) || null,
      });
      if (!dialog.open) return this.close();
      this.dataset.state = "ready";
    } catch (error) {
      console.error(error);
      this.tell("failed");
    }
  }

  close(): void {
    this.dialog?.close();
  }

  /** Loading and failing are said to everybody: on the stage and to screen readers. */
  private tell(state: "loading" | "failed"): void {
    this.dataset.state = state;
    const status = this.dialog?.querySelector("[data-part=status]");
    if (status) status.textContent = this.words.say(state);
  }

  private stage(): HTMLDialogElement | null {
    if (this.dialog) return this.dialog;
    const template = this.querySelector<HTMLTemplateElement>("template[data-stage]");
    if (!template) return null;
    this.append(template.content.cloneNode(true));
    this.dialog = this.querySelector("dialog");
    this.dialog?.querySelector("[data-do=close]")?.addEventListener("click", () => this.close());
    this.dialog?.addEventListener("close", () => {
      this.look?.dispose();
      this.look = null;
      this.dataset.state = "closed";
    });
    return this.dialog;
  }
}

customElements.define("deep-zoom", DeepZoom);
