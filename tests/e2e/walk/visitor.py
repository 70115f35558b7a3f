"""What a visitor of the walk does and sees, for the tests of the walk."""

import json
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from weakref import WeakKeyDictionary

from PIL import Image
from playwright.sync_api import Page, Request, expect

from exhibitions.models import Room
from tests.e2e.looking import let_frames_pass, until
from tests.exhibitions.room_factory import Museum

READY = "museum-room[data-state=ready]"
WORKS = 6
"""Works in the first room: five on its walls and one under glass."""
AWAITED: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()
"""What each page has asked for and not got."""


@dataclass
class Walkable:
    """Two rooms joined by doors, and a third that no door leads to."""

    museum: Museum
    room: Room
    next: Room
    url: str

    @property
    def hall(self) -> str:
        """The address of the first room."""
        return self.url + self.room.address


def open_room(page: Page, address: str) -> None:
    """Open a room's page and have the walk loaded, which comes only once it is asked for."""
    note_requests(page)
    page.goto(address)
    page.locator("museum-room").scroll_into_view_if_needed()
    element(page, "await room.load()")
    page.wait_for_selector(READY, state="attached")


def note_requests(page: Page) -> set[Request]:
    """Note what the page asks for from now on; sound and film, whose streams stay open, aside.
    Returns what it has not got.
    """
    if page not in AWAITED:
        awaited = AWAITED[page] = set()
        page.on("request", lambda one: awaited.add(one) if one.resource_type != "media" else None)
        for end in ("requestfinished", "requestfailed"):
            page.on(end, lambda one: awaited.discard(one))  # noqa: PLW0108  (Playwright marks it)
    return AWAITED[page]


def enter(page: Page) -> None:
    page.click("[data-do=enter]")
    page.wait_for_selector("[data-entered]")


def element(page: Page, script: str) -> Any:
    """Evaluate with `room` as the element."""
    return page.evaluate(
        f"async () => {{ const room = document.querySelector('museum-room'); {script} }}"
    )


def stats(page: Page) -> dict[str, float]:
    return json.loads(str(element(page, "return JSON.stringify(room.stats)")))


def front(page: Page) -> str:
    """The title of the work in front."""
    return page.inner_text("[data-part=title]")


def said(page: Page) -> str:
    """What the polite region says."""
    return page.inner_text("[data-part=status]")


def settled(page: Page) -> None:
    """Wait until nothing more is drawn: every picture has come, and the neighbours' light."""
    awaited = note_requests(page)

    def at_rest() -> bool:
        before = stats(page)["frames"]
        let_frames_pass(page)
        return not awaited and 0 < before == stats(page)["frames"]

    until(page, at_rest, "a second without drawing")


def go_through_a_door(page: Page, number: int = 0) -> None:
    """Press a door of the plan, by default the first."""
    if page.locator("[data-part=plan]").is_hidden():
        page.click("[data-do=plan]")
    page.locator(".walk__mark--door").nth(number).dispatch_event("click")


def word(page: Page, key: str) -> str:
    """A word of the walk in the page's language."""
    return str(element(page, f"return room.words.say({json.dumps(key)})"))


def wait_for_word(page: Page, key: str) -> None:
    """Wait until a word to the visitor is in sight."""
    expect(page.locator("[data-part=status].walk__hint")).to_have_text(word(page, key))
    expect(page.locator("[data-part=status]")).to_be_visible()


def bright_share(page: Page) -> float:
    """Part of the view that is as light as paper under a lamp: the pictures are there."""
    shot = Image.open(BytesIO(page.locator(".walk__view").screenshot())).convert("L")
    levels = shot.histogram()
    return sum(levels[150:]) / sum(levels)
