/** See build.mjs. */
declare module "three/shaders" {
  export const ShaderChunk: Readonly<Record<string, string>>;
}
