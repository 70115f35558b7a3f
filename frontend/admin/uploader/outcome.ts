/** The list of what became of each file, beside its name, with where to go on. */

import { filled } from "../../shared/words.ts";
import type { Answer } from "./server.ts";
import type { Texts } from "./settings.ts";

interface Choices {
  twice: () => Promise<void>;
  discard: () => Promise<void>;
  again: () => Promise<void>;
}

export class Outcome {
  private readonly list: HTMLUListElement;
  private readonly rows = new Map<string, HTMLLIElement>();

  constructor(
    private readonly section: HTMLElement,
    private readonly words: Texts,
  ) {
    this.list = section.querySelector("ul")!;
  }

  /** Say what became of a file; a newer answer replaces the older one. */
  show(name: string, answer: Answer, choices?: Choices): void {
    const row = document.createElement("li");
    row.dataset.state = answer.state;
    const named = document.createElement("bdi");
    named.className = "mu-name";
    named.textContent = name;
    const said = document.createElement("span");
    said.className = "mu-said";
    said.textContent = this.say(answer);
    row.append(named, said, ...this.ways(name, answer, choices));
    const older = this.rows.get(name);
    if (older) older.replaceWith(row);
    else this.list.append(row);
    this.rows.set(name, row);
    this.section.hidden = false;
  }

  private say({ state, message, title }: Answer): string {
    const { made, refused, duplicate, lost } = this.words;
    if (state === "made") return filled(made, { title: title ?? "" });
    if (state === "duplicate") return filled(duplicate, { title: title ?? "" });
    if (state === "refused") return filled(refused, { reason: message ?? "" });
    return message || lost;
  }

  private ways(name: string, { state, url }: Answer, choices?: Choices): HTMLElement[] {
    const ways: HTMLElement[] = [];
    if (url) ways.push(this.link(url, state === "made" ? this.words.open : this.words.see));
    if (choices && state === "duplicate") {
      ways.push(
        this.button(this.words.twice, choices.twice),
        this.button(this.words.discard, async () => {
          await choices.discard();
          this.show(name, { state: "refused", message: this.words.discarded });
        }),
      );
    }
    if (choices && state === "failed") ways.push(this.button(this.words.again, choices.again));
    return ways;
  }

  private link(url: string, text: string): HTMLAnchorElement {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = text;
    return link;
  }

  private button(text: string, act: () => Promise<void>): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small button-secondary";
    button.textContent = text;
    button.addEventListener("click", () => {
      button.disabled = true;
      void act();
    });
    return button;
  }
}
