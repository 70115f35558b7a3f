/** Wall labels: small cards beside the works, all drawn on one sheet. */

import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  LinearMipmapLinearFilter,
  Mesh,
} from "three";
import { EYE_LINE } from "../../../shared/geometry/constants.ts";
import { basesOf, type Hung } from "../scene/hang.ts";
import { sharpMaterial } from "../engine/materials.ts";
import { at, type Basis } from "../scene/basis.ts";
import type { Scene } from "../scene/scene.ts";
import { drawLabel } from "./texts.ts";

/** Size of a card, in cm. */
const WIDTH = 17;
const HEIGHT = 11.5;
const GAP = 5;
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
    works
      .filter((work) => work.labelSide !== "none" && work.kind !== "door" && work.kind !== "text")
      .map((work) => place(bases[wall]!, work)),
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

/** Beside the work, its lower edge in line with the work's, at a height that can be read. */
function place(basis: Basis, work: Hung): Card {
  const beside = work.width / 2 + work.border + GAP + WIDTH / 2;
  const low = work.y - work.height / 2 - work.border;
  const y = Math.max(95, Math.min(EYE_LINE, low + HEIGHT / 2));
  if (work.labelSide === "left") return { basis, work, x: work.x - beside, y };
  if (work.labelSide === "right") return { basis, work, x: work.x + beside, y };
  return { basis, work, x: work.x, y: Math.max(HEIGHT, low - GAP - HEIGHT / 2) };
}
