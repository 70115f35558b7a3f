"""A work goes to another wall: by its menu, by keys, and by dragging it onto the plan."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Room
from home.models import HomePage
from tests.e2e.curator import (
    hang_a_room,
    hung_works,
    middle,
    said,
    undo_everything,
    work,
)
from tests.exhibitions.room_factory import Museum, hung, make_museum, walls_of


@pytest.fixture
def museum(live_server: LiveServer, museum_home: HomePage) -> Museum:
    return make_museum(museum_home)


def test_by_menu_keys_and_mouse(museum: Museum, open_editor: Callable[..., Page]) -> None:
    room: Room = hang_a_room(museum)
    page = open_editor(f"{room.pk}/edit/")
    before = hung_works(page)
    first, second = before[0][:2]
    work(page, 0).focus()
    page.keyboard.press("Shift+ArrowUp")
    wall = page.locator(".re-inspector [data-field=wall]")
    expect(wall).to_have_value("0")
    wall.select_option("2")
    moved = hung_works(page)[2][0]
    assert (moved[0], moved[2], moved[3]) == (first[0], "160", first[3])
    assert "Wall 3 now has" in said(page)
    expect(work(page, 0)).to_be_focused()
    page.keyboard.press("Shift+PageUp")
    assert hung_works(page)[1][0][0] == first[0]

    # Onto the plan's fourth wall, on the visitor's left.
    page.locator(".re-toolbar select").select_option("0")
    plan = page.locator(".re-plan .re-wall").nth(3)
    page.locator("[data-command=whole_window]").click()
    page.mouse.move(*middle(work(page, 0)))
    page.mouse.down()
    # A line straight down has no width, for which reason it counts as hidden.
    box = plan.bounding_box()
    assert box
    page.mouse.move(box["x"], box["y"] + box["height"] / 2, steps=5)
    expect(plan).to_have_class("re-wall re-wall-under")
    page.mouse.up()
    dropped = hung_works(page)[3][0]
    assert (dropped[0], dropped[2]) == (second[0], second[2])
    undo_everything(page)
    assert hung_works(page) == before


def test_several_at_once_and_what_is_said_of_them(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    one, two = museum.artifact(1), museum.artifact(2)
    works = [hung(one, x=20, width=100), hung(two, x=300), {**hung(one, x=500), "id": "again"}]
    museum.exhibition.palette = "olive"
    museum.exhibition.save()
    room = museum.room("room", walls_of("rectangle", {0: works}))
    page = open_editor(f"{room.pk}/edit/")
    checks = page.locator(".re-checks")
    expect(checks).to_contain_text("beyond the wall's left end")
    expect(checks).to_contain_text("more than once")
    # The wall has the colour that visitors see.
    face = page.locator(".re-wall-face")
    expect(face).to_have_css("fill", "rgb(102, 114, 58)")
    expect(page.locator(".re-lengths text").first).to_have_text("10")
    work(page, 0).focus()
    page.keyboard.press("Control+a")
    frame = page.locator(".re-inspector [data-field=frame]")
    expect(frame).to_have_value("wood")
    expect(page.locator(".re-inspector [data-field=width]")).to_have_value("")
    frame.select_option("brass")
    expect(page.locator('.re-elevation .re-work[data-frame="brass"]')).to_have_count(3)
    page.locator(".re-inspector [data-field=wall]").select_option("1")
    assert [len(wall) for wall in hung_works(page)] == [0, 3, 0, 0]
    # No corner is taken away before one is chosen.
    page.locator("[data-command=remove_wall]").evaluate("(button) => button.click()")
    assert len(hung_works(page)) == 4
