/** Room for many rectangles in one square texture, laid out in shelves. */

export interface Slot {
  /** Pixels, from the top left of the canvas. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Pixels for one cm of what is drawn here. */
  readonly scale: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 3;

/** Lay out sizes (cm) in a square of `side` pixels, as large as they fit. */
export function pack(sizes: readonly Size[], side: number): Slot[] {
  const area = sizes.reduce((sum, size) => sum + size.width * size.height, 0);
  let scale = Math.min(4, Math.sqrt((side * side) / Math.max(1, area)));
  for (;;) {
    const places = shelves(sizes, side, scale);
    if (places) return places;
    scale *= 0.93;
  }
}

function shelves(sizes: readonly Size[], side: number, wanted: number): Slot[] | null {
  const order = sizes.map((_, index) => index).sort((a, b) => sizes[b]!.height - sizes[a]!.height);
  const places: Slot[] = [];
  let [x, y, shelf] = [0, 0, 0];
  for (const index of order) {
    const size = sizes[index]!;
    // A wall of 100 m is drawn coarser than the rest rather than making all coarse.
    const scale = Math.min(wanted, (side - 2 * GAP) / Math.max(size.width, size.height));
    const width = Math.max(2, Math.ceil(size.width * scale));
    const height = Math.max(2, Math.ceil(size.height * scale));
    if (x + width + GAP > side) [x, y, shelf] = [0, y + shelf + GAP, 0];
    if (y + height + GAP > side) return null;
    places[index] = { x, y, width, height, scale };
    x += width + GAP;
    shelf = Math.max(shelf, height);
  }
  return places;
}
