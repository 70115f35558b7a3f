import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import {
  type Corner,
  LEAST,
  cornered,
  moved,
  onPicture,
  type Region,
  resized,
  spanned,
} from "./region.ts";

const part = fc.double({ min: -50, max: 150, noNaN: true });
const step = fc.double({ min: -200, max: 200, noNaN: true });
const region: fc.Arbitrary<Region> = fc
  .record({ x: part, y: part, width: part, height: part })
  .map(onPicture);

function lies(one: Region): void {
  assert.ok(one.x >= 0 && one.y >= 0 && one.width >= LEAST && one.height >= LEAST);
  assert.ok(one.x + one.width <= 100.05 && one.y + one.height <= 100.05, JSON.stringify(one));
}

test("whatever is done, a region stays on the picture", () => {
  const corner = fc.constantFrom<Corner>("nw", "ne", "sw", "se");
  fc.assert(
    fc.property(region, step, step, corner, (one, dx, dy, which) => {
      [moved(one, dx, dy), resized(one, dx, dy), cornered(one, which, dx, dy)].forEach(lies);
      lies(spanned({ x: dx, y: dy }, one));
    }),
  );
});

test("moving keeps the size, resizing the top left corner", () => {
  fc.assert(
    fc.property(region, step, step, (one, dx, dy) => {
      const { width, height } = moved(one, dx, dy);
      assert.deepEqual([width, height], [one.width, one.height]);
      const { x, y } = resized(one, dx, dy);
      assert.ok(Math.abs(x - one.x) < 0.11 && Math.abs(y - one.y) < 0.11);
    }),
  );
});

test("a corner is dragged while its opposite stays, even past it", () => {
  const one = { x: 20, y: 30, width: 10, height: 10 };
  assert.deepEqual(cornered(one, "nw", -5, -5), { x: 15, y: 25, width: 15, height: 15 });
  assert.deepEqual(cornered(one, "se", -20, 5), { x: 10, y: 30, width: 10, height: 15 });
});
