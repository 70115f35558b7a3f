/** The places and schools of the map, as the page's list has them: the list is where all words are. */

import type { Point } from "./labels.ts";
import { readYears, standing, strongest, type Standing, type Years } from "./years.ts";

export interface School {
  id: string;
  entry: HTMLElement;
  years: Years;
  standing: Standing;
}
export interface Place {
  /** That of its entry in the list. */
  id: string;
  entry: HTMLElement;
  name: string;
  /** On the plane; null for what is in the list alone. */
  spot: Point | null;
  schools: School[];
  standing: Standing;
  /** How much the museum tells of it: its schools, and its pages. */
  weight: number;
}
export interface Counts {
  open: number;
  perhaps: number;
}

export class Network {
  readonly places: Place[];

  private readonly countries: HTMLElement[];

  constructor(list: ParentNode) {
    this.countries = [...list.querySelectorAll<HTMLElement>("[data-part=country]")];
    this.places = [...list.querySelectorAll<HTMLElement>("[data-part=place]")].map(readPlace);
  }

  /** Ask for other years. */
  ask(first: number, last: number): void {
    for (const place of this.places) {
      for (const school of place.schools) {
        school.standing = standing(school.years, first, last);
      }
      place.standing = strongest(place.schools.map((school) => school.standing));
    }
  }

  /** Bring the list to the asked years: entries that they leave out are hidden. */
  list(): void {
    for (const place of this.places) {
      place.entry.hidden = place.standing === "not";
      for (const { entry, standing } of place.schools) {
        entry.hidden = standing === "not";
        entry.dataset.standing = standing;
      }
    }
    for (const country of this.countries) {
      country.hidden = !country.querySelector("[data-part=place]:not([hidden])");
    }
  }

  /** A school that stood in several places is one school. */
  get counts(): Counts {
    const found = new Map<string, Standing>();
    for (const { id, standing } of this.places.flatMap((place) => place.schools)) {
      found.set(id, strongest([found.get(id) ?? "not", standing]));
    }
    return count(found.values());
  }

  place(id: string): Place | undefined {
    return this.places.find((place) => place.id === id);
  }
}

export function count(found: Iterable<Standing>): Counts {
  const all = [...found];
  return {
    open: all.filter((one) => one === "open").length,
    perhaps: all.filter((one) => one === "perhaps").length,
  };
}

function readPlace(entry: HTMLElement): Place {
  const [x, y] = (entry.dataset.spot ?? "").split(" ").map(Number);
  const schools = [...entry.querySelectorAll<HTMLElement>("[data-years]")].map(readSchool);
  return {
    id: entry.id,
    entry,
    name: entry.querySelector("h3")?.textContent.trim() ?? "",
    spot: x === undefined || y === undefined ? null : { x, y },
    schools,
    weight: entry.querySelectorAll("a").length,
    standing: strongest(schools.map((school) => school.standing)),
  };
}

function readSchool(entry: HTMLElement): School {
  return {
    id: entry.dataset.school ?? "",
    entry,
    years: readYears(entry.dataset.years ?? ""),
    standing: (entry.dataset.standing ?? "open") as Standing,
  };
}
