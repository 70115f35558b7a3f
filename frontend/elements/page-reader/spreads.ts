/** Which pages lie open together. The first stands alone, as a book's first page does. */

/** The places, from 0, of the pages that are shown with the page at `place`. */
export function spread(place: number, count: number, facing: boolean): number[] {
  if (!facing || place === 0) return [place];
  const first = place % 2 ? place : place - 1;
  return first + 1 < count ? [first, first + 1] : [first];
}

/** The page at which one arrives when turning forward (1) or back (-1). */
export function turned(place: number, by: number, count: number, facing: boolean): number {
  const shown = spread(place, count, facing);
  const to = by > 0 ? shown.at(-1)! + 1 : shown[0]! - 1;
  return to < 0 || to >= count ? place : spread(to, count, facing)[0]!;
}
