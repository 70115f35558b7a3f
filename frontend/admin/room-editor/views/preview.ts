/**
 * The visitors' own walk beside the wall: Wagtail's preview of the form in a frame. Its scene comes
 * from the server once; then moves and sizes follow the form at once, and new works load it anew.
 */

import type { MuseumRoom } from "../../../elements/room-viewer/index.ts";
import type { Scene, WallWork } from "../../../elements/room-viewer/scene/scene.ts";
import { html } from "../../../shared/dom.ts";
import type { EditorState } from "../model/state.ts";
import { type Room, type Standing, type Work, workById } from "../model/room.ts";
import { toldIn } from "../model/visit.ts";

const PAUSE_MS = 250;
/** The frame shows the walk and nothing else of the page. */
const ALONE = `
  museum-room { position: fixed; inset: 0; z-index: 1000; margin: 0 !important;
    max-inline-size: none !important; block-size: 100vh; overflow: hidden; background: #1b1917 }
  .walk__stage { block-size: 100vh !important; max-block-size: none !important;
    aspect-ratio: auto !important; border-radius: 0 !important }
`;

export class Preview {
  readonly element: HTMLElement;
  private readonly frame = html("iframe", { class: "re-walk" });
  private readonly message = html("p", { class: "re-quiet", role: "status" });
  private scene: Scene | null = null;
  private waiting = 0;
  private shown = "";
  /** What the walk's own list tells of the visit. */
  private told = "";
  /** The work that the walk stands before. */
  private front: string | null = null;
  /** The guided visit begins as soon as the walk is there. */
  private guiding = false;
  /** Another page is on its way into the frame: what is in it now is out of date. */
  private loading = false;
  /** What the last preview did not show: it is deleted, or may not be seen by this person. */
  private missing: ReadonlySet<string> = new Set();

  constructor(private readonly state: EditorState) {
    this.frame.title = state.words.say("preview");
    this.element = html("section", { class: "re-preview", hidden: true }, this.message, this.frame);
    this.frame.addEventListener("load", () => this.arrived());
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  toggle(): void {
    this.element.hidden = this.open;
    if (this.open) {
      void this.load();
      // It stands below the wall, and Wagtail's bars lie over the window's edges.
      this.element.scrollIntoView({ block: "center" });
    } else this.close();
  }

  /** Show the guided visit from the chosen work on, or from the beginning: as it is in the form. */
  visit(): void {
    this.guiding = true;
    if (!this.open) return this.toggle();
    this.element.scrollIntoView({ block: "center" });
    this.follow();
  }

  private close(): void {
    this.guiding = false;
    this.scene = null;
    this.shown = "";
    // Frees the graphics card.
    this.frame.removeAttribute("src");
  }

  /** Send the form to Wagtail's preview, then show what it makes of it. */
  private async load(): Promise<void> {
    const { words } = this.state;
    const form = this.element.closest("form");
    if (!form) return;
    const address = `${location.pathname}preview/`;
    this.told = toldIn(this.state.form, this.state.room);
    this.loading = true;
    try {
      const answer = await fetch(address, { method: "POST", body: new FormData(form) });
      const { is_valid: valid } = (await answer.json()) as { is_valid: boolean };
      this.message.textContent = valid ? "" : words.say("preview_invalid");
      this.loading = valid;
      if (valid) this.frame.src = `${address}?in_preview_panel=true&at=${Date.now()}`;
    } catch (error) {
      this.loading = false;
      this.message.textContent = words.say("preview_failed");
      console.warn(error);
    }
  }

  private get walk(): MuseumRoom | null {
    return this.frame.contentDocument?.querySelector<MuseumRoom>("museum-room") ?? null;
  }

  private arrived(): void {
    this.loading = false;
    const page = this.frame.contentDocument;
    const scene = page?.getElementById("room-scene")?.textContent;
    if (!page || !scene || !this.walk) return;
    this.scene = JSON.parse(scene) as Scene;
    this.missing = missingIn(this.scene, this.state.room);
    this.shown = scene;
    this.front = null;
    // A sheet made by script: the page's policy lets no inline style in.
    const view = page.defaultView as unknown as { CSSStyleSheet: typeof CSSStyleSheet };
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(ALONE);
    page.adoptedStyleSheets = [sheet];
    this.walk.addEventListener("room-front", (event) => {
      const { id } = (event as CustomEvent<{ id: string | null }>).detail;
      this.front = id;
      if (id && workById(this.state.room, id)) this.state.pick(id, false);
    });
    // A door would lead the frame to another page.
    this.walk.addEventListener("room-door", (event) => event.preventDefault());
    this.follow();
  }

  /** Soon after changes, and after a choice: show the room as it is, before the chosen work. */
  follow(): void {
    if (!this.open || !this.scene) return;
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.show(), PAUSE_MS);
  }

