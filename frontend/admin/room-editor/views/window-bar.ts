/** What the page's own bars say and do, where the editor has the whole window and covers them. */

import { button, html } from "../../../shared/dom.ts";
import type { EditorState } from "../model/state.ts";

const DRAFT = "button[data-w-kbd-key-value='mod+s']";
/** Which page's editor goes on in the whole window once its draft was saved. */
const STAYS = "museum-room-window";

export class WindowBar {
  readonly element = html("div", { class: "re-group re-window-bar", hidden: true });
  private readonly trouble = html("span", { class: "re-trouble", role: "status" });

  constructor(private readonly state: EditorState) {
    document.addEventListener("w-autosave:error", (event) => {
      this.trouble.textContent = (event as CustomEvent<{ text: string }>).detail.text;
    });
    document.addEventListener("w-autosave:success", () => (this.trouble.textContent = ""));
    if (sessionStorage.getItem(STAYS) !== location.pathname) return;
    sessionStorage.removeItem(STAYS);
    state.wholeWindow = true;
  }

  draw(): void {
    this.element.hidden = !this.state.wholeWindow;
    if (this.element.hidden || this.element.childElementCount) return;
    // Wagtail's indicator is of its own script's making: a copy shows the same.
    const indicator = document.getElementById("w-autosave-indicator")?.cloneNode(true);
    (indicator as Element | undefined)?.removeAttribute("id");
    // Wagtail draws its buttons anew after it saved a draft by itself.
    const page = (): HTMLButtonElement | null | undefined =>
      this.state.form.element?.querySelector<HTMLButtonElement>(DRAFT);
    const save = button(
      page()?.textContent?.trim() ?? "",
      () => {
        sessionStorage.setItem(STAYS, location.pathname);
        page()?.click();
      },
      null,
      "save",
    );
    save.hidden = !page();
    save.classList.add("button");
    this.element.append(this.trouble, indicator ?? "", save);
  }
}
