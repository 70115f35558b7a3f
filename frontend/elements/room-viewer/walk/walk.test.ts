/** The parts of the walk that need no browser: paths, triangles, the atlas, scenes. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv } from "ajv";
import fc from "fast-check";
import { TEMPLATES } from "../../../shared/geometry/index.ts";
import { inside, type Point } from "../../../shared/geometry/shapes.ts";
import { pack } from "../light/atlas.ts";
import { Body } from "./body.ts";
import { pathBetween } from "./path.ts";
import { EYE } from "./stance.ts";
import {
  type Plinth,
  readScene,
  type Scene,
  UnknownScene,
  withinBudget,
  withOnly,
} from "../scene/scene.ts";
import { triangles } from "../building/triangles.ts";

const L_ROOM: Point[] = [
  [0, 0],
  [12, 0],
  [12, 5],
  [5, 5],
  [5, 10],
  [0, 10],
];

test("the way around a corner stays in the room", () => {
  const way = pathBetween(L_ROOM, [11, 4], [4, 9]);
  assert.ok(way.length > 2);
  for (const point of way) assert.ok(inside(L_ROOM, ...point));
  assert.deepEqual(pathBetween(L_ROOM, [1, 1], [4, 9]), [
    [1, 1],
    [4, 9],
  ]);
});

test("every template is cut into triangles of its whole area, all the same way round", () => {
  for (const { name, corners } of TEMPLATES) {
    const cut = triangles(corners);
    assert.equal(cut.length, corners.length - 2, name);
    const doubled = (indices: readonly number[]): number =>
      indices.reduce((sum, index, place) => {
        const [a, b] = [corners[index]!, corners[indices[(place + 1) % indices.length]!]!];
        return sum + a.x * b.y - b.x * a.y;
      }, 0);
    assert.ok(
      cut.every((triangle) => doubled(triangle) >= 0),
      name,
    );
    const whole = doubled([...corners.keys()]);
    assert.equal(
      cut.reduce((sum, triangle) => sum + doubled(triangle), 0),
      whole,
      name,
    );
  }
});

test("places of the light map lie in it and never on each other", () => {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 10_000 }),
    height: fc.integer({ min: 1, max: 2000 }),
  });
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 40 }), (sizes) => {
      const places = pack(sizes, 1024);
      assert.equal(places.length, sizes.length);
      places.forEach((one, index) => {
        assert.ok(one.x + one.width <= 1024 && one.y + one.height <= 1024);
        for (const other of places.slice(index + 1)) {
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          assert.ok(apart);
        }
      });
    }),
  );
});

const SCENE = JSON.parse(
  readFileSync(new URL("../../../../exhibitions/geometry/scene-v1.json", import.meta.url), "utf8"),
) as Scene;

test("the scene of version 1 keeps the schema and is read", () => {
  const address = new URL("../../../../exhibitions/geometry/scene.schema.json", import.meta.url);
  const validate = new Ajv().compile(JSON.parse(readFileSync(address, "utf8")));
  assert.ok(validate(SCENE), JSON.stringify(validate.errors));
  assert.equal(readScene(SCENE), SCENE);
});

test("a scene of another version is not read", () => {
  for (const other of [null, {}, { version: 2 }, { ...SCENE, version: "1" }]) {
    assert.throws(() => readScene(other), UnknownScene);
  }
});

test("what the page does not list is not shown", () => {
  const [first] = SCENE.walls[0]!.works;
  const only = withOnly(SCENE, new Set([first!.id]));
  assert.deepEqual(
    only.walls.flatMap((wall) => wall.works.map((work) => work.id)),
    [first!.id],
  );
  assert.ok(only.floor.every((work) => work.kind === "seat"));
});

test("wherever one walks, one stays in the room and off the walls", () => {
  const push = fc.record({
    forward: fc.constantFrom(-1, 0, 1),
    sideways: fc.constantFrom(-1, 0, 1),
    turn: fc.constantFrom(-1, 0, 1),
  });
  fc.assert(
    fc.property(fc.array(push, { maxLength: 60 }), (pushes) => {
      const body = new Body();
      body.enter(SCENE);
      const outline = SCENE.walls.map(({ corner }): Point => [corner.x / 100, corner.y / 100]);
      for (const one of pushes) {
        body.push = one;
        body.step(0.1);
        assert.ok(inside(outline, body.x, body.y));
      }
    }),
  );
});

test("a cut goes there at once, a glide arrives", async () => {
  const body = new Body();
  body.enter(SCENE);
  const stance = { x: 4, y: 3, heading: 1, pitch: 0.1, eye: 1.4 };
  await body.glideTo(stance, true);
  assert.deepEqual([body.x, body.y, body.heading, body.eye], [4, 3, 1, 1.4]);
  const glide = body.glideTo({ x: 6, y: 5, heading: 2, pitch: 0, eye: EYE }, false);
  for (let step = 0; step < 100 && body.step(0.1); step++);
  await glide;
  assert.ok(Math.hypot(body.x - 6, body.y - 5) < 1e-6);
  assert.ok(body.still);
});

test("3D objects beyond the device's budget show their pictures instead", () => {
  const plinth = (id: string, bytes: number, triangles: number): Plinth => ({
    id,
    kind: "artifact",
    x: 0,
    y: 0,
    width: 60,
    depth: 60,
    height: 90,
    rotation: 0,
    showcase: false,
    picture: null,
    model: { source: `/${id}.glb`, height: 30, bytes, triangles },
  });
  const floor = [
    plinth("small", 1e5, 9_000),
    plinth("heavy", 40e6, 90_000),
    plinth("fine", 1e5, 95_000),
    plinth("last", 1e5, 900),
  ];
  const shown = (phone: boolean): string[] =>
    (withinBudget({ floor } as unknown as Scene, phone).floor as Plinth[]).flatMap((work) =>
      work.model ? [work.id] : [],
    );
  assert.deepEqual(shown(true), ["small", "last"]);
  assert.deepEqual(shown(false), ["small", "fine", "last"]);
  assert.equal(
    withinBudget({ floor } as unknown as Scene, true).floor.length,
    4,
    "nobody's place is lost",
  );
});
