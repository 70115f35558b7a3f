"""The walk in 3D in a real browser: budgets, ways to move, doors, fallbacks, bad luck."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from exhibitions.models import Room
from media import renditions
from tests.e2e.conftest import OPTIONS
from tests.exhibitions.room_factory import (
    Museum,
    add_works,
    block_id,
    door,
    hung,
    make_museum,
    plinth,
    seat,
    wall_text,
    walls_of,
)

READY = "museum-room[data-state=ready]"
VIEWPORT = {"width": 640, "height": 480}
WORKS = 6


@dataclass
class Walkable:
    """Two rooms joined by doors."""

    museum: Museum
    room: Room
    next: Room
    url: str

    @property
    def hall(self) -> str:
        return self.url + self.room.address


@pytest.fixture
def rooms(museum_home, live_server) -> Walkable:
    museum = make_museum(museum_home)
    artifacts = [museum.artifact(number, width=480, height=360) for number in range(WORKS)]
    for artifact in artifacts:
        renditions.make(artifact.lead_image)
    first, second, third, fourth, fifth, last = artifacts
    next_room = museum.room("חדר שני", walls_of("octagon", {}), slug="next", light="day")
    works = {
        0: [hung(first, 300), hung(second, 600, frame="mat"), hung(third, 850, frame="none")],
        1: [wall_text("words", 200, "<p><b>שלום</b></p><p>קיר של מילים</p>"), hung(fourth, 450)],
        2: [door("to next", next_room, 500)],
        3: [hung(fifth, 350, frame="brass")],
    }
    floor = [plinth(last, 500, 330), seat("bench", 250, 400)]
    room = museum.room(
        "חדר ראשון",
        walls_of("rectangle", works),
        slug="first",
        floor=floor,
        start_x=500,
        start_y=600,
    )
    add_works(next_room, 4, [door("way back", room, 200)])
    return Walkable(museum, room, next_room, live_server.url)


@pytest.fixture
def page(context) -> Iterator[Page]:
    """A small view: frames are drawn in software. Nothing may be wrong in the console."""
    page = context.new_page()
    page.set_viewport_size(VIEWPORT)
    page.emulate_media(reduced_motion="reduce")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
    yield page
    allowed = re.compile("404|Failed to load resource|WebGL|CONTEXT_LOST")
    assert [said for said in wrong if not allowed.search(said)] == []


def open_room(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(READY, state="attached", timeout=60_000)


def enter(page: Page) -> None:
    page.click("[data-do=enter]")
    page.wait_for_selector("[data-entered]")


def element(page: Page, script: str) -> object:
    """Evaluate with `room` as the element."""
    return page.evaluate(
        f"async () => {{ const room = document.querySelector('museum-room'); {script} }}"
    )


def stats(page: Page) -> dict[str, float]:
    return json.loads(str(element(page, "return JSON.stringify(room.stats)")))


def front(page: Page) -> str:
    return page.inner_text("[data-part=title]")


def settled(page: Page) -> None:
    """Wait until nothing more is drawn: every picture has come, and the neighbours' light."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function(
        """async () => { const room = document.querySelector('museum-room');
        const before = room.stats.frames;
        await new Promise((done) => setTimeout(done, 1500));
        return before > 0 && room.stats.frames === before; }""",
        timeout=60_000,
    )


def test_the_walk_keeps_its_budgets_and_draws_nothing_while_idle(rooms: Walkable, page: Page):
    scripts: dict[str, int] = {}
    page.on(
        "response",
        lambda got: got.url.endswith(".js") and scripts.update({got.url: len(gzipped(got.body()))}),
    )
    open_room(page, rooms.hall)
    settled(page)
    assert 0 < sum(scripts.values()) <= 160 * 1024
    drawn = stats(page)
    assert drawn["drawCalls"] <= 20
    assert drawn["shellTriangles"] <= 10_000
    assert drawn["textureBytes"] <= 64 * 1024 * 1024
    page.wait_for_timeout(700)
    assert stats(page)["frames"] == drawn["frames"]


def gzipped(body: bytes) -> bytes:
    import gzip

    return gzip.compress(body, 9)


