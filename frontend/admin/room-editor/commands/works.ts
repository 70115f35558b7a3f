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
import { arrange, type Arrangement, type Centre } from "../model/arrange.ts";
import type { Artifact } from "../model/lookup.ts";
import type { EditorState } from "../model/state.ts";
import { numeric } from "../model/form.ts";
import { boundsOf, heightFor, type Wall, type Work } from "../model/room.ts";
import type { Change } from "../../../shared/history.ts";
import type { BlockState, Fields } from "../../../shared/wagtail.ts";

export class WorkCommands {
  private clipboard: BlockState[] = [];

  constructor(private readonly state: EditorState) {}

  /** Move works of a wall to new centres, in one step. */
  place(places: readonly (readonly [Work, Centre])[], kind = ""): void {
    const { state } = this;
    state.perform(
      places.flatMap(([work, place]) => this.placed(work, place)),
      kind,
    );
    const [first] = places;
    if (places.length === 1 && first) {
      const [work, { x, y }] = first;
      state.announce("said_moved", { work: work.title, x, y: Math.round(y) });
    } else {
      state.announce("said_moved_many", { count: places.length });
    }
  }

  private placed(work: Work, place: Centre): Change[] {
    const along = this.state.form.fieldChange(work.id, "x", rounded(Math.max(0, place.x)));
    if (work.kind === "door") return along;
    return [...along, ...this.state.form.fieldChange(work.id, "y", rounded(Math.max(0, place.y)))];
  }

  /**
   * Hang the chosen works on another wall at their height: in the middle of `x`, or of the first free
   * place. What they have stays theirs, so undo knows them again.
   */
  moveTo(index: number, x: number | null = null): void {
    const { state } = this;
    const wall = state.room.walls[index];
    const works = state.movable().filter((work) => work.wall !== index);
    if (!wall || works.length === 0) return this.tellLocked();
    const { left, right, bottom, top } = boundsOf(works);
    const group = { id: "", kind: "artifact" as const, x: 0, y: (bottom + top) / 2 };
    const size = { width: right - left, height: top - bottom };
    const wanted = x ?? freePlace(wall.length, wall.works, { ...group, ...size }).x;
    const half = size.width / 2;
    const middle = Math.max(half, Math.min(wall.length - half, wanted));
    const by = rounded(middle - (left + right) / 2);
    const inserts = works.flatMap(({ id, x: before }, place): Change[] => {
      const hung = state.form.find(id)?.child.getState();
      if (!hung) return [];
      const value = { ...hung.value, x: String(Math.max(0, before + by)) };
      const at = wall.works.length + place;
      return [{ type: "insert", stream: wall.id, index: at, state: { ...hung, id, value } }];
    });
    const ids = works.map(({ id }) => id);
    state.perform([...state.form.removals(ids), ...inserts]);
    state.wall = index;
    state.select(ids);
    const [first] = works;
    state.announce(works.length > 1 ? "said_moved_many" : "said_moved_wall", {
      wall: state.wallName(index),
      work: first!.title,
      count: works.length,
      x: first!.x + by,
      y: Math.round(first!.y),
    });
    if (works.length === 1) state.events.tell("reveal", ids[0]!);
  }

  nudge(dx: number, dy: number): void {
    const { state } = this;
    const works = state.movable();
    if (works.length === 0) return this.tellLocked();
    const kind = `nudge ${works.map(({ id }) => id).join(" ")}`;
    this.place(
      works.map((work) => [work, { x: work.x + dx, y: work.y + dy }] as const),
      kind,
    );
  }

  private tellLocked(): void {
    const [work] = this.state.selectedWorks();
    if (work) this.state.announce("said_locked", { work: work.title });
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
    const { state } = this;
    if (state.locked.has(work.id)) return this.tellLocked();
    const sized = this.sized(work, width);
    state.perform(this.state.form.fieldChange(work.id, "width", sized.width), kind);
    state.announce("said_sized", { work: work.title, width: sized.width, height: sized.height });
  }

  grow(by: number): void {
    const works = this.state.movable();
    const kind = `resize ${works.map(({ id }) => id).join(" ")}`;
    if (works.length === 1) return this.resize(works[0]!, works[0]!.width + by, kind);
    const changes = works.flatMap((work) =>
      this.state.form.fieldChange(work.id, "width", this.sized(work, work.width + by).width),
    );
    this.state.perform(changes, kind);
  }

  arrange(kind: Arrangement, gap = GAP): void {
    const { state } = this;
    const works = state.movable().filter(({ wall }) => wall === state.wall);
    const hung = kind === "centre" ? works : works.filter((work) => work.kind !== "door");
    const length = state.room.walls[state.wall]?.length ?? 0;
    const places = arrange(kind, hung, length, gap);
    this.place(hung.map((work) => [work, places.get(work.id)!] as const));
  }

  remove(): void {
    const { state } = this;
    const ids = [...state.selected].filter((id) => !state.locked.has(id));
    if (ids.length === 0) return this.tellLocked();
    const after = this.neighbour(ids);
    state.perform(state.form.removals(ids));
    state.announce("said_removed", { count: ids.length });
    if (after) state.reveal(after);
    else state.events.tell("refocus", undefined);
  }

