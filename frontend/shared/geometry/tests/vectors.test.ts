/** The TypeScript geometry agrees with the vectors that the Python wrote. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  alongWalls,
  checkOutline,
  checkPlan,
  cornersOf,
  doorsWithoutReturn,
  entrance,
  floorPlacement,
  footprint,
  frameBorder,
  freePlace,
  hungHeight,
  inwardNormal,
  isClockwise,
  type Corner,
  type Hanging,
  type Placement,
  type Plan,
  TEMPLATES,
  textHeight,
  visitingOrder,
  wallLength,
  wallPlacement,
} from "../index.ts";

const address = new URL("../../../../exhibitions/geometry/vectors.json", import.meta.url);

interface Vectors {
  outlines: {
    name: string;
    corners: Corner[];
    lengths: number[];
    problems: unknown;
    clockwise: boolean;
    normals: unknown[];
    placements: unknown[];
  }[];
  plans: {
    name: string;
    plan: Plan & Required<Pick<Plan, "floor">>;
    problems: unknown;
    entrance: unknown;
    order: unknown;
    along: unknown;
    explicit: unknown;
    footprints: unknown;
    floor: unknown;
  }[];
  templates: unknown;
  free_places: { length: number; works: Hanging[]; work: Hanging; x: number }[];
  hung_heights: [number, number, number, number][];
  frames: [string, number, number, number][];
  text_heights: [number, number, number][];
  links: { rooms: Record<string, Record<string, string>>; problems: Record<string, unknown> };
}
const vectors = JSON.parse(readFileSync(address, "utf8")) as Vectors;

/** Deep equality with numbers held to a billionth: trigonometry differs in the last digit. */
function same(mine: unknown, theirs: unknown, where: string): void {
  if (typeof mine === "number" && typeof theirs === "number") {
    assert.ok(Math.abs(mine - theirs) < 1e-9, `${where}: ${mine} is not ${theirs}`);
  } else if (mine && theirs && typeof mine === "object" && typeof theirs === "object") {
    assert.deepEqual(Object.keys(mine).sort(), Object.keys(theirs).sort(), where);
    for (const [key, value] of Object.entries(mine)) {
      same(value, (theirs as Record<string, unknown>)[key], `${where}.${key}`);
    }
  } else {
    assert.equal(mine, theirs, where);
  }
}

const pythonic = ({ rotationY, ...place }: Placement) => ({ ...place, rotation_y: rotationY });

for (const vector of vectors.outlines) {
  test(`outline: ${vector.name}`, () => {
    const { corners, lengths } = vector;
    same(checkOutline(corners), vector.problems, "problems");
    assert.equal(isClockwise(corners), vector.clockwise);
    for (const wall of lengths.keys()) {
      same(wallLength(corners, wall), lengths[wall], `length ${wall}`);
      same(inwardNormal(corners, wall), vector.normals[wall], `normal ${wall}`);
      const placed = pythonic(wallPlacement(corners, wall, 120, 150, 5));
      same(placed, vector.placements[wall], `placement ${wall}`);
    }
  });
}

for (const vector of vectors.plans) {
  test(`plan: ${vector.name}`, () => {
    const { plan } = vector;
    same(checkPlan(plan), vector.problems, "problems");
    same(entrance(plan), vector.entrance, "entrance");
    same(visitingOrder(plan), vector.order, "order");
    same(
      alongWalls(plan).map(({ id }) => id),
      vector.along,
      "along",
    );
    same(visitingOrder(plan, ["e2", "gone", "e2", "n1"]), vector.explicit, "explicit");
    same(
      plan.floor.map((work) => footprint(work)),
      vector.footprints,
      "footprints",
    );
    same(
      plan.floor.map((work) => pythonic(floorPlacement(work))),
      vector.floor,
      "floor",
    );
  });
}

test("templates", () => {
  const mine = TEMPLATES.map((template) => ({
    ...template,
    problems: checkPlan({ ...template, walls: template.corners.map((corner) => ({ corner })) }),
  }));
  same(mine, vectors.templates, "templates");
});

test("free places, sizes, doors", () => {
  for (const { length, works, work, x } of vectors.free_places) {
    assert.equal(freePlace(length, works, work).x, x);
  }
  for (const [width, across, down, height] of vectors.hung_heights) {
    assert.equal(hungHeight(width, across, down), height);
  }
  for (const [frame, width, height, border] of vectors.frames) {
    assert.equal(frameBorder(frame, width, height), border);
  }
  for (const [width, letters, height] of vectors.text_heights) {
    assert.equal(textHeight(width, letters), height);
  }
  const { rooms, problems } = vectors.links;
  for (const room of Object.keys(rooms)) {
    same(doorsWithoutReturn(room, rooms), problems[room], room);
  }
});

test("corners come back from a plan in order", () => {
  const { plan } = vectors.plans[0]!;
  assert.deepEqual(cornersOf(plan)[1], { x: 1000, y: 0 });
});
