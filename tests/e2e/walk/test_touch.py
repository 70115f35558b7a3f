"""The walk on a phone: the page scrolls until one enters; then fingers look, walk and zoom.

And wherever few letters fit in a line: small screens, large letters, and a label beside the work.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page, expect

from tests.e2e.looking import let_frames_pass, until
from tests.e2e.walk.conftest import listen
from tests.e2e.walk.visitor import Walkable, element, enter, open_room, settled
from tests.exhibitions.room_factory import block_id

POSE = "const { x, y, heading, zoom } = room.visit.walk.body; return [x, y, heading, zoom]"


DOUBLED = """document.addEventListener("DOMContentLoaded", () => {
  document.documentElement.style.fontSize = "200%";
});"""

# Boxes of everything that can be pressed or read in the room, and what of them overlaps.
OVERLAPS = """() => {
  const parts = ".walk__tools > button, .walk__bar button, [data-part=hint], .walk__panel";
  const boxes = [...document.querySelectorAll(parts)]
    .filter((part) => part.checkVisibility())
    .map((part) => [part.dataset.do ?? part.dataset.part, part.getBoundingClientRect()]);
  const stage = document.querySelector(".walk__stage").getBoundingClientRect();
  const found = [];
  for (const [index, [name, box]] of boxes.entries()) {
    if (box.left < stage.left || box.right > stage.right || box.top < stage.top
      || box.bottom > stage.bottom) found.push(`${name} is cut`);
    for (const [other, its] of boxes.slice(index + 1)) {
      if (box.left < its.right - 1 && its.left < box.right - 1
        && box.top < its.bottom - 1 && its.top < box.bottom - 1) found.push(`${name}, ${other}`);
    }
  }
  return found;
}"""

# Where the work in front is drawn, in px of the window: left, top, right, bottom.
DRAWN = """const { walk } = room.visit;
  const { camera, canvas } = walk.engine;
  const box = canvas.getBoundingClientRect();
  camera.updateMatrixWorld();
  const { centre, across, up } = walk.front;
  const corners = [[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([a, b]) => {
    const corner = centre.map((c, i) => c + a * across[i] + b * up[i]);
    const point = camera.position.clone().set(...corner).project(camera);
    return [box.left + (point.x + 1) / 2 * box.width, box.top + (1 - point.y) / 2 * box.height];
  });
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];"""


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
    """Swipe over the room as one who reads the page; where the page was before, in px."""
    session = page.context.new_cdp_session(page)
    page.evaluate("document.querySelector('.walk__stage').scrollIntoView({ block: 'center' })")
    x, y = middle(page)
    before = page.evaluate("scrollY")
    fingers(session, "touchStart", (x, y + 100))
    for step in range(1, 11):
        fingers(session, "touchMove", (x, y + 100 - 20 * step))
    fingers(session, "touchEnd")
    return before


def scrolled(page: Page) -> None:
    """Swipe over the room as one who reads the page, and see the page go."""
    before = swipe_up(page)
    until(page, lambda: page.evaluate("scrollY") > before + 100, "the page was scrolled")


def test_scrolling_is_never_trapped_before_one_enters(rooms: Walkable, phone: Page):
    open_room(phone, rooms.hall)
    before = element(phone, POSE)
    scrolled(phone)
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
    let_frames_pass(phone, 2)
    looked = element(phone, POSE)
    assert looked[:2] == start[:2]
    assert looked[2] != start[2]
    fingers(session, "touchStart", (x - 20, y), (x + 20, y))
    for step in range(1, 6):
        fingers(session, "touchMove", (x - 20 - 10 * step, y), (x + 20 + 10 * step, y))
    fingers(session, "touchEnd")
    let_frames_pass(phone, 2)
    assert element(phone, POSE)[3] > 1.5
    element(phone, "room.visit.walk.zoom(0.1)")
    phone.touchscreen.tap(x - 100, y + 120)
    let_frames_pass(phone, 2)
    walked = element(phone, POSE)
    assert walked[:2] != start[:2]


def test_a_tap_on_a_work_stands_before_it(rooms: Walkable, phone: Page):
    open_room(phone, rooms.hall)
    enter(phone)
    element(phone, f"await room.goTo('{block_id('hung work-1')}'); room.visit.walk.front = null")
    settled(phone)
    phone.touchscreen.tap(*middle(phone))
    title = rooms.museum.artifacts[1].title
    expect(phone.locator("[data-part=title]")).to_have_text(title)
    phone.touchscreen.tap(*middle(phone))
    phone.wait_for_selector(".walk__panel:visible")


def test_leaving_gives_the_page_its_scrolling_back(rooms: Walkable, phone: Page):
    open_room(phone, rooms.hall)
    enter(phone)
    phone.click("[data-do=leave]")
    scrolled(phone)


COVERED = """() => {
  const hint = document.querySelector("[data-part=hint]").getBoundingClientRect();
  const buttons = [...document.querySelectorAll(".walk__tools button, .walk__bar button")].filter(
    (button) => button.checkVisibility());
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
    expect(phone.locator("[data-part=hint]")).to_be_visible()
    found = phone.evaluate(COVERED)
    assert found["seen"]
    assert found["rows"] == 2, "the tools fold away into one row, the bar is the other"
    assert found["over"] == []


def free_of_the_panel(page: Page) -> bool:
    """Is the work in front drawn whole, in the stage, and beside its label?"""
    left, top, right, bottom = element(page, DRAWN)
    panel = page.locator(".walk__panel").bounding_box()
    stage = page.locator(".walk__stage").bounding_box()
    inside = left >= stage["x"] - 1 and right <= stage["x"] + stage["width"] + 1
    inside = inside and top >= stage["y"] - 1 and bottom <= stage["y"] + stage["height"] + 1
    beside = right <= panel["x"] + 1 or left >= panel["x"] + panel["width"] - 1
    above = bottom <= panel["y"] + 1
    return inside and (beside or above)


@pytest.mark.parametrize(
    ("width", "height", "is_doubled"),
    [(360, 640, True), (360, 640, False), (320, 256, False), (820, 1100, False)],
)
def test_the_room_can_be_used_and_the_label_leaves_the_work_free(
    rooms: Walkable, phone: Page, width: int, height: int, is_doubled: bool
) -> None:
    phone.set_viewport_size({"width": width, "height": height})
    if is_doubled:
        phone.add_init_script(DOUBLED)
    open_room(phone, rooms.hall)
    enter(phone)
    expect(phone.locator("[data-part=hint]")).to_be_visible()
    assert phone.evaluate(OVERLAPS) == []
    element(phone, f"await room.goTo('{block_id('hung work-1')}')")
    phone.click("[data-do=details]")
    expect(phone.locator(".walk__panel")).to_be_focused()
    assert phone.evaluate(OVERLAPS) == []
    until(phone, lambda: free_of_the_panel(phone), "the whole work beside its label")
    assert phone.evaluate("document.documentElement.scrollWidth") <= width


def test_the_tools_fold_away_and_the_hint_speaks_of_fingers(rooms: Walkable, phone: Page) -> None:
    phone.add_init_script(DOUBLED)
    open_room(phone, rooms.hall)
    enter(phone)
    expect(phone.locator(".walk__by-mouse")).to_be_hidden()
    expect(phone.locator(".walk__by-touch")).to_be_visible()
    plan = phone.locator("[data-do=plan]")
    expect(plan).to_be_hidden()
    phone.click("[data-do=tools]")
    expect(phone.locator("[data-do=tools]")).to_have_attribute("aria-expanded", "true")
    plan.click()
    expect(phone.locator("[data-part=plan]")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(phone.locator("[data-part=plan]")).to_be_hidden()
    expect(plan).to_be_hidden()


def test_a_turned_phone_has_the_work_whole_again(rooms: Walkable, phone: Page) -> None:
    open_room(phone, rooms.hall)
    enter(phone)
    element(phone, f"await room.goTo('{block_id('hung work-0')}')")
    phone.click("[data-do=details]")
    for size in ({"width": 640, "height": 360}, {"width": 360, "height": 640}):
        phone.set_viewport_size(size)
        phone.wait_for_function(
            "width => document.querySelector('.walk__view').clientWidth === width",
            arg=size["width"],
        )
        until(phone, lambda: free_of_the_panel(phone), f"the whole work at {size}")
