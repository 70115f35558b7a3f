/** What hangs where: the scene's works with the heights and words of the page joined to them. */

import { wallLength } from "../../../shared/geometry/outline.ts";
import type { Basis } from "./basis.ts";
import type { Listed, WorksList } from "./works-list.ts";
import { cornersOf, type Picture, type Scene, type WallWork } from "./scene.ts";
import { type TextLayout, layOut } from "./text-layout.ts";

/** How far the picture itself hangs before the wall, in cm. */
export const PICTURE_OFF = 2.4;

/** Anything on a wall, complete: cm, with the centre at x along the wall and y above the floor. */
export interface Hung {
  readonly id: string;
  readonly kind: WallWork["kind"];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly border: number;
  readonly frame: string;
  readonly labelSide: "left" | "right" | "below" | "none";
  readonly picture: Picture | null;
  readonly layout: TextLayout | null;
  /** The room behind a door; empty for a door that leads to an exhibition's page. */
  readonly target: string;
  readonly listed: Listed;
}

/** The works of each wall, in the wall's own order. */
export function hang(scene: Scene, list: WorksList): Hung[][] {
  return scene.walls.map((wall) =>
    wall.works.flatMap((work) => {
      const listed = list.get(work.id);
      return listed ? [complete(work, listed, scene.height)] : [];
    }),
  );
}

function complete(work: WallWork, listed: Listed, roomHeight: number): Hung {
  const layout = work.kind === "text" ? layOut(listed.element, work.width, roomHeight) : null;
  const hung = work.kind === "text" || work.kind === "door" ? null : work;
  return {
    id: work.id,
    kind: work.kind,
    x: work.x,
    y: work.y,
    width: work.width,
    height: layout ? layout.height : work.kind === "text" ? 0 : work.height,
    border: hung?.border ?? 0,
    frame: hung?.frame ?? "none",
    labelSide: hung?.label_side ?? "none",
    picture: hung?.picture ?? null,
    layout,
    target: work.kind === "door" && work.leads_to === "room" ? work.target : "",
    listed,
  };
}

/** The frame of reference of each wall. */
export function basesOf(scene: Scene): (Basis & { readonly length: number })[] {
  const corners = cornersOf(scene);
  return corners.map((corner, index) => {
    const next = corners[(index + 1) % corners.length]!;
    const length = wallLength(corners, index);
    const along = [(next.x - corner.x) / length, (next.y - corner.y) / length] as const;
    return { x: corner.x, y: corner.y, along, normal: [-along[1], along[0]], length };
  });
}
