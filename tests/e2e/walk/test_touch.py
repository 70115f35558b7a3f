"""The walk on a phone: the page scrolls until one enters; then fingers look, walk and zoom."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page

from tests.e2e.walk.conftest import listen
from tests.e2e.walk.visitor import Walkable, element, enter, front, open_room, settled
from tests.exhibitions.room_factory import block_id

POSE = "const { x, y, heading, zoom } = room.visit.walk.body; return [x, y, heading, zoom]"


@pytest.fixture
def phone(context: BrowserContext) -> Iterator[Page]:
    visit = context.browser.new_context(
        viewport={"width": 360, "height": 640},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
        locale="en",
    )
    page = visit.new_page()
    wrong = listen(page)
    yield page
    assert wrong == []
    visit.close()


def fingers(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


def middle(page: Page) -> tuple[float, float]:
    box = page.locator(".walk__view").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def swipe_up(page: Page) -> float:
    """Swipe over the room as one who reads the page; how far the page went, in px."""
    session = page.context.new_cdp_session(page)
    page.evaluate("document.querySelector('.walk__stage').scrollIntoView({ block: 'center' })")
    x, y = middle(page)
    before = page.evaluate("scrollY")
    fingers(session, "touchStart", (x, y + 100))
    for step in range(1, 11):
        fingers(session, "touchMove", (x, y + 100 - 20 * step))
    fingers(session, "touchEnd")
    return page.evaluate("scrollY") - before


def test_scrolling_is_never_trapped_before_one_enters(rooms: Walkable, phone: Page):
    open_room(phone, rooms.hall)
    before = element(phone, POSE)
    assert swipe_up(phone) > 100
    assert element(phone, POSE) == before
    assert phone.locator("[data-entered]").count() == 0


def test_fingers_look_walk_and_zoom_once_inside(rooms: Walkable, phone: Page):
    open_room(phone, rooms.hall)
    enter(phone)
    settled(phone)
    session = phone.context.new_cdp_session(phone)
    x, y = middle(phone)
    start = element(phone, POSE)
    fingers(session, "touchStart", (x, y))
    for step in range(1, 6):
        fingers(session, "touchMove", (x - 20 * step, y))
    fingers(session, "touchEnd")
    looked = element(phone, POSE)
    assert looked[:2] == start[:2]
    assert looked[2] != start[2]
    fingers(session, "touchStart", (x - 20, y), (x + 20, y))
    for step in range(1, 6):
        fingers(session, "touchMove", (x - 20 - 10 * step, y), (x + 20 + 10 * step, y))
    fingers(session, "touchEnd")
    assert element(phone, POSE)[3] > 1.5
    element(phone, "room.visit.walk.zoom(0.1)")
    phone.touchscreen.tap(x - 100, y + 120)
    walked = element(phone, POSE)
    assert walked[:2] != start[:2]


def test_a_tap_on_a_work_stands_before_it(rooms: Walkable, phone: Page):
    open_room(phone, rooms.hall)
    enter(phone)
    element(phone, f"await room.goTo('{block_id('hung work-1')}'); room.visit.walk.front = null")
    settled(phone)
    phone.touchscreen.tap(*middle(phone))
    assert front(phone) == rooms.museum.artifacts[1].title
    phone.touchscreen.tap(*middle(phone))
    phone.wait_for_selector(".walk__panel:visible")


def test_leaving_gives_the_page_its_scrolling_back(rooms: Walkable, phone: Page):
    open_room(phone, rooms.hall)
    enter(phone)
    phone.click("[data-do=leave]")
    assert swipe_up(phone) > 100


COVERED = """() => {
  const hint = document.querySelector("[data-part=hint]").getBoundingClientRect();
  const buttons = [...document.querySelectorAll(".walk__tools button, .walk__bar button")];
  const rows = new Set(buttons.map((button) => button.getBoundingClientRect().top));
  const over = buttons.filter((button) => {
    const box = button.getBoundingClientRect();
    return box.width && box.top < hint.bottom && box.bottom > hint.top;
  });
  return { seen: hint.height > 0, rows: rows.size, over: over.map((button) => button.textContent) };
}"""


def test_the_first_words_stand_free_of_the_buttons(rooms: Walkable, phone: Page):
    phone.set_viewport_size({"width": 320, "height": 640})
    open_room(phone, rooms.hall)
    enter(phone)
    found = phone.evaluate(COVERED)
    assert found["seen"]
    assert found["rows"] > 2, "the tools take two rows, the bar below them one"
    assert found["over"] == []
