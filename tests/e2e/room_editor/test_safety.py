"""Nothing is lost: autosave, two curators at once, a network that goes, and rooms of any size."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Room
from home.models import HomePage
from tests.e2e.curator import (
    DRAFT,
    hang_a_room,
    hung_works,
    saved,
    sign_in,
    wait_for_autosave,
    wait_for_editor,
    work,
)
from tests.e2e.looking import until
from tests.exhibitions.room_factory import Museum, block_id, hung, make_museum, walls_of


@pytest.fixture
def museum(live_server: LiveServer, museum_home: HomePage) -> Museum:
    return make_museum(museum_home)


def nudge(page: Page, place: int, key: str = "Shift+ArrowUp") -> None:
    work(page, place).focus()
    page.keyboard.press(key)


def height_of(room: Room, place: int) -> int:
    """The drafted height of the first wall's work at a place."""
    draft = Room.objects.get(pk=room.pk).get_latest_revision_as_object()
    return draft.walls.raw_data[0]["value"]["works"][place]["value"]["y"]


def kept(page: Page, room: Room, place: int, height: int) -> None:
    """Wait until the draft has this height: autosave runs soon after a change."""
    until(page, lambda: height_of(room, place) == height, f"{height} cm in the draft")


def is_stored(answer: Response) -> bool:
    """Is this what the browser is led on with when the form was sent and kept?"""
    return answer.request.method == "POST" and answer.status == 302


def test_autosave_keeps_each_step_as_a_draft(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    room = hang_a_room(museum)
    page = open_editor(f"{room.pk}/edit/")
    wait_for_autosave(page)
    nudge(page, 0)
    kept(page, room, 0, 160)
    saved(page)
    page.keyboard.press("Control+z")
    kept(page, room, 0, 150)
    saved(page)
    live = Room.objects.get(pk=room.pk).walls.raw_data[0]["value"]["works"][0]["value"]
    assert live["y"] == 150
    page.reload()
    wait_for_editor(page)
    assert hung_works(page)[0][0][2] == "150"


def test_two_curators_at_once_lose_nothing(
    museum: Museum, live_server: LiveServer, browser: Browser
) -> None:
    room = hang_a_room(museum)
    address = f"{live_server.url}/admin/pages/{room.pk}/edit/"
    pages = []
    for name in ("dona", "albert"):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        sign_in(context, live_server.url, name)
        pages.append(context.new_page())
        pages[-1].goto(address)
        wait_for_editor(pages[-1])
        wait_for_autosave(pages[-1])
    dona, albert = pages
    nudge(dona, 0)
    saved(dona)
    nudge(albert, 1)
    expect(albert.locator(".w-autosave-indicator__state--paused")).to_be_visible()
    assert hung_works(albert)[0][1][2] == "160", "his step is still before him"
    assert height_of(room, 0) == 160, "and hers is kept"
    albert.get_by_role("button", name="Save draft", exact=True).click()
    dialog = albert.locator("#w-save-confirmation-dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("dona saved a new version")
    expect(dialog.get_by_role("link").last).to_be_visible()
    with albert.expect_navigation():
        dialog.locator("[data-w-dialog-target=confirm]").click()
    wait_for_editor(albert)
    assert (height_of(room, 0), height_of(room, 1)) == (150, 160)
    drafts = [one.as_object() for one in room.revisions.order_by("created_at", "pk")]
    heights = [
        tuple(work["value"]["y"] for work in draft.walls.raw_data[0]["value"]["works"][:2])
        for draft in drafts
    ]
    assert (160, 150) in heights, "her version can be restored"
    for page in pages:
        page.context.close()


def test_a_network_that_goes_and_comes(museum: Museum, open_editor: Callable[..., Page]) -> None:
    room = hang_a_room(museum)
    page = open_editor(f"{room.pk}/edit/")
    wait_for_autosave(page)
    page.context.set_offline(True)
    nudge(page, 0)
    expect(page.locator(".w-autosave-indicator__state--paused")).to_be_visible()
    page.locator(".re-search").fill("sea")
    expect(page.locator(".re-tray")).to_contain_text("cannot be read just now")
    assert hung_works(page)[0][0][2] == "160"
    page.context.set_offline(False)
    page.locator(".re-search").fill("")
    expect(page.locator(".re-tray")).not_to_contain_text("cannot be read just now")
    nudge(page, 0)
    kept(page, room, 0, 170)


def test_three_hundred_works_are_shown_moved_and_saved(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    artifact = museum.artifact(1, width=300, height=200)
    rows = {
        wall: [
            hung(artifact, 20 + 12 * place, 80 + 30 * (place % 5), width=10)
            | {"id": block_id(f"{wall} {place}")}
            for place in range(75)
        ]
        for wall in range(4)
    }
    room = museum.room("room", walls_of("octagon", rows))
    page = open_editor(f"{room.pk}/edit/")
    assert sum(map(len, hung_works(page))) == 300
    expect(page.locator(".re-elevation .re-work")).to_have_count(75)
    expect(page.locator(".re-finding", has_text="300 works")).to_be_visible()
    nudge(page, 0)
    # Its answer is the editor anew: to build it again would show nothing new.
    with page.expect_response(is_stored):
        page.locator(f"[data-edit-form] {DRAFT}").first.evaluate("(button) => button.click()")
    page.goto("about:blank")
    assert height_of(room, 0) == 90


def test_a_wall_of_100_metres_a_stamp_and_a_carpet(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    artifact = museum.artifact(1, width=300, height=200)
    walls = walls_of("rectangle", {})
    for wall, (x, y) in zip(walls, ((0, 0), (10_000, 0), (10_000, 700), (0, 700)), strict=True):
        wall["value"] |= {"corner_x": x, "corner_y": y}
    walls[0]["value"]["works"] = [
        hung(artifact, 100, width=1),
        hung(artifact, 5_000, 500, width=1_200) | {"id": block_id("carpet")},
    ]
    room = museum.room("room", walls, height=1_200)
    page = open_editor(f"{room.pk}/edit/")
    expect(page.locator(".re-toolbar")).to_contain_text("10000 cm long")
    nudge(page, 0, "ArrowRight")
    assert hung_works(page)[0][0][1:] == ["101", "150", "1"]
    nudge(page, 1, "Alt+ArrowRight")
    assert hung_works(page)[0][1][3] == "1201"
    page.locator("[data-command=zoom_in]").click()
    expect(page.locator(".re-finding-error")).to_have_count(0)
