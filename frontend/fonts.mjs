/**
 * Cuts the museum's two families into slices, so that a page loads only what it is written in.
 *
 * Every page uses digits and punctuation ("common"); a Hebrew page adds "hebrew", a page in
 * Latin letters adds "latin". Each family must cover the same ranges as frontend/styles/fonts.css
 * declares in `unicode-range`; tests/museum/test_fonts.py compares the two.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

/** Unicode ranges of a slice, as in CSS. */
export const SLICES = {
  common:
    "U+0020-0040,U+005B-005F,U+007B-007E,U+00A0-00A1,U+00A7,U+00A9,U+00AB,U+00B0,U+00B7,U+00BB," +
    "U+00BF,U+00D7,U+2009,U+2010-2014,U+2018-201E,U+2026,U+202F,U+2032-2033,U+20AC,U+2212",
  hebrew: "U+0590-05FF,U+200E-200F,U+20AA,U+25CC,U+FB1D-FB4F",
  latin: "U+0041-005A,U+0061-007A,U+00C0-00D6,U+00D8-00F6,U+00F8-00FF,U+0131,U+0152-0153,U+0178",
};

const FACES = [
  { name: "heebo-400", file: heebo, options: { variationAxes: { wght: 400 } } },
  { name: "heebo-600", file: heebo, options: { variationAxes: { wght: 600 } } },
  { name: "frank-ruhl-libre-400", file: frankRuhlLibre, options: {} },
];

function packageFile(name, path) {
  return join(dirname(require.resolve(`${name}/package.json`)), "files", path);
}

function heebo(script) {
  return packageFile("@fontsource-variable/heebo", `heebo-${script}-wght-normal.woff2`);
}

function frankRuhlLibre(script) {
  return packageFile(
    "@fontsource/frank-ruhl-libre",
    `frank-ruhl-libre-${script}-400-normal.woff2`,
  );
}

/** The characters of a CSS unicode-range. */
function characters(ranges) {
  return ranges
    .split(",")
    .map((range) => {
      const [first, last] = range.slice(2).split("-").map((code) => parseInt(code, 16));
      const length = (last ?? first) - first + 1;
      return String.fromCodePoint(...Array.from({ length }, (_, index) => first + index));
    })
    .join("");
}

/** Write every slice of every face into `folder` as <face>-<slice>.woff2. */
export async function buildFonts(folder) {
  for (const face of FACES) {
    for (const [slice, ranges] of Object.entries(SLICES)) {
      const source = readFileSync(face.file(slice === "hebrew" ? "hebrew" : "latin"));
      const options = { ...face.options, noLayoutClosure: true, targetFormat: "woff2" };
      const font = await subsetFont(source, characters(ranges), options);
      writeFileSync(join(folder, `${face.name}-${slice}.woff2`), font);
    }
  }
}
