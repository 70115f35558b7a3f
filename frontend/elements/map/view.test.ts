import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { readAddress, writeAddress } from "./address.ts";
import { between, bounded, fit, panned, project, zoomed, type View } from "./view.ts";

const SIZE = { width: 800, height: 400 };
const view: fc.Arbitrary<View> = fc
  .record({
    x: fc.integer({ min: -900, max: 900 }),
    y: fc.integer({ min: -700, max: 700 }),
    units: fc.integer({ min: 120, max: 600 }),
  })
  .map((one) => bounded(one, SIZE));

function near(one: number, other: number): void {
  assert.ok(Math.abs(one - other) < 1e-6, `${one} is not ${other}`);
}

test("what is fitted in is seen whole", () => {
  const box = { left: -400, right: 300, top: -50, bottom: 120 };
  const found = fit(box, SIZE);
  const corner = project({ x: box.left, y: box.top }, found, SIZE);
  const other = project({ x: box.right, y: box.bottom }, found, SIZE);
  assert.ok(corner.x > 0 && corner.y > 0 && other.x < SIZE.width && other.y < SIZE.height);
});

test("nobody sees beyond what is drawn", () => {
  fc.assert(
    fc.property(view, fc.integer(), fc.integer(), (one, across, down) => {
      const moved = panned(one, across, down, SIZE);
      const corner = project({ x: -1500, y: -1100 }, moved, SIZE);
      assert.ok(corner.x <= 1e-6 && corner.y <= 1e-6);
    }),
  );
});

test("the point under the pointer stays while one goes nearer", () => {
  const one = { x: 0, y: 0, units: 500 };
  const at = { x: 100, y: 300 };
  const closer = zoomed(one, 2, at, SIZE);
  near(closer.units, 250);
  const scale = SIZE.height / one.units;
  const point = { x: (at.x - 400) / scale, y: (at.y - 200) / scale };
  near(project(point, closer, SIZE).x, at.x);
  near(project(point, closer, SIZE).y, at.y);
});

test("the way from one view to another begins and ends there", () => {
  fc.assert(
    fc.property(view, view, (from, to) => {
      for (const key of ["x", "y", "units"] as const) {
        near(between(from, to, 0)[key], from[key]);
        near(between(from, to, 1)[key], to[key]);
      }
    }),
  );
});

test("an address shows again what it was written for", () => {
  const years = fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 90 }));
  fc.assert(
    fc.property(
      fc.option(years.map(([first, more]): [number, number] => [first, first + more])),
      fc.option(view.map((one) => ({ ...one, x: Math.round(one.x), y: Math.round(one.y) }))),
      fc.constantFrom("", "place-tetouan"),
      (asked, seen, place) => {
        const units = seen && { ...seen, units: Math.round(seen.units) };
        const shown = { years: asked, view: units, place };
        const url = new URL(writeAddress("/he/map/", shown), "https://museum.example");
        assert.deepEqual(readAddress(url.search, url.hash), shown);
      },
    ),
  );
});

test("an address that nobody wrote shows the whole map", () => {
  for (const search of ["?from=x", "?at=1,2", "?at=1,2,0", "?at=99999,0,5", "?from=1&to=-3", ""]) {
    assert.deepEqual(readAddress(search, "#"), { years: null, view: null, place: "" });
  }
});
