"""A room's picture is drawn by the walk itself, and its page opens on it."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from PIL import Image
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import RoomPicture
from exhibitions.presentation.room_pictures import SHAPES, files_in
from home.models import HomePage
from tests.e2e import looking
from tests.e2e.walk.visitor import READY, enter, settled
from tests.exhibitions.room_factory import hung, make_museum, walls_of

LARGEST = """() => new Promise((done) => new PerformanceObserver((list) => {
  const { element } = list.getEntries().at(-1);
  done(element ? element.className : "");
}).observe({ type: "largest-contentful-paint", buffered: true }))"""

PLACE = """() => {
  const { offsetTop, offsetHeight } = document.querySelector("museum-room");
  return [offsetTop, offsetHeight];
}"""


@dataclass
class Drawn:
    """A room whose picture a real browser drew, and the address of its page."""

    address: str
    picture: RoomPicture


@pytest.fixture
def drawn(
    museum_home: HomePage, live_server: LiveServer, real_files: Path, settings: Settings
) -> Drawn:
    settings.POSTERS = True
    museum = make_museum(museum_home)
    works = [museum.artifact(number, width=480, height=360) for number in range(3)]
    walls = walls_of("rectangle", {0: [hung(one, 250 + 250 * n) for n, one in enumerate(works)]})
    room = museum.room("חדר", walls, slug="room", start_x=500, start_y=450)
    room.save_revision().publish()
    settings.POSTERS = False
    return Drawn(live_server.url + room.address, RoomPicture.objects.get(room=room))


def colours(path: Path) -> int:
    with Image.open(path) as picture:
        small = picture.convert("RGB").resize((80, 40))
    return len(small.getcolors(80 * 40) or [])


def test_the_page_opens_on_the_picture_of_its_room(drawn: Drawn, page: Page) -> None:
    assert (drawn.picture.state, drawn.picture.reason) == (RoomPicture.State.READY, "")
    for name in files_in(drawn.picture.folder):
        assert colours(Path(default_storage.path(name))) > 100, "a room with its works"
    page.set_viewport_size({"width": 1000, "height": 700})
    page.add_init_script(looking.WATCH_SHIFTS)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(drawn.address, wait_until="networkidle")
    picture = page.locator(".walk__picture")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 0
    assert page.evaluate(LARGEST) == "walk__picture"
    assert page.evaluate("window.shifts") < 0.001
    assert not [url for url in asked if "visit" in url or "scene" in url]
    before = page.evaluate(PLACE)
    enter(page)
    page.wait_for_selector(READY, state="attached")
    settled(page)
    expect(picture).to_be_hidden()
    assert page.evaluate(PLACE) == before, "the walk has the same place"


def test_a_phone_gets_the_tall_picture(drawn: Drawn, page: Page) -> None:
    tall = SHAPES[0]
    page.set_viewport_size({"width": 390, "height": 780})
    page.goto(drawn.address, wait_until="networkidle")
    source = page.locator(".walk__picture").evaluate("image => image.currentSrc")
    assert f"/{tall.name}-480.avif" in source
