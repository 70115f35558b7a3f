/** Draws the marks of the map and their names, in pixels; the land beneath is moved with them. */

import { attributes, keyed, svg } from "../../shared/dom.ts";
import { gather, type Cluster } from "./clusters.ts";
import { around, placeLabels, type Box, type Point } from "./labels.ts";
import { count, type Place } from "./network.ts";
import { project, scaleOf, type Size, type View } from "./view.ts";

/** Marks stand at least so far apart, in pixels: each is a target of its own (WCAG 2.5.8). */
const APART = 28;
const SMALLEST = 4.5;
const LARGEST = 11;
const SEVERAL = 13;
/** Marks so far outside are drawn too: they are about to come in. */
const BEYOND = 40;

/** A place, or several that lie too close together. */
export interface Mark extends Point {
  id: string;
  places: Place[];
  name: string;
  radius: number;
  weight: number;
  open: number;
  perhaps: number;
}

interface Item extends Point {
  id: string;
  weight: number;
  place: Place;
}

export class Drawing {
  marks: Mark[] = [];
  private readonly widths = new Map<string, number>();
  private readonly pen = document.createElement("canvas").getContext("2d")!;
  private readonly labels = svg("g", { class: "atlas__labels", "aria-hidden": "true" });
  private clusters: { key: string; found: Cluster<Item>[] } = { key: "", found: [] };

  constructor(
    element: SVGSVGElement,
    private readonly ground: SVGGElement,
    private readonly group: SVGGElement,
    private readonly say: (mark: Mark) => string,
  ) {
    element.removeAttribute("viewBox");
    element.removeAttribute("aria-hidden");
    group.replaceChildren();
    group.before(this.labels);
    const style = getComputedStyle(this.labels);
    this.pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    this.lineHeight = parseFloat(style.fontSize) * 1.3;
  }

  private readonly lineHeight: number;

  /** Draw the places that are open or perhaps; `current` has its card open. */
  draw(
    places: readonly Place[],
    view: View,
    size: Size,
    taken: readonly Box[],
    current: string,
  ): void {
    const scale = scaleOf(view, size);
    const origin = project({ x: 0, y: 0 }, view, size);
    attributes(this.ground, {
      transform: `translate(${origin.x.toFixed(2)} ${origin.y.toFixed(2)}) scale(${scale.toFixed(5)})`,
    });
    const seen = around(
      { x: size.width / 2, y: size.height / 2 },
      size.width + 2 * BEYOND,
      size.height + 2 * BEYOND,
    );
    this.marks = this.gathered(places, scale)
      .map((cluster) => markOf(cluster, origin))
      .filter(({ x, y }) => x > seen.left && x < seen.right && y > seen.top && y < seen.bottom);
    keyed(this.group, this.marks, makeMark, (element, mark) =>
      this.update(
        element,
        mark,
        mark.places.some(({ id }) => id === current),
      ),
    );
    this.name(size, taken);
  }

  /** Clusters stay the same while the map is only moved. */
  private gathered(places: readonly Place[], scale: number): Cluster<Item>[] {
    const shown = places.filter(({ standing, spot }) => spot && standing !== "not");
    const key = `${scale} ${shown.map(({ id }) => id).join(" ")}`;
    if (key !== this.clusters.key) {
      const items = shown.map((place) => itemOf(place, scale));
      this.clusters = { key, found: gather(items, APART) };
    }
    return this.clusters.found;
  }

  private update(element: SVGGElement, mark: Mark, current: boolean): void {
    const several = mark.places.length > 1;
    const only = mark.open ? "open" : mark.perhaps ? "perhaps" : "open";
    attributes(element, {
      class: `atlas__mark atlas__mark--${only}${several ? " atlas__mark--several" : ""}`,
      transform: `translate(${mark.x.toFixed(1)} ${mark.y.toFixed(1)})`,
      "aria-label": this.say(mark),
      "aria-current": current ? "true" : null,
    });
    const [, halo, disc, text] = element.children as unknown as SVGElement[];
    attributes(halo!, { r: mark.radius + 3, hidden: !mark.perhaps || !mark.open });
    attributes(disc!, { r: mark.radius });
    const number = several ? String(mark.places.length) : "";
    if (text!.textContent !== number) text!.textContent = number;
  }

  private name(size: Size, taken: readonly Box[]): void {
    const frame = { left: 4, top: 4, right: size.width - 4, bottom: size.height - 4 };
    const named = this.marks.map((mark) => ({
      ...mark,
      radius: mark.radius + 2,
      width: this.width(mark.name),
      height: this.lineHeight,
    }));
    const middles = placeLabels(named, frame, taken);
    const labels = this.marks.filter(({ id }) => middles.has(id));
    keyed(
      this.labels,
      labels,
      () => svg("text", { class: "atlas__label" }),
      (element, { id, name }) => {
        const { x, y } = middles.get(id)!;
        attributes(element, { x: x.toFixed(1), y: y.toFixed(1) });
        if (element.textContent !== name) element.textContent = name;
      },
    );
  }

  private width(name: string): number {
    const known = this.widths.get(name);
    if (known !== undefined) return known;
    const width = Math.ceil(this.pen.measureText(name).width) + 4;
    this.widths.set(name, width);
    return width;
  }

  /** The fonts have come: names have other widths. */
  measureAgain(): void {
    this.widths.clear();
  }
}

function itemOf(place: Place, scale: number): Item {
  const { x, y } = place.spot!;
  return { id: place.id, x: x * scale, y: y * scale, weight: place.weight, place };
}

function markOf({ seed, members }: Cluster<Item>, origin: Point): Mark {
  const places = members.map((member) => member.place);
  const counts = count(places.flatMap(({ schools }) => schools.map(({ standing }) => standing)));
  const shown = Math.max(counts.open + counts.perhaps, 1);
  const single = Math.min(SMALLEST + 1.6 * Math.sqrt(shown), LARGEST);
  return {
    ...counts,
    id: seed.id,
    x: seed.x + origin.x,
    y: seed.y + origin.y,
    places,
    name: seed.place.name,
    radius: places.length > 1 ? SEVERAL : single,
    weight: members.reduce((sum, { weight }) => sum + weight, 0),
  };
}

function makeMark(): SVGGElement {
  return svg(
    "g",
    { role: "button", tabindex: -1 },
    svg("circle", { class: "atlas__target", r: APART / 2 }),
    svg("circle", { class: "atlas__halo" }),
    svg("circle", { class: "atlas__disc" }),
    svg("text", { class: "atlas__number", "aria-hidden": "true" }),
  );
}
