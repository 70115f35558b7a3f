/** Wall labels: small cards beside the works, all drawn on one sheet. */

import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  LinearMipmapLinearFilter,
  Mesh,
} from "three";
import { LABEL } from "../../../shared/geometry/constants.ts";
import { labelPlace } from "../../../shared/geometry/placement.ts";
import { basesOf, type Hung } from "../scene/hang.ts";
import { sharpMaterial } from "../engine/materials.ts";
import { at, type Basis } from "../scene/basis.ts";
import type { Scene } from "../scene/scene.ts";
import { drawLabel } from "./texts.ts";

const [WIDTH, HEIGHT] = LABEL;
const OFF = 0.6;
const COLUMNS = 8;

interface Card {
  readonly basis: Basis;
  readonly work: Hung;
  readonly x: number;
  readonly y: number;
}

export function buildLabels(
  scene: Scene,
  hung: readonly (readonly Hung[])[],
): { meshes: Mesh[]; bytes: number } {
  const bases = basesOf(scene);
  const cards = hung.flatMap((works, wall) =>
    works.flatMap((work): Card[] => {
      if (work.kind === "door" || work.kind === "text") return [];
      const place = labelPlace({ ...work, side: work.labelSide });
      return place ? [{ basis: bases[wall]!, work, ...place }] : [];
    }),
  );
  if (cards.length === 0) return { meshes: [], bytes: 0 };
  const cell = cards.length > 80 ? 96 : 192;
  const tall = Math.round((cell * HEIGHT) / WIDTH);
  const rows = Math.ceil(cards.length / COLUMNS);
  const canvas = document.createElement("canvas");
  canvas.width = cell * COLUMNS;
  canvas.height = tall * rows;
  const context = canvas.getContext("2d", { alpha: false })!;
  const [positions, uvs, indices]: [number[], number[], number[]] = [[], [], []];
  cards.forEach(({ basis, work, x, y }, index) => {
    const [left, top] = [(index % COLUMNS) * cell, Math.floor(index / COLUMNS) * tall];
    drawLabel(context, work.listed, [left, top, cell, tall]);
    const [w, h] = [WIDTH / 2, HEIGHT / 2];
    for (const [a, b] of [
      [-w, -h],
      [w, -h],
      [w, h],
      [-w, h],
    ] as const) {
      positions.push(...at(basis, x + a, y + b, OFF).map((part) => part / 100));
      uvs.push(
        (left + (a < 0 ? 0.5 : cell - 0.5)) / canvas.width,
        1 - (top + (b > 0 ? 0.5 : tall - 0.5)) / canvas.height,
      );
    }
    const first = index * 4;
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("uv", new BufferAttribute(new Float32Array(uvs), 2));
  geometry.setIndex(indices);
  const sheet = new CanvasTexture(canvas);
  sheet.minFilter = LinearMipmapLinearFilter;
  sheet.anisotropy = 4;
  const bytes = Math.round(canvas.width * canvas.height * 4 * (4 / 3));
  return { meshes: [new Mesh(geometry, sharpMaterial(sheet))], bytes };
}
