/** The tour's pace: reading time by the letter, recordings heard out, pauses that are pauses. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { type Stop, Tour } from "./tour.ts";

/** A recording whose end the test tells. */
class Recording extends EventTarget {
  ended = false;
  paused = true;
  plays = true;

  play(): Promise<void> {
    if (!this.plays) return Promise.reject(new Error("NotAllowedError"));
    this.paused = false;
    return Promise.resolve();
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event("pause"));
  }

  end(): void {
    this.ended = true;
    this.dispatchEvent(new Event("ended"));
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

function tourOf(stops: Partial<Stop>[]): { tour: Tour; visited: () => number; states: boolean[] } {
  const waiting = [...stops];
  let visited = 0;
  const states: boolean[] = [];
  const tour = new Tour(
    () => {
      const stop = waiting.shift();
      if (!stop) return Promise.resolve(null);
      visited += 1;
      return Promise.resolve({ words: "", sound: null, ...stop });
    },
    (running) => states.push(running),
  );
  return { tour, visited: () => visited, states };
}

test("a long text is read longer than a short one, and no text for ever", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.window = globalThis as unknown as Window & typeof globalThis;
  const { tour, visited } = tourOf([{ words: "x".repeat(100) }, { words: "x".repeat(9999) }, {}]);
  tour.start();
  await settle();
  assert.equal(visited(), 1);
  mock.timers.tick(9400);
  await settle();
  assert.equal(visited(), 1);
  mock.timers.tick(200);
  await settle();
  assert.equal(visited(), 2);
  mock.timers.tick(29_900);
  await settle();
  assert.equal(visited(), 2);
  mock.timers.tick(200);
  await settle();
  assert.equal(visited(), 3);
  mock.timers.reset();
});

test("a recording is heard to its end, and only on a tour with sound", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const voice = new Recording();
  const sound = voice as unknown as HTMLMediaElement;
  const { tour, visited } = tourOf([{ sound }, {}]);
  tour.aloud = true;
  tour.start();
  await settle();
  mock.timers.tick(60_000);
  await settle();
  assert.equal(visited(), 1);
  assert.equal(voice.paused, false);
  voice.end();
  await settle();
  assert.equal(visited(), 2);
  const silent = new Recording();
  const quiet = tourOf([{ sound: silent as unknown as HTMLMediaElement }, {}]);
  quiet.tour.start();
  await settle();
  assert.equal(silent.paused, true);
  mock.timers.reset();
});

test("pausing the recording pauses the tour, and a recording that cannot be played is read", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const voice = new Recording();
  const { tour, states } = tourOf([{ sound: voice as unknown as HTMLMediaElement }, {}]);
  tour.aloud = true;
  tour.start();
  await settle();
  voice.pause();
  assert.deepEqual(states, [true, false]);
  const broken = new Recording();
  broken.plays = false;
  const other = tourOf([{ sound: broken as unknown as HTMLMediaElement }, {}]);
  other.tour.aloud = true;
  other.tour.start();
  await settle();
  mock.timers.tick(5100);
  await settle();
  assert.equal(other.visited(), 2);
  mock.timers.reset();
});
