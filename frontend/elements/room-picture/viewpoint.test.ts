import assert from "node:assert/strict";
import { test } from "node:test";

import type { Point } from "../../shared/geometry/shapes.ts";
import { type Seen, shown, viewpointFor } from "./viewpoint.ts";

const ACROSS = 1.2;
// 10 × 8 m; the L lacks 5 × 5 m at the lower right.
const ROOM: Point[] = [
  [0, 0],
  [10, 0],
  [10, 8],
  [0, 8],
];
const ELL: Point[] = [
  [0, 0],
  [10, 0],
  [10, 3],
  [5, 3],
  [5, 8],
  [0, 8],
];
const NORTH: Seen = { centre: [5, 1.5, 0], normal: [0, 1], width: 1, height: 1 };
const start = { x: 5, y: 6, heading: 0 };

test("who looks at a work from the start, stays there", () => {
  assert.equal(viewpointFor(start, [NORTH], ROOM, ACROSS), start);
});

test("who would see a bare wall, is turned to the works", () => {
  const away = { ...start, heading: Math.PI };
  const found = viewpointFor(away, [NORTH], ROOM, ACROSS);
  assert.notDeepEqual(found, away);
  assert.ok(shown(found, [NORTH], ROOM, ACROSS) > 0.02);
});

test("a room without works is seen from its start", () => {
  const away = { ...start, heading: 2 };
  assert.equal(viewpointFor(away, [], ROOM, ACROSS), away);
});

test("nobody looks through walls or at the back of a work", () => {
  const east: Seen = { centre: [10, 1.5, 1.5], normal: [-1, 0], width: 1, height: 1 };
  const below = { x: 2.5, y: 7.5, heading: Math.atan2(7.5, 6) };
  assert.equal(shown(below, [east], ELL, ACROSS), 0);
  assert.ok(shown({ x: 2, y: 1.5, heading: Math.PI / 2 }, [east], ELL, ACROSS) > 0);
  const back: Seen = { ...NORTH, normal: [0, -1] };
  assert.equal(shown(start, [back], ROOM, ACROSS), 0);
});
