"""Print what the pages of a running museum weigh, the heaviest of each kind first. Run by
`make bench-weights`.

    python -m tests.bench.weights http://localhost:8000 [part of an address …]

A page's whole transfer is what a first visit brings, headers included: the document, styles,
scripts, fonts, and every picture that is loaded until the visitor has scrolled to the page's end,
in a window 390 and in one 1,440 px wide, of one pixel a pixel. What comes only when it is asked for
(a film that is played, a picture that is looked at closely, a page of a document that is turned to)
is not part of it. How many are over the budget of their kind is said, not asserted: the assertions
are in tests/e2e/test_transfer.py.
"""

import re
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from scripts.browser import OPTIONS, find
from tests.e2e import looking

WINDOWS = ((1440, 900), (390, 844))
KINDS = ("Document", "Stylesheet", "Script", "Font", "Image")
SHOWN = 10
LANGUAGES = r"^/(he|es|fr|en)/"


@dataclass(frozen=True)
class Weight:
    """A page in one window; bytes in total and by kind."""

    path: str
    width: int
    bytes: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.bytes.values())

    @property
    def kind(self) -> str:
        return kind(self.path)

    @property
    def is_over(self) -> bool:
        return self.total > BUDGETS.get(self.kind, looking.DETAIL)


# In bytes; a room's walk has budgets of its own, all other kinds are those of a detail page.
BUDGETS = {"home": looking.HOME, "list": looking.LIST, "room": sys.maxsize}


def kind(path: str) -> str:
    """Return what an address leads to: home, a list, a room,
    or the name of the list that it is in.
    """
    below = re.sub(LANGUAGES, "", path).strip("/").split("/")
    if below == [""]:
        return "home"
    if len(below) == 1:
        return "list"
    return "room" if len(below) == 3 and below[0] == "exhibitions" else below[0]


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    museum, parts = sys.argv[1].rstrip("/"), sys.argv[2:]
    paths = [path for path in addresses(museum) if all(part in path for part in parts)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=OPTIONS)
        found = [weigh(browser, museum, path, window) for path in paths for window in WINDOWS]
        browser.close()
    show(found)


def addresses(museum: str) -> list[str]:
    """Return the paths of all public pages, from the museum's site maps."""
    maps = locations(f"{museum}/sitemap.xml")
    return [urlsplit(page).path for one in maps for page in locations(one)]


def locations(address: str) -> list[str]:
    with urlopen(address) as answer:
        return re.findall(r"<loc>(.*?)</loc>", answer.read().decode())


def weigh(browser: Browser, museum: str, path: str, window: tuple[int, int]) -> Weight:
    width, height = window
    visit = browser.new_context(viewport={"width": width, "height": height})
    try:
        return Weight(path, width, looking.weigh(visit.new_page(), museum + path))
    finally:
        visit.close()


def show(found: list[Weight]) -> None:
    for name in sorted({one.kind for one in found}):
        ours = sorted((one for one in found if one.kind == name), key=lambda one: -one.total)
        over = sum(one.is_over for one in ours)
        print(f"\n{name}: {len(ours)} weighed, {over} over their budget")
        print(f"{'total':>8}", *(f"{part[:8]:>8}" for part in KINDS), f"{'px':>6}  page")
        for one in ours[:SHOWN]:
            parts = (f"{one.bytes.get(part, 0):>8}" for part in KINDS)
            print(f"{one.total:>8}", *parts, f"{one.width:>6}  {one.path}")


if __name__ == "__main__":
    main()
