/** The shaders of three's own materials, which build.mjs keeps apart. */

import { ShaderChunk } from "three";

/** Await this before anything is drawn with MeshStandardMaterial or another of three's own. */
export async function loadShaders(): Promise<void> {
  Object.assign(ShaderChunk, (await import("three/shaders")).ShaderChunk);
}
