/**
 * The pictures of a room: all of them small in one array texture and one draw call, and a few
 * sharp ones for what is in view, kept within a budget of bytes.
 */

import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  DataArrayTexture,
  Frustum,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LinearFilter,
  LinearMipmapLinearFilter,
  Matrix4,
  Mesh,
  type PerspectiveCamera,
  Texture,
  Vector3,
} from "three";
import { picturesMaterial, sharpMaterial } from "../engine/materials.ts";
import type { Place } from "../scene/places.ts";
import { drawScreen, drawSheet } from "./stand-ins.ts";
import { drawText } from "./texts.ts";

const TOTAL_BYTES = 60 * 1024 * 1024;
const SHARP_BYTES = { desktop: 24 * 1024 * 1024, phone: 12 * 1024 * 1024 };
const SHARP_COUNT = { desktop: 8, phone: 5 };
const MANY = 100;
/** Pictures smaller than this on screen (px) are sharp enough as they are. */
const SMALL = 190;
const AT_ONCE = 6;
/** Milliseconds in which arriving pictures are gathered into one frame. */
const GATHER = 160;
const ABOVE = 0.002;

interface Sharp {
  readonly mesh: Mesh<BufferGeometry, ReturnType<typeof sharpMaterial>>;
  readonly texture: Texture;
  readonly bytes: number;
  readonly side: number;
  used: number;
}

export class Pictures {
  readonly mesh: Mesh;
  readonly sharp = new Group();
  private readonly shown: readonly Place[];
  private readonly side: number;
  /** Pictures in the array; beyond what the graphics card holds they only appear sharp. */
  private readonly layers: readonly Place[];
  private readonly array: DataArrayTexture;
  private readonly pool = new Map<string, Sharp>();
  private readonly loading = new Map<string, number>();
  private readonly budget: number;
  private readonly count: number;
  private readonly canvas = document.createElement("canvas");
  private readonly context: CanvasRenderingContext2D;
  private readonly hidden = new Set<string>();
  private clock = 0;
  private over = false;
  private drawing = 0;

  constructor(
    places: readonly Place[],
    otherBytes: number,
    phone: boolean,
    mostLayers: number,
    private readonly changed: () => void,
  ) {
    this.shown = places.filter((place) => place.kind !== "door" && place.height > 0);
    this.layers = this.shown.slice(0, mostLayers);
    this.side = this.shown.length > MANY || phone ? 128 : 256;
    const kind = phone ? "phone" : "desktop";
    this.count = SHARP_COUNT[kind];
    this.canvas.width = this.canvas.height = this.side;
    this.context = this.canvas.getContext("2d", { alpha: false, willReadFrequently: true })!;
    this.array = this.makeArray();
    this.budget = Math.min(SHARP_BYTES[kind], TOTAL_BYTES - otherBytes - this.arrayBytes);
    this.mesh = new Mesh(this.instances(), picturesMaterial(this.array));
  }

  private get arrayBytes(): number {
    return Math.round(this.array.image.data!.byteLength * (4 / 3));
  }

  get bytes(): number {
    return [...this.pool.values()].reduce((sum, one) => sum + one.bytes, this.arrayBytes);
  }

  /** Every layer begins in its picture's main colour, so that nothing is grey while it loads. */
  private makeArray(): DataArrayTexture {
    const layer = this.side * this.side * 4;
    const data = new Uint8Array(layer * Math.max(1, this.layers.length));
    this.layers.forEach((place, index) => {
      const colour = place.picture?.colour ?? (place.layout ? "#f3ead8" : "#2a2830");
      this.context.fillStyle = colour;
      this.context.fillRect(0, 0, this.side, this.side);
      data.set(this.context.getImageData(0, 0, this.side, this.side).data, index * layer);
    });
    const array = new DataArrayTexture(data, this.side, this.side, Math.max(1, this.layers.length));
    array.minFilter = LinearMipmapLinearFilter;
    array.magFilter = LinearFilter;
    array.generateMipmaps = true;
    array.anisotropy = 4;
    array.needsUpdate = true;
    return array;
  }

