import assert from "node:assert/strict";
import { test } from "node:test";

import { barLength, readDetail, readPlace, withoutView, writePlace } from "./address.ts";

test("a view survives its address", () => {
  const view = { x: 12.5, y: -3.25, width: 30, height: 22.4, rotation: 270 };
  for (const name of ["", "page-12", "view-2"]) {
    assert.deepEqual(readPlace(writePlace({ name, view })), { name, view });
  }
  const unturned = { ...view, rotation: 0 };
  assert.equal(writePlace({ name: "", view: unturned }), "#xywh=percent:12.5,-3.25,30,22.4");
  assert.equal(
    writePlace({ name: "page-3", view: unturned }),
    "#page-3&xywh=percent:12.5,-3.25,30,22.4",
  );
});

test("other addresses are no views", () => {
  const others = ["", "#work-1", "#xywh=percent:1,2,3", "#xywh=percent:0,0,0,10", "#xywh=1,2,3,4"];
  for (const hash of [...others, "#xywh=percent:0,0,10,10&rotate=45", "#xywh=percent:9999,0,1,1"]) {
    assert.equal(readPlace(hash), null, hash);
  }
});

test("a detail is named by its id, and nothing of the look stays after it", () => {
  assert.equal(readDetail("#detail-1f2e"), "detail-1f2e");
  assert.equal(readDetail("#page-1"), null);
  assert.equal(withoutView("#detail-1f2e"), "");
  assert.equal(withoutView("#xywh=percent:0,0,10,10"), "");
  assert.equal(withoutView("#page-3&xywh=percent:0,0,10,10"), "#page-3");
  assert.equal(withoutView("#page-3"), "#page-3");
});

test("a scale bar has a round length that fits", () => {
  assert.equal(barLength(10, 140), 10);
  assert.equal(barLength(2, 140), 50);
  assert.equal(barLength(300, 140).toFixed(2), "0.20");
  for (let scale = 0.01; scale < 1000; scale *= 1.37) {
    const length = barLength(scale, 140) * scale;
    assert.ok(length <= 140.0001 && length > 140 / 2.6, `${scale}: ${length}`);
  }
});
