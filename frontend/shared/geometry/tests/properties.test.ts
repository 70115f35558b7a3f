/** What holds for every room, tried on generated ones. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  checkOutline,
  checkPlan,
  contains,
  type Corner,
  footprint,
  freePlace,
  type Hanging,
  inwardNormal,
  overlaps,
  visitingOrder,
  wallLength,
  wallPlacement,
} from "../index.ts";

const hanging = fc.record<Hanging>({
  id: fc.uuid(),
  kind: fc.constantFrom("artifact", "picture", "text", "screen", "door"),
  x: fc.integer({ min: 0, max: 2000 }),
  y: fc.integer({ min: 0, max: 400 }),
  width: fc.integer({ min: 1, max: 1200 }),
  height: fc.integer({ min: 1, max: 400 }),
  border: fc.integer({ min: 0, max: 12 }),
});

/** Clockwise outlines around a middle, convex or not. */
const outline = fc
  .tuple(
    fc.array(fc.integer({ min: 150, max: 2000 }), { minLength: 3, maxLength: 12 }),
    fc.integer({ min: -20_000, max: 20_000 }),
    fc.integer({ min: -20_000, max: 20_000 }),
  )
  .map(([radii, x, y]): Corner[] =>
    radii.map((radius, step) => {
      const angle = (2 * Math.PI * step) / radii.length;
      return {
        x: x + Math.floor(radius * Math.cos(angle)),
        y: y + Math.floor(radius * Math.sin(angle)),
      };
    }),
  )
  .filter((corners) => checkOutline(corners).length === 0);

const eachWall = (corners: Corner[], check: (wall: number) => void): void =>
  corners.forEach((_, wall) => check(wall));

test("a sound outline reversed is only backwards", () => {
  fc.assert(
    fc.property(outline, (corners) => {
      const codes = checkOutline([...corners].reverse()).map((found) => found.code);
      assert.deepEqual(codes, ["anticlockwise"]);
    }),
  );
});

test("before a wall is inside, behind it outside", () => {
  fc.assert(
    fc.property(outline, (corners) =>
      eachWall(corners, (wall) => {
        const middle = wallLength(corners, wall) / 2;
        const before = wallPlacement(corners, wall, middle, 150, 0.01);
        const behind = wallPlacement(corners, wall, middle, 150, -0.01);
        assert.ok(contains(corners, before.x * 100, before.z * 100));
        assert.ok(!contains(corners, behind.x * 100, behind.z * 100));
      }),
    ),
  );
});

test("a work faces into the room with its left at the visitor's left", () => {
  fc.assert(
    fc.property(outline, (corners) =>
      eachWall(corners, (wall) => {
        const here = wallPlacement(corners, wall, 0, 150);
        const further = wallPlacement(corners, wall, 100, 150);
        const [normalX, normalY] = inwardNormal(corners, wall);
        assert.ok(Math.abs(Math.sin(here.rotationY) - normalX) < 1e-9);
        assert.ok(Math.abs(Math.cos(here.rotationY) - normalY) < 1e-9);
        assert.ok(Math.abs(further.x - here.x - Math.cos(here.rotationY)) < 1e-6);
        assert.ok(Math.abs(further.z - here.z + Math.sin(here.rotationY)) < 1e-6);
      }),
    ),
  );
});

test("a free place is free", () => {
  fc.assert(
    fc.property(fc.array(hanging, { maxLength: 12 }), hanging, (works, work) => {
      const placed = freePlace(2000, works, work);
      assert.ok(works.every((other) => !overlaps(placed, other)));
    }),
  );
});

test("overlap is mutual", () => {
  fc.assert(
    fc.property(hanging, hanging, (one, other) => {
      assert.equal(overlaps(one, other), overlaps(other, one));
    }),
  );
});

test("every work is met once", () => {
  fc.assert(
    fc.property(outline, fc.array(hanging, { maxLength: 6 }), (corners, works) => {
      const walls = corners.map((corner, wall) => ({ corner, works: wall === 1 ? works : [] }));
      const plan = { height: 340, walls };
      const hung = works.filter((work) => work.kind !== "door").map((work) => work.id);
      assert.deepEqual(visitingOrder(plan).sort(), hung.sort());
    }),
  );
});

test("a turned footprint keeps its area", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 300 }), (rotation, width) => {
      const turned = rotation % 720;
      const shape = footprint({
        id: "p",
        kind: "seat",
        x: 5,
        y: 9,
        width,
        depth: 40,
        rotation: turned,
      });
      const doubled = shape.reduce((sum, [x, y], index) => {
        const [nextX, nextY] = shape[(index + 1) % 4]!;
        return sum + x * nextY - nextX * y;
      }, 0);
      assert.ok(Math.abs(doubled - 2 * width * 40) < 1e-3);
    }),
  );
});

test("no outline, however wild, makes the checks fail", () => {
  const wild = fc.array(
    fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(wild, fc.array(hanging, { maxLength: 3 }), (corners, works) => {
      const plan = { height: 340, walls: corners.map((corner) => ({ corner, works })) };
      for (const { wall } of checkPlan(plan)) {
        assert.ok(wall === undefined || (wall >= 0 && wall < corners.length));
      }
    }),
  );
});
