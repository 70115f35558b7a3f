/** Frames of reference in a room: along a wall or a plinth, up, and away from it. Lengths in cm. */

export type Vec = readonly [number, number, number];

/** A frame of reference in the room, in cm: along a wall, up, and away from it. */
export interface Basis {
  readonly x: number;
  readonly y: number;
  readonly along: readonly [number, number];
  readonly normal: readonly [number, number];
}

/** The point `x` along, `height` up and `off` away. */
export function at(basis: Basis, x: number, height: number, off = 0): Vec {
  return [
    basis.x + basis.along[0] * x + basis.normal[0] * off,
    height,
    basis.y + basis.along[1] * x + basis.normal[1] * off,
  ];
}
