/** What stands in the way of a good hanging, beside the works and as one list. */

import { html, icon } from "../../../shared/dom.ts";
import type { EditorState } from "../model/state.ts";
import type { Finding } from "../model/findings.ts";

export class Checks {
  private readonly list = html("ul", { class: "re-findings" });
  private readonly notes = html("ul", { class: "re-findings" });
  private readonly more = html("details", { class: "re-notes" });
  private readonly count = html("span", { class: "re-count" });
  readonly element: HTMLElement;

  constructor(private readonly state: EditorState) {
    const heading = html("h3", { class: "re-heading" }, state.words.say("checks"), " ", this.count);
    this.element = html("section", { class: "re-checks" }, heading, this.list, this.more);
    this.more.append(html("summary", {}), this.notes);
  }

  draw(): void {
    const { findings, words } = this.state;
    const serious = [...findings.with("error"), ...findings.with("warning")];
    const notes = findings.with("note");
    this.count.textContent = serious.length ? String(serious.length) : "";
    this.list.replaceChildren(...serious.map((finding) => this.row(finding)));
    if (serious.length === 0) {
      this.list.append(html("li", { class: "re-quiet" }, words.say("all_well")));
    }
    this.notes.replaceChildren(...notes.map((finding) => this.row(finding)));
    this.more.hidden = notes.length === 0;
    this.more.firstElementChild!.textContent = words.say("notes", { count: notes.length });
  }

  private row({ severity, text, wall, work }: Finding): HTMLElement {
    const { state } = this;
    const subject = state.everything().find(({ id }) => id === work);
    const name = subject?.title ?? (wall === undefined ? "" : state.wallName(wall));
    const label = html(
      "button",
      { type: "button", class: `re-finding re-finding-${severity}` },
      icon(severity === "note" ? "info-circle" : "warning"),
      html("span", {}, html("strong", {}, name), name ? " " : "", text),
    );
    label.addEventListener("click", () => {
      if (work) state.reveal(work);
      else if (wall !== undefined) state.showWall(wall);
    });
    return html("li", {}, label);
  }
}
