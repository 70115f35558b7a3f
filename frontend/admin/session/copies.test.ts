import assert from "node:assert/strict";
import { test } from "node:test";

import { Copies, copyOf, isSame, keyOf } from "./copies.ts";

/** A browser's storage with room for so many letters. */
function storage(room = Infinity): Storage {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    removeItem: (key: string) => Reflect.deleteProperty(kept, key),
    setItem: (key: string, text: string) => {
      const taken = Object.values({ ...kept, [key]: text }).join("").length;
      if (taken > room) throw new DOMException("full", "QuotaExceededError");
      kept[key] = text;
    },
  };
  return new Proxy(kept, {
    get: (_, name) => methods[name as keyof typeof methods] ?? kept[name as string],
  }) as unknown as Storage;
}

function typed(title: string, at = 1, revision = "7") {
  const form = new FormData();
  form.set("csrfmiddlewaretoken", "secret");
  form.set("loaded_revision_id", revision);
  form.set("title", title);
  return copyOf(form, "/admin/pages/3/edit/", at);
}

test("a copy holds what was typed, and no token", () => {
  const copy = typed("The sea");
  assert.deepEqual(copy.fields, [
    ["loaded_revision_id", "7"],
    ["title", "The sea"],
  ]);
  assert.equal(copy.revision, "7");
  const form = new FormData();
  form.set("file", new Blob(["a"]), "a.txt");
  assert.equal(copyOf(form, "", 1).files, true);
});

test("the same typing is the same, whatever was opened", () => {
  assert.ok(isSame(typed("The sea"), typed("The sea", 2, "8")));
  assert.ok(!isSame(typed("The sea"), typed("The see")));
});

test("where there is no room, the oldest copies of other pages give way", () => {
  const local = storage(400);
  const copies = new Copies(local, storage());
  for (const [at, page] of ["a", "b", "c", "d"].entries()) {
    copies.write(keyOf(1, page), typed("x".repeat(30), at + 1));
  }
  assert.equal(copies.read(keyOf(1, "a")), null);
  assert.equal(copies.read(keyOf(1, "d"))?.at, 4);
});

test("a copy goes when the museum has taken the form, and stays when it has not", () => {
  const copies = new Copies(storage(), storage());
  const key = keyOf(1, "/admin/pages/3/edit/");
  copies.write(key, typed("The sea"));
  copies.noteSent(key);
  copies.settle(false);
  copies.settle(true);
  assert.ok(copies.read(key), "only the very next page tells");
  copies.noteSent(key);
  copies.settle(true);
  assert.equal(copies.read(key), null);
});

test("nobody's copy stays for ever", () => {
  const copies = new Copies(storage(), storage());
  copies.write(keyOf(1, "old"), typed("a", 0));
  copies.write(keyOf(1, "new"), typed("b", 40 * 86_400_000));
  copies.sweep(41 * 86_400_000);
  assert.equal(copies.read(keyOf(1, "old")), null);
  assert.ok(copies.read(keyOf(1, "new")));
});