  private instances(): InstancedBufferGeometry {
    const geometry = new InstancedBufferGeometry();
    const square = [-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0];
    geometry.setAttribute("position", new BufferAttribute(new Float32Array(square), 3));
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    const set = (name: string, values: number[], size: number): void => {
      geometry.setAttribute(name, new InstancedBufferAttribute(new Float32Array(values), size));
    };
    set(
      "centre",
      this.layers.flatMap((place) => [...place.centre]),
      3,
    );
    set(
      "across",
      this.layers.flatMap((place) => place.across.map((part) => part * 2)),
      3,
    );
    set(
      "up",
      this.layers.flatMap((place) => place.up.map((part) => part * 2)),
      3,
    );
    set(
      "layer",
      this.layers.map((_, index) => index),
      1,
    );
    geometry.instanceCount = this.layers.length;
    return geometry;
  }

  /** A 3D object stands in this picture's place. */
  hide(id: string): void {
    this.hidden.add(id);
    this.drop(id);
    const index = this.layers.findIndex((place) => place.id === id);
    const up = this.mesh.geometry.getAttribute("up");
    if (index < 0) return;
    up.setXYZ(index, 0, 0, 0);
    up.needsUpdate = true;
  }

  /** Fetch the small pictures, a few at a time; a sheet with the title stands in for a missing one. */
  async load(): Promise<void> {
    const waiting = this.layers.map((place, index) => ({ place, index }));
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next && !this.over; next = waiting.shift()) {
        const image = await this.small(next.place);
        if (!this.over) this.put(next.index, image);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  private async small(place: Place): Promise<CanvasImageSource> {
    if (place.layout) return drawText(place.layout, 320);
    if (place.kind === "screen")
      return drawScreen(place, await fetchImage(place.listed.poster), 320);
    const sources = place.picture?.sources;
    const address = sources?.["256"] ?? sources?.["1024"] ?? sources?.["2048"];
    return (await fetchImage(address)) ?? drawSheet(place, 320);
  }

  private put(layer: number, image: CanvasImageSource): void {
    const { context, side, array } = this;
    context.save();
    context.translate(0, side);
    context.scale(1, -1);
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, side, side);
    context.restore();
    const { data } = context.getImageData(0, 0, side, side);
    (array.image.data as Uint8Array).set(data, layer * side * side * 4);
    array.addLayerUpdate(layer);
    array.needsUpdate = true;
    this.soon();
  }

  /** Pictures that come at about the same time are drawn together. */
  private soon(): void {
    this.drawing ||= window.setTimeout(() => {
      this.drawing = 0;
      if (!this.over) this.changed();
    }, GATHER);
  }

  /** Choose what is large on screen, nearest first, and load it sharp. */
  sharpen(camera: PerspectiveCamera, screenHeight: number, front: Place | null): void {
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
    for (const [index, { place, side, bytes }] of seen.entries()) {
      left -= bytes;
      if (left < 0 && index > 0) break;
      void this.want(place, side);
    }
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
    this.sharp.add(mesh);
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
    const sum = (): number => [...this.pool.values()].reduce((all, one) => all + one.bytes, 0);
    while (this.pool.size > 1 && (sum() > this.budget || this.pool.size > this.count)) {
      const [oldest] = [...this.pool]
        .filter(([id]) => id !== latest)
        .sort(([, a], [, b]) => a.used - b.used);
      this.drop(oldest![0]);
    }
  }

  private drop(id: string): void {
    const one = this.pool.get(id);
    if (!one) return;
    this.sharp.remove(one.mesh);
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

/** A decoded picture, or null where it is missing or has no address. */
async function fetchImage(
  address: string | undefined,
  imageOrientation: "from-image" | "flipY" = "from-image",
): Promise<ImageBitmap | null> {
  if (!address) return null;
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    return await createImageBitmap(await response.blob(), { imageOrientation });
  } catch {
    return null;
  }
}
