/** Gathers the whole shell of a room (walls, frames, plinths, lamps) into one mesh. */

import { BufferAttribute, BufferGeometry } from "three";

import { at, type Basis, type Vec } from "../scene/basis.ts";
import type { Surface } from "../surfaces/surface.ts";
import { scaled } from "../surfaces/colours.ts";

/** Brightness of a box's faces under light from above. */
const SHADE = { front: 1, top: 1.16, side: 0.66, bottom: 0.38 };

export class MeshBuilder {
  private readonly positions: number[] = [];
  private readonly uvs: number[] = [];
  private readonly lights: number[] = [];
  private readonly tints: number[] = [];
  private readonly layers: number[] = [];
  private readonly indices: number[] = [];

  get triangles(): number {
    return this.indices.length / 3;
  }

  /**
   * A face from its corners, against the clock as seen from its front, beginning below left.
   * `from` shifts the finish so that neighbouring faces continue each other's pattern (cm).
   */
  quad(
    corners: readonly [Vec, Vec, Vec, Vec],
    look: Surface,
    from: readonly [number, number] = [0, 0],
  ) {
    const [a, b, , d] = corners;
    const across = distance(a, b);
    const up = distance(a, d);
    const [u0, v0, du, dv] = look.light;
    const spots = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const;
    const first = this.positions.length / 3;
    corners.forEach((corner, index) => {
      const [s, t] = spots[index]!;
      this.positions.push(corner[0] / 100, corner[1] / 100, corner[2] / 100);
      this.uvs.push((from[0] + s * across) / look.tile, (from[1] + t * up) / look.tile);
      this.lights.push(u0 + s * du, v0 + t * dv);
      this.tints.push(...look.tint);
      this.layers.push(look.layer, look.glow ?? -(look.gloss ?? 0));
    });
    this.indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }

  /** A flat polygon at a height, from triangles of corner indices; `up` tells its front. */
  polygon(
    points: readonly Vec[],
    triangles: readonly (readonly number[])[],
    look: Surface,
    lightAt: (x: number, y: number) => readonly [number, number],
    up: boolean,
  ): void {
    const first = this.positions.length / 3;
    for (const [x, height, y] of points) {
      this.positions.push(x / 100, height / 100, y / 100);
      this.uvs.push(x / look.tile, y / look.tile);
      this.lights.push(...lightAt(x, y));
      this.tints.push(...look.tint);
      this.layers.push(look.layer, look.glow ?? -(look.gloss ?? 0));
    }
    for (const [a, b, c] of triangles as readonly [number, number, number][]) {
      this.indices.push(first + a, first + (up ? c : b), first + (up ? b : c));
    }
  }

  /** A box between two corners of a basis; `open` leaves out its back (towards the wall). */
  box(basis: Basis, from: Vec, to: Vec, look: Surface, open = true): void {
    const [x0, h0, o0] = from;
    const [x1, h1, o1] = to;
    const p = (x: number, h: number, o: number): Vec => at(basis, x, h, o);
    const shaded = (by: number): Surface => ({ ...look, tint: scaled(look.tint, by) });
    this.quad([p(x0, h0, o1), p(x1, h0, o1), p(x1, h1, o1), p(x0, h1, o1)], look);
    this.quad([p(x0, h1, o1), p(x1, h1, o1), p(x1, h1, o0), p(x0, h1, o0)], shaded(SHADE.top));
    this.quad([p(x0, h0, o0), p(x1, h0, o0), p(x1, h0, o1), p(x0, h0, o1)], shaded(SHADE.bottom));
    this.quad([p(x0, h0, o0), p(x0, h0, o1), p(x0, h1, o1), p(x0, h1, o0)], shaded(SHADE.side));
    this.quad([p(x1, h0, o1), p(x1, h0, o0), p(x1, h1, o0), p(x1, h1, o1)], shaded(SHADE.side));
    if (!open) {
      this.quad([p(x1, h0, o0), p(x0, h0, o0), p(x0, h1, o0), p(x1, h1, o0)], shaded(0.7));
    }
  }

  /** The finished geometry; attributes as the shell's shader reads them. */
  build(): BufferGeometry {
    const geometry = new BufferGeometry();
    const set = (name: string, values: number[], size: number): void => {
      geometry.setAttribute(name, new BufferAttribute(new Float32Array(values), size));
    };
    set("position", this.positions, 3);
    set("uv", this.uvs, 2);
    set("light", this.lights, 2);
    set("tint", this.tints, 3);
    set("layer", this.layers, 2);
    geometry.setIndex(this.indices);
    geometry.computeBoundingSphere();
    return geometry;
  }
}

function distance(a: Vec, b: Vec): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
