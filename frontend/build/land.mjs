/**
 * Draws the land behind the museum's maps: Natural Earth (public domain) by the npm package
 * world-atlas.
 *
 * The locator is an equirectangular plane from 20° west to 75° east and from 60° to 10° north: one
 * degree of latitude is 10 units and one of longitude 8.2, as near 35° north, so it is 779 × 500.
 * `locator` in museum/templatetags/shell_tags.py places points by the same numbers. The atlas is
 * Lambert's conformal conic; atlas/plane.py has its numbers too.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

import { geoConicConformal, geoEquirectangular, geoGraticule, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const WEST = -20;
const EAST = 75;
const NORTH = 60;
const SOUTH = 10;
const PER_DEGREE = 10;
const NARROWING = 0.82;

const PARALLELS = [28, 44];
const CENTRE = [27, 37];
const SCALE = 2000;
const WIDTH = 3000;
const HEIGHT = 2200;
const MERIDIANS = 10;
/** An island of fewer square units is smaller than the mark of a place on it. */
const SMALLEST = 24;

const require = createRequire(import.meta.url);

function land(detail) {
  const file = require.resolve(`world-atlas/land-${detail}.json`);
  const world = JSON.parse(readFileSync(file, "utf8"));
  return feature(world, world.objects.land);
}

/** Write the locator's land as an SVG; it is used as a mask, so its colour is the style sheet's. */
export function buildLand(file) {
  const projection = geoEquirectangular()
    .scale((PER_DEGREE * 180) / Math.PI)
    .translate([-WEST * PER_DEGREE, NORTH * PER_DEGREE])
    .clipExtent([
      [0, 0],
      [(EAST - WEST) * PER_DEGREE, (NORTH - SOUTH) * PER_DEGREE],
    ]);
  const coast = geoPath(projection).digits(1)(land("110m"));
  const width = (EAST - WEST) * PER_DEGREE * NARROWING;
  const height = (NORTH - SOUTH) * PER_DEGREE;
  writeFileSync(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
      `<path transform="scale(${NARROWING} 1)" d="${coast}"/></svg>`,
  );
}

/** Write the atlas: `#land` and `#graticule`, whose look is that of the page that uses them. */
export function buildAtlas(file) {
  const projection = geoConicConformal()
    .parallels(PARALLELS)
    .rotate([-CENTRE[0], 0])
    .center([0, CENTRE[1]])
    .scale(SCALE)
    .translate([0, 0])
    .clipExtent([
      [-WIDTH / 2, -HEIGHT / 2],
      [WIDTH / 2, HEIGHT / 2],
    ]);
  const path = geoPath(projection).digits(0);
  const lines = geoGraticule().step([MERIDIANS, MERIDIANS])();
  writeFileSync(
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}">` +
      `<path id="graticule" fill="none" vector-effect="non-scaling-stroke" d="${path(lines)}"/>` +
      `<path id="land" vector-effect="non-scaling-stroke" d="${outlines(path(land("50m")))}"/></svg>`,
  );
}

/** A path of whole units in steps instead of places, which is half as long; without the smallest. */
function outlines(path) {
  return path
    .split("Z")
    .filter(Boolean)
    .map((ring) =>
      ring
        .slice(1)
        .split("L")
        .map((point) => point.split(",").map(Number)),
    )
    .filter((ring) => area(ring) >= SMALLEST)
    .map(outline)
    .join("");
}

function outline([[x, y], ...points]) {
  let [lastX, lastY] = [x, y];
  const steps = points.map(([nextX, nextY]) => {
    const step = `${nextX - lastX} ${nextY - lastY}`.replace(" -", "-");
    [lastX, lastY] = [nextX, nextY];
    return step;
  });
  return `M${x} ${y}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

/** The area of a ring, by the shoelace formula. */
function area(ring) {
  const parts = ring.map(([x, y], place) => {
    const [nextX, nextY] = ring[(place + 1) % ring.length];
    return x * nextY - nextX * y;
  });
  return Math.abs(parts.reduce((sum, part) => sum + part, 0)) / 2;
}
