"""Ways to move in a room: buttons, keys, clicks, links, lists, and what follows the visitor."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import looking
from tests.e2e.walk.visitor import (
    WORKS,
    Walkable,
    element,
    enter,
    front,
    open_room,
    said,
    settled,
    stats,
)
from tests.exhibitions.room_factory import block_id

POSE = "const { x, y, heading } = room.visit.walk.body; return [x, y, heading]"


def test_next_and_previous_visit_the_list_in_order_and_wrap(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    titles = []
    for _ in range(WORKS + 1):
        page.click("[data-do=next]")
        titles.append(front(page))
    listed = page.eval_on_selector_all(
        "[data-placement]:not([data-kind=door])",
        "all => all.map(one => (one.querySelector('.label__title, .prose p')).textContent.trim())",
    )
    assert titles == listed
    page.click("[data-do=next]")
    assert front(page) == rooms.next.title, "after the works comes the door"
    page.click("[data-do=next]")
    assert front(page) == titles[0]
    page.click("[data-do=previous]")
    page.click("[data-do=previous]")
    assert front(page) == titles[-1]
    for name in ("previous", "next"):
        box = page.locator(f"[data-do={name}]").bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44, "large enough for any finger"


def test_announcements_address_and_details_follow_the_work_in_front(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=next]")
    assert "1" in said(page)
    assert str(WORKS) in said(page)
    assert rooms.museum.artifacts[0].title in said(page)
    assert page.get_attribute("[data-part=status]", "role") == "status"
    assert page.evaluate("location.hash") == f"#work-{block_id('hung work-0')}"
    page.keyboard.press("Escape")
    page.wait_for_selector("museum-room:not([data-entered])", state="attached")
    enter(page)
    page.locator(".walk__stage").press("Enter")
    expect(page.locator(".walk__panel")).to_be_visible()
    expect(page.locator(".walk__panel")).to_contain_text(rooms.museum.artifacts[0].title)
    more = page.get_attribute("[data-part=more]", "href")
    assert more.endswith("work-0/#xywh=percent:0,0,100,100")
    page.keyboard.press("Escape")
    expect(page.locator(".walk__panel")).to_be_hidden()


def test_keys_walk_only_while_the_room_has_the_focus(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    page.keyboard.press("w")
    page.keyboard.press("n")
    settled(page)
    assert page.evaluate("location.hash") == ""
    enter(page)
    page.locator(".walk__stage").press("n")
    assert front(page) == rooms.museum.artifacts[0].title
    page.focus("[data-do=plan]")
    page.keyboard.press("n")
    assert front(page) == rooms.museum.artifacts[0].title


def test_keys_walk_turn_and_open(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    stage = page.locator(".walk__stage")
    start = element(page, POSE)
    for key, moved in {"KeyS": 1, "KeyD": 0, "KeyE": 2, "ArrowUp": 1, "ArrowLeft": 0}.items():
        before = element(page, POSE)
        stage.focus()
        page.keyboard.down(key)
        page.wait_for_function(
            f"""before => {{ const body = document.querySelector('museum-room').visit.walk.body;
            return Math.abs([body.x, body.y, body.heading][{moved}] - before) > 0.05; }}""",
            arg=before[moved],
        )
        page.keyboard.up(key)
    settled(page)
    assert element(page, POSE) != start
    stage.press("m")
    expect(page.locator("[data-part=plan]")).to_be_visible()
    stage.press("Escape")
    expect(page.locator("[data-part=plan]")).to_be_hidden()
    stage.press("n")
    stage.press("l")
    assert page.evaluate("document.activeElement.closest('[data-placement]') !== null")
    stage.press("z")
    page.wait_for_url("**/work-0/#xywh=*")
    page.wait_for_selector("deep-zoom[data-state=ready]", state="attached")


def test_a_link_to_a_work_opens_the_room_before_it(rooms: Walkable, page: Page):
    open_room(page, f"{rooms.hall}#work-{block_id('hung work-3')}")
    page.wait_for_selector("[data-entered]")
    expect(page.locator("[data-part=title]")).to_have_text(rooms.museum.artifacts[3].title)
    expect(page.locator(".walk__stage")).to_be_in_viewport(ratio=0.9)
    assert element(page, "return room.goTo('no-such-work')") is False
    page.evaluate(f"location.hash = 'work-{block_id('hung work-1')}'")
    expect(page.locator("[data-part=title]")).to_have_text(rooms.museum.artifacts[1].title)


def test_clicking_a_work_stands_before_it_and_again_shows_its_details(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.evaluate(f"document.querySelector('museum-room').goTo('{block_id('hung work-1')}')")
    settled(page)
    box = page.locator(".walk__view").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".walk__panel")).to_contain_text(rooms.museum.artifacts[1].title)


def test_clicking_the_floor_walks_there_and_dragging_looks(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    box = page.locator(".walk__view").bounding_box()
    start = element(page, POSE)
    page.mouse.click(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.78)
    walked = element(page, POSE)
    assert walked[:2] != start[:2]
    page.mouse.move(box["x"] + 300, box["y"] + 150)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 150, steps=4)
    page.mouse.up()
    looked = element(page, POSE)
    assert looked[:2] == walked[:2]
    assert looked[2] != walked[2]


def test_motion_is_a_glide_and_without_motion_a_cut(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    settled(page)
    for motion, least, most in (("reduce", 1, 3), ("no-preference", 4, 10_000)):
        page.emulate_media(reduced_motion=motion)
        before = stats(page)["frames"]
        frames = element(
            page,
            f"await room.goTo('{block_id('hung work-' + ('1' if least == 1 else '4'))}');"
            "return room.stats.frames",
        )
        assert least - 1 <= float(str(frames)) - before <= most
        settled(page)


def test_the_focus_goes_back_to_what_opened_a_panel(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=next]")
    page.click("[data-do=details]")
    page.click("[data-do=close]")
    assert page.evaluate("document.activeElement.dataset.do") == "details"
    page.click("[data-do=leave]")
    assert page.evaluate("document.activeElement.dataset.do") == "enter"


def test_the_list_is_a_press_away_and_tabbing_through_it_moves_nothing(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=next]")
    page.click("[data-do=list]")
    expect(page.locator(f"[data-placement='{block_id('hung work-0')}'] a").first).to_be_focused()
    expect(page.locator(f"[data-placement='{block_id('hung work-0')}']")).to_be_in_viewport()
    address, told = page.url, said(page)
    page.locator(f"[data-placement='{block_id('hung work-2')}'] a").first.focus()
    assert front(page) == rooms.museum.artifacts[0].title
    assert (page.url, said(page)) == (address, told)


def test_the_keys_are_told(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    stage = page.locator(".walk__stage")
    told = page.locator(f"#{stage.get_attribute('aria-describedby')}")
    expect(told).to_contain_text("?")
    enter(page)
    stage.press("?")
    keys = page.locator("[data-part=keys]")
    expect(keys).to_be_focused()
    for key in ("N", "P", "Enter", "Z", "M", "L", "Esc"):
        expect(keys.locator("kbd", has_text=re.compile(f"^{key}$"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()


def test_enter_reads_the_label_and_goes_through_a_door(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    stage = page.locator(".walk__stage")
    stage.press("n")
    stage.press("Enter")
    expect(page.locator(".walk__panel")).to_be_focused()
    page.keyboard.press("Escape")
    element(page, f"await room.goTo('{block_id('to next')}')")
    assert rooms.next.title in said(page)
    stage.press("Enter")
    page.wait_for_url(f"**{rooms.next.address}")


def test_axe_finds_nothing_in_the_walk_with_everything_open(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=next]")
    page.click("[data-do=details]")
    page.click("[data-do=plan]")
    assert page.get_attribute("canvas", "aria-hidden") == "true"
    assert looking.faults(page) == []


def test_the_element_tells_what_happens(rooms: Walkable, page: Page):
    page.add_init_script(
        """window.told = [];
        for (const name of ["room-state", "room-front", "room-door"])
          addEventListener(name, ({ detail }) =>
            told.push([name, detail.state ?? detail.id ?? ""]));"""
    )
    open_room(page, rooms.hall)
    element(page, "await room.enter()")
    element(page, f"await room.goTo('{block_id('hung work-2')}')")
    element(page, "room.leave()")
    told = page.evaluate("told")
    assert [what for name, what in told if name == "room-state"] == ["loading", "ready"]
    assert [what for name, what in told if name == "room-front"] == [block_id("hung work-2")]
    assert page.locator("[data-entered]").count() == 0
