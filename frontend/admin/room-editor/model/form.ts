/** The page's form as the editor's only store: reads rooms from its inputs and writes to them. */

import type { Change, StreamName } from "../../../shared/history.ts";
import {
  type BlockState,
  type Fields,
  type ListBlock,
  settleTexts,
  type State,
  type StreamBlock,
  type StreamChild,
} from "../../../shared/wagtail.ts";

export class Form {
  constructor(readonly walls: StreamBlock) {}

  /** The floor's block; it is rendered after the walls. */
  get floor(): StreamBlock | null {
    const root = document.getElementById("floor-root") ?? document.getElementById("floor");
    return (root as unknown as { rootBlock?: StreamBlock } | null)?.rootBlock ?? null;
  }

  /** The id of the page, or of the page above a page not yet saved. */
  get page(): { room?: string; parent?: string } {
    const edited = /\/pages\/(\d+)\/edit/.exec(location.pathname);
    if (edited) return { room: edited[1]! };
    const parent = /\/pages\/add\/[^/]+\/[^/]+\/(\d+)/.exec(location.pathname);
    return parent ? { parent: parent[1]! } : {};
  }

  stream(name: StreamName): StreamBlock {
    if (name === "walls") return this.walls;
    const found = name === "floor" ? this.floor : this.worksOf(name);
    if (!found) throw new Error(`The form has no stream ${name}`);
    return found;
  }

  private worksOf(wall: string): StreamBlock | undefined {
    const found = this.walls.children.find((child) => child.id === wall);
    return found?.block.childBlocks.works as StreamBlock | undefined;
  }

  /** The wall, work or thing on the floor with this id, and the stream that it is in. */
  find(id: string): { child: StreamChild; stream: StreamName; index: number } | null {
    const streams: [StreamName, StreamBlock | null | undefined][] = [
      ["walls", this.walls],
      ["floor", this.floor],
      ...this.walls.children.map((wall): [StreamName, StreamBlock] => [
        wall.id,
        wall.block.childBlocks.works as StreamBlock,
      ]),
    ];
    for (const [stream, block] of streams) {
      const index = block?.children.findIndex((child) => child.id === id) ?? -1;
      if (index >= 0) return { child: block!.children[index]!, stream, index };
    }
    return null;
  }

  /** The change of one field, or none where it is as wanted already. */
  fieldChange(id: string, field: string, to: unknown): Change[] {
    const from = this.value(id, field);
    const wanted = Array.isArray(from) ? [String(to)] : typeof to === "number" ? String(to) : to;
    const same = JSON.stringify(from) === JSON.stringify(wanted);
    return same || from === undefined ? [] : [{ type: "field", id, field, from, to: wanted }];
  }

  /** The change of one of the page's own inputs, or none where it is as wanted already. */
  inputChange(name: string, to: string): Change[] {
    const input = this.input(name);
    return !input || input.value === to ? [] : [{ type: "input", name, from: input.value, to }];
  }

  /** The changes that take blocks away: the last of a stream first, so that places stay true. */
  removals(ids: Iterable<string>): Change[] {
    return [...ids]
      .flatMap((id) => {
        const found = this.find(id);
        return found ? [{ ...found, state: { ...found.child.getState(), id } }] : [];
      })
      .sort((a, b) => b.index - a.index)
      .map(({ stream, index, state }) => ({ type: "remove", stream, index, state }));
  }

  value(id: string, field: string): State {
    return this.find(id)?.child.block.childBlocks[field]?.getState();
  }

  /**
   * The recorded voices of a work, by language and id. Read from the inputs: the chooser's own state
   * stays what it was when it was drawn.
   */
  voices(id: string): [language: string, media: string][] {
    const named = (name: string): HTMLInputElement[] => [
      ...(this.find(id)?.child.element.querySelectorAll<HTMLInputElement>(
        `[name*="-voices-"][name$="-value-${name}"]`,
      ) ?? []),
    ];
    const media = named("media");
    return named("language").flatMap(({ name, value }): [string, string][] => {
      const own = media.find((one) => one.name === name.replace(/language$/, "media"));
      const deleted = this.element?.querySelector<HTMLInputElement>(
        `[name="${name.replace(/value-language$/, "deleted")}"]`,
      );
      return own && !deleted?.value ? [[value, own.value]] : [];
    });
  }

  /** Have a recording say why a work hangs here in a language, in the place of one before. */
  setVoice(id: string, language: string, media: { id: number; title: string }): void {
    const found = this.find(id)?.child;
    const list = found?.block.childBlocks.voices as ListBlock | undefined;
    if (!found || !list) return;
    const state = { ...media, edit_url: "" };
    const before = list.children.find(
      ({ block }) => single(block.childBlocks.language!.getState()) === language,
    );
    this.tell(found.element, () => {
      if (before) before.block.childBlocks.media!.setState(state);
      else list.insert({ language: [language], media: state }, list.children.length);
    });
  }

  get element(): HTMLFormElement | null {
    return this.walls.container[0]?.closest("form") ?? null;
  }

  /** One of the page's own inputs; of several with the name the one that is ticked. */
  input(name: string): HTMLInputElement | null {
    const found = `[name="${name}"]:not([type="radio"]:not(:checked))`;
    return this.element?.querySelector<HTMLInputElement>(found) ?? null;
  }

  /** Write one change into the inputs; whoever watches them hears of it as of typing. */
  apply(change: Change): void {
    if (change.type === "input") {
      const input = this.input(change.name);
      if (input) this.tell(input, () => (input.value = change.to));
    } else if (change.type === "field") {
      const child = this.find(change.id)?.child;
      const block = child?.block.childBlocks[change.field];
      if (!child || !block) return;
      this.tell(child.element, () => {
        block.setState(change.to);
        settleTexts(child.element);
      });
    } else {
      const stream = this.stream(change.stream);
      const place = change.stream === "walls" ? this.walls.container[0] : stream.container[0];
      this.tell(place, () => {
        if (change.type === "insert") {
          const index = Math.min(change.index, stream.children.length);
          settleTexts(stream.insert(change.state, index).element);
        } else {
          const index = stream.children.findIndex((child) => child.id === change.state.id);
          if (index >= 0) stream.deleteBlock(index);
        }
      });
    }
  }

  private tell(element: HTMLElement | undefined, write: () => void): void {
    write();
    element?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** A new block's fields as the form itself would begin them, with some given. */
  fresh(stream: StreamName, type: string, fields: Fields): BlockState {
    const initial = this.stream(stream).blockDef.initialChildStates[type] ?? {};
    return { type, id: crypto.randomUUID(), value: { ...initial, ...fields } };
  }
}

/** A number input's state: empty or broken input counts as 0. */
export function numeric(state: State): number {
  const value = Number(state);
  return Number.isFinite(value) ? Math.round(value) : 0;
}

/** A select's or input's state as one string. */
export function single(state: State): string {
  const value: unknown = Array.isArray(state) ? state[0] : state;
  return typeof value === "string" ? value : "";
}
