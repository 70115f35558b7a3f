/**
 * All pages, small, in the direction in which the book is turned. They unfold when a reader asks for
 * them: the small pictures of a long document weigh more than the rest of its page.
 */

import type { Words } from "../../shared/words.ts";

export class Strip {
  private readonly pages = document.createElement("ol");
  private readonly buttons: HTMLButtonElement[];
  private shown: number[] = [];

  constructor(
    private readonly element: HTMLDetailsElement,
    leaves: HTMLElement[],
    words: Words,
    direction: string,
    go: (place: number) => void,
  ) {
    this.element.append(this.pages);
    this.element.addEventListener("toggle", () => this.centre());
    this.pages.className = "reader__strip";
    this.pages.dir = direction;
    this.pages.setAttribute("role", "list");
    this.pages.setAttribute(
      "aria-label",
      this.element.querySelector("summary")?.textContent.trim() ?? "",
    );
    this.buttons = leaves.map((leaf, place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-label", words.say("short", { n: place + 1 }));
      button.append(thumbnail(leaf), String(place + 1));
      button.addEventListener("click", () => go(place));
      return button;
    });
    this.pages.append(...this.buttons.map(item));
  }

  /** Mark the pages that lie open, and bring them into view without moving the page. */
  mark(shown: number[]): void {
    this.shown = shown;
    this.buttons.forEach((button, place) => {
      if (shown.includes(place)) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
    this.centre();
  }

  private centre(): void {
    const button = this.buttons[this.shown[0] ?? 0];
    if (!this.element.open || !button) return;
    const [strip, own] = [this.pages.getBoundingClientRect(), button.getBoundingClientRect()];
    const off = own.left + own.width / 2 - (strip.left + strip.width / 2);
    this.pages.scrollBy({ left: off, behavior: "instant" });
  }
}

function item(button: HTMLButtonElement): HTMLLIElement {
  const element = document.createElement("li");
  element.append(button);
  return element;
}

/** The smallest copy of a page's picture, in the formats that it has. */
function thumbnail(leaf: HTMLElement): HTMLElement {
  const picture = document.createElement("picture");
  const own = leaf.querySelector("img");
  const image = new Image();
  image.loading = "lazy";
  image.alt = "";
  image.setAttribute("width", own?.getAttribute("width") ?? "1");
  image.setAttribute("height", own?.getAttribute("height") ?? "1");
  for (const source of leaf.querySelectorAll("picture source")) {
    const small = document.createElement("source");
    small.type = source.getAttribute("type") ?? "";
    small.srcset = smallest(source.getAttribute("srcset"));
    if (small.srcset) picture.append(small);
  }
  image.src = smallest(own?.srcset);
  picture.append(image);
  return picture;
}

/** The first address of a `srcset`, whose smallest copy stands first. */
function smallest(srcset: string | null | undefined): string {
  return srcset?.split(" ")[0] ?? "";
}
