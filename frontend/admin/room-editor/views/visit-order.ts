/** The order of the visit: along the walls from the entrance, until the curator moves a work. */

import { attributes, button, html, icon, keyed } from "../../../shared/dom.ts";
import type { EditorState } from "../model/state.ts";
import type { Change } from "../../../shared/history.ts";
import type { Standing, Work } from "../model/room.ts";
import { visitOf } from "../model/visit.ts";

interface Stop {
  readonly id: string;
  readonly place: number;
  readonly work: Work | Standing;
}

export class VisitOrder {
  readonly element: HTMLElement;
  private readonly list = html("ol", { class: "re-stops" });
  private readonly hint = html("p", { class: "re-quiet" });
  private readonly follow: HTMLButtonElement;

  /** `tryOut` shows the visit as visitors will see and hear it. */
  constructor(
    private readonly state: EditorState,
    tryOut: () => void,
  ) {
    const { words } = state;
    this.follow = button(words.say("follow_walls"), () => this.followWalls(), null, "follow_walls");
    const trial = button(words.say("try_visit"), tryOut, null, "try_visit");
    const below = html("div", { class: "re-group" }, trial, this.follow);
    this.element = html("section", { class: "re-visit" }, this.hint, this.list, below);
    this.list.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      const id = (event.target as Element).closest("[data-id]")?.getAttribute("data-id");
      if (!by || !id || !event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      this.move(id, by);
    });
  }

  private stops(): Stop[] {
    return visitOf(this.state.room).map((work, index) => ({ id: work.id, place: index + 1, work }));
  }

  draw(): void {
    const { state } = this;
    if (this.element.hidden) return;
    const stops = this.stops();
    const given = stops.some(({ work }) => work.visited.stop > 0);
    this.hint.textContent = state.words.say(given ? "visit_given" : "visit_along_walls");
    attributes(this.follow, { hidden: !given });
    keyed(
      this.list,
      stops,
      (stop) => this.make(stop),
      (row, stop) => this.update(row, stop, stops.length),
    );
  }

  private make({ id }: Stop): HTMLLIElement {
    const { words } = this.state;
    const choose = html(
      "button",
      { type: "button", class: "re-stop" },
      html("span", { class: "re-stop-place" }),
      html("img", { alt: "", loading: "lazy" }),
      html("span", { class: "re-stop-title", dir: "auto" }),
      html("span", { class: "re-quiet" }),
    );
    choose.addEventListener("click", () => this.state.reveal(id));
    return html(
      "li",
      {},
      choose,
      button(words.say("earlier"), () => this.move(id, -1), icon("arrow-up"), "earlier"),
      button(words.say("later"), () => this.move(id, 1), icon("arrow-down"), "later"),
      button(words.say("pass"), () => this.pass(id), icon("no-view"), "pass"),
    );
  }

  private update(row: HTMLLIElement, { id, place, work }: Stop, count: number): void {
    const { state } = this;
    const [number, picture, title, where] = row.firstElementChild!
      .children as unknown as HTMLElement[];
    number!.textContent = String(place);
    attributes(picture!, { src: work.artifact?.picture?.small ?? null });
    title!.textContent = work.title;
    where!.textContent = this.about(work);
    row.classList.toggle("re-passed", work.visited.passed);
    row.classList.toggle("re-chosen", state.selected.has(id));
    const name = (key: string): string => `${state.words.say(key)}: ${work.title}`;
    attributes(row.children[1]!, {
      "aria-disabled": String(place === 1),
      "aria-label": name("earlier"),
    });
    attributes(row.children[2]!, {
      "aria-disabled": String(place === count),
      "aria-label": name("later"),
    });
    attributes(row.children[3]!, {
      "aria-pressed": String(work.visited.passed),
      "aria-label": name("pass"),
    });
  }

  /** Where a stop is, and what the visit does there. */
  private about(work: Work | Standing): string {
    const { state } = this;
    const { words } = state;
    const { passed, stay, turn } = work.visited;
    const where = "wall" in work ? state.wallName(work.wall) : words.say("on_floor");
    if (passed) return `${where} · ${words.say("passed_by")}`;
    const detail = work.artifact?.details.find(({ id }) => id === turn);
    return [
      where,
      stay ? words.say("stays", { seconds: stay }) : "",
      detail ? words.say("turns_to", { detail: detail.title }) : "",
    ]
      .filter(Boolean)
      .join(" · ");
  }

  /** The guided visit passes a work by, or stops before it again. */
  private pass(id: string): void {
    const { state } = this;
    const work = state.everything().find((one) => one.id === id);
    if (!work) return;
    const passed = !work.visited.passed;
    state.perform(state.form.fieldChange(id, "passed", passed));
    state.announce(passed ? "said_passed" : "said_stops", { work: work.title });
  }

  /** Move a stop; what comes before it is numbered, what comes after follows the walls as before. */
  move(id: string, by: number): void {
    const { state } = this;
    const stops = this.stops();
    const from = stops.findIndex((stop) => stop.id === id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= stops.length) return;
    const [moved] = stops.splice(from, 1);
    stops.splice(to, 0, moved!);
    const given = stops.map(({ work }) => work.visited.stop > 0).lastIndexOf(true) + 1;
    const numbered = stops.slice(0, Math.max(given, from + 1, to + 1));
    const changes = numbered.flatMap(({ work }, index) =>
      state.form.fieldChange(work.id, "stop", index + 1),
    );
    state.perform(changes, `stop ${id}`);
    state.announce("said_stop", { work: moved!.work.title, place: to + 1, count: stops.length });
  }

  private followWalls(): void {
    const { state } = this;
    const changes = state
      .everything()
      .flatMap(({ id, visited }): Change[] =>
        visited.stop ? state.form.fieldChange(id, "stop", "") : [],
      );
    state.perform(changes);
    state.announce("visit_along_walls");
  }
}
