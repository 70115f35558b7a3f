"""Beside the wall: the visit, the collection, other rooms' plans, texts in place, a finger."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Artifact
from exhibitions.models.term import Term
from home.models import HomePage
from tests.e2e.curator import (
    hang_a_room,
    hung_works,
    middle,
    said,
    save,
    sign_in,
    wait_for_editor,
    work,
)
from tests.e2e.fingers import Fingers
from tests.exhibitions.room_factory import Museum, hung, make_museum, point_out, walls_of


@pytest.fixture
def museum(live_server: LiveServer, museum_home: HomePage) -> Museum:
    return make_museum(museum_home)


def command(page: Page, name: str) -> None:
    page.locator(f"[data-command={name}]:visible").first.click()


def test_the_visit_is_ordered_by_hand_and_in_the_form(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    page = open_editor(f"{hang_a_room(museum).pk}/edit/")
    page.get_by_role("tab", name="The visit").click()
    titles = page.locator(".re-stop-title")
    first, second = titles.all_inner_texts()[:2]
    page.locator(".re-stop").nth(1).press("Alt+ArrowUp")
    assert titles.all_inner_texts()[:2] == [second, first]
    assert f"{second}: 1 of 6 in the visit" in said(page)
    stops = "[name$='-value-stop']"
    values = page.locator(stops).evaluate_all("(all) => all.map((one) => one.value)")
    assert sorted(filter(None, values)) == ["1", "2"]
    command(page, "follow_walls")
    assert titles.all_inner_texts()[:2] == [first, second]


def test_the_visit_has_stops_a_pace_and_turns(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    room = hang_a_room(museum)
    first = museum.artifacts[0]
    seal = point_out(first, "Seal", (1, 1, 9, 9))
    page = open_editor(f"{room.pk}/edit/")
    work(page, 0).focus()
    inspector = page.locator(".re-inspector")
    inspector.get_by_label("Stays (seconds)").fill("20")
    inspector.get_by_label("Then turns to").select_option(label="Seal")
    page.get_by_role("tab", name="The visit").click()
    row = page.locator(".re-stops > li").filter(has_text=first.title)
    expect(row.locator(".re-quiet")).to_have_text("Wall 1 · 20 s · turns to “Seal”")
    # By keyboard: the visit passes a work by, and stops there again.
    passing = row.get_by_role("button", name="Pass by on the guided visit")
    passing.press("Enter")
    expect(passing).to_have_attribute("aria-pressed", "true")
    assert said(page) == f"{first.title}: the guided visit passes it by"
    expect(inspector.get_by_label("The guided visit passes it by")).to_be_checked()
    passing.press("Enter")
    expect(passing).to_have_attribute("aria-pressed", "false")
    save(page)
    room.refresh_from_db()
    stored = next(one for one in room.stored.works if one.artifact == first.pk)
    assert (stored.stay, stored.turn, stored.passed) == (20, seal, False)


def test_the_tray_is_filtered_by_object_type(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    room = hang_a_room(museum)
    kind = Term.objects.create(
        vocabulary="object-type", slug="letter", name="Letter", locale=museum.home.locale
    )
    Artifact.objects.filter(pk=museum.artifacts[2].pk).update(object_type=kind)
    page = open_editor(f"{room.pk}/edit/")
    expect(page.locator(".re-tray-work")).to_have_count(5)
    page.get_by_label("Object type").select_option(label="Letter")
    expect(page.locator(".re-tray-work")).to_have_count(1)
    expect(page.locator(".re-tray-title")).to_have_text(museum.artifacts[2].title)


def test_a_room_starts_from_another_without_its_works(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    museum.room(
        "model",
        walls_of("octagon", {0: [hung(museum.artifact(1), 200)]}, colour="#2b3a67"),
        height=420,
        start_x=500,
        start_y=860,
        light="candle",
    )
    page = open_editor(f"add/exhibitions/room/{museum.exhibition.pk}/")
    page.locator("[data-from]").click()
    assert hung_works(page) == [[]] * 8
    assert page.locator("[name=height]").input_value() == "420"
    assert page.locator("[name=light]").input_value() == "candle"
    assert page.locator("[name='walls-3-value-colour']").input_value() == "#2b3a67"
    command(page, "undo")
    expect(page.locator("[data-from]")).to_be_visible()


def test_a_wall_text_is_written_where_it_hangs(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    page = open_editor(f"{hang_a_room(museum).pk}/edit/")
    text = page.locator(".re-work-text")
    text.dblclick()
    expect(page.locator(".re-writing [contenteditable=true]")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" And ships.")
    expect(text.locator(".re-text")).to_have_text("The sea. And ships.")
    page.keyboard.press("Escape")
    expect(page.locator(".re-writing")).to_be_hidden()
    assert text.evaluate("(text) => text === document.activeElement")


def test_by_touch(museum: Museum, live_server: LiveServer, browser: Browser) -> None:
    room = hang_a_room(museum)
    tablet = browser.new_context(viewport={"width": 820, "height": 1180}, has_touch=True)
    sign_in(tablet, live_server.url)
    page = tablet.new_page()
    page.goto(f"{live_server.url}/admin/pages/{room.pk}/edit/")
    wait_for_editor(page)
    page.locator(".re-stage").evaluate("(stage) => stage.scrollIntoView({ block: 'center' })")
    before = hung_works(page)
    x, y = middle(work(page, 0))
    Fingers(page).move([(x, y)], [(x, y - 30)])
    moved = hung_works(page)
    assert int(moved[0][0][2]) > int(before[0][0][2])
    # Chosen, the work has handles: a finger on the upper right one makes it wider.
    x, y = middle(page.locator(".re-handle").nth(1))
    Fingers(page).move([(x, y)], [(x + 20, y - 15)])
    wider = hung_works(page)
    assert int(wider[0][0][3]) > int(moved[0][0][3])
    assert wider[0][0][1:3] == moved[0][0][1:3], "about its centre"
    tablet.close()
