/** Finding words in a document's transcriptions and translations. */

import type { Words } from "../../shared/words.ts";
import { plain } from "./plain.ts";

/** So many places are listed; all are marked. */
const LISTED = 30;

interface Match {
  place: number;
  element: HTMLElement;
}
interface Reader {
  go: (place: number) => void;
  say: (text: string) => void;
}

export class Find {
  private matches: Match[] = [];
  private next = 0;

  constructor(
    form: HTMLElement,
    private readonly list: HTMLElement,
    private readonly leaves: HTMLElement[],
    private readonly words: Words,
    private readonly reader: Reader,
  ) {
    const field = form.querySelector("input")!;
    field.addEventListener("input", () => this.look(field.value));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.goOn();
    });
  }

  private look(asked: string): void {
    const wanted = plain(asked);
    for (const { element } of this.matches) element.classList.remove("is-found");
    this.matches = wanted.length > 1 ? this.places(wanted) : [];
    this.next = 0;
    for (const { element } of this.matches) element.classList.add("is-found");
    this.list.replaceChildren(...this.matches.slice(0, LISTED).map((match) => this.item(match)));
    this.list.hidden = this.matches.length === 0;
    this.list.setAttribute("aria-label", this.words.say("found", { n: this.matches.length }));
    if (wanted.length < 2) return this.reader.say("");
    this.reader.say(
      this.words.say(this.matches.length ? "found" : "nothing", { n: this.matches.length }),
    );
  }

  private places(wanted: string): Match[] {
    return this.leaves.flatMap((leaf, place) =>
      [...leaf.querySelectorAll<HTMLElement>(".leaf__line, .leaf__text > p")]
        .filter((element) => plain(element.textContent).includes(wanted))
        .map((element) => ({ place, element })),
    );
  }

  private item(match: Match): HTMLLIElement {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const line = document.createElement("bdi");
    line.textContent = match.element.textContent.trim().replace(/\s+/g, " ");
    button.type = "button";
    button.append(`${this.words.say("short", { n: match.place + 1 })}: `, line);
    button.addEventListener("click", () => this.show(match));
    item.append(button);
    return item;
  }

  /** Go to the next place that was found; after the last comes the first. */
  private goOn(): void {
    const match = this.matches[this.next];
    if (!match) return;
    this.next = (this.next + 1) % this.matches.length;
    this.show(match);
  }

  /** Say which of the places that were found this is, and on which page. */
  private tell(match: Match): void {
    const values = { k: this.matches.indexOf(match) + 1, n: this.matches.length };
    this.reader.say(this.words.say("place", { ...values, page: match.place + 1 }));
  }

  private show(match: Match): void {
    const { place, element } = match;
    this.reader.go(place);
    this.tell(match);
    // Where the page's picture stands above its words, they lie below what is seen.
    element.scrollIntoView({ block: "nearest" });
  }
}
