/** What a curator can do with works: each command becomes one step of changes to the form. */

import {
  defaultY,
  DOOR,
  DOOR_WIDTH_MIN,
  edgesOf,
  freePlace,
  frameBorder,
  GAP,
  hungHeight,
  rounded,
  TEXT_HEIGHT,
  TEXT_WIDTH,
  UNSEEN,
  WORK_MAX,
  WORK_WIDTH,
} from "../../../shared/geometry/index.ts";
import { arrange, type Arrangement, type Place } from "../model/arrange.ts";
import type { Artifact } from "../model/catalogue.ts";
import { heightFor } from "../views/wall/dragging.ts";
import type { Editor } from "../editor.ts";
import { type Change, numeric } from "../model/form.ts";
import { boundsOf, type Wall, type Work } from "../model/room.ts";
import type { BlockState, Fields } from "../../../shared/wagtail.ts";

export class Commands {
  private clipboard: BlockState[] = [];

  constructor(private readonly editor: Editor) {}

  /** The change of one field, or none where it is as wanted already. */
  field(id: string, field: string, to: unknown): Change[] {
    const from = this.editor.form.value(id, field);
    const wanted = Array.isArray(from) ? [String(to)] : typeof to === "number" ? String(to) : to;
    const same = JSON.stringify(from) === JSON.stringify(wanted);
    return same || from === undefined ? [] : [{ type: "field", id, field, from, to: wanted }];
  }

  input(name: string, to: string): Change[] {
    const input = this.editor.form.input(name);
    return !input || input.value === to ? [] : [{ type: "input", name, from: input.value, to }];
  }

  /** Move works of a wall to new centres, in one step. */
  place(places: readonly (readonly [Work, Place])[], kind = ""): void {
    const { editor } = this;
    editor.perform(
      places.flatMap(([work, place]) => this.placed(work, place)),
      kind,
    );
    const [first] = places;
    if (places.length === 1 && first) {
      const [work, { x, y }] = first;
      editor.announce("said_moved", { work: work.title, x, y: Math.round(y) });
    } else {
      editor.announce("said_moved_many", { count: places.length });
    }
  }

  private placed(work: Work, place: Place): Change[] {
    const along = this.field(work.id, "x", rounded(Math.max(0, place.x)));
    if (work.kind === "door") return along;
    return [...along, ...this.field(work.id, "y", rounded(Math.max(0, place.y)))];
  }

  nudge(dx: number, dy: number): void {
    const { editor } = this;
    const works = editor.movable();
    if (works.length === 0) return this.tellLocked();
    const kind = `nudge ${works.map(({ id }) => id).join(" ")}`;
    this.place(
      works.map((work) => [work, { x: work.x + dx, y: work.y + dy }] as const),
      kind,
    );
  }

  private tellLocked(): void {
    const [work] = this.editor.selectedWorks();
    if (work) this.editor.announce("said_locked", { work: work.title });
  }

  /** A work at another width, its height by its proportions; a door keeps its height. */
  sized(work: Work, width: number): Work {
    const least = work.kind === "door" ? DOOR_WIDTH_MIN : 1;
    const held = Math.max(least, Math.min(WORK_MAX, width));
    if (work.kind === "door") return { ...work, width: held };
    const height = heightFor(work, held);
    return { ...work, width: held, height, border: frameBorder(work.frame, held, height) };
  }

  resize(work: Work, width: number, kind = ""): void {
    const { editor } = this;
    if (editor.locked.has(work.id)) return this.tellLocked();
    const sized = this.sized(work, width);
    editor.perform(this.field(work.id, "width", sized.width), kind);
    editor.announce("said_sized", { work: work.title, width: sized.width, height: sized.height });
  }

  grow(by: number): void {
    const works = this.editor.movable();
    const kind = `resize ${works.map(({ id }) => id).join(" ")}`;
    if (works.length === 1) return this.resize(works[0]!, works[0]!.width + by, kind);
    const changes = works.flatMap((work) =>
      this.field(work.id, "width", this.sized(work, work.width + by).width),
    );
    this.editor.perform(changes, kind);
  }

  arrange(kind: Arrangement, gap = GAP): void {
    const { editor } = this;
    const works = editor.movable().filter(({ wall }) => wall === editor.wall);
    const hung = kind === "centre" ? works : works.filter((work) => work.kind !== "door");
    const length = editor.room.walls[editor.wall]?.length ?? 0;
    const places = arrange(kind, hung, length, gap);
    this.place(hung.map((work) => [work, places.get(work.id)!] as const));
  }

  remove(): void {
    const { editor } = this;
    const ids = [...editor.selected].filter((id) => !editor.locked.has(id));
    if (ids.length === 0) return this.tellLocked();
    const after = this.neighbour(ids);
    const changes = ids.flatMap((id) => this.removal(id));
    editor.perform(changes.sort((a, b) => indexOf(b) - indexOf(a)));
    editor.announce("said_removed", { count: ids.length });
    if (after) editor.reveal(after);
    else editor.elevation.svg.closest<HTMLElement>(".re-stage")?.focus();
  }

  removal(id: string): Change[] {
    const found = this.editor.form.find(id);
    if (!found) return [];
    const state = { ...found.child.getState(), id };
    return [{ type: "remove", stream: found.stream, index: found.index, state }];
  }

  /** The work to focus when others are taken down: the next to the left, or the first. */
  private neighbour(ids: readonly string[]): string | undefined {
    const works = this.editor.room.walls[this.editor.wall]?.works ?? [];
    const rest = works.filter(({ id }) => !ids.includes(id)).sort((a, b) => a.x - b.x);
    const x = works.find(({ id }) => id === ids[0])?.x ?? 0;
    return (rest.filter((work) => work.x < x).at(-1) ?? rest[0])?.id;
  }

