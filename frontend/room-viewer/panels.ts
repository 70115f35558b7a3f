/** The walk's buttons and panels: what stands in front, its details, the plan, announcements. */

import type { Body } from "./body.ts";
import { FloorPlan } from "./floorplan.ts";
import type { MuseumRoom } from "./index.ts";
import type { WorksList } from "./list.ts";
import type { Place } from "./places.ts";
import type { Scene } from "./scene.ts";

type Part = "entrance" | "hint" | "tools" | "bar" | "count" | "title" | "panel" | "details"
  | "more" | "plan" | "drawing" | "status";

export class Panels {
  private readonly drawing = new FloorPlan();

  constructor(
    private readonly element: MuseumRoom,
    private readonly go: (place: Place) => void,
  ) {
    this.part("drawing").append(this.drawing.element);
  }

  private part<Kind extends HTMLElement = HTMLElement>(name: Part): Kind {
    return this.element.querySelector<Kind>(`[data-part="${name}"]`)!;
  }

  private button(name: string): HTMLElement {
    return this.element.querySelector<HTMLElement>(`.walk__stage [data-do="${name}"]`)!;
  }

  /** Another room is shown. */
  room(scene: Scene, places: readonly Place[], list: WorksList): void {
    this.drawing.draw(scene, places, this.go);
    this.close();
    this.front(null, list);
    const here = location.pathname;
    for (const link of this.part("plan").querySelectorAll("a")) {
      if (link.pathname === here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  enter(): void {
    this.part("entrance").hidden = true;
    for (const name of ["hint", "tools", "bar"] as const) this.part(name).hidden = false;
    setTimeout(() => (this.part("hint").hidden = true), 7000);
  }

  leave(): void {
    this.close();
    this.part("entrance").hidden = false;
    for (const name of ["hint", "tools", "bar"] as const) this.part(name).hidden = true;
  }

  /** The work in front has changed. */
  front(place: Place | null, list: WorksList): void {
    const { words } = this.element;
    const total = list.works.length;
    const listed = place?.listed;
    const counted = listed && listed.number > 0;
    this.part("count").textContent = counted ? words.say("count", { n: listed.number, total }) : "";
    const idle = list.stops.length ? words.say("choose") : words.say("empty");
    this.part("title").textContent = listed ? listed.title : idle;
    if (listed && counted) this.announce("work", { n: listed.number, total, title: listed.title });
    else if (listed) this.announce("text", { title: listed.title });
    if (!place) this.part("panel").hidden = true;
    else if (!this.part("panel").hidden) this.showDetails(place);
  }

  toggleDetails(place: Place): void {
    if (this.part("panel").hidden) this.showDetails(place);
    else this.close();
  }

  /** The work's own item of the list, with its label, words and film, and the way to its page. */
  showDetails(place: Place): void {
    const copy = place.listed.element.cloneNode(true) as HTMLElement;
    for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
    copy.removeAttribute("data-placement");
    const item = document.createElement("div");
    item.className = copy.className;
    item.append(...copy.childNodes);
    this.part("details").replaceChildren(item);
    const more = this.part<HTMLAnchorElement>("more");
    more.hidden = !place.listed.href;
    more.href = place.listed.href;
    this.part("panel").hidden = false;
    this.button("details").setAttribute("aria-expanded", "true");
  }

  /** Close what is open; answers whether anything was. */
  close(): boolean {
    const open = (["panel", "plan"] as const).filter((name) => !this.part(name).hidden);
    for (const name of open) this.part(name).hidden = true;
    this.button("details").setAttribute("aria-expanded", "false");
    this.button("plan").setAttribute("aria-expanded", "false");
    return open.length > 0;
  }

  togglePlan(body: Body): void {
    const plan = this.part("plan");
    plan.hidden = !plan.hidden;
    this.button("plan").setAttribute("aria-expanded", String(!plan.hidden));
    this.drawing.follow(body);
  }

  follow(body: Body): void {
    if (!this.part("plan").hidden) this.drawing.follow(body);
  }

  touring(running: boolean): void {
    const button = this.button("tour");
    button.setAttribute("aria-pressed", String(running));
    button.textContent = this.element.words.say(running ? "pause" : "tour");
  }

  /** Follow the work's link: its page, with the deep zoom. */
  openPage(place: Place | null): void {
    if (place?.listed.href) location.assign(place.listed.href);
  }

  say(key: string): void {
    this.announce(key, {});
  }

  announce(key: string, values: Record<string, string | number>): void {
    this.part("status").textContent = this.element.words.say(key, values);
  }
}
