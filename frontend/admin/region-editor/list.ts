/** The details of a picture as the form has them: the only store; everything is read from and written to it. */

import type { Change } from "../../shared/history.ts";
import { type FieldBlock, type StructBlock, textOf } from "../../shared/wagtail.ts";
import type { Region } from "./region.ts";

/** The part of Wagtail's ListBlock in the browser that is used here (Wagtail 8). */
export interface ListBlock extends FieldBlock {
  readonly children: {
    readonly id: string;
    readonly block: StructBlock;
    readonly element: HTMLElement;
  }[];
  readonly container: ArrayLike<HTMLElement>;
  readonly blockDef: {
    readonly initialChildState: Record<string, unknown>;
    readonly meta: { maxNum?: number };
  };
  insert(value: unknown, index: number, options: { id: string }): unknown;
  deleteBlock(index: number): void;
}

export interface Detail extends Region {
  readonly id: string;
  readonly title: string;
}

export const SIDES = ["x", "y", "width", "height"] as const;

export class Details {
  constructor(private readonly list: ListBlock) {}

  get container(): HTMLElement {
    return this.list.container[0]!;
  }

  get full(): boolean {
    return this.list.children.length >= (this.list.blockDef.meta.maxNum ?? Infinity);
  }

  read(): Detail[] {
    return this.list.children.map(({ id, block }) => {
      const number = (name: string): number => Number(block.childBlocks[name]!.getState()) || 0;
      const title = textOf(block.childBlocks.title!.getState());
      return {
        id,
        title,
        x: number("x"),
        y: number("y"),
        width: number("width"),
        height: number("height"),
      };
    });
  }

  /** The changes that put a detail where `to` is. */
  placing(from: Detail, to: Region): Change[] {
    return SIDES.filter((side) => from[side] !== to[side]).map((side) => ({
      type: "field",
      id: from.id,
      field: side,
      from: String(from[side]),
      to: String(to[side]),
    }));
  }

  /** The change that adds a detail at the end; its id is the change's. */
  adding(at: Region): Change {
    const sides = Object.fromEntries(SIDES.map((side) => [side, String(at[side])]));
    const value = { ...this.list.blockDef.initialChildState, ...sides };
    const state = { type: "item", id: crypto.randomUUID(), value };
    return { type: "insert", stream: "details", index: this.list.children.length, state };
  }

  removing(id: string): Change {
    const index = this.place(id);
    const value = this.list.children[index]!.block.getState();
    return { type: "remove", stream: "details", index, state: { type: "item", id, value } };
  }

  /** Write a change into the inputs; whoever watches the form hears of it as of typing. */
  apply(change: Change): void {
    if (change.type === "field") {
      const child = this.list.children[this.place(change.id)];
      child?.block.childBlocks[change.field]?.setState(change.to);
    } else if (change.type === "insert") {
      const { id, value } = change.state;
      this.list.insert(value, Math.min(change.index, this.list.children.length), { id });
    } else if (change.type === "remove") {
      this.list.deleteBlock(this.place(change.state.id));
    }
    this.container.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Lead to a detail's words in the form. */
  write(id: string): void {
    const child = this.list.children[this.place(id)];
    // The details may lie in a part of the form that is folded away.
    child?.element.closest<HTMLElement>("[hidden]")?.removeAttribute("hidden");
    child?.block.childBlocks.title?.focus();
  }

  private place(id: string): number {
    return this.list.children.findIndex((child) => child.id === id);
  }
}
