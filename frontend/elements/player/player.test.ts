import assert from "node:assert/strict";
import { test } from "node:test";

import { clock, keyAction } from "./keys.ts";

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test("times are written as people say them", () => {
  assert.deepEqual([0, 5.9, 65, 3599, 3661, Number.NaN, -2].map(clock), [
    "0:00",
    "0:05",
    "1:05",
    "59:59",
    "1:01:01",
    "0:00",
    "0:00",
  ]);
});

test("keys act on the player, and on a control where they are its own", () => {
  const on = (localName: string, key: string) => keyAction(press(key), { localName });
  assert.equal(on("div", " "), "play");
  assert.equal(on("button", " "), undefined);
  assert.equal(on("button", "ArrowRight"), "forth");
  assert.equal(on("input", "ArrowRight"), undefined);
  assert.equal(on("input", "M"), "mute");
  assert.equal(on("select", "m"), undefined);
  assert.equal(keyAction(press("f", { ctrlKey: true }), { localName: "div" }), undefined);
});
