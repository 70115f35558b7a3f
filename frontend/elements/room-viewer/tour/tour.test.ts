/** The tour: reading time by the word, voices heard out, pauses that are pauses, its end. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { readingTime } from "./reading-time.ts";
import { type Phase, type Stop, Tour } from "./tour.ts";
import { localVoice, type Outcome, Recording, type Voice } from "./voices.ts";

globalThis.window = globalThis as unknown as Window & typeof globalThis;
beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

/** A voice whose end the test tells. */
class Told implements Voice {
  playing = false;
  slowly = false;
  tell: (outcome: Outcome) => void = () => undefined;

  play(slower: boolean): Promise<Outcome> {
    this.playing = true;
    this.slowly = slower;
    return new Promise((resolve) => (this.tell = resolve));
  }

  stop(): void {
    this.playing = false;
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

const SILENT: Stop = { words: 0, voice: null, seconds: 0, turn: null };

/** A tour over stops, and where it was led: `end` after the last. */
function tourOf(stops: Partial<Stop>[]): { tour: Tour; visited: string[]; phases: Phase[] } {
  let place = -1;
  const visited: string[] = [];
  const phases: Phase[] = [];
  const tour = new Tour(
    (by) => {
      place = Math.max(0, place + by);
      const stop = stops[place];
      visited.push(stop ? String(place) : "end");
      return Promise.resolve(stop ? { ...SILENT, ...stop } : null);
    },
    (phase) => phases.push(phase),
  );
  return { tour, visited, phases };
}

async function pass(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  await settle();
}

test("reading takes a look and its words; the visitor may ask for more", () => {
  assert.equal(readingTime(0, false), 5000);
  assert.equal(readingTime(30, false), 14_900);
  assert.equal(readingTime(9999, false), 45_000);
  assert.equal(readingTime(30, true), 14_900 * 1.5);
  assert.equal(readingTime(30, false, 60), 60_000, "the curator's seconds count as they are");
  assert.equal(readingTime(30, true, 60), 90_000);
});

test("the tour stays as long as the curator said, and turns to a detail before it goes on", async () => {
  const turned: string[] = [];
  const turn = (): Promise<Stop> => {
    turned.push("detail");
    return Promise.resolve({ ...SILENT, words: 10 });
  };
  const { tour, visited } = tourOf([{ words: 30, seconds: 8, turn }, {}]);
  tour.start();
  await settle();
  await pass(7900);
  assert.deepEqual(turned, []);
  await pass(200);
  assert.deepEqual([turned, visited], [["detail"], ["0"]]);
  await pass(8200);
  assert.deepEqual(visited, ["0"], "the detail has its own time to read");
  await pass(200);
  assert.deepEqual([turned, visited], [["detail"], ["0", "1"]]);
  const paused = tourOf([{ turn }, {}]);
  paused.tour.start();
  await settle();
  paused.tour.pause();
  paused.tour.start();
  await settle();
  assert.deepEqual(
    [turned.length, paused.visited],
    [2, ["0"]],
    "nothing is passed over by a pause",
  );
  paused.tour.step(1);
  await settle();
  assert.deepEqual(paused.visited, ["0", "1"], "next leads on at once");
});

test("the tour waits as long as one reads, goes on, and ends", async () => {
  const { tour, visited, phases } = tourOf([{ words: 10 }, { words: 30 }]);
  tour.start();
  await settle();
  await pass(8200);
  assert.deepEqual(visited, ["0"]);
  await pass(200);
  assert.deepEqual(visited, ["0", "1"]);
  await pass(14_800);
  assert.deepEqual(visited, ["0", "1"]);
  await pass(200);
  assert.deepEqual(visited, ["0", "1", "end"]);
  assert.deepEqual(phases, ["running", "idle"]);
});

test("next and back lead at once; a paused tour goes there and stays paused", async () => {
  const { tour, visited, phases } = tourOf([{}, {}, {}]);
  tour.step(1);
  assert.deepEqual(visited, [], "without a tour there is nothing to lead");
  tour.start();
  await settle();
  tour.step(1);
  await settle();
  assert.deepEqual(visited, ["0", "1"]);
  await pass(4900);
  assert.deepEqual(visited, ["0", "1"], "the time of the stop before does not count");
  tour.pause();
  tour.step(-1);
  await settle();
  await pass(60_000);
  assert.deepEqual(visited, ["0", "1", "0"]);
  tour.start();
  await settle();
  assert.deepEqual(visited, ["0", "1", "0", "1"]);
  assert.deepEqual(phases, ["running", "paused", "running"]);
});

test("a pause on the way to a stop holds the tour there", async () => {
  const { tour, visited } = tourOf([{}, {}]);
  tour.start();
  tour.pause();
  await settle();
  await pass(60_000);
  assert.deepEqual(visited, ["0"]);
});

test("a voice is heard to its end, only by those who ask, slowly where asked", async () => {
  const voice = new Told();
  const { tour, visited } = tourOf([{ voice }, {}]);
  tour.aloud = true;
  tour.slower = true;
  tour.start();
  await settle();
  await pass(60_000);
  assert.deepEqual(visited, ["0"]);
  assert.ok(voice.playing && voice.slowly);
  voice.tell("heard");
  await settle();
  assert.deepEqual(visited, ["0", "1"]);
  const unheard = new Told();
  const quiet = tourOf([{ voice: unheard }, {}]);
  quiet.tour.start();
  await settle();
  assert.equal(unheard.playing, false);
  quiet.tour.hear(true);
  assert.equal(unheard.playing, true, "the stop where one asks for it speaks");
  quiet.tour.hear(false);
  assert.equal(unheard.playing, false);
  await pass(5000);
  assert.deepEqual(quiet.visited, ["0", "1"]);
});

test("pausing the recording pauses the tour, and a voice that fails is read", async () => {
  const voice = new Told();
  const { tour, phases } = tourOf([{ voice }, {}]);
  tour.aloud = true;
  tour.start();
  await settle();
  voice.tell("stopped");
  await settle();
  assert.deepEqual(phases, ["running", "paused"]);
  const broken = new Told();
  const other = tourOf([{ voice: broken }, {}]);
  other.tour.aloud = true;
  other.tour.start();
  await settle();
  broken.tell("silent");
  await settle();
  await pass(5100);
  assert.deepEqual(other.visited, ["0", "1"]);
});

test("a tour that is taken up again waits, and begins with the stop where it stood", async () => {
  const { tour, visited, phases } = tourOf([{}, {}]);
  tour.resume(SILENT);
  await pass(60_000);
  assert.deepEqual(visited, []);
  tour.start();
  await pass(4900);
  assert.deepEqual(visited, []);
  await pass(200);
  assert.deepEqual(visited, ["0"]);
  assert.deepEqual(phases, ["paused", "running"]);
});

test("leaving the room ends tour and voice; what was under way does not come back", async () => {
  const voice = new Told();
  const { tour, visited, phases } = tourOf([{ voice }, {}]);
  tour.aloud = true;
  tour.start();
  await settle();
  tour.end();
  voice.tell("heard");
  await pass(60_000);
  assert.equal(voice.playing, false);
  assert.deepEqual(visited, ["0"]);
  assert.deepEqual(phases, ["running", "idle"]);
});

/** A player whose pause the visitor may press. */
class Player extends EventTarget {
  ended = false;
  play = (): Promise<void> => Promise.resolve();
  pause(): void {
    this.dispatchEvent(new Event("pause"));
  }
}

test("a recording tells its end from the visitor's pause and from the tour's", async () => {
  const played = async (act: (player: Player, voice: Recording) => void): Promise<unknown> => {
    const player = new Player();
    const voice = new Recording(player as unknown as HTMLMediaElement);
    const outcome = Promise.race([
      voice.play(),
      settle()
        .then(settle)
        .then(() => "waiting"),
    ]);
    await settle();
    act(player, voice);
    return outcome;
  };
  const end = (player: Player): void => void player.dispatchEvent(new Event("ended"));
  assert.equal(await played(end), "heard");
  assert.equal(await played((player) => player.pause()), "stopped");
  assert.equal(await played((_player, voice) => voice.stop()), "waiting");
  const refused = new Player();
  refused.play = () => Promise.reject(new Error("NotAllowedError"));
  const voice = new Recording(refused as unknown as HTMLMediaElement);
  assert.equal(await voice.play(), "silent");
});

test("only a voice of this device speaks, in the page's language", () => {
  const voices = [
    { name: "cloud", lang: "he-IL", localService: false, default: false },
    { name: "old", lang: "iw_IL", localService: true, default: false },
    { name: "first", lang: "fr-FR", localService: true, default: false },
    { name: "chosen", lang: "fr-CA", localService: true, default: true },
    { name: "remote", lang: "es-ES", localService: false, default: true },
  ];
  Object.assign(globalThis, { speechSynthesis: { getVoices: () => voices } });
  assert.equal(localVoice("he")?.name, "old");
  assert.equal(localVoice("fr")?.name, "chosen");
  assert.equal(localVoice("es"), null);
  assert.equal(localVoice("en-GB"), null);
  Reflect.deleteProperty(globalThis, "speechSynthesis");
  assert.equal(localVoice("he"), null);
});
