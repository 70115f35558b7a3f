/** The dialog that shows two translations of one text. */

export interface Conflict {
  detail: string;
  theirs: string;
  words: { theirs: string; yours: string; keep: string; save: string };
}

function labelled(
  name: string,
  text: string,
  readOnly: boolean,
): [HTMLElement, HTMLTextAreaElement] {
  const label = document.createElement("label");
  const area = document.createElement("textarea");
  Object.assign(area, { dir: "auto", readOnly, rows: 4, value: text });
  label.append(name, area);
  return [label, area];
}

function button(words: string, ...classes: string[]): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.classList.add("button", ...classes);
  return made;
}

/** Ask which text shall stand; resolves with the one to save, or null where theirs stays. */
export function ask(conflict: Conflict, mine: string): Promise<string | null> {
  const dialog = document.createElement("dialog");
  const heading = document.createElement("h2");
  heading.textContent = conflict.detail;
  heading.id = "translation-conflict";
  dialog.setAttribute("aria-labelledby", heading.id);
  const [theirs] = labelled(conflict.words.theirs, conflict.theirs, true);
  const [yours, text] = labelled(conflict.words.yours, mine, false);
  const keep = button(conflict.words.keep, "button-secondary");
  const save = button(conflict.words.save);
  dialog.append(heading, theirs, yours, save, keep);
  document.body.append(dialog);
  dialog.showModal();
  text.focus();
  return new Promise((resolve) => {
    const answer = (chosen: string | null): void => {
      dialog.remove();
      resolve(chosen);
    };
    // Escape would throw what was typed away.
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    keep.addEventListener("click", () => answer(null));
    save.addEventListener("click", () => answer(text.value || null));
  });
}
