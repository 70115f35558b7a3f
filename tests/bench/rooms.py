"""Print what the 3D walk of a running museum costs a visitor. Run by `make bench-rooms`.

    python -m tests.bench.rooms http://localhost:8000/en/exhibitions/first-schools/tetouan-1862/ …

Opens each room's page in Chromium, with WebGL drawn in software, and asserts nothing; the budgets
that are counts and bytes are asserted in tests/e2e/walk/test_budgets.py.
"""

import gzip
import sys
import time

from playwright.sync_api import Browser, Response, sync_playwright

from scripts.browser import OPTIONS, find

COLUMNS = (
    "room",
    "draws",
    "triangles",
    "textures MB",
    "JS kB gz",
    "other kB",
    "ready s",
    "frame ms",
)


def main() -> None:
    addresses = sys.argv[1:]
    if not addresses:
        sys.exit(__doc__)
    print("".join(f"{column:>13}" for column in COLUMNS))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=OPTIONS)
        for address in addresses:
            measure(browser, address)
        browser.close()


def measure(browser: Browser, address: str) -> None:
    """One line of the table; frame times are of software drawing at 960 × 600 px."""
    page = browser.new_page(viewport={"width": 960, "height": 600})
    scripts: list[int] = []
    others: list[int] = []

    def count(response: Response) -> None:
        if response.url.endswith(".js"):
            scripts.append(len(gzip.compress(response.body(), 9)))
        else:
            others.append(int(response.headers.get("content-length", 0)))

    page.on("response", count)
    started = time.monotonic()
    page.goto(address)
    page.evaluate("document.querySelector('museum-room').load()")
    page.wait_for_selector("museum-room[data-state=ready]", state="attached", timeout=120_000)
    ready = time.monotonic() - started
    page.wait_for_load_state("networkidle")
    walk = "document.querySelector('museum-room')"
    page.evaluate(f"{walk}.enter()")
    page.click("[data-do=next]")
    page.wait_for_timeout(5_000)
    stats = page.evaluate(f"{{ ...{walk}.stats }}".join(("(", ")")))
    row = (
        address.rstrip("/").rsplit("/", 1)[-1][:12],
        stats["drawCalls"],
        stats["triangles"],
        f"{stats['textureBytes'] / 2**20:.1f}",
        f"{sum(scripts) / 1000:.0f}",
        f"{sum(others) / 1000:.0f}",
        f"{ready:.1f}",
        f"{stats['frameTime']:.0f}",
    )
    print("".join(f"{cell!s:>13}" for cell in row), flush=True)
    page.close()


if __name__ == "__main__":
    main()
