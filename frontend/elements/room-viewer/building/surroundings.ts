/** What the parts of a building are made from: the room, its light and its surfaces. */

import type { LightMap } from "../light/light-map.ts";
import type { Hung } from "../scene/hang.ts";
import type { Scene } from "../scene/scene.ts";
import type { Finishes } from "../surfaces/finishes.ts";
import type { Neighbour } from "./neighbour.ts";

export interface Surroundings {
  readonly scene: Scene;
  readonly hung: readonly (readonly Hung[])[];
  readonly light: LightMap;
  readonly finishes: Finishes;
  /** What is known of the rooms behind the doors, by their ids. */
  readonly neighbours: ReadonlyMap<string, Neighbour>;
}
