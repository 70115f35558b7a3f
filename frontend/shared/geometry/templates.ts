/** The six room templates; after a room was made from one, its walls are ordinary. */

import { TEMPLATE_HEIGHT } from "./constants.ts";
import type { Corner, Start } from "./plan.ts";
import { rounded } from "./problems.ts";

/** An outline to begin with; `name` is a key that the page words in its language. */
export interface RoomTemplate {
  readonly name: string;
  readonly corners: readonly Corner[];
  readonly start: Start;
  readonly height: number;
}

type Points = readonly (readonly [number, number])[];

export function rectangle(width = 1000, depth = 700): Points {
  return [
    [0, 0],
    [width, 0],
    [width, depth],
    [0, depth],
  ];
}

/** Two arms of one breadth, along the top and down the left. */
export function lShape(width = 1200, depth = 1000, arm = 500): Points {
  return [
    [0, 0],
    [width, 0],
    [width, arm],
    [arm, arm],
    [arm, depth],
    [0, depth],
  ];
}

/** A regular octagon, to the nearest centimetre. */
export function octagon(width = 1000): Points {
  const cut = rounded(width / (2 + Math.sqrt(2)));
  const rest = width - cut;
  return [
    [cut, 0],
    [rest, 0],
    [width, cut],
    [width, rest],
    [rest, width],
    [cut, width],
    [0, rest],
    [0, cut],
  ];
}

/** A circle of flat walls, the first of them at the top of the plan. */
export function rotunda(radius = 500, sides = 16): Points {
  return Array.from({ length: sides }, (_, corner) => {
    const angle = ((360 / sides) * (corner - 0.5) - 90) * (Math.PI / 180);
    return [
      rounded(radius + radius * Math.cos(angle)),
      rounded(radius + radius * Math.sin(angle)),
    ] as const;
  });
}

/** Two rooms side by side, joined by an opening in the middle of a thick partition. */
export function twoBays(width = 670, depth = 600, opening = 240, partition = 60): Points {
  const [left, right, far] = [width, width + partition, 2 * width + partition];
  const top = Math.floor((depth - opening) / 2);
  const bottom = top + opening;
  return [
    [0, 0],
    [left, 0],
    [left, top],
    [right, top],
    [right, 0],
    [far, 0],
    [far, depth],
    [right, depth],
    [right, bottom],
    [left, bottom],
    [left, depth],
    [0, depth],
  ];
}

function template(name: string, outline: Points, x: number, y: number): RoomTemplate {
  const corners = outline.map(([x, y]) => ({ x, y }));
  return { name, corners, start: { x, y, heading: 0 }, height: TEMPLATE_HEIGHT };
}

/** Each with its outline at a usual size; the visitor starts low in the plan and looks up it. */
export const TEMPLATES: readonly RoomTemplate[] = [
  template("rectangle", rectangle(), 500, 560),
  template("l", lShape(), 250, 860),
  template("corridor", rectangle(300, 1600), 150, 1460),
  template("octagon", octagon(), 500, 860),
  template("rotunda", rotunda(), 500, 860),
  template("two_bays", twoBays(), 335, 460),
];
