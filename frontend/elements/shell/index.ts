/**
 * Small comforts of every public page; each page is complete without them.
 *
 * - [data-copy="id"] copies the text of the element with that id.
 * - [data-share="address"] opens the device's own way of sharing.
 * - A picture's place wears the picture's own colour until it has loaded.
 * - The menu closes on Escape; a switch of language keeps the place in the page.
 */

import { savesData, whenIdle } from "../../shared/browser";

function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy ?? "");
    if (!source || !navigator.clipboard) continue;
    button.hidden = false;
    const copy = async (): Promise<void> => {
      await navigator.clipboard.writeText(source.textContent.replace(/\s+/g, " ").trim());
      const word = button.textContent;
      button.textContent = button.dataset.copied ?? word;
      setTimeout(() => (button.textContent = word), 2000);
    };
    button.addEventListener("click", () => void copy());
  }
}

function shareButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-share]")) {
    if (!("share" in navigator)) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      // A visitor who closes the device's panel again has not met an error.
      navigator
        .share({ title: document.title, url: button.dataset.share ?? "" })
        .catch((reason: unknown) => {
          if ((reason as DOMException).name !== "AbortError") throw reason;
        });
    });
  }
}

function colourPlaces(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>("img[data-colour]")) {
    if (image.complete) continue;
    image.style.backgroundColor = image.dataset.colour ?? "";
    image.addEventListener("load", () => image.style.removeProperty("background-color"), {
      once: true,
    });
  }
}

/** Escape closes the menu, and the focus goes back to its handle. */
function closeMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>("details.menu");
  menu?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}

/** In another language one is in the same place: before the same work, at the same page, on tour. */
function keepPlace(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(".languages a");
    if (!link) return;
    link.hash = location.hash;
    const tour = new URLSearchParams(location.search).get("tour");
    const query = new URLSearchParams(link.search);
    if (tour === null) query.delete("tour");
    else query.set("tour", tour);
    link.search = query.toString();
  });
}

/** Where paper is at hand: a window that is no phone's, on a device that points with a mouse. */
const DESK = "(width >= 48rem) and (hover: hover)";

/** Ask for every picture that is seen; return those that have not come yet. */
function missingPictures(): HTMLImageElement[] {
  const seen = [...document.images].filter((image) => image.checkVisibility());
  for (const image of seen) image.loading = "eager";
  return seen.filter((image) => !image.complete);
}

/**
 * Paper is not scrolled: every picture that it shows is loaded before it is printed. Not every
 * browser waits for those that it is asked for last, so that a desk has them once it is idle, and
 * whoever presses Ctrl+P before is served once they have come.
 */
function loadForPaper(): void {
  addEventListener("beforeprint", missingPictures);
  addEventListener("keydown", (event) => {
    const { code, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (code !== "KeyP" || !(ctrlKey || metaKey) || altKey || shiftKey) return;
    const missing = missingPictures();
    if (missing.length === 0) return;
    event.preventDefault();
    void Promise.allSettled(missing.map((image) => image.decode())).then(() => print());
  });
  if (savesData() || !matchMedia(DESK).matches) return;
  addEventListener("load", () => whenIdle(missingPictures, 1000), { once: true });
}

/**
 * Without a network the museum's own page answers. The worker is another one for each language and
 * each look: it keeps that page anew, beside the stylesheet that the browser has of this one.
 */
function keepOfflinePage(): void {
  if (!("serviceWorker" in navigator)) return;
  const look = document.querySelector<HTMLLinkElement>("link[rel=stylesheet]")?.href ?? "";
  const query = new URLSearchParams({ language: document.documentElement.lang, look });
  const register = (): void => {
    // Where a visitor keeps nothing, as in a private window, there is no such page, and no error.
    navigator.serviceWorker.register(`/offline-worker.js?${query}`).catch(() => undefined);
  };
  addEventListener("load", () => whenIdle(register, 3000), { once: true });
}

closeMenu();
keepOfflinePage();
keepPlace();
loadForPaper();
copyButtons();
shareButtons();
colourPlaces();
