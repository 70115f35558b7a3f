import assert from "node:assert/strict";
import { test } from "node:test";

import { edgesOf, type Hanging } from "../../../shared/geometry/index.ts";
import { snap } from "./snapping.ts";

const WALL = { length: 1000, height: 340 };
const work = (x: number, y = 150, width = 100, height = 80): Hanging => ({
  id: `${x}`,
  kind: "artifact",
  x,
  y,
  width,
  height,
});

test("the wall's middle and the eye line draw a work", () => {
  const found = snap(edgesOf(work(497, 153)), [], WALL, 8);
  assert.deepEqual([found.dx, found.dy], [3, -3]);
  assert.deepEqual(found.guides, [
    { axis: "x", at: 500 },
    { axis: "y", at: 150 },
  ]);
});

test("beyond the tolerance nothing snaps", () => {
  const found = snap(edgesOf(work(480, 170)), [], WALL, 8);
  assert.deepEqual([found.dx, found.dy, found.guides.length], [0, 0, 0]);
});

test("a neighbour's top edge draws, its frame included", () => {
  const other = { ...work(800, 200, 100, 60), border: 4 };
  const found = snap(edgesOf(work(200, 192)), [other], WALL, 6);
  assert.equal(found.dy, 234 - (192 + 40));
});

test("between two neighbours the gaps become equal", () => {
  const found = snap(edgesOf(work(303)), [work(100), work(520)], WALL, 8);
  assert.equal(found.dx, 7);
  assert.deepEqual(found.gaps, [
    { from: 150, to: 260 },
    { from: 360, to: 470 },
  ]);
});

test("a gap that is there already is continued", () => {
  const found = snap(edgesOf(work(423)), [work(100), work(260)], WALL, 5);
  assert.equal(found.dx, -3);
  assert.equal(found.gaps[1]!.to - found.gaps[1]!.from, 60);
});
