/** Names and marks keep apart, wherever the places lie. */

import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { gather, type Item } from "./clusters.ts";
import { around, overlap, placeLabels, type Named } from "./labels.ts";
import { ARROWS, next } from "./ways.ts";

const APART = 28;
const FRAME = { left: 0, top: 0, right: 600, bottom: 400 };
const place = fc.integer({ min: -50, max: 650 });
const named: fc.Arbitrary<Named[]> = fc
  .array(
    fc.record({
      x: place,
      y: place,
      radius: fc.integer({ min: 4, max: 13 }),
      width: fc.integer({ min: 10, max: 140 }),
      height: fc.integer({ min: 12, max: 24 }),
      weight: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 60 },
  )
  .map((all) => all.map((one, number) => ({ ...one, id: `place-${number}` })));
const items: fc.Arbitrary<Item[]> = named;

test("no name covers another, a mark or the edge", () => {
  fc.assert(
    fc.property(named, (marks) => {
      const corner = { left: 0, top: 0, right: 60, bottom: 150 };
      const middles = placeLabels(marks, FRAME, [corner]);
      const boxes = marks
        .filter(({ id }) => middles.has(id))
        .map(({ id, width, height }) => around(middles.get(id)!, width, height));
      boxes.forEach((box, number) => {
        assert.ok(boxes.slice(number + 1).every((other) => !overlap(box, other)));
        assert.ok(!overlap(box, corner));
        for (const mark of marks) {
          assert.ok(!overlap(box, around(mark, 2 * mark.radius, 2 * mark.radius)));
        }
        assert.ok(box.left >= 0 && box.right <= FRAME.right);
        assert.ok(box.top >= 0 && box.bottom <= FRAME.bottom);
      });
    }),
  );
});

test("where there is room, the heaviest has its name", () => {
  const one = { id: "a", x: 300, y: 200, radius: 5, width: 60, height: 18, weight: 1 };
  const other = { ...one, id: "b", x: 301, weight: 2 };
  assert.ok(placeLabels([one, other], FRAME).has("b"));
});

test("each place has one mark, and marks stand apart", () => {
  fc.assert(
    fc.property(items, (all) => {
      const clusters = gather(all, APART);
      const members = clusters.flatMap((cluster) => cluster.members.map(({ id }) => id));
      assert.deepEqual(members.sort(), all.map(({ id }) => id).sort());
      clusters.forEach(({ seed, members: own }, number) => {
        assert.ok(own.includes(seed));
        assert.ok(own.every(({ weight }) => weight <= seed.weight));
        for (const { seed: other } of clusters.slice(number + 1)) {
          assert.ok(Math.hypot(seed.x - other.x, seed.y - other.y) >= APART);
        }
      });
    }),
  );
});

test("the order of the places changes nothing", () => {
  fc.assert(
    fc.property(items, (all) => {
      const seeds = (given: Item[]): string[] => gather(given, APART).map(({ seed }) => seed.id);
      assert.deepEqual(seeds(all), seeds([...all].reverse()));
    }),
  );
});

test("the arrows lead to every other mark, in one direction at least", () => {
  const two = [
    { x: 0, y: 0 },
    { x: 10, y: 3 },
    { x: 12, y: 40 },
  ];
  assert.equal(next(two, two[0]!, ARROWS.ArrowRight!), two[1]);
  assert.equal(next(two, two[1]!, ARROWS.ArrowLeft!), two[0]);
  assert.equal(next(two, two[1]!, ARROWS.ArrowDown!), two[2]);
  assert.equal(next(two, two[2]!, ARROWS.ArrowRight!), undefined);
  fc.assert(
    fc.property(place, place, (x, y) => {
      const found = Object.values(ARROWS).map((arrow) => next([{ x, y }], { x: 0, y: 0 }, arrow));
      assert.ok(found.some(Boolean) || (x === 0 && y === 0));
    }),
  );
});
