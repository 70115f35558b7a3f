/** One form whose typing is kept on this computer until the museum has it, and offered after a reload. */

import { html } from "../../shared/dom.ts";
import { Copies, type Copy, copyOf, isSame, keyOf } from "./copies.ts";
import { words } from "./settings.ts";

export class KeptForm {
  private key: string;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly copies: Copies,
    private readonly user: number,
  ) {
    this.key = this.keyHere();
    const keep = (): void => this.keep();
    form.addEventListener("w-unsaved:add", keep);
    form.addEventListener("w-autosave:error", keep);
    form.addEventListener("w-autosave:success", () => this.forget());
  }

  private keyHere(): string {
    return keyOf(this.user, location.pathname);
  }

  private copy(): Copy {
    return copyOf(new FormData(this.form), this.form.action, Date.now());
  }

  keep(): void {
    this.copies.write(this.key, this.copy());
  }

  private forget(): void {
    this.copies.remove(this.key);
    // A new page has its own address once it was saved.
    this.key = this.keyHere();
  }

  noteSent(): void {
    this.keep();
    this.copies.noteSent(this.key);
  }

  /** Ask what shall become of typing that is still here from before. */
  offer(): void {
    const copy = this.copies.read(this.key);
    if (!copy) return;
    const now = this.copy();
    if (isSame(copy, now)) return this.copies.remove(this.key);
    const when = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: "long",
      timeStyle: "short",
    }).format(copy.at);
    const dialog = html(
      "dialog",
      { class: "session-offer", "aria-labelledby": "session-offer" },
      html("h2", { id: "session-offer" }, words.say("kept", { when })),
      now.revision === copy.revision ? null : html("p", {}, words.say("changed")),
      copy.files ? html("p", {}, words.say("files")) : null,
    );
    const takeUp = html("button", { type: "button", class: "button" }, words.say("take_up"));
    const throwAway = html(
      "button",
      { type: "button", class: "button button-secondary" },
      words.say("throw_away"),
    );
    takeUp.addEventListener("click", () => this.send(copy));
    throwAway.addEventListener("click", () => {
      this.copies.remove(this.key);
      dialog.remove();
    });
    // Escape would leave the copy to be written over by what is typed next.
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.append(takeUp, throwAway);
    document.body.append(dialog);
    dialog.showModal();
  }

  /** Send the copy as the form would: what is not right in it comes back in the form, with words. */
  private send(copy: Copy): void {
    const sent = html("form", { method: "post", action: copy.action, hidden: true });
    const token = new FormData(this.form).get("csrfmiddlewaretoken") as string;
    for (const [name, value] of [...copy.fields, ["csrfmiddlewaretoken", token] as const]) {
      // A text area keeps the lines of a text, which an input would join.
      const field = html("textarea", { name });
      field.value = value;
      sent.append(field);
    }
    document.body.append(sent);
    this.copies.noteSent(this.key);
    HTMLFormElement.prototype.submit.call(sent);
  }
}
