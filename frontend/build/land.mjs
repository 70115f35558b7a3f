/**
 * Draws the coastlines behind the museum's locator maps: Natural Earth (public domain) by the npm
 * package world-atlas, from 20° west to 75° east and from 60° to 10° north.
 *
 * One degree of latitude is 10 units and one of longitude 8.2, as near 35° north, so the plane is
 * 779 × 500. `locator` in museum/templatetags/shell_tags.py places points by the same numbers.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

import { geoEquirectangular, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const WEST = -20;
const EAST = 75;
const NORTH = 60;
const SOUTH = 10;
const PER_DEGREE = 10;
const NARROWING = 0.82;

const require = createRequire(import.meta.url);

/** Write the land as an SVG; it is used as a mask, so its colour is the style sheet's. */
export function buildLand(file) {
  const world = JSON.parse(readFileSync(require.resolve("world-atlas/land-110m.json"), "utf8"));
  const projection = geoEquirectangular()
    .scale((PER_DEGREE * 180) / Math.PI)
    .translate([-WEST * PER_DEGREE, NORTH * PER_DEGREE])
    .clipExtent([
      [0, 0],
      [(EAST - WEST) * PER_DEGREE, (NORTH - SOUTH) * PER_DEGREE],
    ]);
  const land = geoPath(projection).digits(1)(feature(world, world.objects.land));
  const width = (EAST - WEST) * PER_DEGREE * NARROWING;
  const height = (NORTH - SOUTH) * PER_DEGREE;
  writeFileSync(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
      `<path transform="scale(${NARROWING} 1)" d="${land}"/></svg>`,
  );
}
