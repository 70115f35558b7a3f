/**
 * What views and commands share: the room as the form has it, what is chosen in it, and the ways to
 * change both. The form is the only store; after every change the room is read from it anew.
 */

import { type Change, History } from "../../../shared/history.ts";
import type { StreamBlock } from "../../../shared/wagtail.ts";
import { type Values, Words } from "../../../shared/words.ts";
import { Events } from "./events.ts";
import { check, Findings } from "./findings.ts";
import { Form } from "./form.ts";
import { type Addresses, Lookup } from "./lookup.ts";
import { readRoom, type Room, type Standing, type Work } from "./room.ts";

/** What `exhibitions/admin/editors/room/adapter.py` sends along with the block. */
export interface EditorMeta {
  readonly words: Record<string, string>;
  readonly addresses: Addresses;
  /** The museum's languages: their codes, and their names in themselves. */
  readonly languages: readonly (readonly [code: string, name: string])[];
}

export class EditorState {
  readonly words: Words;
  readonly languages: EditorMeta["languages"];
  readonly form: Form;
  readonly lookup: Lookup;
  readonly history: History;
  readonly events = new Events();
  room: Room;
  findings = new Findings();
  /** Index of the wall that the elevation shows. */
  wall = 0;
  selected: ReadonlySet<string> = new Set();
  /** Works that drags and keys leave alone, until the page is left. */
  readonly locked = new Set<string>();
  /** While several works are chosen by keyboard, focus alone does not choose. */
  choosing = false;
  /** Whether the editor has the whole window. */
  wholeWindow = false;
  private waiting = 0;

  constructor(walls: StreamBlock, meta: EditorMeta) {
    this.words = new Words(meta.words);
    this.languages = meta.languages;
    this.form = new Form(walls);
    this.lookup = new Lookup(meta.addresses, () => this.refreshSoon());
    this.history = new History((change) => this.form.apply(change));
    this.room = this.read();
  }

  private read(): Room {
    return readRoom(this.form, this.lookup, (kind) => this.words.say(kind));
  }

  /** Refresh once, when what is going on is done. */
  refreshSoon(): void {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.refresh(), 60);
  }

  /** Read the room anew, and have it checked and drawn. */
  refresh(): void {
    this.room = this.read();
    this.wall = Math.max(0, Math.min(this.wall, this.room.walls.length - 1));
    const known = new Set(this.everything().map(({ id }) => id));
    this.selected = new Set([...this.selected].filter((id) => known.has(id)));
    this.findings = check(this.room, this.lookup, this.words, this.form.page.room ?? "");
    this.events.tell("room", undefined);
  }

  /** Write changes as one step and show them; `kind` merges a series of nudges. */
  perform(changes: readonly Change[], kind = ""): void {
    this.history.perform(changes, kind);
    this.refresh();
  }

  announce(key: string, values: Values = {}): void {
    this.say(this.words.say(key, values));
  }

  /** Speak a text that is already in the curator's language. */
  say(text: string): void {
    this.events.tell("said", text);
  }

  everything(): (Work | Standing)[] {
    return [...this.room.walls.flatMap(({ works }) => works), ...this.room.floor];
  }

  selectedWorks(): Work[] {
    return this.room.walls.flatMap(({ works }) => works.filter(({ id }) => this.selected.has(id)));
  }

  movable(): Work[] {
    return this.selectedWorks().filter(({ id }) => !this.locked.has(id));
  }

  select(ids: Iterable<string>): void {
    this.selected = new Set(ids);
    if (this.selected.size > 1) this.announce("said_selected", { count: this.selected.size });
    const wall = this.selectedWorks()[0]?.wall;
    if (wall !== undefined) this.wall = wall;
    this.events.tell("shown", undefined);
  }

  /** A press on a work: it alone, or it too, or, among chosen ones, all of them stay. */
  pick(id: string, also: boolean): void {
    if (also) {
      const chosen = new Set(this.selected);
      if (!chosen.delete(id)) chosen.add(id);
      this.select(chosen);
    } else if (!this.selected.has(id)) {
      this.select([id]);
    }
  }

  /** The keyboard's focus came to a work. */
  focused(id: string): void {
    if (!this.choosing) this.pick(id, false);
  }

  /** Bring a work into view with its wall, chosen and focused. */
  reveal(id: string): void {
    this.select([id]);
    this.events.tell("reveal", id);
  }

  showWall(index: number): void {
    const count = this.room.walls.length;
    if (count === 0) return;
    this.wall = (index + count) % count;
    this.selected = new Set();
    const wall = this.room.walls[this.wall]!;
    this.announce("said_wall", {
      wall: this.wallName(this.wall),
      length: Math.round(wall.length),
      count: wall.works.length,
    });
    this.events.tell("shown", undefined);
  }

  /** Give the editor the whole window, or the page its place back. */
  toggleWindow(): void {
    this.wholeWindow = !this.wholeWindow;
    this.events.tell("shown", undefined);
  }

  wallName(index: number): string {
    const number = this.words.say("wall_number", { number: index + 1 });
    const name = this.room.walls[index]?.name;
    return name ? `${number}: ${name}` : number;
  }

  /** Kind, title, place and problems of a work: its accessible name. */
  nameOf(work: Work): string {
    const place = { x: work.x, y: Math.round(work.y), width: work.width, height: work.height };
    // A wall text is its own title, and ends in a stop already.
    const title = work.title.replace(/[.\s]+$/, "");
    return [
      `${this.words.say(work.kind)}: ${title}`,
      this.words.say("hung_at", place),
      this.locked.has(work.id) ? this.words.say("locked") : "",
      ...this.findings.of(work.id),
    ]
      .filter(Boolean)
      .join(". ");
  }
}
