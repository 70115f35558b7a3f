/** The words of a recording: the line that is heard is marked, and a chosen line is played. */

import type { Words } from "../../shared/words.ts";

interface Line {
  element: HTMLElement;
  button: HTMLButtonElement;
  start: number;
  end: number;
}

export class Transcript {
  private readonly lines: Line[];
  private current: Line | null = null;

  constructor(
    private readonly list: HTMLElement,
    media: HTMLMediaElement,
    words: Words,
    private readonly play: (seconds: number) => void,
  ) {
    this.lines = [...list.querySelectorAll<HTMLElement>("[data-start]")].map((element) => ({
      element,
      button: timeButton(element, words),
      start: Number(element.dataset.start),
      end: Number(element.dataset.end),
    }));
    // One stop of the Tab key for the whole list; the arrows go through its lines.
    list.removeAttribute("tabindex");
    for (const line of this.lines) line.button.tabIndex = -1;
    if (this.lines[0]) this.lines[0].button.tabIndex = 0;
    list.addEventListener("click", (event) => this.click(event));
    list.addEventListener("keydown", (event) => this.press(event));
    media.addEventListener("timeupdate", () => this.follow(media.currentTime));
  }

  private click(event: MouseEvent): void {
    // Words that are being marked to be copied are not played.
    if (!window.getSelection()?.isCollapsed) return;
    const line = this.lines.find((one) => one.element.contains(event.target as Node));
    if (line) this.play(line.start);
  }

  private press(event: KeyboardEvent): void {
    const at = this.lines.findIndex((line) => line.button === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.lines.length - 1 }[
      event.key
    ];
    const line = next === undefined ? undefined : this.lines[next];
    if (!line || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    for (const other of this.lines) other.button.tabIndex = other === line ? 0 : -1;
    line.button.focus();
  }

  private follow(seconds: number): void {
    const line = this.lines.find((one) => seconds >= one.start && seconds < one.end) ?? null;
    if (line === this.current) return;
    this.current?.element.removeAttribute("aria-current");
    this.current = line;
    line?.element.setAttribute("aria-current", "true");
    // The list moves, never the page.
    if (line) this.list.scrollTop = line.element.offsetTop - this.list.clientHeight / 3;
  }
}

/** Make the time that stands before a line a button. */
function timeButton(element: HTMLElement, words: Words): HTMLButtonElement {
  const time = element.querySelector<HTMLElement>(".transcript__time");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "transcript__time";
  button.dir = "ltr";
  button.textContent = time?.textContent ?? "";
  button.setAttribute("aria-label", words.say("jump", { time: button.textContent }));
  if (time) time.replaceWith(button);
  else element.prepend(button);
  return button;
}
