"""While Wagtail saves a draft by itself a button is pressed, or more is typed: the two saves come
one after the other.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Room
from home.models import HomePage
from tests.e2e.curator import (
    PUBLISH,
    hang_a_room,
    saved,
    wait_for_autosave,
    work,
)
from tests.e2e.looking import until
from tests.exhibitions.room_factory import Museum, make_museum

# When the form is sent, Wagtail hears of a change once more: has it begun another draft?
CHANGE_AFTER = """() => window.addEventListener('submit', ({ target }) => {
  target.dispatchEvent(new CustomEvent('w-unsaved:add', { cancelable: true }));
  const { app } = window.wagtail;
  const autosave = app.getControllerForElementAndIdentifier(target, 'w-autosave');
  sessionStorage.setItem('begun', String(autosave.submitPromise));
})"""


class Wire:
    """The way between the editor and the museum, where the answers to drafts are held back."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.drafts: list[tuple[Route, APIResponse]] = []
        self.sent: list[str] = []
        page.route("**/admin/pages/**", self._take)

    def _take(self, route: Route) -> None:
        request = route.request
        if request.method != "POST" or "preview" in request.url:
            route.fallback()
        elif "json" in request.headers.get("accept", ""):
            # The museum has the draft; the editor does not know of it yet.
            self.drafts.append((route, route.fetch()))
        else:
            self.sent.append(request.url)
            route.fallback()

    def wait_for_draft(self) -> None:
        until(self.page, lambda: bool(self.drafts), "a draft was saved")

    def answer(self) -> None:
        route, response = self.drafts.pop()
        route.fulfill(response=response)


@pytest.fixture
def museum(live_server: LiveServer, museum_home: HomePage) -> Museum:
    return make_museum(museum_home)


def publish_while_saving(page: Page, wire: Wire) -> None:
    wire.wait_for_draft()
    page.evaluate(CHANGE_AFTER)
    button = page.locator(PUBLISH).first
    button.evaluate("(button) => button.click()")
    expect(button).to_have_attribute("aria-busy", "true")
    assert not wire.sent, "the button waits for the draft"
    with page.expect_event("load"):
        wire.answer()
    assert page.evaluate("sessionStorage.getItem('begun')") == "null"
    assert len(wire.sent) == 1


def test_a_room_is_published(museum: Museum, open_editor: Callable[..., Page]) -> None:
    room = hang_a_room(museum)
    page = open_editor(f"{room.pk}/edit/")
    wire = Wire(page)
    wait_for_autosave(page)
    work(page, 0).focus()
    page.keyboard.press("Shift+ArrowUp")
    publish_while_saving(page, wire)
    room.refresh_from_db()
    assert room.live
    assert not room.has_unpublished_changes
    assert room.walls.raw_data[0]["value"]["works"][0]["value"]["y"] == 160


def test_a_new_room_is_there_once(museum: Museum, open_editor: Callable[..., Page]) -> None:
    page = open_editor(f"add/exhibitions/room/{museum.exhibition.pk}/")
    wire = Wire(page)
    wait_for_autosave(page)
    page.locator("[name=title]").fill("The new room")
    page.locator('[data-template="l"]').click()
    publish_while_saving(page, wire)
    room = Room.objects.get()
    assert room.live
    assert not room.has_unpublished_changes


def test_what_is_typed_while_a_draft_is_saved_is_saved_next(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    room = hang_a_room(museum)
    page = open_editor(f"{room.pk}/edit/")
    wire = Wire(page)
    wait_for_autosave(page)
    title = page.locator("[name=title]")
    title.fill("First")
    wire.wait_for_draft()
    title.fill("Second")
    wire.answer()
    wire.wait_for_draft()
    wire.answer()
    saved(page)
    room.refresh_from_db()
    assert room.draft_title == "Second"
    assert not wire.drafts
