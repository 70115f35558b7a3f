"""The navigation on small screens is a drawer that opens without scripts.

Wide screens need none.
"""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Collection
from home.models import HomePage

PHONE = {"width": 390, "height": 844}
# What may stand above a page's own content on a phone: languages and name, a row each.
HEADER = 124


@pytest.fixture
def index(museum_home: HomePage) -> Collection:
    page = Collection(title="האוסף", slug="collection", show_in_menus=True)
    return museum_home.add_child(instance=page)


def test_a_phone_has_a_drawer(live_server: LiveServer, index: Collection, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="he")
    page = context.new_page()
    page.goto(f"{live_server.url}/he/")
    link = page.get_by_role("banner").get_by_role("link", name="האוסף")
    expect(link).to_be_hidden()
    assert page.get_by_role("banner").bounding_box()["height"] <= HEADER
    page.locator("summary", has_text="תפריט").press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("האוסף")
    context.close()


def test_a_wide_screen_shows_all(live_server: LiveServer, index: Collection, page: Page) -> None:
    page.goto(f"{live_server.url}/he/")
    expect(page.get_by_role("banner").get_by_role("link", name="האוסף")).to_be_visible()
    expect(page.get_by_text("תפריט", exact=True)).to_be_hidden()
