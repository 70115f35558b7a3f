"""A curator hangs rooms in a real browser: by mouse, by keyboard, in English and in Hebrew."""

import gzip
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Room
from home.models import HomePage
from tests.e2e.curator import (
    DRAFT,
    drag,
    hang_a_room,
    hung_works,
    said,
    save,
    undo_everything,
    work,
)
from tests.exhibitions.room_factory import (
    Museum,
    door,
    hung,
    make_museum,
    walls_of,
)

LARGEST = 60_000
"""Bytes of the editor's JavaScript, compressed, without the 3D preview."""


@pytest.fixture
def museum(live_server: LiveServer, museum_home: HomePage) -> Museum:
    return make_museum(museum_home)


@pytest.fixture
def hung_room(museum: Museum) -> Room:
    """Four works and a text on the first wall, a plinth in the middle."""
    return hang_a_room(museum)


def test_by_mouse(hung_room: Room, open_editor: Callable[..., Page]) -> None:
    page = open_editor(f"{hung_room.pk}/edit/")
    before = hung_works(page)
    drag(page, work(page, 0), 0, -60)
    moved = hung_works(page)[0][0]
    assert int(moved[2]) > 200
    assert f"{moved[1]} cm from the left, {moved[2]} cm high" in said(page)
    expect(page.locator(".re-inspector [data-field=y]")).to_have_value(moved[2])
    work(page, 1).click(modifiers=["Shift"])
    page.locator("[data-command=align_top]").click()
    first, second = hung_works(page)[0][:2]
    assert first[2] == second[2]
    page.locator("[data-command=equal_gaps]").click()
    undo_everything(page)
    assert hung_works(page) == before
    page.locator("[data-command=redo]").click()
    assert hung_works(page)[0][0] == moved


def test_by_keyboard(hung_room: Room, open_editor: Callable[..., Page]) -> None:
    page = open_editor(f"{hung_room.pk}/edit/")
    before = hung_works(page)
    work(page, 0).focus()
    press = page.keyboard.press
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowUp", "Alt+ArrowRight"):
        press(key)
    assert hung_works(page)[0][0][1:] == ["122", "160", "81"]
    press("Control+d")
    assert len(hung_works(page)[0]) == 6
    press("Control+c")
    press("PageDown")
    press("Control+v")
    assert len(hung_works(page)[1]) == 1
    assert "Wall 2" in page.locator(".re-inspector, .re-toolbar").first.inner_text()
    page.locator(".re-tray-work").nth(2).press("Enter")
    assert len(hung_works(page)[1]) == 2
    assert hung_works(page)[1][1][2] == "150"
    press("PageUp")
    work(page, 3).focus()
    press("Delete")
    assert len(hung_works(page)[0]) == 5
    undo_everything(page)
    assert hung_works(page) == before, "ids, order and measures are as they were"
    work(page, 0).focus()
    press("Tab")
    assert work(page, 1).evaluate("element => element === document.activeElement")


def test_saved_as_a_draft_while_visitors_see_what_was(
    hung_room: Room, open_editor: Callable[..., Page]
) -> None:
    page = open_editor(f"{hung_room.pk}/edit/")
    # Tall enough to see the wall and the works to hang at once.
    page.set_viewport_size({"width": 1440, "height": 1300})
    page.locator(".room-editor").evaluate("(editor) => editor.scrollIntoView()")
    page.locator(".re-tray-work").first.drag_to(
        page.locator(".re-elevation"), target_position={"x": 60, "y": 230}
    )
    work(page, 1).focus()
    page.keyboard.press("Shift+ArrowRight")
    wanted = [[one[0], int(one[1])] for one in hung_works(page)[0]]
    assert len(wanted) == 6
    save(page, DRAFT)
    expect(page.locator(".room-editor .re-work").first).to_be_visible()
    room = Room.objects.get(pk=hung_room.pk)
    stored = room.get_latest_revision_as_object().walls.raw_data[0]["value"]["works"]
    assert [[one["id"], one["value"]["x"]] for one in stored] == wanted
    assert len(room.walls.raw_data[0]["value"]["works"]) == 5


def test_the_plain_form_and_the_editor_agree(
    hung_room: Room, open_editor: Callable[..., Page]
) -> None:
    page = open_editor(f"{hung_room.pk}/edit/")
    page.locator(".re-form > summary").click()
    field = page.locator('.re-form input[name="walls-0-value-works-0-value-x"]')
    field.fill("200")
    expect(work(page, 0)).to_have_attribute("aria-label", re.compile("200 cm"))
    drag(page, work(page, 0), -40, 0)
    assert field.input_value() == hung_works(page)[0][0][1] != "200"


