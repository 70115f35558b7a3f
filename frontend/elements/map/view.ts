/** Which part of the map's plane is seen, and where its points lie on the screen. */

import type { Box, Point } from "./labels.ts";

/** The middle of what is seen, and how many units of the plane its shorter side shows. */
export interface View {
  x: number;
  y: number;
  units: number;
}
export interface Size {
  width: number;
  height: number;
}

/** So far the land is drawn: the numbers of atlas/plane.py. */
const WIDTH = 3000;
const HEIGHT = 2200;
/** As near as its outlines bear it, in units. */
const NEAREST = 120;
const FARTHEST = HEIGHT;
/** What is fitted in keeps off the edges by this share. */
const MARGIN = 1.15;

/** Pixels a unit. */
export function scaleOf(view: View, size: Size): number {
  return Math.min(size.width, size.height) / view.units;
}

export function project(point: Point, view: View, size: Size): Point {
  const scale = scaleOf(view, size);
  return {
    x: (point.x - view.x) * scale + size.width / 2,
    y: (point.y - view.y) * scale + size.height / 2,
  };
}

/** The view in which a box of the plane is seen whole. */
export function fit(box: Box, size: Size, margin = MARGIN): View {
  const shorter = Math.min(size.width, size.height);
  const width = ((box.right - box.left) * margin * shorter) / size.width;
  const height = ((box.bottom - box.top) * margin * shorter) / size.height;
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  return bounded({ ...middle, units: Math.max(width, height) }, size);
}

/** Go nearer (`factor` above 1) or farther; the point of the screen stays where it is. */
export function zoomed(view: View, factor: number, at: Point, size: Size): View {
  const { units } = bounded({ ...view, units: view.units / factor }, size);
  const [before, after] = [scaleOf(view, size), scaleOf({ ...view, units }, size)];
  const move = 1 / before - 1 / after;
  const x = view.x + (at.x - size.width / 2) * move;
  const y = view.y + (at.y - size.height / 2) * move;
  return bounded({ x, y, units }, size);
}

export function panned(view: View, across: number, down: number, size: Size): View {
  const scale = scaleOf(view, size);
  return bounded({ ...view, x: view.x - across / scale, y: view.y - down / scale }, size);
}

/** The view on the way from one to another; its scale changes evenly for the eye. */
export function between(from: View, to: View, share: number): View {
  const units = from.units * (to.units / from.units) ** share;
  // The middle moves with the scale, so that the way is straight on the screen.
  const moved =
    Math.abs(to.units - from.units) < 1e-6 ? share : (units - from.units) / (to.units - from.units);
  return {
    x: from.x + (to.x - from.x) * moved,
    y: from.y + (to.y - from.y) * moved,
    units,
  };
}

/** The view within what is drawn, as near as that bears. */
export function bounded(view: View, size: Size): View {
  const units = Math.min(Math.max(view.units, NEAREST), FARTHEST);
  const scale = scaleOf({ ...view, units }, size);
  return {
    x: held(view.x, (WIDTH - size.width / scale) / 2),
    y: held(view.y, (HEIGHT - size.height / scale) / 2),
    units,
  };
}

function held(value: number, most: number): number {
  return most <= 0 ? 0 : Math.min(Math.max(value, -most), most);
}

/** Whether one can come no nearer. */
export function isNearest(view: View): boolean {
  return view.units <= NEAREST;
}

export function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
