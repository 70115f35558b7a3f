/** The rooms behind the doors, as far as one sees them through the doorway. */

import type { Scene } from "../scene/scene.ts";
import { PALETTES } from "../surfaces/colours.ts";

/** A picture that one makes out in the next room: cm, and its main colour. */
export interface Glimpse {
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** What the walk knows of the room behind a door. */
export interface Neighbour {
  readonly wall: string;
  readonly floor: string;
  readonly pictures: readonly Glimpse[];
}

/** What a scene shows through the doors that lead to it: its fullest wall. */
export function neighbourOf(scene: Scene): Neighbour {
  const [wall] = [...scene.walls].sort((a, b) => b.works.length - a.works.length);
  const pictures = (wall?.works ?? []).flatMap((work): Glimpse[] => {
    if (work.kind === "door" || work.kind === "text") return [];
    const { width, height, picture } = work;
    return [{ width, height, colour: picture?.colour ?? "#2c3044" }];
  });
  return {
    wall: wall?.colour ?? PALETTES[scene.palette] ?? PALETTES.indigo!,
    floor: scene.floor_finish,
    pictures,
  };
}
