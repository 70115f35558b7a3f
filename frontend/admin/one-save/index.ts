/**
 * One save at a time in Wagtail's page editor. Wagtail 8 sends the form by a button while its own save of a draft is
 * still under way; when that draft is stored second, what was published is a draft again, and a new page is there twice.
 * So a press on a button waits until the running save has come back, and then happens as if it were made now;
 * once the form is sent, no save of a draft begins.
 */

import { standingNow } from "../../shared/wagtail.ts";
import { saveWhatWasTypedMeanwhile } from "./typed-meanwhile.ts";
import { controllerOf } from "./wagtail-form.ts";

const BUTTONS = "button[type=submit], button[data-workflow-action-name]";
/** Wagtail's own sign of a button at work. */
const BUSY = "button-longrunning-active";

/** The part of Wagtail's controller `w-autosave` that is used (Wagtail 8). */
interface Autosave {
  activeValue: boolean;
  /** The save that is about to be sent or under way; it never fails. */
  readonly submitPromise: Promise<void> | null;
}

class OneSave {
  /** The button that was pressed last while a draft was being saved. */
  private pressed: HTMLButtonElement | null = null;

  constructor(private readonly form: HTMLFormElement) {
    // Before the buttons hear of it: Wagtail asks about conflicts and reasons on the press.
    document.addEventListener("click", (event) => this.onPress(event), { capture: true });
    window.addEventListener("submit", (event) => {
      if (event.target === form && !event.defaultPrevented) this.saveByItself(false);
    });
    // Wagtail sends an approval with a comment by this, which says no "submit".
    const submit = form.submit.bind(form);
    form.submit = () => void this.sendSaved(submit);
    // Back from the page that followed, in the browser's memory.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) this.saveByItself(true);
    });
  }

  private get autosave(): Autosave | null {
    return controllerOf<Autosave>(this.form, "w-autosave");
  }

  private saveByItself(active: boolean): void {
    if (this.autosave) this.autosave.activeValue = active;
  }

  /** Resolves when no save is under way; the next may begin while one is waited for. */
  private async saved(): Promise<void> {
    while (this.autosave?.submitPromise) await this.autosave.submitPromise;
  }

  private onPress(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLButtonElement>(BUTTONS);
    if (button?.form !== this.form || !this.autosave?.submitPromise) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const first = !this.pressed;
    this.show(button);
    if (first) void this.pressAgain();
  }

  private async pressAgain(): Promise<void> {
    await this.saved();
    const button = this.pressed;
    this.show(null);
    if (button) standingNow(button).click();
  }

  private async sendSaved(submit: () => void): Promise<void> {
    await this.saved();
    this.saveByItself(false);
    submit();
  }

  /** Show which button waits. */
  private show(button: HTMLButtonElement | null): void {
    this.pressed?.classList.remove(BUSY);
    this.pressed?.removeAttribute("aria-busy");
    this.pressed = button;
    button?.classList.add(BUSY);
    button?.setAttribute("aria-busy", "true");
  }
}

const form = document.querySelector<HTMLFormElement>("form[data-edit-form]");
if (form) {
  new OneSave(form);
  saveWhatWasTypedMeanwhile(form);
}
