import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { readYears, standing, strongest } from "./years.ts";

const address = new URL("../../../atlas/vectors.json", import.meta.url);
type Vector = [years: string, first: number, last: number, standing: string];

test("both sides say alike when a school was open", () => {
  const vectors = JSON.parse(readFileSync(address, "utf8")) as Vector[];
  assert.ok(vectors.length > 100);
  for (const [years, first, last, expected] of vectors) {
    assert.equal(standing(readYears(years), first, last), expected, `${years}: ${first}–${last}`);
  }
});

test("what is open somewhere is open, and a place without schools is there", () => {
  assert.equal(strongest(["not", "perhaps", "open"]), "open");
  assert.equal(strongest(["not", "perhaps"]), "perhaps");
  assert.equal(strongest([]), "open");
});
