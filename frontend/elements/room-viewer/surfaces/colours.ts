/** Colours of rooms: the walls of the palettes (as in the design tokens), woods and metals. */

/** Parts of one: red, green, blue. */
export type Colour = readonly [number, number, number];

/** `#rrggbb` as parts of one. */
export function colourOf(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export const scaled = (colour: Colour, by: number): Colour => [
  colour[0] * by,
  colour[1] * by,
  colour[2] * by,
];

/** The wall of each palette, a step lighter than the page's tint: here it stands under lamps. */
export const PALETTES: Readonly<Record<string, string>> = {
  indigo: "#3f4f8f",
  pomegranate: "#8c2f49",
  brass: "#8a6a2c",
  olive: "#66723a",
  turquoise: "#2a7480",
  ink: "#56515a",
};

export const WOOD = colourOf("#6a4328");
export const DARK_WOOD = colourOf("#3d2819");
export const BRASS = colourOf("#c39a4c");
export const BLACK = colourOf("#1d1a19");
export const MAT = colourOf("#efe7d6");
export const STONE = colourOf("#cfc6b6");
export const IRON = colourOf("#26252a");
export const LAMP = [1.6, 1.28, 0.86] as const;

const CEILINGS = { dusk: "#57525a", day: "#ded9cf", candle: "#4f433a" } as const;

export function ceilingColour(light: keyof typeof CEILINGS): Colour {
  return colourOf(CEILINGS[light]);
}
