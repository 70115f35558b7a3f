/** The chosen work's measurements as inputs, and what else can be set without the plain form. */

import type { WorkCommands } from "../commands/works.ts";
import { differs } from "../model/findings.ts";
import { button, html } from "../../../shared/dom.ts";
import { FRAME_BORDERS } from "../../../shared/geometry/index.ts";
import type { EditorState } from "../model/state.ts";
import type { Change } from "../../../shared/history.ts";
import type { Standing, Work } from "../model/room.ts";
import { textOf } from "../../../shared/wagtail.ts";

const FRAMES = Object.keys(FRAME_BORDERS);
const SIDES = ["left", "right", "below", "none"];
const FINISHES = ["limewash", "plaster", "linen", "stone", "panelling", "tiles"];

/** One input, and how it comes to show the room as it is now. */
interface Bound {
  readonly input: HTMLElement;
  readonly show: () => void;
}

export class Inspector {
  readonly element = html("div", { class: "re-inspector" });
  private shape = "";
  private bound: Bound[] = [];
  private readonly notice = html("p", { class: "re-notice", role: "status" });

  constructor(
    private readonly state: EditorState,
    private readonly commands: WorkCommands,
  ) {}

  /** Rebuild when something else was chosen, otherwise only bring the values up to date. */
  draw(): void {
    const { state } = this;
    const chosen = state.everything().filter(({ id }) => state.selected.has(id));
    const rooms = state.lookup.rooms.map(({ id }) => id).join();
    const wall = state.room.walls[state.wall]?.id ?? "";
    const lead = chosen.length === 1 ? chosen[0] : undefined;
    const real = lead?.artifact?.width_cm ?? "";
    const shape = [wall, ...chosen.map(({ id }) => id), rooms, real, lead?.page ?? ""].join(" ");
    if (shape !== this.shape) {
      this.shape = shape;
      this.bound = [];
      this.notice.textContent = "";
      this.element.replaceChildren(...this.parts(chosen), this.notice);
    }
    for (const { input, show } of this.bound) if (document.activeElement !== input) show();
  }

  private parts(chosen: (Work | Standing)[]): HTMLElement[] {
    const { words } = this.state;
    const [work] = chosen;
    if (chosen.length > 1) return this.severalParts(chosen);
    if (!work) return this.wallParts();
    const kind = "frame" in work ? work.kind : work.kind === "seat" ? "seat" : "plinth";
    const heading = html(
      "h3",
      { class: "re-heading" },
      html("span", { class: "re-quiet" }, words.say(kind)),
      html("span", { class: "re-title", dir: "auto" }, work.title),
    );
    const fields = "frame" in work ? this.hungParts(work) : this.standingParts(work);
    const edit = button(words.say("edit_in_form"), () => this.openForm(), null, "edit_in_form");
    const write = button(words.say("edit_text"), () => this.commands.openText(), null, "edit_text");
    return [
      heading,
      ...fields,
      html("div", { class: "re-group" }, kind === "text" ? write : null, edit),
    ];
  }

  /** What several chosen works share, to be set for all of them at once. */
  private severalParts(chosen: (Work | Standing)[]): HTMLElement[] {
    const { words } = this.state;
    const heading = words.say("several", { count: chosen.length });
    const parts: HTMLElement[] = [html("h3", { class: "re-heading" }, heading)];
    const hung = chosen.filter((one): one is Work => "frame" in one);
    if (hung.length !== chosen.length) return parts;
    const framed = hung.filter(({ kind }) => kind === "artifact" || kind === "picture");
    parts.push(html("p", { class: "re-quiet" }, words.say("several_hint")), this.wallChoice());
    if (hung.every(({ kind }) => kind !== "door")) parts.push(this.shared(hung, "y"));
    if (framed.length === hung.length) {
      parts.push(
        this.shared(hung, "width"),
        this.shared(hung, "frame", FRAMES),
        this.shared(hung, "label_side", SIDES),
      );
    }
    return parts;
  }

