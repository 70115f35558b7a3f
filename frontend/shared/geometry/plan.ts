/** A room's plan as plain values; the JSON shape that `read_plan` in Python reads. */

/** A point of the outline, x to the right and y down, in cm. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

export type HangingKind = "artifact" | "picture" | "text" | "screen" | "door";

/** Anything on a wall; x and y are its centre, `border` what frame and mat add on each side. */
export interface Hanging {
  readonly id: string;
  readonly kind: HangingKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly border?: number;
  /** Where its label hangs: "left", "right", "below" or "none". */
  readonly side?: string;
}

export interface Wall {
  readonly corner: Corner;
  readonly works?: readonly Hanging[];
}

/** Anything on the floor; rotation in degrees, clockwise on screen. */
export interface FloorWork {
  readonly id: string;
  readonly kind: "artifact" | "seat";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
  readonly height?: number;
  readonly rotation?: number;
}

/** Where a visitor begins; heading 0 looks up the plan, clockwise, in degrees. */
export interface Start {
  readonly x: number;
  readonly y: number;
  readonly heading?: number;
}

export interface Plan {
  readonly height: number;
  readonly walls: readonly Wall[];
  readonly floor?: readonly FloorWork[];
  readonly start?: Start | null;
}

export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The outer edges of a hanging on its wall, frame included. */
export function edgesOf(work: Hanging): Edges {
  const border = work.border ?? 0;
  return {
    left: work.x - work.width / 2 - border,
    right: work.x + work.width / 2 + border,
    bottom: work.y - work.height / 2 - border,
    top: work.y + work.height / 2 + border,
  };
}

export function isDoor(work: Hanging): boolean {
  return work.kind === "door";
}

export function cornersOf(plan: Plan): Corner[] {
  return plan.walls.map((wall) => wall.corner);
}
