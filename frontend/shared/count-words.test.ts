/** Words are counted as Python counts them: tests/exhibitions/blocks/test_short_text.py. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { countWords } from "./count-words.ts";

const COUNTED: [string, number][] = [
  ["", 0],
  ["  \n ", 0],
  ["One day, 23 December 1862.", 5],
  ["Un motif\u202f: «\u202fou\u202f»\u202f; et l’étoile\u202f!", 5],
  ["מפריז אל 105 ערים ב־15 ארצות", 6],
  ["¿Qué dijeron? — Nada.", 3],
];

for (const [text, words] of COUNTED) {
  test(`“${text}” has ${words} words`, () => assert.equal(countWords(text), words));
}
