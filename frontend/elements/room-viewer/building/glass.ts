/** The glass of all showcases, in one mesh. */

import { BufferAttribute, BufferGeometry, Mesh } from "three";
import { floorBasis, showcaseTop } from "../scene/plinths.ts";
import { glassMaterial } from "../engine/materials.ts";
import { at, type Vec } from "../scene/basis.ts";
import type { Scene } from "../scene/scene.ts";

export function buildGlass(scene: Scene): Mesh | null {
  const positions: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  const pane = (...corners: [Vec, Vec, Vec, Vec]): void => {
    const first = positions.length / 3;
    for (const corner of corners) positions.push(...corner.map((part) => part / 100));
    uvs.push(0, 0, 1, 0, 1, 1, 0, 1);
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  };
  for (const work of scene.floor) {
    if (work.kind !== "artifact" || !work.showcase) continue;
    const basis = floorBasis(work);
    const [w, d] = [work.width / 2 - 1, work.depth / 2 - 1];
    const [low, high] = [work.height, showcaseTop(work)];
    const p = (x: number, h: number, o: number): Vec => at(basis, x, h, o);
    pane(p(-w, low, d), p(w, low, d), p(w, high, d), p(-w, high, d));
    pane(p(w, low, -d), p(-w, low, -d), p(-w, high, -d), p(w, high, -d));
    pane(p(-w, low, -d), p(-w, low, d), p(-w, high, d), p(-w, high, -d));
    pane(p(w, low, d), p(w, low, -d), p(w, high, -d), p(w, high, d));
    pane(p(-w, high, d), p(w, high, d), p(w, high, -d), p(-w, high, -d));
  }
  if (indices.length === 0) return null;
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("uv", new BufferAttribute(new Float32Array(uvs), 2));
  geometry.setIndex(indices);
  return new Mesh(geometry, glassMaterial());
}
