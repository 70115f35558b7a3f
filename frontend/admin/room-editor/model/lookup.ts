/** Looks up what the server knows of works, pictures and rooms; each is asked for once. */

import { PALETTES } from "../../../elements/room-viewer/surfaces/colours.ts";

/** Where the server answers; `door` has 0 for the other room's id. */
export type Addresses = Readonly<
  Record<"artifacts" | "images" | "rooms" | "door" | "uploads", string>
>;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colour: string | null;
  readonly small: string | null;
  readonly large: string | null;
}

export interface Artifact {
  readonly id: number;
  readonly title: string;
  readonly number: string;
  readonly live: boolean;
  readonly width_cm: number | null;
  readonly height_cm: number | null;
  readonly described: boolean;
  /** Codes of languages without a published translation. */
  readonly missing: readonly string[];
  readonly picture: Picture | null;
  /** The details of its picture, which the visit may turn to. */
  readonly details: readonly { readonly id: string; readonly title: string }[];
}

export interface Image {
  readonly id: number;
  readonly title: string;
  readonly picture: Picture | null;
}

export interface OtherRoom {
  readonly id: number;
  readonly title: string;
  readonly editable: boolean;
  readonly live: boolean;
  /** The pages its doors lead to, by the doors' ids. */
  readonly doors: Readonly<Record<string, number>>;
  /** Its walls' own fields, without works. */
  readonly walls: readonly WallFields[];
  /** Values of the page form's inputs: height, floor, light and start. */
  readonly space: Readonly<Record<string, string | number | null>>;
}

export interface WallFields {
  readonly corner_x: number;
  readonly corner_y: number;
  readonly name: string;
  readonly colour: string;
  readonly finish: string;
}

export interface SearchPage {
  readonly items: readonly Artifact[];
  readonly more: boolean;
  /** The object types that the collection has, in the curator's language. */
  readonly types: readonly { readonly id: number; readonly name: string }[];
}

export class Lookup {
  readonly artifacts = new Map<number, Artifact>();
  readonly images = new Map<number, Image>();
  rooms: readonly OtherRoom[] = [];
  /** Name of the exhibition's colours; walls without a colour of their own have them. */
  palette = "";
  /** The collection that recordings go to; 0 where the curator may add none, or it is not known yet. */
  collection = 0;
  private readonly asked = new Set<string>();
  private readonly answered = new Set<string>();

  constructor(
    private readonly addresses: Addresses,
    private readonly arrived: () => void,
  ) {}

  private async get<Answer>(address: string, query: Record<string, string>): Promise<Answer> {
    const response = await fetch(`${address}?${new URLSearchParams(query)}`, {
      headers: { Accept: "application/json" },
    });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return (await response.json()) as Answer;
  }

  /** Ask for works and pictures that are not known yet; `arrived` is called with each answer. */
  need(artifacts: readonly number[], images: readonly number[]): void {
    void this.fill("artifacts", artifacts, this.artifacts);
    void this.fill("images", images, this.images);
  }

  private async fill<Item extends { id: number }>(
    kind: "artifacts" | "images",
    ids: readonly number[],
    known: Map<number, Item>,
  ): Promise<void> {
    const wanted = ids.filter((id) => !this.asked.has(`${kind} ${id}`));
    if (wanted.length === 0) return;
    wanted.forEach((id) => this.asked.add(`${kind} ${id}`));
    try {
      const ids = wanted.join(",");
      const { items } = await this.get<{ items: Item[] }>(this.addresses[kind], { ids });
      items.forEach((item) => known.set(item.id, item));
      wanted.forEach((id) => this.answered.add(`${kind} ${id}`));
      this.arrived();
    } catch (error) {
      // Asked again at the next change: the network may be back.
      wanted.forEach((id) => this.asked.delete(`${kind} ${id}`));
      console.warn(error);
    }
  }

  /** Whether the server was asked for an artifact and does not know it: it was deleted. */
  isGone(id: number): boolean {
    return this.answered.has(`artifacts ${id}`) && !this.artifacts.has(id);
  }

  async search(query: string, type: string, offset: number): Promise<SearchPage> {
    const locale = window.wagtailConfig?.ACTIVE_CONTENT_LOCALE ?? "";
    const wanted = { q: query, type, offset: String(offset), locale };
    const found = await this.get<SearchPage>(this.addresses.artifacts, wanted);
    found.items.forEach((item) => {
      this.artifacts.set(item.id, item);
      this.asked.add(`artifacts ${item.id}`);
    });
    return found;
  }

  /** The rooms of the exhibition, for doors. */
  async loadRooms(page: { room?: string; parent?: string }): Promise<void> {
    if (!page.room && !page.parent) return;
    const { items, palette, collection } = await this.get<{
      items: OtherRoom[];
      palette: string;
      collection: number;
    }>(this.addresses.rooms, { ...page });
    this.rooms = items;
    this.collection = collection;
    this.palette = palette;
    this.arrived();
  }

  /** Where files are sent. */
  get uploads(): string {
    return this.addresses.uploads;
  }

  /** The colour that visitors see on a wall. */
  colourOf(wall: { colour: string }): string {
    return wall.colour || (PALETTES[this.palette] ?? PALETTES.indigo!);
  }

  /** Give the other room's draft its door back; the answer is a notice in the curator's language. */
  async makeDoor(other: number, room: string, width: number, height: number): Promise<string> {
    const response = await fetch(this.addresses.door.replace("/0/", `/${other}/`), {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": window.wagtailConfig?.CSRF_TOKEN ?? "",
      },
      body: JSON.stringify({ room, width, height }),
    });
    if (!response.ok && response.status !== 409) throw new Error(`door: ${response.status}`);
    return ((await response.json()) as { notice: string }).notice;
  }
}