  copy(): void {
    const { form, selected } = this.editor;
    this.clipboard = [...selected].flatMap((id) => form.find(id)?.child.getState() ?? []);
    this.editor.announce("said_copied", { count: this.clipboard.length });
  }

  get canPaste(): boolean {
    return this.clipboard.length > 0;
  }

  /** Hang copies on the wall shown: at the same place on another wall, beside the originals here. */
  paste(states: readonly BlockState[] = this.clipboard): void {
    const { editor } = this;
    const wall = editor.room.walls[editor.wall];
    if (!wall || states.length === 0) return;
    const here = new Set(wall.works.map(({ id }) => id));
    const originals = wall.works.filter(({ id }) => states.some((state) => state.id === id));
    const bounds = originals.length ? boundsOf(originals) : null;
    const shift = bounds ? rounded(bounds.right - bounds.left) + GAP : 0;
    const made = states.map((state): Change => {
      const standing = "plinth_width" in state.value || state.type === "seat";
      const by = standing ? GAP * 4 : here.has(state.id) ? shift : 0;
      const value = { ...state.value, x: String(numeric(state.value["x"]) + by) };
      // A copy has no place in the visit: two works would have the same.
      if ("stop" in value) value["stop"] = "";
      const stream = standing ? "floor" : wall.id;
      const index = standing ? editor.room.floor.length : wall.works.length;
      return { type: "insert", stream, index, state: { ...state, id: crypto.randomUUID(), value } };
    });
    editor.perform(made);
    editor.select(made.flatMap((change) => (change.type === "insert" ? [change.state.id] : [])));
  }

  duplicate(): void {
    const { form, selected } = this.editor;
    this.paste([...selected].flatMap((id) => form.find(id)?.child.getState() ?? []));
  }

  toggleLock(): void {
    const { locked, selected } = this.editor;
    const lock = [...selected].some((id) => !locked.has(id));
    for (const id of selected) {
      if (lock) locked.add(id);
      else locked.delete(id);
    }
    this.editor.refresh();
  }

  selectAll(): void {
    this.editor.select(this.editor.room.walls[this.editor.wall]?.works.map(({ id }) => id) ?? []);
  }

  undo(): void {
    const done = this.editor.history.undo();
    this.editor.refresh();
    this.editor.announce(done ? "said_undone" : "said_nothing_to_undo");
  }

  redo(): void {
    const done = this.editor.history.redo();
    this.editor.refresh();
    this.editor.announce(done ? "said_redone" : "said_nothing_to_redo");
  }

  /** Hang an artifact on the wall shown, at its real width: at `place`, or at the next free one. */
  hang(artifact: Artifact, place: Place | null = null): void {
    const { editor } = this;
    const wall = editor.room.walls[editor.wall];
    if (!wall) return;
    const width = Math.max(1, rounded(artifact.width_cm ?? WORK_WIDTH));
    const { picture } = artifact;
    const [across, down] = picture ? [picture.width, picture.height] : UNSEEN;
    const height = hungHeight(width, across, down);
    const border = frameBorder("wood", width, height);
    const y = place ? rounded(place.y) : defaultY(height + 2 * border, editor.room.height);
    const wanted = { id: "", kind: "artifact" as const, x: 0, y, width, height, border };
    const x = place ? rounded(place.x) : freePlace(wall.length, wall.works, wanted).x;
    const chosen = { id: artifact.id, adminTitle: artifact.title, title: artifact.title };
    const id = this.add(wall, "artifact", { artifact: chosen, x, y, width });
    const full = edgesOf({ ...wanted, x }).right > wall.length;
    editor.announce(full ? "said_full" : "said_hung", { work: artifact.title, x, y });
    editor.select([id]);
  }

  /** Add a door or a wall text at the next free place of the wall shown. */
  addToWall(kind: "door" | "text"): void {
    const { editor } = this;
    const wall = editor.room.walls[editor.wall];
    if (!wall) return;
    const [width, height] = kind === "door" ? DOOR : [TEXT_WIDTH, TEXT_HEIGHT];
    const y = kind === "door" ? height / 2 : defaultY(height, editor.room.height);
    const { x } = freePlace(wall.length, wall.works, { id: "", kind, x: 0, y, width, height });
    const id = this.add(wall, kind, kind === "door" ? { x, width, height } : { x, y, width });
    editor.announce("said_hung", { work: editor.words.say(kind), x, y });
    editor.reveal(id);
    if (kind === "text") this.openText();
  }

  private add(wall: Wall, type: string, fields: Fields): string {
    const texts = Object.entries(fields).map(([name, value]) =>
      typeof value === "number" ? [name, String(value)] : [name, value],
    );
    const state = this.editor.form.fresh(wall.id, type, Object.fromEntries(texts) as Fields);
    this.editor.perform([{ type: "insert", stream: wall.id, index: wall.works.length, state }]);
    return state.id;
  }

  /** Go to the chosen work's own fields in the plain form. */
  openForm(field?: string): void {
    const [id] = this.editor.selected;
    const found = id ? this.editor.form.find(id) : null;
    if (!found) return;
    const panel = this.editor.element.parentElement?.querySelector("details.re-form");
    panel?.setAttribute("open", "");
    const block = field ? found.child.block.childBlocks[field] : undefined;
    found.child.element.scrollIntoView({ block: "center" });
    (block ?? Object.values(found.child.block.childBlocks)[0])?.focus();
  }

  openText(): void {
    const [work] = this.editor.selectedWorks();
    if (work?.kind === "text") this.editor.writing.start(work.id);
  }
}

function indexOf(change: Change): number {
  return "index" in change ? change.index : 0;
}