def test_sixty_works_stay_within_the_budgets(rooms: Walkable, page: Page):
    artifact = rooms.museum.artifacts[0]
    many = [
        hung(artifact, 60 + 55 * (place % 17), y=90 + 70 * (place // 17), width=40)
        | {"id": block_id(f"many {place}")}
        for place in range(60)
    ]
    full = rooms.museum.room("מלא", walls_of("rectangle", {0: many}), slug="full")
    got: dict[str, int] = {}
    page.on(
        "response", lambda one: got.update({one.url: int(one.headers.get("content-length", 0))})
    )
    open_room(page, rooms.url + full.address)
    settled(page)
    drawn = stats(page)
    assert drawn["drawCalls"] <= 20
    assert drawn["shellTriangles"] <= 10_000
    assert drawn["textureBytes"] <= 64 * 1024 * 1024
    assert sum(size for url, size in got.items() if not url.endswith(".js")) <= 1_500_000


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
    assert front(page) == titles[0]
    page.click("[data-do=previous]")
    assert front(page) == titles[-1]


def test_announcements_address_and_details_follow_the_work_in_front(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=next]")
    status = page.inner_text("[data-part=status]")
    assert "1" in status
    assert str(WORKS) in status
    assert rooms.museum.artifacts[0].title in status
    assert page.evaluate("location.hash") == f"#work-{block_id('hung work-0')}"
    page.keyboard.press("Escape")
    page.wait_for_selector("museum-room:not([data-entered])", state="attached")
    enter(page)
    page.locator(".walk__stage").press("Enter")
    expect(page.locator(".walk__panel")).to_be_visible()
    expect(page.locator(".walk__panel")).to_contain_text(rooms.museum.artifacts[0].title)
    assert page.get_attribute("[data-part=more]", "href").endswith("work-0/")
    page.keyboard.press("Escape")
    expect(page.locator(".walk__panel")).to_be_hidden()


def test_keys_walk_only_while_the_room_has_the_focus(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    before = stats(page)["frames"]
    page.keyboard.press("w")
    page.keyboard.press("n")
    settled(page)
    assert front(page) == page.inner_text("[data-part=title]")
    assert page.evaluate("location.hash") == ""
    enter(page)
    page.locator(".walk__stage").press("n")
    assert front(page) == rooms.museum.artifacts[0].title
    page.keyboard.down("KeyS")
    page.wait_for_timeout(600)
    page.keyboard.up("KeyS")
    settled(page)
    assert stats(page)["frames"] > before


def test_a_link_to_a_work_opens_the_room_before_it(rooms: Walkable, page: Page):
    open_room(page, f"{rooms.hall}#work-{block_id('hung work-3')}")
    page.wait_for_selector("[data-entered]")
    assert front(page) == rooms.museum.artifacts[3].title
    assert element(page, "return room.goTo('no-such-work')") is False


def test_the_lists_own_links_lead_the_camera(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.locator(f"[data-placement='{block_id('hung work-2')}'] a").first.focus()
    assert front(page) == rooms.museum.artifacts[2].title


def test_clicking_a_work_stands_before_it_and_again_shows_its_details(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.evaluate(f"document.querySelector('museum-room').goTo('{block_id('hung work-1')}')")
    settled(page)
    box = page.locator(".walk__view").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".walk__panel")).to_contain_text(rooms.museum.artifacts[1].title)


def test_a_door_leads_to_the_next_room_and_back_without_loading_the_page(
    rooms: Walkable, page: Page
):
    open_room(page, rooms.hall)
    enter(page)
    page.evaluate("window.stillHere = true")
    go_through = (
        "document.querySelector('.walk__mark--door').dispatchEvent(new MouseEvent('click'))"
    )
    page.click("[data-do=plan]")
    page.evaluate(go_through)
    page.wait_for_url(f"**{rooms.next.address}")
    expect(page.locator("h1")).to_have_text(rooms.next.title)
    assert rooms.next.title in page.title()
    assert page.evaluate("window.stillHere") is True
    settled(page)
    page.click("[data-do=plan]")
    page.evaluate(go_through)
    page.wait_for_url(f"**{rooms.room.address}")
    expect(page.locator("h1")).to_have_text(rooms.room.title)
    expect(page.locator("[data-placement]")).to_have_count(WORKS + 2)
    assert page.evaluate("window.stillHere") is True


def test_the_door_event_can_be_cancelled(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    element(page, "room.addEventListener('room-door', (event) => event.preventDefault())")
    page.click("[data-do=plan]")
    page.evaluate(
        "document.querySelector('.walk__mark--door').dispatchEvent(new MouseEvent('click'))"
    )
    settled(page)
    assert page.url.split("#")[0] == rooms.hall


def test_a_network_lost_at_the_door_says_so_and_leaves_one_in_the_room(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    settled(page)
    page.route(f"**{rooms.next.address}", lambda route: route.abort())
    page.click("[data-do=plan]")
    page.evaluate(
        "document.querySelector('.walk__mark--door').dispatchEvent(new MouseEvent('click'))"
    )
    page.wait_for_function(
        "() => document.querySelector('[data-part=status]').textContent.length > 20"
    )
    expect(page.locator("h1")).to_have_text(rooms.room.title)
    assert page.locator(READY).count() == 1


def test_the_tour_goes_from_stop_to_stop_and_pauses_when_touched(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=tour]")
    expect(page.locator("[data-do=tour]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".walk__panel")).to_be_visible()
    assert front(page) == rooms.museum.artifacts[0].title
    page.click("[data-do=next]")
    expect(page.locator("[data-do=tour]")).to_have_attribute("aria-pressed", "false")


def test_a_lost_context_comes_back_with_its_pictures(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    settled(page)
    look = "room.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context')"
    element(page, f"window.loss = {look}; window.loss.loseContext()")
    page.wait_for_function(
        "() => document.querySelector('[data-part=status]').textContent.length > 0"
    )
    before = stats(page)["frames"]
    element(page, "window.loss.restoreContext()")
    page.wait_for_function(f"() => document.querySelector('museum-room').stats.frames > {before}")
    settled(page)
    assert stats(page)["drawCalls"] >= 3
    assert bright_share(page) > 0.02


def bright_share(page: Page) -> float:
    """Part of the view that is as light as paper under a lamp: the pictures are there."""
    from io import BytesIO

    from PIL import Image

    shot = Image.open(BytesIO(page.locator(".walk__view").screenshot())).convert("L")
    levels = shot.histogram()
    return sum(levels[150:]) / sum(levels)


def test_without_webgl_the_list_stays_with_a_word_why(rooms: Walkable, browser: Browser):
    flat = browser.browser_type.launch(
        executable_path=path_of(), args=["--no-sandbox", "--disable-3d-apis", *OPTIONS[1:5]]
    )
    page = flat.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(rooms.hall)
    page.wait_for_selector("museum-room[data-state=list][data-reason=no-webgl]")
    expect(page.locator(".walk__why")).to_be_visible()
    expect(page.locator(".walk__stage")).to_be_hidden()
    expect(page.locator("[data-placement]")).to_have_count(WORKS + 2)
    assert wrong == []
    flat.close()


def path_of() -> str:
    from scripts.browser import find

    return find() or ""


def test_saved_data_asks_before_loading_the_room(rooms: Walkable, page: Page):
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { get: () => ({ saveData: true }) })"
    )
    page.goto(rooms.hall)
    page.wait_for_selector("museum-room[data-state=list][data-reason=save-data]")
    page.click("[data-do=anyway]")
    page.wait_for_selector(READY, state="attached")


@pytest.mark.parametrize(
    ("fulfil", "reason"),
    [({"status": 500, "body": ""}, "network"), ({"json": {"version": 2}}, "version")],
)
def test_a_scene_that_cannot_be_read_leaves_the_list(
    rooms: Walkable, page: Page, fulfil: dict, reason: str
):
    def answer(route: Route) -> None:
        route.fulfill(**fulfil)

    page.route("**/rooms/*/scene-*.json", answer)
    page.goto(rooms.hall)
    page.wait_for_selector(f"museum-room[data-state=failed][data-reason={reason}]")
    expect(page.locator(".walk__why")).to_be_visible()
    expect(page.locator("[data-placement]")).to_have_count(WORKS + 2)


def test_a_missing_picture_keeps_its_place(rooms: Walkable, page: Page):
    page.route("**/*256x256*.webp", lambda route: route.fulfill(status=404))
    open_room(page, rooms.hall)
    settled(page)
    assert stats(page)["drawCalls"] >= 3


def test_empty_rooms_and_giants_open(rooms: Walkable, page: Page):
    museum = rooms.museum
    stamp = hung(museum.artifacts[0], 100, width=1)
    carpet = hung(museum.artifacts[1], 5_000, width=1_200, y=500)
    long = [
        {**wall, "value": dict(wall["value"])}
        for wall in walls_of("rectangle", {0: [stamp, carpet]})
    ]
    for wall in long[1:3]:
        wall["value"]["corner_x"] = 10_000
    vast = museum.room("ענק", long, slug="vast", height=1_000)
    empty = museum.room("ריק", walls_of("rotunda", {}), slug="empty", light="candle")
    for room in (vast, empty):
        open_room(page, rooms.url + room.address)
        settled(page)
        assert stats(page)["drawCalls"] <= 20
    enter(page)
    page.click("[data-do=next]")
    assert page.evaluate("location.hash") == ""
