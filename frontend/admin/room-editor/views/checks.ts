/** What stands in the way of a good hanging, beside the works and as one list. */

import {
  checkPlan,
  doorsToThemselves,
  doorsWithoutReturn,
  PHONE_WORKS,
} from "../../../shared/geometry/index.ts";
import { html, icon } from "../../../shared/dom.ts";
import type { Editor } from "../editor.ts";
import { planOf, type Work } from "../model/room.ts";

/** Below this a hung width is the catalogue's, in parts of it. */
const SAME_SIZE = 0.02;

interface Finding {
  readonly severity: "error" | "warning" | "note";
  readonly text: string;
  readonly wall?: number | undefined;
  readonly work?: string | undefined;
}

export class Checks {
  private readonly list = html("ul", { class: "re-findings" });
  private readonly notes = html("ul", { class: "re-findings" });
  private readonly more = html("details", { class: "re-notes" });
  private readonly count = html("span", { class: "re-count" });
  readonly element: HTMLElement;
  private findings: Finding[] = [];

  constructor(private readonly editor: Editor) {
    const heading = html(
      "h3",
      { class: "re-heading" },
      editor.words.say("checks"),
      " ",
      this.count,
    );
    this.element = html("section", { class: "re-checks" }, heading, this.list, this.more);
    this.more.append(html("summary", {}), this.notes);
  }

  /** The texts of all findings at a work. */
  of(id: string): string[] {
    return this.findings.filter(({ work }) => work === id).map(({ text }) => text);
  }

  worst(id: string): "error" | "warning" | null {
    const found = this.findings.filter(({ work }) => work === id);
    if (found.some(({ severity }) => severity === "error")) return "error";
    return found.some(({ severity }) => severity === "warning") ? "warning" : null;
  }

  run(): void {
    const { room } = this.editor;
    this.findings = room.walls.length ? [...this.geometry(), ...this.contents()] : [];
  }

  private geometry(): Finding[] {
    const { room, words, catalogue, form } = this.editor;
    const doors = Object.fromEntries(
      room.walls
        .flatMap(({ works }) => works)
        .filter(({ kind, page }) => kind === "door" && page)
        .map(({ id, page }) => [id, String(page)]),
    );
    const here = form.page.room ?? "new";
    const links: Record<string, Record<string, string>> = { [here]: doors };
    for (const other of catalogue.rooms) {
      if (String(other.id) === here) continue;
      links[other.id] = Object.fromEntries(
        Object.entries(other.doors).map(([door, target]) => [door, String(target)]),
      );
    }
    const problems = [
      ...checkPlan(planOf(room)),
      ...doorsToThemselves(here, doors),
      ...doorsWithoutReturn(here, links),
    ];
    return problems.map((problem) => ({
      severity: problem.severity,
      text: words.problem(problem),
      wall: problem.wall,
      work: problem.work,
    }));
  }

  private contents(): Finding[] {
    const { room, words } = this.editor;
    const works = room.walls.flatMap(({ works }) => works);
    const found = [...works, ...room.floor].flatMap((work) => {
      const needsPage = work.kind !== "text" && work.kind !== "seat";
      const texts: Finding[] = [];
      const add = (severity: Finding["severity"], text: string): void => {
        texts.push({ severity, text, work: work.id });
      };
      if (needsPage && !work.page) add("error", words.say("nothing_chosen"));
      if (work.kind === "door" && this.leadsNowhere(work.page))
        add("warning", words.say("door_to_nowhere"));
      if (work.kind === "picture" && work.page && !work.described)
        add("warning", words.say("no_alternative"));
      const { artifact } = work;
      if (needsPage && work.kind === "artifact" && this.editor.catalogue.isGone(work.page)) {
        add("warning", words.say("deleted"));
      }
      if (!artifact) return texts;
      if (!artifact.live) add("warning", words.say("unpublished"));
      if (!artifact.described) add("warning", words.say("no_alternative"));
      if (artifact.missing.length) {
        add("note", words.say("not_translated", { languages: languageNames(artifact.missing) }));
      }
      if ("frame" in work && differs(work)) {
        const values = { value: work.width, limit: artifact.width_cm! };
        add("note", words.say("size_differs", values));
      }
      return texts;
    });
    const shown = [...works, ...room.floor];
    const pictured = shown.filter(({ kind }) => !["door", "text", "seat"].includes(kind)).length;
    if (pictured > PHONE_WORKS) {
      const values = { value: pictured, limit: PHONE_WORKS };
      found.push({ severity: "warning", text: words.say("heavy", values) });
    }
    return found;
  }

  /** Whether a door's room is one of the exhibition's that visitors do not see yet. */
  private leadsNowhere(page: number): boolean {
    return this.editor.catalogue.rooms.some(({ id, live }) => id === page && !live);
  }

  draw(): void {
    const { words } = this.editor;
    const of = (severity: Finding["severity"]): Finding[] =>
      this.findings.filter((finding) => finding.severity === severity);
    const serious = [...of("error"), ...of("warning")];
    const notes = of("note");
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
    const { editor } = this;
    const subject = editor.everything().find(({ id }) => id === work);
    const name = subject?.title ?? (wall === undefined ? "" : editor.wallName(wall));
    const label = html(
      "button",
      { type: "button", class: `re-finding re-finding-${severity}` },
      icon(severity === "note" ? "info-circle" : "warning"),
      html("span", {}, html("strong", {}, name), name ? " " : "", text),
    );
    label.addEventListener("click", () => {
      if (work) editor.reveal(work);
      else if (wall !== undefined) editor.showWall(wall);
    });
    return html("li", {}, label);
  }
}

/** Whether a work hangs at another size than the catalogue gives. */
export function differs(work: Work): boolean {
  const real = work.artifact?.width_cm;
  return (
    Boolean(real) && Math.abs(work.width - Math.max(1, real!)) > Math.max(0.5, real! * SAME_SIZE)
  );
}

function languageNames(codes: readonly string[]): string {
  const names = new Intl.DisplayNames([document.documentElement.lang || "en"], {
    type: "language",
  });
  return codes.map((code) => names.of(code) ?? code).join(", ");
}
