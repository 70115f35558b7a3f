/** The page's own list: every word of the walk, and the order of the visit. */

/** A part of a work's picture, in per cent from its left and top, and what is said of it. */
export interface Detail {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly words: string;
}

export interface Listed {
  readonly id: string;
  readonly kind: string;
  /** The work's number as the page counts it; 0 for wall texts and doors. */
  readonly number: number;
  readonly title: string;
  /** Why the work hangs here; empty where the curator did not say. */
  readonly why: string;
  /** The guided visit does not stop here. */
  readonly passed: boolean;
  /** Seconds that the visit stays, by the curator's choice; 0 for as long as reading takes. */
  readonly stay: number;
  /** What the visit turns to afterwards. */
  readonly detail: Detail | null;
  /** The lines of the wall label below the title. */
  readonly facts: readonly string[];
  /** Where the work's page, or the next room, is. */
  readonly href: string;
  /** A still of a film, and the recording that a work is heard in; empty where there is none. */
  readonly poster: string;
  readonly hasSound: boolean;
  readonly element: HTMLElement;
}

const text = (element: Element | null): string =>
  element?.textContent.replace(/\s+/g, " ").trim() ?? "";

const shortened = (words: string): string =>
  words.length > 70 ? `${words.slice(0, 68).replace(/\s+\S*$/, "")}…` : words;

/** A detail whose numbers are what they should be, or null. */
export function readDetail(region: string, words: string): Detail | null {
  const [x, y, width, height] = region.split(",").map(Number);
  const numbers = [x, y, width, height].map((one) => one ?? NaN);
  if (!numbers.every((one) => one >= 0 && one <= 100) || !width || !height) return null;
  return { x: x!, y: y!, width, height, words };
}

function read(element: HTMLElement): Listed {
  const id = element.dataset.placement ?? "";
  const kind = element.dataset.kind ?? "";
  const link = element.querySelector<HTMLAnchorElement>("a[href]:not(.hung__look)");
  const heading = element.querySelector(".label__title") ?? link;
  const caption = element.querySelector(".hung__caption");
  const picture = element.querySelector("img");
  const detail = element.querySelector<HTMLElement>(".hung__detail");
  const words = kind === "text" ? element.querySelector(".prose :is(p, li, h2, h3, h4)") : null;
  return {
    id,
    kind,
    number: Number(element.dataset.number ?? 0),
    title: text(heading) || text(caption) || picture?.alt || shortened(text(words)),
    why: text(element.querySelector(".hung__why")),
    passed: element.dataset.passed !== undefined,
    stay: Number(element.dataset.stay ?? 0),
    detail: readDetail(detail?.dataset.region ?? "", text(detail)),
    facts: [...element.querySelectorAll(".label__fact, .label__credit, .label__number")].map(text),
    href: link?.href ?? "",
    poster: element.querySelector("video")?.poster ?? "",
    hasSound: element.querySelector("audio") !== null,
    element,
  };
}

/** The list of a room's page, in visiting order. */
export class WorksList {
  readonly all: readonly Listed[];
  private readonly byId: ReadonlyMap<string, Listed>;

  constructor(root: ParentNode) {
    this.all = [...root.querySelectorAll<HTMLElement>("[data-placement]")].map(read);
    this.byId = new Map(this.all.map((listed) => [listed.id, listed]));
  }

  get(id: string): Listed | undefined {
    return this.byId.get(id);
  }

  get ids(): ReadonlySet<string> {
    return new Set(this.byId.keys());
  }

  /** What the tour stops before: works and wall texts. */
  get stops(): Listed[] {
    return this.all.filter((listed) => listed.kind !== "door");
  }

  /** The ways out. */
  get doors(): Listed[] {
    return this.all.filter((listed) => listed.kind === "door");
  }

  get works(): Listed[] {
    return this.all.filter((listed) => listed.number > 0);
  }
}
