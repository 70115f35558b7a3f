"""A museum with rooms to walk through, and a visitor in whose console nothing may be wrong."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from media.derivatives import renditions
from tests.e2e.walk.visitor import WORKS, Walkable
from tests.exhibitions.room_factory import (
    add_works,
    door,
    hung,
    make_museum,
    plinth,
    seat,
    wall_text,
    walls_of,
)

# Frames are drawn in software.
VIEWPORT = {"width": 640, "height": 480}
# A picture or page that a test takes away, the network that it cuts, the context that it loses.
EXPECTED = re.compile("Failed to load resource|CONTEXT_LOST|THREE.WebGLRenderer: Context|GPU stall")


@pytest.fixture
def rooms(museum_home, live_server) -> Walkable:
    museum = make_museum(museum_home)
    artifacts = [museum.artifact(number, width=480, height=360) for number in range(WORKS)]
    for artifact in artifacts:
        renditions.make(artifact.lead_image)
    first, second, third, fourth, fifth, last = artifacts
    next_room = museum.room("חדר שני", walls_of("octagon", {}), slug="next", light="day")
    works = {
        # The door is the entrance: the visit begins to its right.
        0: [
            door("to next", next_room, 100),
            hung(first, 300),
            hung(second, 600, frame="mat"),
            hung(third, 850, frame="none"),
        ],
        1: [wall_text("words", 200, "<p><b>שלום</b></p><p>קיר של מילים</p>"), hung(fourth, 450)],
        3: [hung(fifth, 350, frame="brass")],
    }
    floor = [plinth(last, 500, 330), seat("bench", 250, 400)]
    room = museum.room(
        "חדר ראשון",
        walls_of("rectangle", works),
        slug="first",
        floor=floor,
        start_x=500,
        start_y=600,
    )
    add_works(next_room, 4, [door("way back", room, 200)])
    return Walkable(museum, room, next_room, live_server.url)


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A small view without motion. Nothing may be wrong in the console."""
    page = context.new_page()
    page.set_viewport_size(VIEWPORT)
    page.emulate_media(reduced_motion="reduce")
    wrong = listen(page)
    yield page
    assert wrong == []


def listen(page: Page) -> list[str]:
    """Gather everything that goes wrong on a page."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))

    def hear(said) -> None:
        if said.type in {"error", "warning"} and not EXPECTED.search(said.text):
            wrong.append(said.text)

    page.on("console", hear)
    return wrong
