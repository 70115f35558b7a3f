/**
 * What is typed while a draft is being saved is saved next. Wagtail 8 takes the form as it stands when the answer comes
 * for the draft that was sent, and so would keep what was typed in between only with the change after it.
 */

import { controllerOf } from "./wagtail-form.ts";

/** The part of Wagtail's controller `w-unsaved` that is used (Wagtail 8). */
interface Unsaved {
  /** The form as text, to be compared. */
  readonly formData: string;
  initialFormData?: string;
  previousFormData?: string;
  /** Tell of changes since `previousFormData`. */
  check(): void;
}

interface Answer {
  /** What the museum gave for fields itself, as the ids of new rows. */
  data: { field_updates?: Record<string, string> };
}

export function saveWhatWasTypedMeanwhile(form: HTMLFormElement): void {
  const unsaved = (): Unsaved | null => controllerOf<Unsaved>(form, "w-unsaved");
  let sent: URLSearchParams | null = null;
  form.addEventListener("w-autosave:save", () => {
    sent = new URLSearchParams(unsaved()?.formData);
  });
  // At the document: Wagtail's own listener at the form comes before.
  document.addEventListener("w-autosave:success", (event) => {
    const controller = unsaved();
    if (event.target !== form || !sent || !controller) return;
    const { data } = (event as CustomEvent<Answer>).detail;
    for (const [name, value] of Object.entries(data.field_updates ?? {}))
      if (sent.has(name)) sent.set(name, value);
    controller.initialFormData = controller.previousFormData = sent.toString();
    controller.check();
  });
}
