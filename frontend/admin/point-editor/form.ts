/** The details' own inputs as the editor's only store: reads points from them and writes to them. */

import { Vector3 } from "three";

import { textOf } from "../../shared/wagtail.ts";

interface Field {
  getState(): unknown;
  setState(state: unknown): void;
}

interface Child {
  readonly id: string;
  readonly block: { readonly childBlocks: Record<string, Field>; focus(): void };
  readonly element: HTMLElement;
  expand?(): void;
}

interface List {
  readonly children: Child[];
  readonly blockDef: { initialChildState: Record<string, unknown> };
  insert(value: unknown, index: number, options: { id: string }): Child;
  deleteBlock(index: number): void;
}

/** The bound block of a 3D object, as Wagtail 8 makes it. */
export interface ObjectBlock {
  readonly childBlocks: { readonly details: List; readonly object: Field };
}

/** Where a detail lies and which way it faces; metres, as glTF has it. */
export interface Spot {
  readonly point: Vector3;
  readonly normal: Vector3;
}

export interface Detail extends Spot {
  readonly id: string;
  readonly title: string;
}

const POINT = ["x", "y", "z"] as const;
const NORMAL = ["normal_x", "normal_y", "normal_z"] as const;

export class Details {
  constructor(private readonly block: ObjectBlock) {}

  private get list(): List {
    return this.block.childBlocks.details;
  }

  /** The id of the chosen object; null for none. */
  get object(): number | null {
    const state = this.block.childBlocks.object.getState() as { id?: number | string } | null;
    return state?.id ? Number(state.id) : null;
  }

  all(): Detail[] {
    return this.list.children.map((child) => ({
      id: child.id,
      title: textOf(child.block.childBlocks.title!.getState()),
      point: this.read(child, POINT),
      normal: this.read(child, NORMAL),
    }));
  }

  private read(child: Child, names: readonly string[]): Vector3 {
    const numbers = names.map((name) => Number(child.block.childBlocks[name]!.getState()) || 0);
    return new Vector3(...(numbers as [number, number, number]));
  }

  private find(id: string): Child | undefined {
    return this.list.children.find((child) => child.id === id);
  }

  /** Write a spot into the inputs: tenths of a millimetre, thousandths of a direction. */
  move(id: string, { point, normal }: Spot): void {
    const child = this.find(id);
    if (!child) return;
    point
      .toArray()
      .forEach((value, at) => child.block.childBlocks[POINT[at]!]!.setState(value.toFixed(4)));
    normal
      .toArray()
      .forEach((value, at) => child.block.childBlocks[NORMAL[at]!]!.setState(value.toFixed(3)));
  }

  /** Add a detail without words at a spot; its id is the answer. */
  add(spot: Spot, id: string = crypto.randomUUID()): string {
    const { list } = this;
    list.insert(list.blockDef.initialChildState, list.children.length, { id });
    this.move(id, spot);
    return id;
  }

  remove(id: string): void {
    const index = this.list.children.findIndex((child) => child.id === id);
    if (index >= 0) this.list.deleteBlock(index);
  }

  /** Open a detail's inputs, and go to its title. */
  show(id: string, focus: boolean): void {
    const child = this.find(id);
    child?.expand?.();
    if (focus) child?.block.focus();
  }

  /** The detail whose inputs hold an element. */
  holding(element: Element): string | null {
    return this.list.children.find((child) => child.element.contains(element))?.id ?? null;
  }
}
