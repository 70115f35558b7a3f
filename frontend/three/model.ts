/** Models as the museum serves them: GLB, packed by meshopt where that was possible. */

import {
  Box3,
  type BufferGeometry,
  type Group,
  type Material,
  type Mesh,
  type Texture,
  TextureLoader,
} from "three";
import { GLTFLoader, type GLTFParser } from "three/addons/loaders/GLTFLoader.js";
import { MeshoptDecoder } from "meshoptimizer/reference";

import { loadShaders } from "./shaders.ts";

/** A model and its bounds in metres: x to the right, y up, z to the front. */
export interface Model {
  readonly group: Group;
  readonly bounds: Box3;
}

/** Pictures come as `<img>`: the content-security policy lets nobody fetch what a file brought along. */
function picturesAsImages(parser: GLTFParser): { name: string } {
  (parser as unknown as { textureLoader: TextureLoader }).textureLoader = new TextureLoader(
    parser.options.manager,
  );
  return { name: "museum_pictures_as_images" };
}

/** Fetch a model; rejects where there is none, or where it cannot be read. */
export async function loadModel(address: string): Promise<Model> {
  await loadShaders();
  const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).register(picturesAsImages);
  const { scene } = await loader.loadAsync(address);
  const bounds = new Box3().setFromObject(scene, true);
  if (bounds.isEmpty()) throw new Error("There is nothing to be seen in this model.");
  return { group: scene, bounds };
}

/** Every mesh of a model. */
export function meshesOf(group: Group): Mesh<BufferGeometry, Material>[] {
  const found: Mesh<BufferGeometry, Material>[] = [];
  group.traverse((node) => {
    if ("isMesh" in node) found.push(node as Mesh<BufferGeometry, Material>);
  });
  return found;
}

/** Give a model's place on the graphics card back. */
export function disposeModel(group: Group): void {
  for (const mesh of meshesOf(group)) {
    mesh.geometry.dispose();
    for (const value of Object.values(mesh.material)) {
      if ((value as Texture | null)?.isTexture) (value as Texture).dispose();
    }
    mesh.material.dispose();
  }
}
