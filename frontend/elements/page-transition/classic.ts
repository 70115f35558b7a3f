/**
 * From a thumbnail to its page and back, the picture itself makes the way.
 *
 * Runs before the page's body is read, and so after its stylesheet: a browser asks whether a page
 * takes part in transitions when its body begins, and gives up with an error where the stylesheet
 * that says so is still on its way. Listeners are there in time for the first drawing of the page.
 */

/** The name that base.css and artifact.css know the travelling picture by. */
const WORK = "work";

/** The part of the Navigation API that is used here; TypeScript does not know it yet. */
interface WithNavigation {
  navigation?: { activation?: { from?: { url: string | null } } };
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

addEventListener("pageswap", (event) => {
  letGo(event.viewTransition);
  void carry(pictureOf(event.activation?.entry?.url), event.viewTransition);
});
addEventListener("pagereveal", (event) => {
  letGo(event.viewTransition);
  const { navigation } = window as unknown as WithNavigation;
  void carry(pictureOf(navigation?.activation?.from?.url), event.viewTransition);
});
