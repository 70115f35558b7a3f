/**
 * Nothing typed is lost where the session ends while one edits: requests and buttons wait until one
 * has signed in beside the open form, and a copy stays on this computer until the museum has it.
 */

import { Copies } from "./copies.ts";
import { KeptForm } from "./kept-form.ts";
import { Notice } from "./notice.ts";
import { Presses } from "./presses.ts";
import { guardRequests } from "./requests.ts";
import { Session } from "./session.ts";
import { channel } from "./settings.ts";

const copies = new Copies(localStorage, sessionStorage);
let kept: KeptForm | null = null;

async function open(session: Session, form: HTMLFormElement): Promise<void> {
  const user = await session.open();
  if (!user) return;
  kept = new KeptForm(form, copies, user);
  kept.offer();
}

function start(): void {
  const session = new Session(new Notice(), () => kept?.keep());
  const form = document.querySelector<HTMLFormElement>("form[data-edit-form]");
  const presses = new Presses(session, (sent) => sent === form && kept?.noteSent());
  guardRequests(session);
  copies.settle(document.querySelector(".messages .success") !== null);
  copies.sweep(Date.now());
  if (form) {
    presses.guard(form);
    void open(session, form);
  }
  // Texts that wait are in no form of their own (wagtail-localize).
  window.addEventListener("beforeunload", (event) => {
    if (session.waiting) event.preventDefault();
  });
}

if (document.querySelector("[data-signed-in]")) {
  channel.postMessage("signed in");
  // Only a tab that was opened by a script may close itself; in others the words stay.
  window.close();
} else if (document.getElementById("wagtail-sidebar")) {
  start();
}
