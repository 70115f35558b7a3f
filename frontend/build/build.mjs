/**
 * Builds the museum's front end into museum/static/museum/build/ (not committed).
 *
 *   node frontend/build/build.mjs            once, minified
 *   node frontend/build/build.mjs --watch    again after every change, readable
 *
 * Entries are found, not listed: index.ts in a folder of frontend/elements/ or frontend/admin/
 * becomes the module build/<folder>.js, classic.ts a script that a page waits for, and index.css
 * build/<folder>.css; frontend/styles/museum.css is the stylesheet of every public page, reading.css
 * that of those with more to read, browse.css that of lists. Fonts are cut into slices by fonts.mjs,
 * coastlines drawn by land.mjs.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";

import { buildFonts, fonts } from "./fonts.mjs";
import { buildAtlas, buildLand } from "./land.mjs";
import { three } from "../three/build.mjs";

const frontend = join(dirname(fileURLToPath(import.meta.url)), "..");
const output = join(frontend, "..", "museum", "static", "museum", "build");
const watch = process.argv.includes("--watch");

/** Entry points by the name of what they become, without the extension. */
function entries(fileName) {
  return Object.fromEntries(
    [join(frontend, "elements"), join(frontend, "admin")]
      .flatMap((folder) =>
        readdirSync(folder, { withFileTypes: true }).map((entry) => [entry, folder]),
      )
      .filter(
        ([entry, folder]) => entry.isDirectory() && existsSync(join(folder, entry.name, fileName)),
      )
      .map(([entry, folder]) => [entry.name, join(folder, entry.name, fileName)]),
  );
}

const shared = {
  bundle: true,
  logLevel: "warning",
  minify: !watch,
  outdir: output,
  sourcemap: watch ? "inline" : false,
  target: ["es2022", "chrome111", "firefox113", "safari16.4"],
};

const scripts = {
  ...shared,
  chunkNames: "chunks/[name]-[hash]",
  // React, which Mirador is made with, has a smaller half without its checks.
  define: { "process.env.NODE_ENV": watch ? '"development"' : '"production"' },
  entryPoints: entries("index.ts"),
  format: "esm",
  legalComments: "none",
  loader: { ".vert": "text", ".frag": "text", ".glsl": "text" },
  plugins: [three],
  splitting: true,
};

const classicScripts = { ...shared, entryPoints: entries("classic.ts"), format: "iife" };

const styles = {
  ...shared,
  entryPoints: {
    museum: join(frontend, "styles", "museum.css"),
    reading: join(frontend, "styles", "reading.css"),
    browse: join(frontend, "styles", "browse.css"),
    ...entries("index.css"),
  },
  external: ["*.woff2", "*/land.svg"],
  loader: { ".svg": "dataurl" },
  plugins: [fonts],
};

const builds = [scripts, classicScripts, styles];

const started = performance.now();
rmSync(output, { force: true, recursive: true });
mkdirSync(join(output, "fonts"), { recursive: true });
await buildFonts(join(output, "fonts"));
buildLand(join(output, "land.svg"));
buildAtlas(join(output, "atlas.svg"));
if (watch) {
  const contexts = await Promise.all(builds.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
  console.log("Front end: watching frontend/ for changes, Ctrl+C ends it.");
} else {
  await Promise.all(builds.map((options) => esbuild.build(options)));
  console.log(`Front end built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
