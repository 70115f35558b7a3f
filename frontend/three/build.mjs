/**
 * How three.js is bundled.
 *
 * From its single files rather than from its two great ones: a chunk that several elements share
 * then holds what all of them need, and what one alone needs (headsets, loaders of models) stays in
 * a chunk of its own.
 *
 * The shaders of three's own materials come apart from it, as "three/shaders": the walk brings its
 * own. Whoever uses MeshStandardMaterial and the like awaits loadShaders() of shaders.ts first.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { resolve } = createRequire(import.meta.url);
const sources = join(dirname(resolve("three")), "..", "src");
/** Decodes packed models without WebAssembly, which the content-security policy keeps out. */
const decoder = join(dirname(resolve("meshoptimizer")), "meshopt_decoder_reference.js");
const chunks = join(sources, "renderers", "shaders", "ShaderChunk.js");
const SHADER = /\/\* glsl \*\/\s*`(.*?)`/gs;

/** Stands in for three's ShaderChunk until the shaders are there. */
const NOT_YET = `export const ShaderChunk = new Proxy({}, {
  get(loaded, name) {
    if (name in loaded) return loaded[name];
    throw new Error("three's shader " + String(name) + " is not here: await loadShaders() first.");
  },
});`;

/** A shader that means the same in fewer bytes; directives keep their lines. */
function shortened(shader) {
  const lines = shader
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\/\/.*$/gm, "")
    .split("\n");
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

function load({ path, suffix }) {
  if (path === chunks && suffix !== "?all") return { contents: NOT_YET };
  const source = readFileSync(path, "utf8")
    .replace(SHADER, (_, shader) => JSON.stringify(shortened(shader)))
    // Read when a material is first compiled, not when the library is.
    .replace(/^\t+(vertexShader|fragmentShader): (ShaderChunk\.\w+)/gm, "get $1() { return $2; }");
  return { contents: source };
}

export const three = {
  name: "three",
  setup(build) {
    const free = { sideEffects: false };
    build.onResolve({ filter: /^three$/ }, () => ({ ...free, path: join(sources, "Three.js") }));
    build.onResolve({ filter: /^three\/shaders$/ }, () => ({
      ...free,
      path: chunks,
      suffix: "?all",
    }));
    build.onResolve({ filter: /^meshoptimizer\/reference$/ }, () => ({ ...free, path: decoder }));
    build.onLoad({ filter: /three[\\/]src[\\/]renderers[\\/]shaders[\\/].*\.js$/ }, load);
  },
};
