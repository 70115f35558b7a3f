/** The pictures of a room: all of them small, those in view sharp, within the budget of a room. */

import type { Group, Mesh, PerspectiveCamera } from "three";
import type { Place } from "../scene/place.ts";
import { SharpPictures } from "./sharp-pictures.ts";
import { SmallPictures } from "./small-pictures.ts";

const TOTAL_BYTES = 60 * 1024 * 1024;
const SHARP_BYTES = { desktop: 24 * 1024 * 1024, phone: 12 * 1024 * 1024 };
const SHARP_COUNT = { desktop: 8, phone: 5 };
const MANY = 100;

export class Pictures {
  private readonly small: SmallPictures;
  private readonly large: SharpPictures;

  /** `mostLayers` small pictures fit the graphics card; beyond it they only appear sharp. */
  constructor(
    places: readonly Place[],
    otherBytes: number,
    phone: boolean,
    mostLayers: number,
    changed: () => void,
  ) {
    const shown = places.filter((place) => place.kind !== "door" && place.height > 0);
    const kind = phone ? "phone" : "desktop";
    const side = shown.length > MANY || phone ? 128 : 256;
    this.small = new SmallPictures(shown.slice(0, mostLayers), side, changed);
    const budget = Math.min(SHARP_BYTES[kind], TOTAL_BYTES - otherBytes - this.small.bytes);
    this.large = new SharpPictures(shown, SHARP_COUNT[kind], budget, changed);
  }

  get mesh(): Mesh {
    return this.small.mesh;
  }

  get sharp(): Group {
    return this.large.group;
  }

  get bytes(): number {
    return this.small.bytes + this.large.bytes;
  }

  load(): Promise<void> {
    return this.small.load();
  }

  /** A 3D object stands in this picture's place. */
  hide(id: string): void {
    this.small.hide(id);
    this.large.hide(id);
  }

  sharpen(camera: PerspectiveCamera, screenHeight: number, front: Place | null): Promise<unknown> {
    return this.large.sharpen(camera, screenHeight, front);
  }

  dispose(): void {
    this.small.dispose();
    this.large.dispose();
  }
}
