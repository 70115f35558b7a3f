/** A few sharp pictures of what is in view, kept within a budget of bytes. */

import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  Frustum,
  Group,
  LinearMipmapLinearFilter,
  Matrix4,
  Mesh,
  type PerspectiveCamera,
  Texture,
  Vector3,
} from "three";
import { sharpMaterial } from "../engine/materials.ts";
import type { Place } from "../scene/place.ts";
import { fetchImage } from "./images.ts";
import { drawScreen, drawSheet } from "./stand-ins.ts";
import { drawText } from "./texts.ts";

/** Pictures smaller than this on screen (px) are sharp enough as they are. */
const SMALL = 190;
/** How far a sharp picture hangs before the small one, in metres. */
const ABOVE = 0.002;

interface Sharp {
  readonly mesh: Mesh<BufferGeometry, ReturnType<typeof sharpMaterial>>;
  readonly texture: Texture;
  readonly bytes: number;
  readonly side: number;
  used: number;
}

export class SharpPictures {
  readonly group = new Group();
  private readonly pool = new Map<string, Sharp>();
  private readonly loading = new Map<string, number>();
  private readonly hidden = new Set<string>();
  private clock = 0;
  private over = false;

  /** At most `count` pictures of `budget` bytes together. */
  constructor(
    private readonly shown: readonly Place[],
    private readonly count: number,
    private readonly budget: number,
    private readonly changed: () => void,
  ) {}

  get bytes(): number {
    return [...this.pool.values()].reduce((sum, one) => sum + one.bytes, 0);
  }

  /** Leave a picture out: a 3D object stands in its place. */
  hide(id: string): void {
    this.hidden.add(id);
    this.drop(id);
  }

  /** Choose what is large on screen, nearest first, and load it sharp. */
  async sharpen(
    camera: PerspectiveCamera,
    screenHeight: number,
    front: Place | null,
  ): Promise<void> {
    camera.updateMatrixWorld();
    const view = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    const frustum = new Frustum().setFromProjectionMatrix(view);
    const perMetre = screenHeight / (2 * Math.tan((camera.fov * Math.PI) / 360));
    const ratio = Math.min(devicePixelRatio, 2);
    const seen = this.shown
      .filter((place) => !this.hidden.has(place.id))
      .map((place) => {
        const centre = new Vector3(...place.centre);
        const away = camera.position.clone().sub(centre);
        const facing = away.x * place.normal[0] + away.z * place.normal[1] > 0;
        const visible = facing && (frustum.containsPoint(centre) || place === front);
        const size = (Math.max(place.width, place.height) * perMetre * ratio) / away.length();
        return { place, size: visible ? size : 0 };
      })
      .filter(({ size }) => size > SMALL)
      .sort((a, b) => Number(b.place === front) - Number(a.place === front) || b.size - a.size)
      .slice(0, this.count)
      .map(({ place, size }) => {
        const side = size > 1300 && place === front && this.count > 5 ? 2048 : 1024;
        return {
          place,
          side,
          bytes: Math.max(this.pool.get(place.id)?.bytes ?? 0, bytesAt(place, side)),
        };
      });
    this.clock += 1;
    // Only what fits together: to want more would be to fetch and let go for ever.
    let left = this.budget;
    const coming: Promise<void>[] = [];
    for (const [index, { place, side, bytes }] of seen.entries()) {
      left -= bytes;
      if (left < 0 && index > 0) break;
      coming.push(this.want(place, side));
    }
    await Promise.all(coming);
  }

  private async want(place: Place, side: number): Promise<void> {
    const kept = this.pool.get(place.id);
    if (kept) kept.used = this.clock;
    if ((kept?.side ?? 0) >= side || (this.loading.get(place.id) ?? 0) >= side) return;
    this.loading.set(place.id, side);
    const texture = await this.sharpTexture(place, side);
    if (this.loading.get(place.id) === side) this.loading.delete(place.id);
    if (!texture || this.over || this.hidden.has(place.id)) return;
    this.drop(place.id);
    const { width, height } = texture.image as { width: number; height: number };
    const bytes = bytesOf(width, height);
    const mesh = new Mesh(quadOf(place), sharpMaterial(texture));
    mesh.frustumCulled = false;
    this.pool.set(place.id, { mesh, texture, bytes, side, used: this.clock });
    this.group.add(mesh);
    this.tidy(place.id);
    this.changed();
  }

  /** Null keeps the small picture, which may be all that could be fetched. */
  private async sharpTexture(place: Place, side: number): Promise<Texture | null> {
    if (place.layout) return finished(new CanvasTexture(drawText(place.layout, 1024)));
    if (place.kind === "screen") {
      const still = await fetchImage(place.listed.poster);
      return finished(new CanvasTexture(drawScreen(place, still, 1024)));
    }
    const sources = place.picture?.sources;
    if (!sources) return finished(new CanvasTexture(drawSheet(place, 1024)));
    const image = await fetchImage(sources[String(side)] ?? sources["1024"], "flipY");
    if (!image) return null;
    const texture = new Texture(image);
    texture.flipY = false;
    texture.needsUpdate = true;
    return finished(texture);
  }

  /** Let go of what was used longest ago until the rest fits the budget. */
  private tidy(latest: string): void {
    while (this.pool.size > 1 && (this.bytes > this.budget || this.pool.size > this.count)) {
      const [oldest] = [...this.pool]
        .filter(([id]) => id !== latest)
        .sort(([, a], [, b]) => a.used - b.used);
      this.drop(oldest![0]);
    }
  }

  private drop(id: string): void {
    const one = this.pool.get(id);
    if (!one) return;
    this.group.remove(one.mesh);
    one.mesh.geometry.dispose();
    one.mesh.material.dispose();
    one.texture.dispose();
    this.pool.delete(id);
  }

  dispose(): void {
    this.over = true;
    for (const id of [...this.pool.keys()]) this.drop(id);
  }
}

/** What a texture of so many px takes on the graphics card, its smaller steps included. */
const bytesOf = (width: number, height: number): number => Math.round(width * height * 4 * (4 / 3));

/** What a place's sharp picture will take: a picture is never larger than its original. */
function bytesAt({ picture, width, height }: Place, side: number): number {
  if (!picture) return bytesOf(1024, (1024 * height) / width);
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  return bytesOf(picture.width * scale, picture.height * scale);
}

function finished(texture: Texture): Texture {
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = 8;
  return texture;
}

/** A little before the small picture, which stays behind it. */
function quadOf(place: Place): BufferGeometry {
  const { centre, across, up, normal } = place;
  const corner = (a: number, b: number): number[] => [
    centre[0] + across[0] * a + up[0] * b + normal[0] * ABOVE,
    centre[1] + across[1] * a + up[1] * b,
    centre[2] + across[2] * a + up[2] * b + normal[1] * ABOVE,
  ];
  const positions = [...corner(-1, -1), ...corner(1, -1), ...corner(1, 1), ...corner(-1, 1)];
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("uv", new BufferAttribute(new Float32Array([0, 0, 1, 0, 1, 1, 0, 1]), 2));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  return geometry;
}