def test_a_room_from_the_l_template_with_moved_corners(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    room = museum.room("new", [])
    page = open_editor(f"{room.pk}/edit/")
    page.locator('[data-template="l"]').click()
    assert len(hung_works(page)) == 6
    corner = page.locator(".re-corner").nth(1)
    drag(page, corner, 60, 0)
    values = (
        "() => [1, 2].map((n) => document.querySelector('#walls-root').rootBlock"
        ".children[n].block.childBlocks.corner_x.getState())"
    )
    moved, below = page.evaluate(values)
    assert int(moved) > 1200
    assert int(moved) % 10 == 0
    assert below == "1200"
    page.keyboard.press("Control+z")
    assert page.evaluate(values)[0] == "1200"
    page.locator("[data-command=add_wall]").click()
    assert len(hung_works(page)) == 7
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    expect(page.locator('[data-template="l"]')).to_be_visible()


def test_what_stands_is_moved_in_the_plan(
    hung_room: Room, open_editor: Callable[..., Page]
) -> None:
    page = open_editor(f"{hung_room.pk}/edit/")
    standing = page.locator(".re-standing").first
    standing.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    place = (
        "() => { const { x, y } = document.querySelector('#floor-root').rootBlock"
        ".children[0].block.childBlocks; return [x.getState(), y.getState()]; }"
    )
    assert page.evaluate(place) == ["501", "360"]
    drag(page, standing, 50, 0)
    assert int(page.evaluate(place)[0]) > 540
    drag(page, page.locator(".re-start circle"), 40, 0)
    assert int(page.locator('[name="start_x"]').input_value()) > 530
    undo_everything(page)
    assert page.evaluate(place) == ["500", "350"]
    assert page.locator('[name="start_x"]').input_value() == "500"


def test_doors_are_made_in_pairs(museum: Museum, open_editor: Callable[..., Page]) -> None:
    other = museum.room("other", walls_of("rectangle", {}))
    room = museum.room("room", walls_of("rectangle", {1: [door("door", other, 300)]}))
    page = open_editor(f"{room.pk}/edit/")
    finding = page.locator(".re-finding", has_text="no door back")
    finding.click()
    page.locator("[data-command=door_back]").click()
    expect(page.locator(".re-notice")).to_contain_text("now has a door back")
    expect(finding).to_have_count(0)
    expect(page.locator("[data-command=door_back]")).to_have_count(0)
    expect(page.locator("[data-field=target]")).to_be_focused()
    draft = Room.objects.get(pk=other.pk).get_latest_revision_as_object()
    assert [len(wall["value"]["works"]) for wall in draft.walls.raw_data].count(1) == 1


def test_a_work_off_the_wall_is_named_beside_it(
    hung_room: Room, open_editor: Callable[..., Page]
) -> None:
    page = open_editor(f"{hung_room.pk}/edit/")
    work(page, 0).click()
    field = page.locator(".re-inspector [data-field=x]")
    field.fill("5")
    field.press("Enter")
    expect(work(page, 0)).to_have_attribute("data-problem", "error")
    expect(page.locator(".re-finding-error")).to_contain_text("beyond the wall")


def test_hebrew_chrome_mirrors_and_geometry_does_not(
    hung_room: Room, open_editor: Callable[..., Page]
) -> None:
    page = open_editor(f"{hung_room.pk}/edit/", "he")
    assert page.locator("html").get_attribute("dir") == "rtl"
    boxes = [work(page, place).bounding_box() for place in (0, 1)]
    assert boxes[0]["x"] < boxes[1]["x"]
    tools = page.locator(".re-inspector").bounding_box()
    wall = page.locator(".re-stage").bounding_box()
    assert tools["x"] < wall["x"]
    x = int(hung_works(page)[0][0][1])
    work(page, 0).focus()
    page.keyboard.press("ArrowRight")
    assert int(hung_works(page)[0][0][1]) == x + 1


def test_a_drag_touches_only_what_moves(museum: Museum, open_editor: Callable[..., Page]) -> None:
    artifact = museum.artifact(1)
    works = [
        {**hung(artifact, x=60 + 75 * number, width=40), "id": f"work-{number}"}
        for number in range(12)
    ]
    room = museum.room("room", walls_of("rectangle", {0: works}))
    page = open_editor(f"{room.pk}/edit/")
    page.evaluate(
        """() => {
          window.touched = new Set();
          new MutationObserver((records) => {
            if (!window.pressed) return;
            for (const { target } of records) {
              const work = target.closest?.('.re-work');
              if (work) window.touched.add(work.dataset.id);
            }
          }).observe(document.querySelector('.re-elevation'),
            { subtree: true, childList: true, attributes: true });
        }"""
    )
    work(page, 4).evaluate("(element) => element.scrollIntoView({ block: 'center' })")
    box = work(page, 4).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("() => { window.pressed = true; }")
    before = hung_works(page)
    page.mouse.move(x + 20, y - 30, steps=10)
    assert page.evaluate("() => [...window.touched]") == ["work-4"]
    assert hung_works(page) == before, "the form is written at the end"
    page.keyboard.press("Escape")
    page.evaluate("() => { window.pressed = false; }")
    page.mouse.up()
    assert hung_works(page) == before


def test_the_walk_beside_the_wall(
    hung_room: Room, page: Page, open_editor: Callable[..., Page]
) -> None:
    scripts: list[Response] = []
    page.on("response", lambda got: scripts.extend([got] if "/build/" in got.url else []))
    open_editor(f"{hung_room.pk}/edit/")
    weights = [len(gzip.compress(one.body(), 9)) for one in scripts if one.url.endswith(".js")]
    assert 20_000 < sum(weights) <= LARGEST, "before the preview, which brings the walk"
    page.locator("[data-command=preview]").click()
    expect(page.locator(".re-walk")).to_be_in_viewport(ratio=1)
    walk = page.frame_locator(".re-walk").locator("museum-room")
    # A slow machine may be left with the list; the form's state was shown either way.
    expect(walk).to_have_attribute("data-state", re.compile("ready|list"))
    work(page, 1).focus()
    page.keyboard.press("Shift+ArrowUp")
    assert hung_works(page)[0][1][2] == "160"
    page.locator("[data-command=preview]").click()
    expect(page.locator(".re-walk")).to_be_hidden()
