"""What the browser tests ask of a page: accessibility, weight, shifts,
and the way of the keyboard.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

# The whole transfer of a kind of page in bytes, headers included; what that is,
# tests/bench/weights.py says.
DETAIL, LIST, HOME, SCRIPTS = 85_000, 105_000, 200_000, 30_000
# What comes to a phone before one scrolls.
PHONE = 120_000

# Software rendering on a busy machine takes its time; only a test that fails waits so long, in ms.
PATIENCE = 120_000

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

# A picture that was passed too fast to be asked for is looked at once more.
ALL_IS_THERE = """() => {
  const missing = [...document.images].find((one) => !one.complete && one.checkVisibility());
  missing?.scrollIntoView({ behavior: "instant" });
  return !missing && document.fonts.status === "loaded";
}"""

FIND_FAULTS = """async ({ exclude, only }) => {
  const rules = only ? { runOnly: { type: "rule", values: only } } : {};
  const { violations } = await axe.run({ exclude }, { resultTypes: ["violations"], ...rules });
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} ${node.failureSummary}`));
}"""

# The stops of a whole turn with Tab: where each lies, its name, and whether one sees the focus.
DESCRIBE_STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const part = stop.closest("header, main, footer, .skip");
  const outlined = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  return {
    part: part?.matches(".skip") ? "skip"
      : stop.closest("main") ? "main" : part?.localName ?? "",
    name: (stop.getAttribute("aria-label") ?? stop.textContent ?? "").trim() || stop.id,
    visible: outlined(stop) || outlined(stop.closest(".card, .door") ?? stop),
  };
}"""

WATCH_SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""

OFFER_FRAMES = """async (number) => {
  for (let frame = 0; frame < number; frame += 1) await new Promise(requestAnimationFrame);
}"""

SCROLL_THROUGH = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((done) => setTimeout(done, 60));
  }
}"""


def faults(
    page: Page, *, but: tuple[str, ...] = (), only: tuple[str, ...] | None = None
) -> list[str]:
    """What axe finds on the page, but not in the elements with these selectors; `only` names the
    rules that are asked.

    The script comes through the debugger: no policy is weakened.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(FIND_FAULTS, {"exclude": list(but), "only": only})


def let_frames_pass(page: Page, number: int = 60) -> None:
    """Wait while the browser offers so many frames to draw in: a second, or longer where the
    machine is busy. What is not drawn meanwhile is not going to be.
    """
    page.evaluate(OFFER_FRAMES, number)


def until(page: Page, fact: Callable[[], bool], what: str) -> None:
    """Wait until a fact that the test itself measures is true; `what` says which is missing."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not fact():
        if time.monotonic() > deadline:
            raise AssertionError(f"never: {what}")
        page.wait_for_timeout(100)


def headings(page: Page) -> list[int]:
    """The ranks of the page's headings in their order."""
    tags = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("(all) => all.map((h) => h.tagName)")
    return [int(tag[1]) for tag in tags]


def tab_stops(page: Page, most: int = 200) -> list[dict[str, Any]]:
    """Every stop of the Tab key from the top of the page to its end."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(DESCRIBE_STOP)
        if stop is None:
            break
        stops.append(stop)
    return stops


def scroll_through(page: Page) -> None:
    """Look at the whole page, until every picture that one sees and every
    face of its words is there.
    """
    page.evaluate(SCROLL_THROUGH)
    page.wait_for_function(ALL_IS_THERE)


def weigh(page: Page, address: str, *, scrolled: bool = True) -> dict[str, int]:
    """Load all of a page with an empty cache, or what comes before one scrolls: encoded bytes by
    kind (`Image`, `Font`, …), headers included.
    """
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    kinds: dict[str, str] = {}
    bytes_of: dict[str, int] = {}
    asked: set[str] = set()
    session.on("Network.requestWillBeSent", lambda e: asked.add(e["requestId"]))
    session.on("Network.loadingFailed", lambda e: asked.discard(e["requestId"]))
    session.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    session.on(
        "Network.loadingFinished",
        lambda e: bytes_of.update({e["requestId"]: int(e["encodedDataLength"])}),
    )
    page.goto(address, wait_until="networkidle")
    if scrolled:
        scroll_through(page)
    until(page, lambda: asked <= bytes_of.keys(), "all that was asked for has come")
    weights: dict[str, int] = {}
    for request, size in bytes_of.items():
        kind = kinds.get(request, "Other")
        weights[kind] = weights.get(kind, 0) + size
    return weights


def messages_of(page: Page) -> list[str]:
    """Collect what the console complains about, and every answer that is none."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: found.append(error.stack or str(error)))
    page.on(
        "response",
        lambda answer: found.append(answer.url) if answer.status >= 400 else None,
    )
    return found
