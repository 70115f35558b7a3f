/** Floors and walls made by code: each finish is painted once as a tile that repeats. */

import { DataArrayTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping } from "three";

import type { Colour } from "./colours.ts";
import {
  boards,
  clouds,
  flat,
  generator,
  grains,
  herringbone,
  MOROCCAN,
  panels,
  S,
  slabs,
  speckle,
  stars,
  weave,
  TILE_SIDE,
} from "./patterns.ts";
import type { Surface } from "./surface.ts";

interface Finish {
  readonly name: string;
  /** cm that one tile covers. */
  readonly tile: number;
  readonly paint: (context: CanvasRenderingContext2D, random: () => number) => void;
}

const FINISHES: Readonly<Record<string, Omit<Finish, "name">>> = {
  flat: { tile: 100, paint: (context) => flat(context, "#ffffff") },
  wood: {
    tile: 70,
    paint: (context, random) => {
      flat(context, "#e6e0d8");
      grains(context, random, [0, 0, S, S], 0.3);
    },
  },
  limewash: {
    tile: 240,
    paint: (context, random) => {
      flat(context, "#dedede");
      clouds(context, random, 150, 0.06);
    },
  },
  plaster: {
    tile: 260,
    paint: (context, random) => {
      flat(context, "#e4e4e4");
      clouds(context, random, 50, 0.035);
    },
  },
  linen: {
    tile: 60,
    paint: (context, random) => {
      flat(context, "#dadada");
      weave(context, random, 4);
      clouds(context, random, 20, 0.03);
    },
  },
  stone: { tile: 180, paint: (c, random) => slabs(c, random, [222, 216, 206], 4, "#8f887c") },
  panelling: { tile: 110, paint: panels },
  tiles: {
    tile: 80,
    paint: (c, random) => stars(c, random, [...MOROCCAN, [134, 66, 52]], "#d8cdb6", 4),
  },
  "floor-oak": { tile: 160, paint: boards },
  "floor-herringbone": { tile: 150, paint: herringbone },
  "floor-stone": {
    tile: 240,
    paint: (c, random) => slabs(c, random, [150, 140, 126], 4, "#4c453c"),
  },
  "floor-terrazzo": {
    tile: 120,
    paint: (context, random) => {
      flat(context, "#b4aa9a");
      const chips = ["#6f665a", "#dcd3c2", "#8a4f3c", "#4f5a58", "#c9a56a", "#f0e9da"];
      speckle(context, random, 1100, chips, 9);
    },
  },
  "floor-zellige": { tile: 120, paint: (c, random) => stars(c, random, MOROCCAN, "#bfb49c", 4) },
  "floor-carpet": {
    tile: 50,
    paint: (context, random) => {
      flat(context, "#6e2f34");
      speckle(context, random, 2600, ["rgba(0, 0, 0, 0.18)", "rgba(255, 200, 180, 0.12)"], 3);
    },
  },
};

/** The surfaces that a room is made of, as layers of one texture. */
export class Finishes {
  readonly texture: DataArrayTexture;
  private readonly layers: ReadonlyMap<string, { layer: number; tile: number }>;

  constructor(names: readonly string[]) {
    const { data, tiles } = paintFinishes(names);
    this.texture = new DataArrayTexture(data, TILE_SIDE, TILE_SIDE, names.length);
    this.texture.wrapS = this.texture.wrapT = RepeatWrapping;
    this.texture.minFilter = LinearMipmapLinearFilter;
    this.texture.magFilter = LinearFilter;
    this.texture.generateMipmaps = true;
    this.texture.anisotropy = 8;
    this.texture.needsUpdate = true;
    this.layers = new Map(names.map((name, layer) => [name, { layer, tile: tiles[layer]! }]));
  }

  surface(name: string, tint: Colour): Omit<Surface, "light"> {
    const { layer, tile } = this.layers.get(name) ?? { layer: 0, tile: 100 };
    return { layer, tile, tint };
  }

  get bytes(): number {
    return Math.round(this.texture.image.data!.byteLength * (4 / 3));
  }
}

/** Paint the named finishes into the layers of one array, in order; unknown names stay plain. */
function paintFinishes(names: readonly string[]): { data: Uint8Array; tiles: number[] } {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = S;
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true })!;
  const data = new Uint8Array(S * S * 4 * names.length);
  const tiles = names.map((name, layer) => {
    const finish = FINISHES[name] ?? FINISHES.flat!;
    finish.paint(context, generator(layer + name.length * 97));
    data.set(context.getImageData(0, 0, S, S).data, layer * S * S * 4);
    return finish.tile;
  });
  return { data, tiles };
}
