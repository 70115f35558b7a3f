/** What lies behind the doors, learnt ahead: the neighbours' light, and the page of the next room. */

import { savesData, whenIdle } from "../../../shared/browser.ts";
import type { Place } from "../scene/place.ts";
import { sceneOfRoom } from "../scene/fetching.ts";
import type { Walk } from "../walk/walk.ts";
import { expect } from "./passing.ts";

export class Foresight {
  /** The door whose room's page was fetched ahead. */
  private expected: Place | null = null;

  constructor(private readonly walk: Walk) {}

  /** Learn the light behind the doors once this room stands. */
  learn(): void {
    if (savesData()) return;
    const { walk } = this;
    const targets = new Set(
      walk.engine.places.flatMap((place) => (place.target ? [place.target] : [])),
    );
    const room = walk.scene!.room;
    const learn = async (): Promise<void> => {
      const found = await Promise.allSettled([...targets].map((key) => sceneOfRoom(key)));
      // A door may lead to an exhibition, which has no scene: then it keeps its own light.
      const scenes = found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      if (walk.scene?.room === room) walk.learn(scenes);
    };
    whenIdle(() => void learn(), 200);
  }

  /** Fetch the page behind a door that the visitor comes near to: a quick passage. */
  approach(): void {
    const ahead = this.walk.doorAhead;
    if (!ahead?.target || ahead === this.expected) return;
    this.expected = ahead;
    expect(ahead.listed.href);
  }
}
