/** All pictures of a room, small, as layers of one array texture and in one draw call. */

import {
  BufferAttribute,
  DataArrayTexture,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
} from "three";
import { picturesMaterial } from "../engine/materials.ts";
import type { Place } from "../scene/place.ts";
import { fetchImage } from "./images.ts";
import { drawScreen, drawSheet } from "./stand-ins.ts";
import { drawText } from "./texts.ts";

const AT_ONCE = 6;
/** Milliseconds in which arriving pictures are gathered into one frame. */
const GATHER = 160;

export class SmallPictures {
  readonly mesh: Mesh;
  private readonly array: DataArrayTexture;
  private readonly canvas = document.createElement("canvas");
  private readonly context: CanvasRenderingContext2D;
  private over = false;
  private drawing = 0;

  /** `side` px a picture. */
  constructor(
    private readonly layers: readonly Place[],
    private readonly side: number,
    private readonly changed: () => void,
  ) {
    this.canvas.width = this.canvas.height = side;
    this.context = this.canvas.getContext("2d", { alpha: false, willReadFrequently: true })!;
    this.array = this.makeArray();
    this.mesh = new Mesh(this.instances(), picturesMaterial(this.array));
  }

  get bytes(): number {
    return Math.round(this.array.image.data!.byteLength * (4 / 3));
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

  /** Leave a picture out: a 3D object stands in its place. */
  hide(id: string): void {
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
    // What is transparent is seen on white, as in the zoom and in copies taken home.
    context.fillStyle = "#fff";
    context.fillRect(0, 0, side, side);
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

  dispose(): void {
    this.over = true;
  }
}
