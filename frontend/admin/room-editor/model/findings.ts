/** What stands in the way of a good hanging: of the plan's geometry, and of what hangs in it. */

import {
  checkPlan,
  doorsToThemselves,
  doorsWithoutReturn,
  PHONE_WORKS,
  type Problem,
  withoutDoor,
} from "../../../shared/geometry/index.ts";
import type { Words } from "../../../shared/words.ts";
import type { Lookup } from "./lookup.ts";
import { planOf, type Room, type Standing, type Work } from "./room.ts";

/** Below this a hung width is the catalogue's, in parts of it. */
const SAME_SIZE = 0.02;
/** A picture shows the work's edges, or a little less or more of it, in parts of its height. */
const SAME_SHAPE = 0.1;

export type Severity = "error" | "warning" | "note";

export interface Finding {
  readonly severity: Severity;
  readonly text: string;
  readonly wall?: number | undefined;
  readonly work?: string | undefined;
}

export class Findings {
  constructor(private readonly all: readonly Finding[] = []) {}

  /** The texts of all findings at a work. */
  of(id: string): string[] {
    return this.all.filter(({ work }) => work === id).map(({ text }) => text);
  }

  worst(id: string): "error" | "warning" | null {
    const found = this.all.filter(({ work }) => work === id);
    if (found.some(({ severity }) => severity === "error")) return "error";
    return found.some(({ severity }) => severity === "warning") ? "warning" : null;
  }

  with(severity: Severity): Finding[] {
    return this.all.filter((finding) => finding.severity === severity);
  }
}

/** Check a room; `here` is its id, empty while it has none. */
export function check(room: Room, lookup: Lookup, words: Words, here: string): Findings {
  if (room.walls.length === 0) return new Findings();
  const works = room.walls.flatMap((wall) => wall.works);
  const text = words.say("hung_twice");
  return new Findings([
    ...geometry(room, lookup, words, here || "new"),
    ...[...works, ...room.floor].flatMap((work) => contents(work, lookup, words)),
    ...twice([...works, ...room.floor]).map(({ id }): Finding => ({
      severity: "warning",
      text,
      work: id,
    })),
    ...weight([...works, ...room.floor], words),
  ]);
}

function geometry(room: Room, lookup: Lookup, words: Words, here: string): Finding[] {
  const doors = Object.fromEntries(
    room.walls
      .flatMap(({ works }) => works)
      .filter(({ kind, page }) => kind === "door" && page)
      .map(({ id, page }) => [id, String(page)]),
  );
  const links: Record<string, Record<string, string>> = { [here]: doors };
  for (const other of lookup.rooms) {
    if (String(other.id) === here) continue;
    links[other.id] = Object.fromEntries(
      Object.entries(other.doors).map(([door, target]) => [door, String(target)]),
    );
  }
  const problems = [
    ...checkPlan(planOf(room)),
    ...doorsToThemselves(here, doors),
    ...doorsWithoutReturn(here, links),
    ...withoutDoor(doors, Object.keys(links).length),
  ];
  return problems.map((problem) => ({
    severity: problem.severity,
    text: inWords(problem, words),
    wall: problem.wall,
    work: problem.work,
  }));
}

/** The works that the room has before them already. */
function twice(works: readonly (Work | Standing)[]): (Work | Standing)[] {
  const seen = new Set<number>();
  return works.filter(({ kind, page }) => {
    if (kind !== "artifact" || !page) return false;
    return seen.has(page) || !seen.add(page);
  });
}

/** A problem of the geometry in words; walls count from 1. */
function inWords({ code, value, limit, against, side }: Problem, words: Words): string {
  if (side) return words.say(`beyond_${side}`, { value: value ?? "" });
  const named = typeof against === "number" ? against + 1 : (against ?? "");
  return words.say(`problem_${code}`, { value: value ?? "", limit: limit ?? "", against: named });
}

function contents(work: Work | Standing, lookup: Lookup, words: Words): Finding[] {
  const findings: Finding[] = [];
  const add = (severity: Severity, text: string): void => {
    findings.push({ severity, text, work: work.id });
  };
  const { artifact, kind, page } = work;
  const needsPage = kind !== "text" && kind !== "seat";
  if (needsPage && !page) add("error", words.say("nothing_chosen"));
  if (kind === "door" && leadsNowhere(page, lookup)) add("warning", words.say("door_to_nowhere"));
  if (kind === "picture" && page && !work.described) add("warning", words.say("no_alternative"));
  if (kind === "artifact" && lookup.isGone(page)) add("warning", words.say("deleted"));
  if (!artifact) return findings;
  if (!artifact.live) add("warning", words.say("unpublished"));
  if (!artifact.described) add("warning", words.say("no_alternative"));
  if (artifact.missing.length) {
    add("note", words.say("not_translated", { languages: languageNames(artifact.missing) }));
  }
  if ("frame" in work && differs(work)) {
    add("note", words.say("size_differs", { value: work.width, limit: artifact.width_cm! }));
  }
  const shown = "frame" in work ? shapeDiffers(work) : null;
  if (shown !== null) {
    const { width_cm: width, height_cm: height } = artifact;
    add("warning", words.say("shape_differs", { width: width!, height: height!, shown }));
  }
  return findings;
}

/** The height that the picture gives a work of the catalogue's width, where the catalogue says another. */
function shapeDiffers({ artifact, picture }: Work): number | null {
  const { width_cm: width, height_cm: height } = artifact ?? {};
  if (!width || !height || !picture?.width) return null;
  const shown = (width * picture.height) / picture.width;
  const least = Math.max(1, height * SAME_SHAPE);
  return Math.abs(shown - height) > least ? Math.round(shown * 2) / 2 : null;
}

/** Whether a door's room is one of the exhibition's that visitors do not see yet. */
function leadsNowhere(page: number, lookup: Lookup): boolean {
  return lookup.rooms.some(({ id, live }) => id === page && !live);
}

/** More pictures than a phone has room for. */
function weight(works: readonly (Work | Standing)[], words: Words): Finding[] {
  const value = works.filter(({ kind }) => !["door", "text", "seat"].includes(kind)).length;
  if (value <= PHONE_WORKS) return [];
  return [{ severity: "warning", text: words.say("heavy", { value, limit: PHONE_WORKS }) }];
}

/** Whether a work hangs at another size than the catalogue gives. */
export function differs(work: Work): boolean {
  const real = work.artifact?.width_cm;
  if (!real) return false;
  return Math.abs(work.width - Math.max(1, real)) > Math.max(0.5, real * SAME_SIZE);
}

function languageNames(codes: readonly string[]): string {
  const names = new Intl.DisplayNames([document.documentElement.lang || "en"], {
    type: "language",
  });
  return codes.map((code) => names.of(code) ?? code).join(", ");
}
