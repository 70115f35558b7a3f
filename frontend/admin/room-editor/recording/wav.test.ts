/** WAV files as anything that reads sounds expects them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { wav } from "./wav.ts";

test("a sound is written with its length, its rate, and no sample beyond what fits", async () => {
  const file = wav(new Float32Array([0, 1, -1, 2, 0.5]), 48_000);
  const view = new DataView(await file.arrayBuffer());
  const letters = (at: number): string =>
    String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)));
  assert.deepEqual([letters(0), letters(8), letters(36)], ["RIFF", "WAVE", "data"]);
  assert.equal(view.getUint32(4, true) + 8, view.byteLength);
  assert.deepEqual([view.getUint32(24, true), view.getUint32(40, true)], [48_000, 10]);
  const samples = [0, 1, 2, 3, 4].map((place) => view.getInt16(44 + 2 * place, true));
  assert.deepEqual(samples, [0, 32_767, -32_767, 32_767, 16_384]);
});