  /** One field of several works: empty, or "different", where they differ. */
  private shared(works: Work[], field: string, values?: readonly string[]): HTMLElement {
    const { state } = this;
    const { words, form } = state;
    const read = (id: string): string => textOf([form.value(id, field)].flat()[0]);
    const input = values
      ? html(
          "select",
          { class: "re-select", "data-field": field },
          html("option", { value: "", disabled: true }, words.say("different")),
          ...values.map((value) => html("option", { value }, words.say(`${field}_${value}`))),
        )
      : html("input", { type: "number", class: "re-number", "data-field": field, min: 1 });
    if (!values) input.setAttribute("placeholder", words.say("different"));
    const show = (): void => {
      const found = new Set(works.map(({ id }) => read(id)));
      input.value = found.size === 1 ? [...found][0]! : "";
    };
    this.bound.push({ input, show });
    input.addEventListener("change", () => {
      if (!input.value) return;
      state.perform(state.movable().flatMap(({ id }) => form.fieldChange(id, field, input.value)));
    });
    return labelled(words.say(field), input);
  }

  /** The wall that the chosen works hang on: another one moves them there. */
  private wallChoice(): HTMLElement {
    const { state } = this;
    const options = state.room.walls.map((_, value) =>
      html("option", { value }, state.wallName(value)),
    );
    const select = html("select", { class: "re-select", "data-field": "wall" }, ...options);
    const show = (): void => {
      select.value = String(state.selectedWorks()[0]?.wall ?? state.wall);
    };
    this.bound.push({ input: select, show });
    select.addEventListener("change", () => this.commands.moveTo(Number(select.value)));
    return labelled(state.words.say("wall"), select);
  }

  /** Go to the chosen work's own fields in the plain form. */
  private openForm(): void {
    const [id] = this.state.selected;
    const found = id ? this.state.form.find(id) : null;
    if (!found) return;
    const { block, element } = found.child;
    element.closest("details.re-form")?.setAttribute("open", "");
    element.scrollIntoView({ block: "center" });
    Object.values(block.childBlocks)[0]?.focus();
  }

  private hungParts(work: Work): HTMLElement[] {
    const { state } = this;
    const { id } = work;
    if (work.kind === "door") {
      const sizes = [this.number(id, "x"), this.number(id, "width"), this.number(id, "height")];
      return [row(...sizes), this.wallChoice(), ...this.doorParts(work)];
    }
    const height = html("output", { class: "re-number" });
    const now = (): Work | undefined => state.selectedWorks()[0];
    this.bound.push({ input: height, show: () => (height.value = `${now()?.height ?? ""}`) });
    const measures = [
      row(this.number(id, "x"), this.number(id, "y")),
      row(this.number(id, "width"), labelled(state.words.say("height"), height)),
    ];
    if (work.kind === "artifact" || work.kind === "picture") {
      measures.push(row(this.choice(id, "frame", FRAMES), this.choice(id, "label_side", SIDES)));
    }
    if (work.artifact?.width_cm) measures.push(this.realSize(work));
    return [...measures, row(this.wallChoice(), this.number(id, "stop"))];
  }

  private realSize(work: Work): HTMLElement {
    const { state } = this;
    const real = work.artifact!.width_cm!;
    const text = state.words.say("catalogue_says", { width: real });
    const use = button(state.words.say("catalogue_size"), () => {
      const now = state.selectedWorks()[0];
      if (now) this.commands.resize(now, Math.max(1, Math.round(real)));
    });
    const show = (): void => {
      const now = state.selectedWorks()[0];
      use.hidden = !now || !differs(now);
    };
    this.bound.push({ input: use, show });
    return html("p", { class: "re-quiet" }, text, " ", use);
  }

  private doorParts(work: Work): HTMLElement[] {
    const { state } = this;
    const { words, lookup, form } = state;
    const here = Number(form.page.room ?? 0);
    const others = lookup.rooms.filter(({ id }) => id !== here);
    const options = others.map(({ id, title }) =>
      html("option", { value: id, dir: "auto" }, title),
    );
    const known = others.some(({ id }) => id === work.page);
    options.unshift(html("option", { value: known ? 0 : work.page }, known ? "—" : work.title));
    const select = html("select", { class: "re-select", "data-field": "target" }, ...options);
    select.value = String(work.page);
    select.addEventListener("change", () => {
      const other = others.find(({ id }) => String(id) === select.value);
      if (!other) return;
      const target = { id: other.id, adminTitle: other.title, title: other.title };
      state.perform(state.form.fieldChange(work.id, "target", target));
    });
    const other = others.find(({ id }) => id === work.page);
    const pair = button(words.say("door_back"), () => void this.makePair(work), null, "door_back");
    const hint = html("p", { class: "re-quiet" }, words.say("make_pair"));
    const parts = [labelled(words.say("target"), select)];
    if (other?.editable) parts.push(here ? pair : hint);
    return parts;
  }

