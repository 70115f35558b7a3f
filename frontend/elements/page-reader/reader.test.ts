import assert from "node:assert/strict";
import { test } from "node:test";

import { nameIn } from "../../shared/address.ts";
import { plain } from "./plain.ts";
import { spread, turned } from "./spreads.ts";

test("the first page stands alone, the others face one another", () => {
  assert.deepEqual(spread(0, 12, true), [0]);
  assert.deepEqual(spread(1, 12, true), [1, 2]);
  assert.deepEqual(spread(2, 12, true), [1, 2]);
  assert.deepEqual(spread(11, 12, true), [11]);
  assert.deepEqual(spread(5, 12, false), [5]);
});

test("turning visits every page once, there and back", () => {
  for (const facing of [true, false]) {
    for (let count = 1; count < 14; count += 1) {
      const seen: number[] = [];
      let place = 0;
      for (;;) {
        seen.push(...spread(place, count, facing));
        const next = turned(place, 1, count, facing);
        if (next === place) break;
        assert.equal(turned(next, -1, count, facing), place);
        place = next;
      }
      assert.deepEqual(seen, [...Array(count).keys()]);
    }
  }
});

test("an address names a page, alone or with a look at it", () => {
  assert.equal(nameIn("#page-12"), "page-12");
  assert.equal(nameIn("#page-12&xywh=percent:0,0,10,10"), "page-12");
  assert.equal(nameIn("#page-12:~:text=well%2Dkept"), "page-12");
  assert.equal(nameIn("#xywh=percent:0,0,10,10"), "");
  assert.equal(nameIn(""), "");
});

test("words are found with and without points, accents and case", () => {
  assert.equal(plain("שָׁלוֹם"), "שלום");
  assert.equal(plain("École  NORMALE"), "ecole normale");
  assert.equal(plain("כ״ג ר׳"), plain("כ\"ג ר'"));
});
