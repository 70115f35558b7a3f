/** A form is sent by its button only while its owner is signed in; until then the button waits. */

import { standingNow } from "../../shared/wagtail.ts";
import type { Session } from "./session.ts";

/** Wagtail's own sign of a button at work. */
const BUSY = "button-longrunning-active";
/** How long a press that was let through may wait for others, such as a draft that is being saved. */
const LASTS = 60_000;
type Button = HTMLButtonElement | HTMLInputElement;

export class Presses {
  private pressed: Button | null = null;
  private passing: Button | null = null;
  private until = 0;

  constructor(
    private readonly session: Session,
    private readonly onSend: (form: HTMLFormElement) => void,
  ) {
    document.addEventListener("click", (event) => this.onPress(event), { capture: true });
    window.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      this.passing = null;
      this.onSend(event.target as HTMLFormElement);
    });
  }

  /** Have `form.submit()`, which no press announces, wait as well. */
  guard(form: HTMLFormElement): void {
    const submit = form.submit.bind(form);
    form.submit = () =>
      void this.session.ready().then(() => {
        this.onSend(form);
        submit();
      });
  }

  private onPress(event: MouseEvent): void {
    const button = (event.target as Element).closest<Button>("button, input[type=submit]");
    if (button?.type !== "submit" || button.form?.method !== "post") return;
    // Until the form is sent: whoever else waits presses the same button again.
    if (button === this.passing && Date.now() < this.until) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const first = !this.pressed;
    this.show(button);
    if (first) void this.session.ready().then(() => this.pressAgain());
  }

  private pressAgain(): void {
    this.passing = this.pressed && standingNow(this.pressed);
    this.until = Date.now() + LASTS;
    this.show(null);
    this.passing?.click();
  }

  private show(button: Button | null): void {
    this.pressed?.classList.remove(BUSY);
    this.pressed?.removeAttribute("aria-busy");
    this.pressed = button;
    button?.classList.add(BUSY);
    button?.setAttribute("aria-busy", "true");
  }
}
