/** What the editors' buttons show where Wagtail has no symbol. */

import { svg } from "./dom.ts";

/** Lines on a square of 16 units. */
const DRAWINGS = {
  undo: "M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H6",
  redo: "M10 3l3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H10",
  align_top: "M1.5 2h13M4 4.5h2.5v9H4zM9.500 4.500h2.500v5h-2.500z",
  align_middle: "M1.500 8h13M4 3h2.500v10H4zM9.500 5.500h2.500v5h-2.500z",
  align_bottom: "M1.500 14h13M4 2.500h2.500v9H4zM9.500 6.500h2.500v5h-2.500z",
  distribute: "M1.500 2v12M14.500 2v12M6 5h4v6H6z",
  equal_gaps: "M1.500 4h3v8h-3zM6.500 4h3v8h-3zM11.500 4h3v8h-3z",
  centre: "M8 1.500v2M8 12.500v2M3 5h10v6H3z",
  duplicate: "M2 5h8v9H2zM5 5V2h9v9h-4",
  lock: "M4 7h8v7H4zM5.500 7V4.500a2.500 2.500 0 0 1 5 0V7",
  whole_window: "M2 6V2h4M14 6V2h-4M2 10v4h4M14 10v4h-4",
  previous_wall: "M10 3 5 8l5 5",
  next_wall: "M6 3l5 5-5 5",
  zoom_out: "M3 8h10",
  zoom_in: "M3 8h10M8 3v10",
  zoom_fit: "M2 4v8M14 4v8M4.500 8h7M6.500 6l-2 2 2 2M9.500 6l2 2-2 2",
} as const;

export type Drawn = keyof typeof DRAWINGS;

/** A line drawing; the button's own words say what it does. */
export function drawing(name: Drawn): SVGSVGElement {
  const made = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
  made.append(svg("path", { d: DRAWINGS[name] }));
  return made;
}
