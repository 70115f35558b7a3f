/** 3D objects on their plinths. Loaded with three's own materials once the room has been seen. */

import { DirectionalLight, Group, type Texture, Vector3, type WebGLRenderer } from "three";

import { paintStudio } from "../../../three/studio-light.ts";
import { disposeModel, loadModel, meshesOf } from "../../../three/model.ts";
import { loadShaders } from "../../../three/shaders.ts";
import { floorBasis } from "../scene/plinths.ts";
import type { Plinth } from "../scene/scene.ts";

/** Meshes of all objects of a room together; each is a draw call. */
const MOST_MESHES = 10;

export class Models {
  readonly group = new Group();
  /** What falls onto the objects from everywhere; the room's own surfaces have their light painted. */
  private light: Texture | null = null;
  bytes = 0;
  private studio: { texture: Texture; dispose: () => void } | null = null;
  private meshes = 0;
  private over = false;

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly works: readonly Plinth[],
    private readonly stood: (id: string) => void,
  ) {}

  /** Bring the objects one after another; where one cannot be had, its picture stays. */
  async load(): Promise<void> {
    await loadShaders();
    if (this.over) return;
    this.studio = paintStudio(this.renderer);
    this.light = this.studio.texture;
    const lamp = new DirectionalLight(0xffe6c4, 2.2);
    lamp.position.set(-1, 3, 1.5);
    this.group.add(lamp);
    for (const work of this.works) {
      try {
        await this.stand(work);
      } catch {
        continue;
      }
      if (this.over) return;
    }
  }

  private async stand(work: Plinth): Promise<void> {
    const { group, bounds } = await loadModel(work.model!.source);
    const meshes = meshesOf(group);
    if (this.over || this.meshes + meshes.length > MOST_MESHES) {
      disposeModel(group);
      return;
    }
    this.meshes += meshes.length;
    for (const { material } of meshes) {
      this.bytes += weigh(material);
      const lit = material as { envMap?: Texture | null; envMapIntensity?: number };
      lit.envMap = this.light;
      lit.envMapIntensity = 0.95;
    }
    const size = bounds.getSize(new Vector3());
    const middle = bounds.getCenter(new Vector3());
    const holder = new Group();
    const scale = work.model!.height / 100 / size.y;
    group.position.set(-middle.x, -bounds.min.y, -middle.z);
    holder.add(group);
    holder.scale.setScalar(scale);
    const { normal } = floorBasis(work);
    holder.rotation.y = Math.atan2(normal[0], normal[1]);
    holder.position.set(work.x / 100, work.height / 100, work.y / 100);
    this.group.add(holder);
    this.stood(work.id);
  }

  dispose(): void {
    this.over = true;
    disposeModel(this.group);
    this.studio?.dispose();
  }
}

/** Bytes of a material's pictures on the graphics card. */
function weigh(material: object): number {
  const values: unknown[] = Object.values(material);
  const textures = values.filter((value) => (value as Texture | null)?.isTexture) as Texture[];
  return textures.reduce((sum, texture) => {
    const { width = 0, height = 0 } = (texture.image ?? {}) as { width?: number; height?: number };
    return sum + Math.round(width * height * 4 * (4 / 3));
  }, 0);
}