  /** The work to focus when others are taken down: the next to the left, or the first. */
  private neighbour(ids: readonly string[]): string | undefined {
    const works = this.state.room.walls[this.state.wall]?.works ?? [];
    const rest = works.filter(({ id }) => !ids.includes(id)).sort((a, b) => a.x - b.x);
    const x = works.find(({ id }) => id === ids[0])?.x ?? 0;
    return (rest.filter((work) => work.x < x).at(-1) ?? rest[0])?.id;
  }

  copy(): void {
    const { form, selected } = this.state;
    this.clipboard = [...selected].flatMap((id) => form.find(id)?.child.getState() ?? []);
    this.state.announce("said_copied", { count: this.clipboard.length });
  }

  get canPaste(): boolean {
    return this.clipboard.length > 0;
  }

  /** Hang copies on the wall shown: at the same place on another wall, beside the originals here. */
  paste(states: readonly BlockState[] = this.clipboard): void {
    const { state } = this;
    const wall = state.room.walls[state.wall];
    if (!wall || states.length === 0) return;
    const here = new Set(wall.works.map(({ id }) => id));
    const originals = wall.works.filter(({ id }) => states.some((copied) => copied.id === id));
    const bounds = originals.length ? boundsOf(originals) : null;
    const shift = bounds ? rounded(bounds.right - bounds.left) + GAP : 0;
    const made = states.map((copied): Change => {
      const standing = "plinth_width" in copied.value || copied.type === "seat";
      const by = standing ? GAP * 4 : here.has(copied.id) ? shift : 0;
      const value = { ...copied.value, x: String(numeric(copied.value.x) + by) };
      // A copy has no place in the visit: two works would have the same.
      if ("stop" in value) value.stop = "";
      const stream = standing ? "floor" : wall.id;
      const index = standing ? state.room.floor.length : wall.works.length;
      return {
        type: "insert",
        stream,
        index,
        state: { ...copied, id: crypto.randomUUID(), value },
      };
    });
    state.perform(made);
    state.select(made.flatMap((change) => (change.type === "insert" ? [change.state.id] : [])));
  }

  duplicate(): void {
    const { form, selected } = this.state;
    this.paste([...selected].flatMap((id) => form.find(id)?.child.getState() ?? []));
  }

  toggleLock(): void {
    const { locked, selected } = this.state;
    const lock = [...selected].some((id) => !locked.has(id));
    for (const id of selected) {
      if (lock) locked.add(id);
      else locked.delete(id);
    }
    this.state.refresh();
  }

  selectAll(): void {
    this.state.select(this.state.room.walls[this.state.wall]?.works.map(({ id }) => id) ?? []);
  }

  undo(): void {
    const done = this.state.history.undo();
    this.state.refresh();
    this.state.announce(done ? "said_undone" : "said_nothing_to_undo");
  }

  redo(): void {
    const done = this.state.history.redo();
    this.state.refresh();
    this.state.announce(done ? "said_redone" : "said_nothing_to_redo");
  }

  /** Hang an artifact on the wall shown, at its real width: at `place`, or at the next free one. */
  hang(artifact: Artifact, place: Centre | null = null): void {
    const { state } = this;
    const wall = state.room.walls[state.wall];
    if (!wall) return;
    const width = Math.max(1, rounded(artifact.width_cm ?? WORK_WIDTH));
    const { picture } = artifact;
    const [across, down] = picture ? [picture.width, picture.height] : UNSEEN;
    const height = hungHeight(width, across, down);
    const border = frameBorder("wood", width, height);
    const y = place ? rounded(place.y) : defaultY(height + 2 * border, state.room.height);
    const wanted = { id: "", kind: "artifact" as const, x: 0, y, width, height, border };
    const x = place ? rounded(place.x) : freePlace(wall.length, wall.works, wanted).x;
    const chosen = { id: artifact.id, adminTitle: artifact.title, title: artifact.title };
    const id = this.add(wall, "artifact", { artifact: chosen, x, y, width });
    const full = edgesOf({ ...wanted, x }).right > wall.length;
    state.announce(full ? "said_full" : "said_hung", { work: artifact.title, x, y });
    state.select([id]);
  }

  /** Add a door or a wall text at the next free place of the wall shown. */
  addToWall(kind: "door" | "text"): void {
    const { state } = this;
    const wall = state.room.walls[state.wall];
    if (!wall) return;
    const [width, height] = kind === "door" ? DOOR : [TEXT_WIDTH, TEXT_HEIGHT];
    const y = kind === "door" ? height / 2 : defaultY(height, state.room.height);
    const { x } = freePlace(wall.length, wall.works, { id: "", kind, x: 0, y, width, height });
    const id = this.add(wall, kind, kind === "door" ? { x, width, height } : { x, y, width });
    state.announce("said_hung", { work: state.words.say(kind), x, y });
    state.reveal(id);
    if (kind === "text") this.openText();
  }

  private add(wall: Wall, type: string, fields: Fields): string {
    const texts = Object.entries(fields).map(([name, value]) =>
      typeof value === "number" ? [name, String(value)] : [name, value],
    );
    const block = this.state.form.fresh(wall.id, type, Object.fromEntries(texts) as Fields);
    this.state.perform([
      { type: "insert", stream: wall.id, index: wall.works.length, state: block },
    ]);
    return block.id;
  }

  /** Edit the chosen wall text where it hangs. */
  openText(): void {
    const [work] = this.state.selectedWorks();
    if (work?.kind === "text") this.state.events.tell("write", work.id);
  }
}
