/**
 * Cuts the museum's two families into slices, so that a page loads only what it is written in, and
 * writes the style sheet that promises them.
 *
 * Every page uses digits and punctuation ("common"); a Hebrew page adds "hebrew", a page in
 * Latin letters adds "latin". What is rare stands apart: "signs", "hebrew-forms" (letters that bear
 * their points), and "latin-others", letters that the museum's languages do without. Points and their
 * letters are one slice: browsers place a point only on a letter of the same font.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

/** Unicode ranges of a slice, as in CSS. */
export const SLICES = {
  common:
    "U+0020-0022,U+0025-0029,U+002B-003B,U+003F,U+005B,U+005D,U+00A0-00A1,U+00A9,U+00AB,U+00B0," +
    "U+00B7,U+00BB,U+00BF,U+00D7,U+2013-2014,U+2019,U+201C-201D,U+2026,U+202F",
  signs:
    "U+0023-0024,U+002A,U+003C-003E,U+0040,U+005C,U+005E-0060,U+007B-007E,U+00A7,U+00AA,U+00BA," +
    "U+2009,U+2010-2012,U+2018,U+201A,U+201E,U+2032-2033,U+20AC,U+2212",
  hebrew: "U+0590-05FF,U+200E-200F,U+20AA",
  "hebrew-forms": "U+25CC,U+FB1D-FB4F",
  latin:
    "U+0041-005A,U+0061-007A,U+00C0-00C2,U+00C7-00CB,U+00CD-00CF,U+00D1,U+00D3-00D4,U+00D9-00DC," +
    "U+00E0-00E2,U+00E7-00EB,U+00ED-00EF,U+00F1,U+00F3-00F4,U+00F9-00FC,U+0152-0153",
  "latin-others":
    "U+00C3-00C6,U+00CC,U+00D0,U+00D2,U+00D5-00D6,U+00D8,U+00DD-00DF,U+00E3-00E6,U+00EC,U+00F0," +
    "U+00F2,U+00F5-00F6,U+00F8,U+00FD-00FF,U+0131,U+0178",
};

const FACES = [
  {
    name: "heebo-400",
    family: "Heebo",
    weight: "400",
    file: heebo,
    options: { variationAxes: { wght: 400 } },
  },
  {
    name: "heebo-600",
    family: "Heebo",
    weight: "600",
    file: heebo,
    options: { variationAxes: { wght: 600 } },
  },
  {
    name: "frank-ruhl-libre-400",
    family: "Frank Ruhl Libre",
    weight: "400 600",
    file: frankRuhlLibre,
    options: {},
  },
];

function packageFile(name, path) {
  return join(dirname(require.resolve(`${name}/package.json`)), "files", path);
}

function heebo(script) {
  return packageFile("@fontsource-variable/heebo", `heebo-${script}-wght-normal.woff2`);
}

function frankRuhlLibre(script) {
  return packageFile("@fontsource/frank-ruhl-libre", `frank-ruhl-libre-${script}-400-normal.woff2`);
}

/** The characters of a CSS unicode-range. */
function characters(ranges) {
  return ranges
    .split(",")
    .map((range) => {
      const [first, last] = range
        .slice(2)
        .split("-")
        .map((code) => parseInt(code, 16));
      const length = (last ?? first) - first + 1;
      return String.fromCodePoint(...Array.from({ length }, (_, index) => first + index));
    })
    .join("");
}

/** Write every slice of every face into `folder` as <face>-<slice>.woff2. */
export async function buildFonts(folder) {
  for (const face of FACES) {
    for (const [slice, ranges] of Object.entries(SLICES)) {
      const source = readFileSync(face.file(slice.startsWith("hebrew") ? "hebrew" : "latin"));
      const options = { ...face.options, noLayoutClosure: true, targetFormat: "woff2" };
      const font = await subsetFont(source, characters(ranges), options);
      writeFileSync(join(folder, `${face.name}-${slice}.woff2`), font);
    }
  }
}

/** Every slice as an @font-face rule. */
function styleSheet() {
  return FACES.flatMap((face) =>
    Object.entries(SLICES).map(
      ([slice, ranges]) => `@font-face {
        font-family: "${face.family}";
        font-weight: ${face.weight};
        font-display: swap;
        src: url("fonts/${face.name}-${slice}.woff2") format("woff2");
        unicode-range: ${ranges};
      }`,
    ),
  ).join("\n");
}

/** For esbuild: `@import "museum:fonts"` is the style sheet of the slices. */
export const fonts = {
  name: "fonts",
  setup(build) {
    build.onResolve({ filter: /^museum:fonts$/ }, ({ path }) => ({ path, namespace: "fonts" }));
    build.onLoad({ filter: /.*/, namespace: "fonts" }, () => ({
      contents: styleSheet(),
      loader: "css",
    }));
  },
};
