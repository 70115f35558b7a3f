/** The plans of the room (works, doors) and of the exhibition, both with "you are here". */

import type { Body } from "../walk/body.ts";
import { boundsOf } from "../scene/bounds.ts";
import type { Place } from "../scene/place.ts";
import { cornersOf, type Scene } from "../scene/scene.ts";

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 60;

function make(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

const arrow = (): SVGElement =>
  make("path", { class: "walk__here", d: "M0 -34 20 24 0 12 -20 24Z" });

export class FloorPlan {
  readonly element = make("svg", { "aria-hidden": "true", direction: "ltr" });
  private readonly here = arrow();
  private readonly among = arrow();

  /** Draw a room; a click on a work goes there. */
  draw(scene: Scene, places: readonly Place[], go: (place: Place) => void): void {
    const corners = cornersOf(scene);
    const { x, y, width, height } = boundsOf(corners);
    const box = [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
    this.element.setAttribute("viewBox", box.join(" "));
    const points = corners.map((corner) => `${corner.x},${corner.y}`).join(" ");
    const marks = places.map((place) => {
      const [cx, , cy] = place.centre;
      const [ax, , ay] = place.across;
      const mark = make("line", {
        class: place.kind === "door" ? "walk__mark walk__mark--door" : "walk__mark",
        x1: (cx - ax) * 100,
        y1: (cy - ay) * 100,
        x2: (cx + ax) * 100,
        y2: (cy + ay) * 100,
      });
      mark.append(make("title", {}));
      mark.querySelector("title")!.textContent = place.listed.title;
      mark.addEventListener("click", () => go(place));
      return mark;
    });
    this.element.replaceChildren(
      make("polygon", { class: "walk__floor", points }),
      ...marks,
      this.here,
    );
  }

  /** Mark a room on the page's plan of the exhibition and put the visitor there. */
  join(exhibition: HTMLElement, room: string): void {
    for (const one of exhibition.querySelectorAll<HTMLElement>("[data-room]")) {
      const here = one.dataset.room === room;
      if (here) one.setAttribute("aria-current", "page");
      else one.removeAttribute("aria-current");
      if (here && one instanceof SVGElement) one.append(this.among);
    }
  }

  /** Show where the visitor stands and looks. */
  follow(body: Body): void {
    const degrees = (body.heading * 180) / Math.PI;
    const place = `translate(${body.x * 100} ${body.y * 100}) rotate(${degrees})`;
    this.here.setAttribute("transform", place);
    this.among.setAttribute("transform", `${place} scale(2.4)`);
  }
}
