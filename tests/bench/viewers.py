"""Print what looking closer costs a visitor of a running museum. Run by `make bench-media`.

    python -m tests.bench.viewers http://localhost:8000/en/collection/ map-network …

Opens each artifact's page in Chromium with an empty cache, and what it can: the deep zoom, the 3D
object, the film or sound. Fails where code of a viewer comes before a visitor asks for it, or more
than three requests stand before the first pixels of the zoom.
"""

import re
import sys

from playwright.sync_api import Browser, Error, Page, Response, sync_playwright

from scripts.browser import OPTIONS, find

MOST_REQUESTS = 3
COLUMNS = ("artifact", "opened", "before kB", "requests", "code kB", "files kB")
# A viewer's own code is what is loaded on demand; files are what it shows.
CODE = re.compile(r"/build/chunks/(look|controls|visit|editor)-")
FILES = re.compile(r"/iiif/|/models/|/recordings/|/tracks/")
PIXELS = re.compile(r"/default\.jpg$|\.glb$|/recordings/")
# What is clicked, and what the page has once something is seen.
ACTS = {
    "deep zoom": ("a[data-zoom]", "deep-zoom[data-state=ready]"),
    "3D object": ("object-viewer [data-do=open]", "object-viewer[data-state=ready]"),
    "player": ("museum-player [data-do=begin]", "museum-player[data-playing=true]"),
}


def main() -> None:
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    start, *names = sys.argv[1:]
    print("".join(f"{column:>16}" for column in COLUMNS), flush=True)
    failed = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=OPTIONS)
        for name in names:
            try:
                failed += measure(browser, f"{start}{name}/", name)
            except Error as error:
                sys.exit(
                    f"{start}{name}/ cannot be measured. Is the museum open (make run)? {error}"
                )
        browser.close()
    if failed:
        sys.exit(f"Beyond the budget: {', '.join(failed)}")


def measure(browser: Browser, address: str, name: str) -> list[str]:
    """Print a line for everything that the page can open; returns what is beyond the budget."""
    failed = []
    for opened, (act, seen) in ACTS.items():
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        heard: list[Response] = []
        # Playwright keeps a mark on its listeners, which a list's own method cannot bear.
        page.on("response", lambda answer, heard=heard: heard.append(answer))  # type: ignore[call-overload]
        page.goto(address, wait_until="networkidle")
        if page.locator(act).count():
            # What the page itself brings on the way there is none of the viewer's.
            page.locator(act).first.scroll_into_view_if_needed()
            page.wait_for_timeout(2_000)
            before = weigh(heard, CODE) + weigh(heard, FILES)
            requests = open_and_count(page, act, seen)
            after = [weigh(heard, kind) for kind in (CODE, FILES)]
            print(f"{name:>16}{opened:>16}{before:>16.1f}{requests:>16}", end="")
            print("".join(f"{size:>16.1f}" for size in after), flush=True)
            if before or (opened == "deep zoom" and requests > MOST_REQUESTS):
                failed.append(f"{name} ({opened})")
        page.close()
    return failed


def open_and_count(page: Page, act: str, seen: str) -> int:
    """Open a viewer; how many requests it makes up to what it shows first."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(act).first.click()
    page.wait_for_selector(seen, state="attached", timeout=60_000)
    page.wait_for_timeout(3_000)
    # A picture that needs no tiles is in the page already.
    pixels = (place for place, url in enumerate(asked) if PIXELS.search(url))
    return 1 + next(pixels, len(asked) - 1)


def weigh(heard: list[Response], kind: re.Pattern[str]) -> float:
    """What came of a kind, as it was sent, in kB."""
    sizes = [int(one.headers.get("content-length", 0)) for one in heard if kind.search(one.url)]
    return sum(sizes) / 1000


if __name__ == "__main__":
    main()
