/**
 * Small comforts of every public page; each page is complete without them.
 *
 * - [data-copy="id"] copies the text of the element with that id.
 * - [data-share="address"] opens the device's own way of sharing.
 * - A picture's place wears the picture's own colour until it has loaded.
 * - The menu closes on Escape; a switch of language keeps the place in the page.
 * - From a thumbnail to its page and back, the picture itself makes the way.
 */

import { savesData, whenIdle } from "../../shared/browser";

/** The name that base.css and artifact.css know the travelling picture by. */
const WORK = "work";

/** The part of the Navigation API that is used here; TypeScript does not know it yet. */
interface WithNavigation {
  navigation?: { activation?: { from?: { url: string | null } } };
}

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

/** The picture that stands for `address` on this page: a card's, or the page's own work. */
function pictureOf(address: string | null | undefined): HTMLImageElement | null {
  if (!address) return null;
  const { pathname } = new URL(address, location.href);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".label__title a")) {
    if (link.pathname === pathname) {
      return link.closest(".card, .hung")?.querySelector("img") ?? null;
    }
  }
  return null;
}

/** Name one picture for the length of one transition, so that the browser carries it over. */
async function carry(image: HTMLImageElement | null, transition: ViewTransition | null) {
  if (!image || !transition) return;
  const own = document.querySelector<HTMLElement>(".work__lead .view--picture img");
  own?.style.setProperty("view-transition-name", "none");
  image.style.setProperty("view-transition-name", WORK);
  await transition.finished.catch(() => undefined);
  image.style.removeProperty("view-transition-name");
  own?.style.removeProperty("view-transition-name");
}

/** A way that is not taken after all, such as without a network, is no error. */
function letGo(transition: ViewTransition | null): void {
  for (const part of ["ready", "finished", "updateCallbackDone"] as const) {
    transition?.[part].catch(() => undefined);
  }
}

function carryPictures(): void {
  addEventListener("pageswap", (event) => {
    letGo(event.viewTransition);
    void carry(pictureOf(event.activation?.entry?.url), event.viewTransition);
  });
  addEventListener("pagereveal", (event) => {
    letGo(event.viewTransition);
    const { navigation } = window as unknown as WithNavigation;
    void carry(pictureOf(navigation?.activation?.from?.url), event.viewTransition);
  });
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

/**
 * Paper is not scrolled: every picture that it shows is loaded before it is printed. Not every
 * browser waits for those that it is asked for last, so that a desk has them once it is idle.
 */
function loadForPaper(): void {
  const load = (): void => {
    for (const image of document.querySelectorAll<HTMLImageElement>("img[loading=lazy]")) {
      if (image.checkVisibility()) image.loading = "eager";
    }
  };
  addEventListener("beforeprint", load);
  if (savesData() || !matchMedia(DESK).matches) return;
  addEventListener("load", () => whenIdle(load, 1000), { once: true });
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
carryPictures();
