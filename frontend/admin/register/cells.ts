/**
 * A value changed where it stands: its form comes into the cell, and the row is read anew when it
 * is saved. Escape leaves the value as it was; without scripts the form is a page of its own.
 */

const ROW = "[data-register-row]";
const FORM = "form[data-register-value]";
const IN_CELL = { "X-Requested-With": "XMLHttpRequest" };

export function editInCells(): void {
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("keydown", (event) => {
    const form = (event.target as Element).closest<HTMLElement>(`td ${FORM}`);
    if (form && event.key === "Escape") leave(form);
  });
}

function onClick(event: MouseEvent): void {
  const place = event.target as Element;
  const link = place.closest<HTMLAnchorElement>("td a[data-register-edit]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    void open(link);
  }
  const form = place.closest("td [data-register-leave]") && place.closest<HTMLElement>(FORM);
  if (form) {
    event.preventDefault();
    leave(form);
  }
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (!form.matches(`td ${FORM}`)) return;
  event.preventDefault();
  void save(form);
}

async function open(link: HTMLAnchorElement): Promise<void> {
  const response = await fetch(link.href, { headers: IN_CELL }).catch(() => null);
  if (!response?.ok || response.redirected) {
    location.assign(link.href);
    return;
  }
  const cell = link.closest("td")!;
  for (const other of document.querySelectorAll<HTMLElement>(`td ${FORM}`)) leave(other);
  cell.classList.add("register-cell-open");
  cell.append(fragment(await response.text()));
  enter(cell);
}

async function save(form: HTMLFormElement): Promise<void> {
  const cell = form.closest("td")!;
  const body = new FormData(form);
  const response = await fetch(form.action, { method: "POST", headers: IN_CELL, body }).catch(
    () => null,
  );
  if (!response || response.redirected || (!response.ok && response.status !== 204)) {
    // The whole page says what is the matter, such as a session that has ended.
    form.submit();
  } else if (response.status === 204) {
    await readAgain(cell);
  } else {
    form.replaceWith(fragment(await response.text()));
    enter(cell);
  }
}

/** Takes the row's cells from the list as it is now; the first, where rows are chosen, stays. */
async function readAgain(cell: HTMLTableCellElement): Promise<void> {
  const row = cell.closest<HTMLTableRowElement>(ROW)!;
  const response = await fetch(location.href);
  const list = new DOMParser().parseFromString(await response.text(), "text/html");
  const now = list.querySelector<HTMLTableRowElement>(
    `[data-register-row="${row.dataset.registerRow}"]`,
  );
  // What the filters no longer find goes with the next look at the list.
  if (!now) {
    leave(cell.querySelector<HTMLElement>(FORM)!);
    return;
  }
  const place = cell.cellIndex;
  [...now.cells].slice(1).forEach((fresh, index) => row.cells[index + 1]!.replaceWith(fresh));
  row.cells[place]!.querySelector("a")?.focus();
}

function leave(form: HTMLElement): void {
  const cell = form.closest("td")!;
  form.remove();
  cell.classList.remove("register-cell-open");
  cell.querySelector<HTMLElement>("[data-register-edit]")?.focus();
}

function enter(cell: HTMLElement): void {
  cell.querySelector<HTMLElement>("input:not([type=hidden]), select, button")?.focus();
}

function fragment(html: string): DocumentFragment {
  const place = document.createRange();
  place.selectNode(document.body);
  return place.createContextualFragment(html);
}
