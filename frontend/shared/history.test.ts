import assert from "node:assert/strict";
import { test } from "node:test";

import type { Change } from "./history.ts";
import { History } from "./history.ts";

/** A form of fields and one list, as plain values. */
function setUp(): {
  history: History;
  fields: Record<string, unknown>;
  list: string[];
  pass: (ms: number) => void;
} {
  const fields: Record<string, unknown> = { x: "1", y: "1" };
  const list: string[] = [];
  let time = 0;
  const apply = (change: Change): void => {
    if (change.type === "field") fields[change.field] = change.to;
    if (change.type === "insert") list.splice(change.index, 0, change.state.id);
    if (change.type === "remove") list.splice(change.index, 1);
  };
  return { history: new History(apply, () => time), fields, list, pass: (ms) => (time += ms) };
}

const set = (field: string, from: string, to: string): Change => ({
  type: "field",
  id: "a",
  field,
  from,
  to,
});
const insert = (id: string, index: number): Change => ({
  type: "insert",
  stream: "wall",
  index,
  state: { type: "text", id, value: {} },
});

test("a step of several changes is taken back in one, last first", () => {
  const { history, fields, list } = setUp();
  history.perform([set("x", "1", "5"), insert("a", 0), insert("b", 1)]);
  history.undo();
  assert.deepEqual([fields.x, list], ["1", []]);
  history.redo();
  assert.deepEqual([fields.x, list], ["5", ["a", "b"]]);
});

test("nudges within a second are one step; a pause begins another", () => {
  const { history, fields, pass } = setUp();
  history.perform([set("x", "1", "2")], "nudge a");
  pass(400);
  history.perform([set("x", "2", "3")], "nudge a");
  pass(1500);
  history.perform([set("x", "3", "4")], "nudge a");
  history.undo();
  assert.equal(fields.x, "3");
  history.undo();
  assert.equal(fields.x, "1");
  assert.equal(history.canUndo, false);
});

test("something new ends what could be redone, and nothing is no step", () => {
  const { history } = setUp();
  history.perform([]);
  assert.equal(history.undo(), false);
  history.perform([set("x", "1", "2")]);
  history.undo();
  history.perform([set("y", "1", "2")]);
  assert.equal(history.redo(), false);
});