  private async show(): Promise<void> {
    const { walk, scene } = this;
    if (!walk || !scene || this.loading) return;
    const now = patched(scene, this.state.room, this.missing);
    if (!now || this.told !== toldIn(this.state.form, this.state.room)) return this.load();
    const text = JSON.stringify(now);
    if (text !== this.shown) await walk.show(now);
    this.shown = text;
    const [id = "", another] = this.state.selected;
    const chosen = another ? "" : id;
    if (this.guiding) {
      this.guiding = false;
      await walk.guide(chosen);
    } else if (chosen && chosen !== this.front) await walk.goTo(chosen);
  }
}

/** Whether there is something to show: texts and seats show themselves. */
const isChosen = ({ kind, page }: Work | Standing): boolean =>
  page !== 0 || kind === "text" || kind === "seat";

/** What hangs or stands in the form, and what it shows. */
const keyOf = ({ id, page }: Work | Standing): string => `${id} ${page}`;

/** The keys of what hangs or stands in the form, and has no place in a scene. */
export function missingIn(scene: Scene, room: Room): ReadonlySet<string> {
  const there = new Set([...scene.walls.flatMap(({ works }) => works), ...scene.floor].map(idOf));
  const every = [...room.walls.flatMap(({ works }) => works), ...room.floor];
  return new Set(every.filter(({ id }) => !there.has(id)).map(keyOf));
}

const idOf = ({ id }: { readonly id: string }): string => id;

/**
 * The scene with the form's geometry; null where the form has what the scene knows nothing of, and
 * which was not asked for in vain already (`missing`).
 */
export function patched(
  scene: Scene,
  room: Room,
  missing: ReadonlySet<string> = new Set(),
): Scene | null {
  const works = new Map(scene.walls.flatMap((wall) => wall.works.map((work) => [work.id, work])));
  const looks = new Map(scene.walls.map((wall) => [wall.id, wall]));
  const standing = new Map(scene.floor.map((work) => [work.id, work]));
  let unknown = false;
  const walls = room.walls.map((wall) => {
    const look = looks.get(wall.id);
    const hung = wall.works.flatMap((work): WallWork[] => {
      const before = works.get(work.id);
      if (!before) unknown ||= isChosen(work) && !missing.has(keyOf(work));
      if (!before) return [];
      const { x, y, width, height, border } = work;
      if (before.kind === "text") return [{ ...before, x, y, width }];
      if (before.kind === "door") return [{ ...before, x, y, width, height }];
      return [{ ...before, x, y, width, height, border, frame: work.frame }];
    });
    if (!look) unknown = true;
    const { id, corner, finish } = wall;
    return { id, corner, finish, colour: wall.colour || null, works: hung };
  });
  const floor = room.floor.flatMap((work) => {
    const before = standing.get(work.id);
    if (!before && isChosen(work) && !missing.has(keyOf(work))) unknown = true;
    const { x, y, rotation, width, depth, height } = work;
    return before ? [{ ...before, x, y, rotation, width, depth, height }] : [];
  });
  return unknown ? null : { ...scene, height: room.height, start: room.start, walls, floor };
}
