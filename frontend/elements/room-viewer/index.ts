/**
 * `<museum-room scene="…" list="…">`: the walk in 3D above the list of a room's works. It opens on the
 * room's picture; the walk is loaded once it is asked for: by *Enter*, by an address that names a
 * work, a place or a tour, by a call, or in a preview.
 *
 * Attributes: `scene` the scene's address (or `#id` of a JSON script in a preview), `list` the id
 * of the page's list. `data-state` tells loading, ready, list (the list alone, with `data-reason`)
 * or failed; `data-entered` is there while the visitor is in the room.
 * Properties: `stats` (drawCalls, triangles, shellTriangles, textureBytes, frames, frameTime).
 * Methods: `load()`, `goTo(workId)`, `enter()`, `leave()`, and for the editor's preview `show(scene)`
 * and `guide(workId)`.
 * Events: `room-front` {id} when another work is in front, `room-door` {target, href} before a
 * door is taken (it can be cancelled), `room-state` {state} whenever the state changes.
 */

import { hasWebGl, savesData } from "../../shared/browser.ts";
import { WorksList } from "./scene/works-list.ts";
import type { Scene } from "./scene/scene.ts";
import { type Stats, noStats } from "./engine/stats.ts";
import type { RoomElement } from "./visit/room-element.ts";
import type { Visit } from "./visit/visit.ts";
import { guidedIn, spotIn, workIn } from "./visit/trail.ts";
import { Words } from "../../shared/words.ts";

type State = "loading" | "ready" | "list" | "failed";

const NOTHING = noStats();

export class MuseumRoom extends HTMLElement implements RoomElement {
  words!: Words;
  private visit: Visit | null = null;
  private loading: Promise<Visit | null> | null = null;

  connectedCallback(): void {
    if (this.words) return;
    this.words = Words.in(this);
    this.addEventListener("click", (event) => {
      const asked = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
      if (asked === "enter") void this.enter();
      if (asked === "anyway") void this.load();
    });
    addEventListener("hashchange", () => this.followHash());
    if (savesData()) return this.rest("save-data", true);
    this.followHash();
    if (this.getAttribute("scene")?.startsWith("#")) void this.load();
  }

  disconnectedCallback(): void {
    // Moved within the page it lives on; gone for good it lets go of the graphics card.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.visit?.dispose();
    });
  }

  get list(): WorksList {
    return new WorksList(document.getElementById(this.getAttribute("list") ?? "") ?? document);
  }

  get stats(): Readonly<Stats> {
    return this.visit?.stats ?? NOTHING;
  }

  /** Stand before a work or wall text; resolves to false when the room does not hold it. */
  async goTo(workId: string): Promise<boolean> {
    const visit = await this.load();
    return visit ? visit.goTo(workId) : false;
  }

  /** Bring the walk, where it can be: it shows the room as one sees it from its entrance. */
  load(): Promise<Visit | null> {
    this.loading ??= this.open();
    return this.loading;
  }

  async enter(): Promise<void> {
    (await this.load())?.enter();
  }

  leave(): void {
    this.visit?.leave();
  }

  /** Enter, and begin the guided visit: with a work, or from its first stop. */
  async guide(workId = ""): Promise<void> {
    await this.enter();
    await this.visit?.guide(workId);
  }

  /** Show a scene without fetching it: the editor's preview. */
  async show(scene: Scene): Promise<void> {
    (await this.load())?.show(scene, null);
  }

  setState(state: State, reason = ""): void {
    this.dataset.state = state;
    if (reason) this.dataset.reason = reason;
    else delete this.dataset.reason;
    const entrance = this.querySelector("[data-do=enter]");
    entrance?.setAttribute("aria-busy", String(state === "loading"));
    this.dispatchEvent(new CustomEvent("room-state", { bubbles: true, detail: { state } }));
  }

  /** Stay with the list and say why; `offer` a way to the room all the same. */
  rest(reason: string, offer = false, state: State = "list"): void {
    this.furnish();
    this.visit = null;
    this.loading = offer ? null : Promise.resolve(null);
    this.setState(state, reason);
    const why = this.querySelector<HTMLElement>("[data-part=why]");
    const stage = this.querySelector<HTMLElement>(".walk__stage");
    if (!why || !stage) return;
    const focused = this.contains(document.activeElement);
    stage.hidden = true;
    why.hidden = false;
    why.textContent = this.words.say(reason);
    if (offer) why.append(" ", this.offer());
    // Whoever was in the room is told why it went, where they can go on.
    if (focused) why.focus();
  }

  private offer(): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.do = "anyway";
    button.textContent = this.words.say("anyway");
    return button;
  }

  /** Put the stage in its place, which the picture has held for it. */
  private furnish(): void {
    if (this.querySelector(".walk__stage")) return;
    const stage = this.querySelector<HTMLTemplateElement>("template[data-stage]")!;
    this.append(stage.content.cloneNode(true));
  }

  private async open(): Promise<Visit | null> {
    if (!hasWebGl()) {
      this.rest("no-webgl");
      return null;
    }
    this.furnish();
    this.querySelector<HTMLElement>("[data-part=why]")!.hidden = true;
    this.querySelector<HTMLElement>(".walk__stage")!.hidden = false;
    this.setState("loading");
    try {
      const { openVisit } = await import("./visit/visit.ts");
      this.visit = await openVisit(this, this.getAttribute("scene") ?? "");
      this.setState("ready");
      return this.visit;
    } catch (error) {
      const unknown = (error as Error).name === "UnknownScene";
      this.rest(unknown ? "version" : "network", !unknown, "failed");
      return null;
    }
  }

  private followHash(): void {
    if (this.visit && !this.visit.isHere) return;
    const { hash, search } = location;
    const known = this.list.get(workIn(hash)) ?? spotIn(hash) ?? (hash ? null : guidedIn(search));
    if (!known || this.dataset.state === "list") return;
    void this.enter().then(() => this.visit?.followAddress());
  }
}

customElements.define("museum-room", MuseumRoom);
