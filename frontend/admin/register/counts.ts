/** How many artifacts each choice of a filter would leave: asked once the filters are open. */

type Counts = Record<string, Record<string, number>>;

const LIST = "#listing-results";
let shownFor = "";

/** Asks anew when the filters are opened, and after each change of the list while they are. */
export function keepCounts(): void {
  document.addEventListener("w-dropdown:shown", () => void show());
  document.addEventListener("w-swap:success", () => void show());
}

async function show(): Promise<void> {
  const address = document.querySelector<HTMLElement>(`${LIST} [data-counts]`)?.dataset.counts;
  const counted = document.querySelectorAll<HTMLElement>("[data-counted]");
  const isOpen = [...counted].some((one) => one.closest("[data-tippy-root], .w-drilldown"));
  if (!address || !isOpen || address === shownFor) return;
  shownFor = address;
  try {
    const response = await fetch(address);
    if (!response.ok || response.redirected) throw new Error(response.statusText);
    write(counted, (await response.json()) as Counts);
  } catch {
    // Old numbers would be wrong ones: none are shown, and the next change asks again.
    write(counted, {});
    shownFor = "";
  }
}

function write(places: Iterable<HTMLElement>, counts: Counts): void {
  for (const place of places) {
    const [name = "", ...value] = place.dataset.counted!.split(":");
    const count = counts[name]?.[value.join(":")] ?? 0;
    const said = count ? count.toLocaleString(document.documentElement.lang) : "";
    const { label } = place.dataset;
    place.textContent = label === undefined ? said : said ? `${label} (${said})` : label;
  }
}
