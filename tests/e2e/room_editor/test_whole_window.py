"""The room editor in the whole window and beside Wagtail's panel: nothing covered or moved."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Room
from home.models import HomePage
from tests.e2e.curator import hang_a_room, middle, wait_for_autosave, wait_for_editor, work
from tests.exhibitions.room_factory import Museum, make_museum

COVERED = """(element) => {
  const box = element.getBoundingClientRect();
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return !element.contains(at) && !at?.contains(element);
}"""


@pytest.fixture
def museum(live_server: LiveServer, museum_home: HomePage) -> Museum:
    return make_museum(museum_home)


@pytest.fixture
def room(museum: Museum) -> Room:
    return hang_a_room(museum)


def place(what: Locator) -> tuple[int, int, int, int]:
    box = what.bounding_box()
    assert box
    return round(box["x"]), round(box["y"]), round(box["width"]), round(box["height"])


def within(what: Locator) -> int:
    """How far below the editor's own edge it lies: the page itself may scroll."""
    return place(what)[1] - place(what.page.locator(".room-editor"))[1]


def test_everything_is_seen_and_stays_where_it_is(
    room: Room, open_editor: Callable[..., Page]
) -> None:
    page = open_editor(f"{room.pk}/edit/")
    wait_for_autosave(page)
    page.locator("[data-command=whole_window]").click()
    wall, tray = page.locator(".re-elevation > svg"), page.locator(".re-tray-list")
    expect(page.locator(".re-tray-work").first).to_be_visible()
    before = place(wall), place(tray), place(page.locator(".re-plan svg"))
    x, y, width, height = place(wall)
    assert x >= 0
    assert y + height <= 900
    assert width > 700
    assert height > 380, "as large as the window lets it be"
    work(page, 0).click()
    expect(page.locator(".re-inspector [data-field=width]")).to_be_visible()
    page.mouse.click(*middle(page.locator(".re-tray-work").first))
    expect(page.locator(".re-elevation .re-work")).to_have_count(6)
    after = place(wall), place(tray), place(page.locator(".re-plan svg"))
    assert after == before
    for part in (
        ".re-tab",
        ".re-search",
        ".re-plan .re-heading",
        ".re-wall-floor",
    ):
        assert not page.locator(part).first.evaluate(COVERED), part
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    # What Wagtail says elsewhere is said here, and its button is at hand.
    bar = page.locator(".re-window-bar")
    expect(bar.locator(".w-autosave-indicator__state--saved")).to_be_visible()
    page.route("**/edit/", lambda route: route.abort())
    work(page, 0).focus()
    page.keyboard.press("Shift+ArrowUp")
    expect(bar.locator(".w-autosave-indicator__state--paused")).to_be_visible()
    expect(bar.locator(".re-trouble")).to_contain_text("network error")
    page.unroute("**/edit/")
    bar.locator("[data-command=save]").click()
    # Wagtail asks what to do about the error first.
    with page.expect_event("load"):
        page.get_by_role("dialog").get_by_role("button", name="Save draft").click()
    wait_for_editor(page)
    expect(page.locator(".re-whole-window")).to_be_visible()


def test_the_side_panel_does_not_cover_it(room: Room, open_editor: Callable[..., Page]) -> None:
    page = open_editor(f"{room.pk}/edit/")
    wall = page.locator(".re-elevation > svg")
    work(page, 0).click()
    before = within(wall)
    page.locator(".re-tray-work").last.click()
    assert within(wall) == before
    page.locator("[data-side-panel-toggle=status]").first.click()
    panel = page.locator(".form-side")
    expect(panel).to_be_visible()
    page.wait_for_function(
        "() => document.querySelector('.form-side').getAnimations({ subtree: true }).length === 0"
    )
    editor = place(page.locator(".room-editor"))
    assert editor[0] + editor[2] <= place(panel)[0]
    assert editor[2] > 500
