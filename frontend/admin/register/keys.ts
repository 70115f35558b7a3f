/**
 * Keys within the table: arrows up and down, or k and j, lead from title to title, x selects the
 * row. Enter opens by itself: titles are links. Elsewhere on the page the keys keep their meaning,
 * and a screen reader's own keys never come here.
 */

const ROW = "[data-register-row]";
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

export function moveAmongRows(event: KeyboardEvent): void {
  const place = event.target as HTMLElement;
  const row = place.closest<HTMLElement>(ROW);
  if (!row || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(place)) return;
  const step = STEPS[event.key];
  if (step !== undefined) {
    const rows = [...document.querySelectorAll<HTMLElement>(ROW)];
    titleOf(rows[rows.indexOf(row) + step])?.focus();
    event.preventDefault();
  } else if (event.key === "x") {
    row.querySelector<HTMLElement>("[data-bulk-action-checkbox]")?.click();
    event.preventDefault();
  }
}

function titleOf(row: HTMLElement | undefined): HTMLElement | null | undefined {
  return row?.querySelector<HTMLElement>("td.title a");
}

function isTypedInto(place: HTMLElement): boolean {
  return place.matches("select, textarea, input:not([type=checkbox])");
}
