/** From one room's page to another's, around the walk that goes on living. */

/** The room behind a door is not open to visitors, or not any more. */
export class Closed extends Error {
  override name = "Closed";
}

const fetched = new Map<string, Promise<Document | null>>();

/** Fetch the page of another room ahead, while the visitor still walks up to its door. */
export function expect(address: string): void {
  if (!fetched.has(address)) fetchPage(address).catch(() => fetched.delete(address));
}

/**
 * The page of another room, parsed, or null when it has no walk of its own.
 *
 * Raises Closed where there is no such page, and TypeError where the network is lost.
 */
export function fetchPage(address: string): Promise<Document | null> {
  const coming = fetched.get(address) ?? read(address);
  fetched.set(address, coming);
  return coming;
}

/** Fetch anew next time: what was fetched was taken, or failed. */
export function forget(address: string): void {
  fetched.delete(address);
}

async function read(address: string): Promise<Document | null> {
  const response = await fetch(address, { headers: { Accept: "text/html" } });
  if (response.status >= 400 && response.status < 500) throw new Closed(String(response.status));
  if (!response.ok) throw new Error(String(response.status));
  if (new URL(response.url).pathname !== new URL(address).pathname) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("museum-room[scene]") ? page : null;
}

const HEAD_LINKS = 'link[rel="canonical"], link[rel="alternate"], meta[property], meta[name]';

/**
 * Put another room's page in place of this one, around the element that goes on living: title,
 * head, language links and everything of the main part beside the walk itself.
 */
export function takePage(element: HTMLElement, page: Document): void {
  const fresh = page.querySelector<HTMLElement>("museum-room")!;
  document.title = page.title;
  const { palette } = page.documentElement.dataset;
  if (palette) document.documentElement.dataset.palette = palette;
  for (const old of document.head.querySelectorAll(HEAD_LINKS)) old.remove();
  document.head.append(...page.head.querySelectorAll(HEAD_LINKS));
  swapAround(element, fresh);
  const others = [...page.querySelectorAll(".languages")];
  document.querySelectorAll(".languages").forEach((one, index) => {
    if (others[index]) one.replaceWith(others[index]);
  });
}

/** Styles and scripts stay as they are: taken out, they would be missing for a moment. */
const stays = (node: Node): boolean =>
  node instanceof Element && /^(LINK|SCRIPT)$/.test(node.tagName);

/** Replace all siblings of `old` and of its parents, up to `main`, by those around `fresh`. */
function swapAround(old: HTMLElement, fresh: HTMLElement): void {
  let [mine, its]: [Element, Element] = [old, fresh];
  while (mine.tagName !== "MAIN" && mine.parentElement && its.parentElement) {
    for (const one of [...mine.parentElement.childNodes])
      if (one !== mine && !stays(one)) one.remove();
    const siblings = [...its.parentElement.childNodes];
    const index = siblings.indexOf(its);
    mine.before(...siblings.slice(0, index).filter((node) => !stays(node)));
    mine.after(...siblings.slice(index + 1).filter((node) => !stays(node)));
    [mine, its] = [mine.parentElement, its.parentElement];
  }
  old.setAttribute("scene", fresh.getAttribute("scene") ?? "");
  // Seen again where the walk has to be given up.
  old.querySelector(":scope > picture")?.remove();
  old.prepend(...fresh.querySelectorAll(":scope > picture"));
}
