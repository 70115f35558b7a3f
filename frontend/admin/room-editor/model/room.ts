/** The room as the form has it just now, with what the server knows of its works: read anew after changes. */

import {
  edgesOf,
  type Edges,
  type FloorWork,
  frameBorder,
  type Hanging,
  hungHeight,
  type Plan,
  ROOM_HEIGHT,
  rounded,
  SCREEN,
  SEAT_HEIGHT,
  textHeight,
  UNSEEN,
  wallLength,
} from "../../../shared/geometry/index.ts";
import type { Artifact, Lookup, Picture } from "./lookup.ts";
import { type Form, numeric, single } from "./form.ts";
import {
  type Fields,
  type StreamBlock,
  type StreamChild,
  textOf,
} from "../../../shared/wagtail.ts";

/** What the guided visit does at a work. */
export interface Visited {
  /** The place in the visit that the curator gave, 0 without. */
  readonly stop: number;
  readonly passed: boolean;
  /** Seconds that it stays, 0 for as long as reading takes. */
  readonly stay: number;
  /** The id of the detail that it turns to. */
  readonly turn: string;
}

/** A work on a wall; `page` is the artifact's or the door target's id, 0 while none is chosen. */
export interface Work extends Hanging {
  readonly wall: number;
  readonly border: number;
  readonly title: string;
  readonly page: number;
  readonly frame: string;
  readonly side: string;
  readonly text: string;
  readonly picture: Picture | null;
  readonly artifact: Artifact | null;
  readonly visited: Visited;
  /** Whether those who do not see it are told what it shows. */
  readonly described: boolean;
}

/** Something on the floor. */
export interface Standing extends FloorWork {
  readonly height: number;
  readonly rotation: number;
  readonly title: string;
  readonly page: number;
  readonly artifact: Artifact | null;
  readonly visited: Visited;
}

export interface Wall {
  readonly id: string;
  readonly name: string;
  readonly corner: { readonly x: number; readonly y: number };
  readonly length: number;
  readonly colour: string;
  readonly finish: string;
  readonly works: readonly Work[];
}

export interface Room {
  readonly height: number;
  /** The room's light: `dusk`, `day` or `candle`. */
  readonly light: string;
  readonly walls: readonly Wall[];
  readonly floor: readonly Standing[];
  readonly start: { readonly x: number; readonly y: number; readonly heading: number } | null;
}

export function planOf(room: Room): Plan {
  return room;
}

export function workById(room: Room, id: string): Work | undefined {
  for (const wall of room.walls) for (const work of wall.works) if (work.id === id) return work;
  return undefined;
}

/** Read the whole room from the form. */
export function readRoom(form: Form, lookup: Lookup, titleOf: (kind: string) => string): Room {
  const corners = form.walls.children.map(({ block }) => ({
    x: numeric(block.childBlocks.corner_x!.getState()),
    y: numeric(block.childBlocks.corner_y!.getState()),
  }));
  const reader = new Reader(lookup, titleOf);
  const walls = form.walls.children.map((child, index): Wall => {
    const { name, colour, finish, works } = child.block.childBlocks;
    return {
      id: child.id,
      name: single(name!.getState()),
      corner: corners[index]!,
      length: corners.length > 1 ? wallLength(corners, index) : 0,
      colour: single(colour!.getState()),
      finish: single(finish!.getState()),
      works: (works as StreamBlock).children.map((work) => reader.hung(work, index)),
    };
  });
  const floor = form.floor?.children.map((child) => reader.standing(child)) ?? [];
  lookup.need(reader.artifacts, reader.images);
  const [x, y] = [form.input("start_x")?.value ?? "", form.input("start_y")?.value ?? ""];
  const heading = numeric(form.input("start_heading")?.value);
  return {
    height: numeric(form.input("height")?.value) || ROOM_HEIGHT,
    light: form.input("light")?.value ?? "",
    walls,
    floor,
    start: x === "" || y === "" ? null : { x: numeric(x), y: numeric(y), heading },
  };
}

class Reader {
  readonly artifacts: number[] = [];
  readonly images: number[] = [];

  constructor(
    private readonly lookup: Lookup,
    private readonly titleOf: (kind: string) => string,
  ) {}

