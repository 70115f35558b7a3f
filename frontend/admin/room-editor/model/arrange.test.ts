import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { edgesOf, type Hanging } from "../../../shared/geometry/index.ts";
import { arrange, type Arrangement } from "./arrange.ts";

const work = (id: string, x: number, width = 80, height = 60, y = 150): Hanging => ({
  id,
  kind: "artifact",
  x,
  y,
  width,
  height,
  border: 4,
});

const arranged = (kind: Arrangement, works: Hanging[], gap = 20): Hanging[] => {
  const places = arrange(kind, works, 1000, gap);
  return works.map((one) => ({ ...one, ...places.get(one.id)! }));
};

test("top edges meet, frames included", () => {
  const [a, b] = arranged("align_top", [work("a", 100, 80, 60), work("b", 300, 80, 100)]);
  assert.equal(edgesOf(a!).top, edgesOf(b!).top);
  assert.equal(b!.y, 150);
});

test("a group is centred on the wall and keeps its gaps", () => {
  const [a, b] = arranged("centre", [work("a", 100), work("b", 300)]);
  assert.deepEqual([a!.x, b!.x], [400, 600]);
});

test("equal gaps are as wide as wanted", () => {
  const works = arranged("equal_gaps", [work("b", 400, 120), work("a", 100), work("c", 700)], 30);
  const inOrder = works.sort((a, b) => a.x - b.x).map(edgesOf);
  assert.equal(inOrder[1]!.left - inOrder[0]!.right, 30);
  assert.equal(inOrder[2]!.left - inOrder[1]!.right, 30);
});

test("distributing keeps the outer works, the order and even gaps", () => {
  const widths = fc.array(fc.integer({ min: 10, max: 100 }), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(widths, (widths) => {
      let x = 0;
      const works = widths.map((width, index) => {
        x += 150 + index * 7;
        return work(`${index}`, x, width);
      });
      const placed = arranged("distribute", works);
      assert.ok(Math.abs(placed[0]!.x - works[0]!.x) <= 1);
      assert.ok(Math.abs(placed.at(-1)!.x - works.at(-1)!.x) <= 1);
      const gaps = placed.slice(1).map((one, at) => edgesOf(one).left - edgesOf(placed[at]!).right);
      assert.ok(Math.max(...gaps) - Math.min(...gaps) <= 2);
    }),
  );
});

test("nothing chosen, nothing moved", () => {
  assert.equal(arrange("centre", [], 1000, 20).size, 0);
});
