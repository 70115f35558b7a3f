/** A room's scene as `exhibitions/scene.py` serves it; the schema is rooms/scene.schema.json. */

import type { Corner, Start } from "../../../shared/geometry/plan.ts";

export const SCENE_VERSION = 1;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colour: string | null;
  /** Addresses by longest side in px: 256, 1024, 2048. */
  readonly sources: Readonly<Record<string, string>>;
}

interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface HungWork extends Placed {
  readonly kind: "artifact" | "picture" | "screen";
  readonly height: number;
  readonly border: number;
  readonly frame: string;
  readonly label_side: "left" | "right" | "below" | "none";
  readonly picture: Picture | null;
}

/** A wall text has no height here: it follows from the words in the visitor's language. */
export interface HungText extends Placed {
  readonly kind: "text";
}

export interface Door extends Placed {
  readonly kind: "door";
  readonly height: number;
  readonly target: string;
  readonly leads_to: "room" | "exhibition";
}

export type WallWork = HungWork | HungText | Door;

export interface SceneWall {
  readonly id: string;
  readonly corner: Corner;
  readonly colour: string | null;
  readonly finish: string;
  readonly works: readonly WallWork[];
}

/** The 3D object that stands on a plinth; `height` in cm. */
export interface StandingModel {
  readonly source: string;
  readonly height: number;
  readonly bytes: number;
  readonly triangles: number;
}

export interface Plinth extends Placed {
  readonly kind: "artifact";
  readonly rotation: number;
  readonly depth: number;
  readonly height: number;
  readonly showcase: boolean;
  readonly picture: Picture | null;
  readonly model?: StandingModel;
}

export interface Seat extends Placed {
  readonly kind: "seat";
  readonly rotation: number;
  readonly depth: number;
  readonly height: number;
}

export interface Scene {
  readonly version: number;
  readonly room: string;
  readonly palette: string;
  readonly height: number;
  readonly floor_finish: string;
  readonly light: "dusk" | "day" | "candle";
  readonly start: Start | null;
  readonly walls: readonly SceneWall[];
  readonly floor: readonly (Plinth | Seat)[];
}

/** The scene is of a version that this viewer does not know. */
export class UnknownScene extends Error {
  override name = "UnknownScene";
}

/** Check what was fetched; only the version can be wrong, the rest is held by the schema. */
export function readScene(data: unknown): Scene {
  const scene = data as Scene;
  if (scene?.version !== SCENE_VERSION) throw new UnknownScene(String(scene?.version));
  return scene;
}

/** The scene without what the page's list does not show. */
export function withOnly(scene: Scene, listed: ReadonlySet<string>): Scene {
  return {
    ...scene,
    walls: scene.walls.map((wall) => ({
      ...wall,
      works: wall.works.filter((work) => listed.has(work.id)),
    })),
    floor: scene.floor.filter((work) => work.kind === "seat" || listed.has(work.id)),
  };
}

/** What the 3D objects of a room may weigh and hold together; the others show their pictures. */
const MODEL_BUDGETS = {
  phone: { bytes: 5_000_000, triangles: 100_000 },
  desktop: { bytes: 20_000_000, triangles: 500_000 },
} as const;

/** The scene without the 3D objects that are too much for the device: their pictures stand there. */
export function withinBudget(scene: Scene, phone: boolean): Scene {
  const left = { ...MODEL_BUDGETS[phone ? "phone" : "desktop"] } as {
    bytes: number;
    triangles: number;
  };
  const floor = scene.floor.map((work) => {
    if (work.kind !== "artifact" || !work.model) return work;
    const { bytes, triangles } = work.model;
    if (bytes > left.bytes || triangles > left.triangles) {
      const { model: _, ...picture } = work;
      return picture;
    }
    left.bytes -= bytes;
    left.triangles -= triangles;
    return work;
  });
  return { ...scene, floor };
}

export function cornersOf(scene: Scene): Corner[] {
  return scene.walls.map((wall) => wall.corner);
}
