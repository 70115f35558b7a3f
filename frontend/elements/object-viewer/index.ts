/**
 * `<object-viewer model="…" width-cm="…" height-cm="…" depth-cm="…">`: a 3D object to be turned.
 *
 * Holds the poster and a button to begin with, which is all there is without scripts, and two
 * templates: the tools and the words. `details` names the list of details in the page, whose items
 * say where they lie: `data-point="x y z"` in metres and `data-normal="x y z"`, as glTF has them.
 * The sizes in cm are the catalogue's; the model's own are shown where they are not given.
 * `data-state` tells poster, loading, ready, lost (the graphics card forgot it; it comes back),
 * unsupported or failed. Property: `stats` (drawCalls, triangles, frames). Methods: `open()`,
 * `close()`, `goTo(number)` to a detail from 1. Event: `object-detail` {number} when one is shown.
 * three.js and the model are loaded when the visitor asks to turn the object, never before.
 */

import { hasWebGl } from "../../shared/browser.ts";
import { Words } from "../../shared/words.ts";
import type { Look } from "./look.ts";
import type { ObjectElement, ObjectState } from "./object-element.ts";
import type { Stats } from "../../three/stage.ts";

const NOTHING: Stats = { drawCalls: 0, triangles: 0, frames: 0 };

export class ObjectViewer extends HTMLElement implements ObjectElement {
  words!: Words;
  private look: Look | null = null;
  private opening: Promise<void> | null = null;

  connectedCallback(): void {
    if (this.dataset.state) return;
    this.words = Words.in(this);
    this.setState("poster");
    for (const begin of this.querySelectorAll<HTMLElement>("[data-do=open]")) {
      begin.hidden = false;
      begin.addEventListener("click", () => void this.open());
    }
  }

  disconnectedCallback(): void {
    this.close();
  }

  get stats(): Readonly<Stats> {
    return this.look?.stats ?? NOTHING;
  }

  /** The page's list of details, in their order. */
  get details(): HTMLElement[] {
    const list = document.getElementById(this.getAttribute("details") ?? "");
    return [...(list?.querySelectorAll<HTMLElement>("[data-point]") ?? [])];
  }

  open(): Promise<void> {
    this.opening ??= this.begin().finally(() => (this.opening = null));
    return this.opening;
  }

  close(): void {
    this.look?.dispose();
    this.look = null;
    if (this.dataset.state !== "poster") this.setState("poster");
  }

  /** Show a detail by its number, from 1. */
  async goTo(number: number): Promise<void> {
    await this.open();
    this.look?.tour.show(number);
  }

  /** Loading, failing and being lost are said to everybody: on the stage and to screen readers. */
  setState(state: ObjectState): void {
    this.dataset.state = state;
    const status = this.querySelector("[data-part=notice]");
    if (status) status.textContent = this.words.say(state);
  }

  private async begin(): Promise<void> {
    if (this.look) return;
    if (!hasWebGl()) {
      this.setState("unsupported");
      return;
    }
    this.setState("loading");
    try {
      const { Look } = await import("./look.ts");
      const look = await Look.at(this);
      if (!this.isConnected) {
        look.dispose();
        return;
      }
      this.look = look;
      this.setState("ready");
    } catch (error) {
      console.error(error);
      this.setState("failed");
    }
  }
}

customElements.define("object-viewer", ObjectViewer);
