/** How long a guide waits at a stop: a first look, then the time to read. */

/** Milliseconds of the first look, for a word (some 180 a minute), and at most. */
const LOOK = 5000;
const WORD = 330;
const LONGEST = 45_000;

/** For those who asked for it slower. */
const SLOWER = 1.5;

/** Milliseconds for a number of words, or the seconds that the curator chose. */
export function readingTime(words: number, slower: boolean, seconds = 0): number {
  const time = seconds * 1000 || Math.min(LONGEST, LOOK + words * WORD);
  return time * (slower ? SLOWER : 1);
}
