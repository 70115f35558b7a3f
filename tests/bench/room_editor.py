"""Print what a drag costs in the room editor of a running museum. Run by `make bench-rooms`.

    python -m tests.bench.room_editor http://localhost:8000

Signs in as the demonstration's administrator, hangs a room's works over and over until there are
100 and drags one, then a whole wall of them. Nothing is saved, nothing asserted; the bytes are
asserted in tests/e2e/test_room_editor.py.
"""

import gzip
import json
import re
import sys
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page, Response, Route, sync_playwright

from museum.settings.base import VAR_DIR
from scripts.browser import OPTIONS, find

WORKS = 100
MOVES = 120
COLUMNS = ("dragged", "on wall", "moves", "p50 ms", "p95 ms", "most ms", "script ms", "layout ms")
# From the first handler of a move to the last: what the editor computes and writes.
WATCH = """() => {
  window.moves = [];
  let from = 0;
  addEventListener('pointermove', () => { from = performance.now(); }, { capture: true });
  addEventListener('pointermove', () => { moves.push(performance.now() - from); });
}"""
HANG = """(count) => {
  const { children } = document.querySelector('#walls-root').rootBlock;
  const works = children.map(({ block }) => block.childBlocks.works);
  const hung = works.flatMap((stream) => stream.children.map((child) => child.getState()))
    .filter(({ type }) => type === 'artifact');
  for (const stream of works) while (stream.children.length) stream.deleteBlock(0);
  for (let place = 0; place < count; place += 1) {
    const wall = place % works.length, across = Math.floor(place / works.length);
    const { type, value } = hung[place % hung.length];
    const at = { x: String(60 + 24 * across), y: String(100 + 60 * (across % 3)), width: '20' };
    works[wall].insert({ type, value: { ...value, ...at }, id: crypto.randomUUID() }, across);
  }
}"""


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    museum = sys.argv[1]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=OPTIONS)
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        scripts: list[int] = []
        page.on("response", lambda response: weigh(response, scripts))
        page.route("**/admin/pages/*/edit/", keep_nothing)
        open_editor(page, museum)
        print(
            f"\nThe room editor: {sum(scripts) / 1000:.1f} kB of JavaScript, compressed,"
            " without the preview"
        )
        page.evaluate(HANG, WORKS)
        page.wait_for_function("document.querySelectorAll('.re-elevation .re-work').length > 9")
        page.locator(".re-elevation").evaluate("(wall) => wall.scrollIntoView({ block: 'center' })")
        page.evaluate(WATCH)
        print("".join(f"{column:>11}" for column in COLUMNS))
        measure(page)
        page.keyboard.press("Control+a")
        measure(page)
        browser.close()


def weigh(response: Response, scripts: list[int]) -> None:
    path = urlsplit(response.url).path
    if "/build/" in path and path.endswith(".js") and "one-save" not in path:
        scripts.append(len(gzip.compress(response.body(), 9)))


def keep_nothing(route: Route) -> None:
    """No draft of what is hung here."""
    if route.request.method == "POST":
        route.abort()
    else:
        route.fallback()


def open_editor(page: Page, museum: str) -> None:
    """The editor of the first room in the report across rooms."""
    password = json.loads((VAR_DIR / "demo-accounts.json").read_text())["administrator"]
    page.goto(f"{museum}/admin/login/")
    page.fill("[name=username]", "administrator")
    page.fill("[name=password]", password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    report = page.request.get(f"{museum}/admin/reports/rooms/").text()
    edit = re.findall(r"/admin/pages/\d+/edit/", report)[0]
    page.goto(museum + edit)
    page.wait_for_selector(".room-editor .re-work", timeout=60_000)
    page.wait_for_load_state("networkidle")


def measure(page: Page) -> None:
    """One line of the table: a work of the wall's middle dragged about,
    with all that are chosen.
    """
    works = page.locator(".re-elevation .re-work")
    count = works.count()
    box = works.nth(count // 2).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("moves.length = 0")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    before = durations(session)
    for move in range(MOVES):
        page.mouse.move(x + move % 40 - 20, y - move % 30)
    after = durations(session)
    moves = sorted(page.evaluate("moves"))
    dragged = len(page.locator(".re-elevation .re-work[aria-pressed=true]").all())
    page.keyboard.press("Escape")
    page.mouse.up()
    script, layout = ((after[name] - before[name]) * 1000 / len(moves) for name in before)
    p50, p95 = moves[len(moves) // 2], moves[int(len(moves) * 0.95)]
    row = (
        dragged,
        count,
        len(moves),
        *(f"{ms:.2f}" for ms in (p50, p95, moves[-1], script, layout)),
    )
    print("".join(f"{cell!s:>11}" for cell in row), flush=True)


def durations(session: CDPSession) -> dict[str, float]:
    """Seconds that the page has computed, and laid out, since it was opened."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    known = {one["name"]: one["value"] for one in metrics}
    return {name: known[name] for name in ("ScriptDuration", "LayoutDuration")}


if __name__ == "__main__":
    main()
