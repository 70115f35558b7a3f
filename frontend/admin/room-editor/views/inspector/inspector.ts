/** The chosen work's measurements as inputs, and what else can be set without the plain form. */

import type { WorkCommands } from "../../commands/works.ts";
import { differs } from "../../model/findings.ts";
import { button, html } from "../../../../shared/dom.ts";
import { FRAME_BORDERS } from "../../../../shared/geometry/index.ts";
import type { EditorState } from "../../model/state.ts";
import type { Standing, Work } from "../../model/room.ts";
import { doorParts } from "./door.ts";
import { Fields, labelled, row } from "./fields.ts";
import { visitFields } from "./visit.ts";
import { voiceField } from "./voice.ts";
import { whyField } from "./why.ts";

const FRAMES = Object.keys(FRAME_BORDERS);
const SIDES = ["left", "right", "below", "none"];
const FINISHES = ["limewash", "plaster", "linen", "stone", "panelling", "tiles"];

export class Inspector {
  readonly element = html("div", { class: "re-inspector" });
  private shape = "";
  private readonly fields: Fields;
  private readonly notice = html("p", { class: "re-notice", role: "status" });

  constructor(
    private readonly state: EditorState,
    private readonly commands: WorkCommands,
  ) {
    this.fields = new Fields(state);
  }

  /** Rebuild when something else was chosen, otherwise only bring the values up to date. */
  draw(): void {
    const { state } = this;
    const chosen = state.everything().filter(({ id }) => state.selected.has(id));
    const rooms = state.lookup.rooms.map(({ id }) => id).join();
    const wall = state.room.walls[state.wall]?.id ?? "";
    const lead = chosen.length === 1 ? chosen[0] : undefined;
    const known = lead?.artifact;
    const served = [known?.width_cm, ...(known?.details ?? []).map(({ id }) => id)];
    const ids = chosen.map(({ id }) => id);
    const shape = [wall, ...ids, rooms, ...served, lead?.page ?? "", state.lookup.collection].join(
      " ",
    );
    if (shape !== this.shape) {
      this.shape = shape;
      this.fields.clear();
      this.notice.textContent = "";
      this.element.replaceChildren(...this.parts(chosen), this.notice);
    }
    this.fields.show();
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
    if (hung.every(({ kind }) => kind !== "door")) parts.push(this.fields.shared(hung, "y"));
    if (framed.length === hung.length) {
      parts.push(
        this.fields.shared(hung, "width"),
        this.fields.shared(hung, "frame", FRAMES),
        this.fields.shared(hung, "label_side", SIDES),
      );
    }
    return parts;
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
    this.fields.bound(select, show);
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
    const { state, fields } = this;
    const { id } = work;
    if (work.kind === "door") {
      const sizes = [
        fields.number(id, "x"),
        fields.number(id, "width"),
        fields.number(id, "height"),
      ];
      return [row(...sizes), this.wallChoice(), ...doorParts(state, this.notice, work)];
    }
    const height = html("output", { class: "re-number" });
    const now = (): Work | undefined => state.selectedWorks()[0];
    fields.bound(height, () => (height.value = `${now()?.height ?? ""}`));
    const measures = [
      row(fields.number(id, "x"), fields.number(id, "y")),
      row(fields.number(id, "width"), labelled(state.words.say("height"), height)),
    ];
    if (work.kind === "artifact" || work.kind === "picture") {
      measures.push(
        row(fields.choice(id, "frame", FRAMES), fields.choice(id, "label_side", SIDES)),
      );
    }
    if (work.artifact?.width_cm) measures.push(this.realSize(work));
    const why =
      work.kind === "text" ? [] : [whyField(state, fields, id), voiceField(state, fields, work)];
    const visit = visitFields(state, fields, id, work.artifact);
    return [...why, ...measures, this.wallChoice(), visit];
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
    this.fields.bound(use, show);
    return html("p", { class: "re-quiet" }, text, " ", use);
  }

  private standingParts(work: Standing): HTMLElement[] {
    const { id, kind } = work;
    const { state, fields } = this;
    const place = row(fields.number(id, "x"), fields.number(id, "y", "plan_y"));
    const turned = fields.number(id, "rotation");
    if (kind === "seat") {
      return [place, row(fields.number(id, "width"), fields.number(id, "depth")), turned];
    }
    const sizes = [
      fields.number(id, "plinth_width", "width"),
      fields.number(id, "plinth_depth", "depth"),
    ];
    return [
      whyField(state, fields, id),
      voiceField(state, fields, work),
      place,
      row(...sizes),
      row(fields.number(id, "plinth_height"), turned),
      fields.tick(id, "showcase"),
      visitFields(state, fields, id),
    ];
  }

  private wallParts(): HTMLElement[] {
    const { state } = this;
    const wall = state.room.walls[state.wall];
    if (!wall) return [];
    const name = html("input", { type: "text", maxlength: 80, dir: "auto" });
    const colour = html("input", { type: "color", class: "re-colour" });
    this.fields.bind(name, wall.id, "name", () => state.room.walls[state.wall]?.name ?? "");
    this.fields.bind(colour, wall.id, "colour", () => {
      const shown = state.room.walls[state.wall];
      return shown ? state.lookup.colourOf(shown) : "";
    });
    return [
      html("h3", { class: "re-heading" }, state.wallName(state.wall)),
      labelled(state.words.say("name"), name),
      row(
        this.fields.choice(wall.id, "finish", FINISHES),
        labelled(state.words.say("colour"), colour),
      ),
      html("p", { class: "re-quiet" }, state.words.say("nothing_selected")),
    ];
  }
}
