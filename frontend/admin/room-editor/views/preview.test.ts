import assert from "node:assert/strict";
import { test } from "node:test";

import type { Scene } from "../../../elements/room-viewer/scene/scene.ts";
import { missingIn, patched } from "./preview.ts";
import type { Room, Wall, Work } from "../model/room.ts";

const PICTURE = { width: 900, height: 600, colour: null, sources: { "256": "/small.webp" } };

const scene: Scene = {
  version: 1,
  room: "key",
  palette: "indigo",
  height: 340,
  floor_finish: "oak",
  light: "dusk",
  start: null,
  walls: [
    {
      id: "wall",
      corner: { x: 0, y: 0 },
      colour: null,
      finish: "limewash",
      works: [
        {
          id: "work",
          kind: "artifact",
          x: 100,
          y: 150,
          width: 90,
          height: 60,
          border: 4,
          frame: "wood",
          label_side: "right",
          picture: PICTURE,
        },
      ],
    },
  ],
  floor: [],
};

const hung = (id: string, x: number): Work => ({
  id,
  kind: "artifact",
  wall: 0,
  x,
  y: 160,
  width: 90,
  height: 60,
  border: 3,
  frame: "black",
  side: "right",
  title: "",
  text: "",
  page: 7,
  picture: null,
  artifact: null,
  visited: { stop: 0, passed: false, stay: 0, turn: "" },
  described: true,
});

const room = (works: Work[], id = "wall"): Room => {
  const corner = { x: 0, y: 0 };
  const wall: Wall = {
    id,
    name: "",
    corner,
    length: 500,
    colour: "#aabbcc",
    finish: "linen",
    works,
  };
  return {
    height: 360,
    light: "dusk",
    walls: [wall],
    floor: [],
    start: { x: 1, y: 2, heading: 90 },
  };
};

test("places, frames and colours follow the form, pictures stay the scene's", () => {
  const now = patched(scene, room([hung("work", 220)]))!;
  const [wall] = now.walls;
  const [work] = wall!.works;
  assert.equal(now.height, 360);
  assert.deepEqual([wall!.colour, wall!.finish], ["#aabbcc", "linen"]);
  assert.ok(work && "picture" in work);
  assert.deepEqual([work.x, work.y, work.border, work.frame], [220, 160, 3, "black"]);
  assert.equal(work.picture, PICTURE);
});

test("what was taken down is gone", () => {
  assert.deepEqual(patched(scene, room([]))!.walls[0]!.works, []);
});

test("a new work or wall asks for a new scene", () => {
  assert.equal(patched(scene, room([hung("other", 10)])), null);
  assert.equal(patched(scene, room([], "new wall")), null);
});

test("what a preview did not show is asked for once, until it shows something else", () => {
  const gone = room([hung("work", 220), hung("gone", 10)]);
  const missing = missingIn(scene, gone);
  assert.deepEqual(
    patched(scene, gone, missing)!.walls[0]!.works.map(({ id }) => id),
    ["work"],
  );
  const exchanged = room([{ ...hung("gone", 10), page: 8 }]);
  assert.equal(patched(scene, exchanged, missing), null);
});

test("an unpublished work asks for a scene: its editor may see it", () => {
  const artifact = { live: false } as Work["artifact"];
  assert.equal(patched(scene, room([{ ...hung("draft", 10), artifact }])), null);
});
