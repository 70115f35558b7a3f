/** A change of many that is going on shows how far it is, without being loaded by hand. */

const PAUSE = 2000;
const PLACE = "[data-batch]";

export function watchProgress(): void {
  if (document.querySelector(`${PLACE}[data-batch=going-on]`))
    window.setTimeout(() => void look(), PAUSE);
}

async function look(): Promise<void> {
  const place = document.querySelector(PLACE);
  try {
    const response = await fetch(location.href);
    const text = response.ok && !response.redirected ? await response.text() : "";
    const now = new DOMParser().parseFromString(text, "text/html").querySelector(PLACE);
    if (now) place?.replaceWith(now);
  } finally {
    watchProgress();
  }
}