  private async makePair(work: Work): Promise<void> {
    const { lookup, form, words } = this.state;
    const { page } = form;
    if (!page.room) return;
    try {
      const door = this.state.selectedWorks()[0] ?? work;
      const notice = await lookup.makeDoor(work.page, page.room, door.width, door.height);
      await lookup.loadRooms(page);
      this.notice.textContent = notice;
    } catch (error) {
      this.notice.textContent = words.say("door_failed");
      console.warn(error);
    }
  }

  private standingParts({ id, kind }: Standing): HTMLElement[] {
    const place = row(this.number(id, "x"), this.number(id, "y", "plan_y"));
    const turned = this.number(id, "rotation");
    if (kind === "seat") {
      return [place, row(this.number(id, "width"), this.number(id, "depth")), turned];
    }
    const sizes = [
      this.number(id, "plinth_width", "width"),
      this.number(id, "plinth_depth", "depth"),
    ];
    return [
      place,
      row(...sizes),
      row(this.number(id, "plinth_height"), turned),
      row(this.tick(id, "showcase"), this.number(id, "stop")),
    ];
  }

  private wallParts(): HTMLElement[] {
    const { state } = this;
    const wall = state.room.walls[state.wall];
    if (!wall) return [];
    const name = html("input", { type: "text", maxlength: 80, dir: "auto" });
    const colour = html("input", { type: "color", class: "re-colour" });
    this.bind(name, wall.id, "name", () => state.room.walls[state.wall]?.name ?? "");
    this.bind(colour, wall.id, "colour", () => {
      const shown = state.room.walls[state.wall];
      return shown ? state.lookup.colourOf(shown) : "";
    });
    return [
      html("h3", { class: "re-heading" }, state.wallName(state.wall)),
      labelled(state.words.say("name"), name),
      row(this.choice(wall.id, "finish", FINISHES), labelled(state.words.say("colour"), colour)),
      html("p", { class: "re-quiet" }, state.words.say("nothing_selected")),
    ];
  }

  private number(id: string, field: string, word = field): HTMLElement {
    const input = html("input", { type: "number", class: "re-number", "data-field": field });
    this.bind(input, id, field, () => textOf(this.state.form.value(id, field)));
    return labelled(this.state.words.say(word), input);
  }

  private tick(id: string, field: string): HTMLElement {
    const { state } = this;
    const input = html("input", { type: "checkbox", "data-field": field });
    this.bound.push({ input, show: () => (input.checked = Boolean(state.form.value(id, field))) });
    input.addEventListener("change", () => {
      state.perform(state.form.fieldChange(id, field, input.checked));
    });
    return html("label", { class: "re-only" }, input, " ", state.words.say(field));
  }

  private choice(id: string, field: string, values: readonly string[]): HTMLElement {
    const { words, form } = this.state;
    const options = values.map((value) =>
      html("option", { value }, words.say(`${field}_${value}`)),
    );
    const select = html("select", { class: "re-select", "data-field": field }, ...options);
    this.bind(select, id, field, () => textOf([form.value(id, field)].flat()[0]));
    return labelled(words.say(field), select);
  }

  private bind(
    input: HTMLInputElement | HTMLSelectElement,
    id: string,
    field: string,
    read: () => string,
  ): void {
    this.bound.push({ input, show: () => (input.value = read()) });
    input.addEventListener("change", () => {
      const changes: Change[] = this.state.form.fieldChange(id, field, input.value);
      this.state.perform(changes);
    });
    input.addEventListener("keydown", (event) => {
      // Enter takes the number over; it must not send the page's form.
      if ((event as KeyboardEvent).key !== "Enter") return;
      event.preventDefault();
      input.dispatchEvent(new Event("change"));
    });
  }
}

function row(...parts: HTMLElement[]): HTMLElement {
  return html("div", { class: "re-row" }, ...parts);
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  return html("label", { class: "re-field" }, html("span", {}, text), field);
}
