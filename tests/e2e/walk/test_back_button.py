"""The browser keeps a room's page, with its walk, for the back button."""

from playwright.sync_api import Browser

from scripts.browser import OPTIONS, find
from tests.e2e.looking import PATIENCE
from tests.e2e.walk.visitor import Walkable, enter, open_room


def test_a_room_comes_back_as_it_was_left(rooms: Walkable, browser: Browser) -> None:
    # Playwright switches the browser's back/forward cache off, unless told otherwise.
    keeping = browser.browser_type.launch(
        executable_path=find(),
        args=OPTIONS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    page = keeping.new_page(viewport={"width": 640, "height": 480})
    page.set_default_timeout(PATIENCE)
    open_room(page, rooms.hall)
    enter(page)
    page.evaluate("addEventListener('pageshow', (event) => (window.kept = event.persisted))")
    page.goto(rooms.url + rooms.museum.collection.address)
    page.go_back(wait_until="commit")
    page.wait_for_selector("[data-entered]")
    told = "JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons)"
    assert page.evaluate("window.kept === true"), page.evaluate(told)
    keeping.close()
