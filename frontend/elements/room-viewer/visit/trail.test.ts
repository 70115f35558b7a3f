/** An address keeps how its visitor is guided, beside all else that it says. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { guidedIn, withGuided } from "./trail.ts";

test("a guide is kept in the query and taken out of it", () => {
  const quiet = { aloud: false, slower: false };
  assert.equal(withGuided("", quiet), "?tour");
  assert.equal(withGuided("?tour", { aloud: true, slower: true }), "?tour=aloud-slower");
  assert.equal(withGuided("?a=1&tour=aloud", { ...quiet, slower: true }), "?a=1&tour=slower");
  assert.equal(withGuided("?a=1&tour", null), "?a=1");
  assert.equal(withGuided("?tour", null), "");
});

test("only a query that names the tour has one", () => {
  assert.equal(guidedIn("?tours=aloud"), null);
  assert.deepEqual(guidedIn("?tour"), { aloud: false, slower: false });
  assert.deepEqual(guidedIn("?tour=slower-aloud"), { aloud: true, slower: true });
  assert.deepEqual(guidedIn("?tour=anything"), { aloud: false, slower: false });
});
