/** Undo and redo of changes of a form: one step a drag, nudges within a second merge. */

import type { BlockState, State } from "./wagtail.ts";

/** A stream by name; in a room: its walls, its floor, or the works of the wall with that id. */
export type StreamName = "walls" | "floor" | (string & {});

/** One reversible change of the form; `fields` speak of a block by its id. */
export type Change =
  | { readonly type: "field"; readonly id: string; readonly field: string; from: State; to: State }
  | {
      readonly type: "insert";
      readonly stream: StreamName;
      readonly index: number;
      state: BlockState;
    }
  | {
      readonly type: "remove";
      readonly stream: StreamName;
      readonly index: number;
      state: BlockState;
    }
  | { readonly type: "input"; readonly name: string; from: string; to: string };

/** The change that takes `change` back. */
export function inverse(change: Change): Change {
  switch (change.type) {
    case "insert":
      return { ...change, type: "remove" };
    case "remove":
      return { ...change, type: "insert" };
    case "field":
      return { ...change, from: change.to, to: change.from };
    case "input":
      return { ...change, from: change.to, to: change.from };
  }
}

const MERGE_MS = 1000;
const MOST_STEPS = 200;

interface Step {
  changes: Change[];
  /** Steps of equal, non-empty kind that follow each other fast are one. */
  kind: string;
  time: number;
}

export class History {
  private done: Step[] = [];
  private undone: Step[] = [];

  constructor(
    private readonly apply: (change: Change) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Apply changes as one step, or as part of the last if it is of the same kind and fresh. */
  perform(changes: readonly Change[], kind = ""): void {
    if (changes.length === 0) return;
    changes.forEach((change) => this.apply(change));
    const last = this.done.at(-1);
    const time = this.now();
    if (last && kind && last.kind === kind && time - last.time < MERGE_MS) {
      last.changes = merged(last.changes, changes);
      last.time = time;
      this.undone = [];
    } else {
      this.keep([...changes], kind);
    }
  }

  /** Keep changes that somebody else made, as typing did, to take them back as one step. */
  record(changes: readonly Change[]): void {
    this.keep([...changes], "");
  }

  private keep(changes: Change[], kind: string): void {
    this.done.push({ changes, kind, time: this.now() });
    if (this.done.length > MOST_STEPS) this.done.shift();
    this.undone = [];
  }

  undo(): boolean {
    const step = this.done.pop();
    if (!step) return false;
    [...step.changes].reverse().forEach((change) => this.apply(inverse(change)));
    this.undone.push({ ...step, kind: "" });
    return true;
  }

  redo(): boolean {
    const step = this.undone.pop();
    if (!step) return false;
    step.changes.forEach((change) => this.apply(change));
    this.done.push(step);
    return true;
  }
}

/** Join changes of the same fields, so that a hundred nudges stay one change a field. */
function merged(before: Change[], after: readonly Change[]): Change[] {
  const joined = [...before];
  for (const change of after) {
    const place = joined.findIndex(
      (one) =>
        one.type === "field" &&
        change.type === "field" &&
        one.id === change.id &&
        one.field === change.field,
    );
    const earlier = joined[place];
    if (earlier?.type === "field" && change.type === "field") {
      joined[place] = { ...earlier, to: change.to };
    } else {
      joined.push(change);
    }
  }
  return joined;
}
