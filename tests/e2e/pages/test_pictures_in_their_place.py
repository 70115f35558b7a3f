"""A picture hangs in the middle of its place, whatever its shape; cards leave no hole."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Exhibition
from home.models import HomePage
from tests.exhibitions.room_factory import make_museum

# How far the drawn picture's middle is from the middle of its place, in px.
ASIDE = """(place) => {
  const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const around = place.getBoundingClientRect();
  const style = getComputedStyle(place);
  const inner = {
    left: around.left + parseFloat(style.paddingLeft),
    top: around.top + parseFloat(style.paddingTop),
    width: around.width - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
    height: around.height - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom),
  };
  const [x, y] = middle(place.querySelector("img").getBoundingClientRect());
  const [wantedX, wantedY] = middle(inner);
  return [Math.abs(x - wantedX), Math.abs(y - wantedY)];
}"""

# In how many rows elements stand.
ROWS = "all => new Set(all.map(one => Math.round(one.getBoundingClientRect().top))).size"


@pytest.mark.parametrize("place", [".door__picture", ".card__picture", ".next-step__picture"])
def test_a_picture_stands_in_the_middle(
    live_server: LiveServer, museum_home: HomePage, page: Page, place: str
) -> None:
    hall = make_museum(museum_home)
    wide = hall.artifact(1, width=1200, height=400)
    hall.exhibition.hero_image, hall.exhibition.hero_alt = wide.lead_image, "רחבה"
    hall.exhibition.save_revision().publish()
    wide.next_page = hall.exhibition
    wide.save_revision().publish()
    address = {
        ".door__picture": museum_home.address,
        ".card__picture": hall.collection.address,
        ".next-step__picture": wide.address,
    }[place]
    page.set_viewport_size({"width": 1366, "height": 900})
    page.goto(live_server.url + address, wait_until="load")
    assert max(page.locator(place).first.evaluate(ASIDE)) < 1


def test_a_small_picture_is_not_blown_up(
    live_server: LiveServer, museum_home: HomePage, page: Page
) -> None:
    hall = make_museum(museum_home)
    hall.artifact(1, width=90, height=60)
    hall.artifact(2, width=1200, height=800)
    page.goto(live_server.url + hall.collection.address, wait_until="load")
    small, large = page.locator(".card__picture img").all()
    fits = [one.evaluate("image => getComputedStyle(image).objectFit") for one in (small, large)]
    assert fits == ["scale-down", "contain"]
    assert small.evaluate("image => image.naturalWidth") <= 90


@pytest.mark.parametrize(("width", "rows"), [(390, 3), (740, 3), (820, 1), (1366, 1)])
def test_three_exhibitions(
    live_server: LiveServer, museum_home: HomePage, page: Page, width: int, rows: int
) -> None:
    index = make_museum(museum_home).exhibition.get_parent()
    for number in (2, 3):
        index.add_child(instance=Exhibition(title=f"תערוכה {number}", slug=f"show-{number}"))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(live_server.url + index.get_url())
    shown = page.locator(".door, .cards--wide > *")
    assert shown.count() == 3
    assert shown.evaluate_all(ROWS) == rows
    assert page.evaluate("document.documentElement.scrollWidth") <= width
