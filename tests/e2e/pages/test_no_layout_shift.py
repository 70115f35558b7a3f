"""Nothing moves while a page loads: pictures have their place, and words their faces."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage
from tests.e2e import looking
from tests.exhibitions.room_factory import hung, make_museum, walls_of

# Below what a browser's rounding makes of a line of text; a picture that pushes is 0.02 and more.
NOTHING = 0.001


@pytest.fixture(autouse=True)
def few_sizes() -> None:
    """All sizes are made: which of them a browser takes, and when, is what may move a page."""


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_pages_stand_still(
    live_server: LiveServer, museum_home: HomePage, page: Page, width: int
) -> None:
    hall = make_museum(museum_home)
    works = [
        hall.artifact(1),
        hall.artifact(2, width=400, height=900),
        hall.artifact(3, width=1200, height=300),
    ]
    room = hall.room("חדר", walls_of("rectangle", {0: [hung(work, 300) for work in works[:1]]}))
    museum_home.hero_image = works[0].lead_image
    museum_home.save_revision().publish()
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(looking.WATCH_SHIFTS)
    shifts = {}
    pages = (museum_home, hall.collection, hall.exhibition, room, *works)
    for address in (one.address for one in pages):
        page.goto(live_server.url + address, wait_until="networkidle")
        looking.scroll_through(page)
        shifts[address] = page.evaluate("window.shifts")
    assert {address: shift for address, shift in shifts.items() if shift > NOTHING} == {}
