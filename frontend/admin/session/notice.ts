/** The bar above everything that says that nobody, or somebody else, is signed in. */

import { html } from "../../shared/dom.ts";
import { type Answer, settings, words } from "./settings.ts";

export class Notice {
  private readonly text = html("p", {});
  private readonly link = html(
    "a",
    { href: settings.signIn, target: "_blank", class: "button" },
    words.say("sign_in"),
  );
  private readonly accept = html("button", { type: "button", class: "button" });
  private readonly element = html(
    "div",
    { class: "session-notice", role: "alert" },
    this.text,
    this.link,
    this.accept,
  );
  private said: Answer | null = null;

  get shown(): boolean {
    return this.element.isConnected;
  }

  /** Say it; resolves when the person goes on as the account that is signed in now. */
  show(answer: Answer): Promise<void> {
    const isAccount = typeof answer === "object";
    const name = isAccount ? answer.name : "";
    const text = words.say(isAccount ? "somebody" : answer, { name });
    this.link.hidden = answer !== "ended";
    this.accept.hidden = !isAccount;
    this.accept.textContent = words.say("go_on", { name });
    // Before the text: an alert that comes with its text is not spoken everywhere.
    if (!this.shown) document.body.append(this.element);
    if (this.said !== answer) this.text.textContent = text;
    this.said = answer;
    return new Promise((resolve) => {
      this.accept.addEventListener("click", () => resolve(), { once: true });
    });
  }

  hide(): void {
    this.element.remove();
    this.said = null;
  }
}