  hung(child: StreamChild, wall: number): Work {
    const kind = child.type as Work["kind"];
    const state = fieldsOf(child);
    const width = numeric(state.width) || 1;
    const base = {
      id: child.id,
      kind,
      wall,
      x: numeric(state.x),
      y: numeric(state.y),
      width,
      frame: single(state.frame) || "none",
      side: single(state.label_side) || "none",
      text: "",
      page: 0,
      picture: null,
      artifact: null,
      border: 0,
      visited: visitedIn(state),
      described: isDescribed(state.image),
    };
    if (kind === "door") {
      const height = numeric(state.height) || 1;
      const { id, title } = chosen(state.target);
      return { ...base, y: height / 2, height, page: id, title: title || this.titleOf("untitled") };
    }
    if (kind === "text") {
      const text = plainText(state.text);
      return {
        ...base,
        text,
        height: textHeight(width, text.length),
        title: text || this.titleOf("text"),
      };
    }
    const { page, title, picture, artifact } = this.shown(kind, state);
    const [across, down] = picture
      ? [picture.width, picture.height]
      : kind === "screen"
        ? SCREEN
        : UNSEEN;
    const height = hungHeight(width, across, down);
    const border = frameBorder(base.frame, width, height);
    return { ...base, height, border, page, picture, artifact, title };
  }

  private shown(
    kind: string,
    state: Fields,
  ): Pick<Work, "page" | "title" | "picture" | "artifact"> {
    const untitled = this.titleOf("untitled");
    if (kind === "artifact") return this.artifactOf(state);
    if (kind === "picture") {
      const holder = state.image as { image?: unknown } | null;
      const { id, title } = chosen(holder?.image ?? holder);
      if (id) this.images.push(id);
      const picture = this.lookup.images.get(id)?.picture ?? null;
      return { page: id, title: title || untitled, picture, artifact: null };
    }
    const { id, title } = chosen(state.media);
    return { page: id, title: title || untitled, picture: null, artifact: null };
  }

  private artifactOf(state: Fields): Pick<Work, "page" | "title" | "picture" | "artifact"> {
    const { id, title } = chosen(state.artifact);
    if (id) this.artifacts.push(id);
    const artifact = this.lookup.artifacts.get(id) ?? null;
    const name = artifact?.title ?? title;
    const picture = artifact?.picture ?? null;
    return { page: id, title: name || this.titleOf("untitled"), picture, artifact };
  }

  standing(child: StreamChild): Standing {
    const state = fieldsOf(child);
    const place = {
      id: child.id,
      x: numeric(state.x),
      y: numeric(state.y),
      rotation: numeric(state.rotation),
      visited: visitedIn(state),
    };
    if (child.type === "seat") {
      const size = { width: numeric(state.width) || 1, depth: numeric(state.depth) || 1 };
      const title = this.titleOf("seat");
      return {
        ...place,
        ...size,
        kind: "seat",
        height: SEAT_HEIGHT,
        title,
        page: 0,
        artifact: null,
      };
    }
    const { page, title, artifact } = this.artifactOf(state);
    return {
      ...place,
      kind: "artifact",
      width: numeric(state.plinth_width) || 1,
      depth: numeric(state.plinth_depth) || 1,
      height: numeric(state.plinth_height),
      page,
      title,
      artifact,
    };
  }
}

function visitedIn({ stop, passed, stay, turn }: Fields): Visited {
  return {
    stop: numeric(stop),
    passed: Boolean(passed),
    stay: numeric(stay),
    turn: textOf(turn),
  };
}

function fieldsOf(child: StreamChild): Fields {
  return child.block.getState();
}

/** A chooser's state: the id and whatever title it carries. */
function chosen(state: unknown): { id: number; title: string } {
  if (!state || typeof state !== "object") return { id: numeric(state), title: "" };
  const { id, title, adminTitle } = state as Record<string, unknown>;
  return { id: numeric(id), title: textOf(adminTitle ?? title) };
}

/** Whether a picture outside the catalogue has an alternative text, or needs none. */
function isDescribed(image: unknown): boolean {
  const { alt_text: text, decorative } = (image ?? {}) as Record<string, unknown>;
  return Boolean(decorative) || (typeof text === "string" && text.trim() !== "");
}

/** The letters of a rich text: Draftail keeps an editor's state, a new block its stored JSON. */
function plainText(state: unknown): string {
  const editor = state as {
    getCurrentContent?(): { getPlainText(between: string): string };
  } | null;
  return editor?.getCurrentContent?.().getPlainText(" ") ?? "";
}

/** The edges of several works together. */
export function boundsOf(works: readonly Hanging[]): Edges {
  const edges = works.map(edgesOf);
  return {
    left: Math.min(...edges.map(({ left }) => left)),
    right: Math.max(...edges.map(({ right }) => right)),
    bottom: Math.min(...edges.map(({ bottom }) => bottom)),
    top: Math.max(...edges.map(({ top }) => top)),
  };
}

/** Height that follows from a width by the work's present proportions. */
export function heightFor(work: Work, width: number): number {
  if (work.picture) return hungHeight(width, work.picture.width, work.picture.height);
  return Math.max(1, rounded((work.height * width) / work.width));
}
