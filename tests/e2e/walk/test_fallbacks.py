"""Where the walk cannot be: no WebGL, saved data, slow machines, lost contexts, unknown scenes."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from scripts.browser import OPTIONS, find
from tests.e2e.looking import PATIENCE
from tests.e2e.walk.conftest import listen
from tests.e2e.walk.visitor import (
    READY,
    WORKS,
    Walkable,
    bright_share,
    element,
    enter,
    front,
    open_room,
    settled,
    stats,
    wait_for_word,
)
from tests.exhibitions.room_factory import block_id

LOSE = """window.loss = room.querySelector('canvas').getContext('webgl2')
  .getExtension('WEBGL_lose_context'); window.loss.loseContext()"""


def the_list_stays(page: Page) -> None:
    expect(page.locator(".walk__why")).to_be_visible()
    expect(page.locator(".walk__stage")).to_be_hidden()
    expect(page.locator("[data-placement]")).to_have_count(WORKS + 2)


def test_without_webgl_the_list_stays_with_a_word_why(rooms: Walkable, browser: Browser):
    flat = browser.browser_type.launch(
        executable_path=find(), args=["--no-sandbox", "--disable-3d-apis", *OPTIONS[1:5]]
    )
    page = flat.new_page()
    page.set_default_timeout(PATIENCE)
    wrong = listen(page)
    scripts: list[str] = []
    page.on("response", lambda got: scripts.extend([got.url] if got.url.endswith(".js") else []))
    page.goto(f"{rooms.hall}#work-{block_id('hung work-1')}")
    page.wait_for_selector("museum-room[data-state=list][data-reason=no-webgl]")
    the_list_stays(page)
    # Neither links nor calls wake what cannot be.
    page.evaluate(f"location.hash = 'work-{block_id('hung work-2')}'")
    assert element(page, f"return room.goTo('{block_id('hung work-2')}')") is False
    assert element(page, "await room.enter(); room.leave(); return room.dataset.state") == "list"
    assert not [url for url in scripts if "visit" in url]
    assert wrong == []
    flat.close()


def test_saved_data_asks_before_loading_the_room(rooms: Walkable, page: Page):
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { get: () => ({ saveData: true }) })"
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(rooms.hall)
    page.wait_for_selector("museum-room[data-state=list][data-reason=save-data]")
    the_list_stays(page)
    assert not [url for url in asked if "scene" in url or "visit" in url]
    page.click("[data-do=anyway]")
    page.wait_for_selector(READY, state="attached")
    settled(page)
    next_room = str(rooms.next.translation_key)
    assert not [url for url in asked if "scene" in url and next_room in url], "nothing ahead"


def test_a_slow_machine_gives_way_to_the_list_and_may_try_again(rooms: Walkable, page: Page):
    page.add_init_script(
        """const soon = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (run) =>
          window.slow ? setTimeout(() => soon(run), 320) : soon(run);"""
    )
    page.emulate_media(reduced_motion="no-preference")
    open_room(page, rooms.hall)
    enter(page)
    settled(page)
    page.evaluate("window.slow = true")
    page.keyboard.down("KeyE")
    page.wait_for_selector("museum-room[data-state=list][data-reason=slow]")
    page.keyboard.up("KeyE")
    the_list_stays(page)
    why = page.locator("[data-part=why]")
    expect(why).to_be_focused()
    expect(why).to_have_attribute("role", "status")
    page.evaluate("window.slow = false")
    page.click("[data-do=anyway]")
    page.wait_for_selector(READY, state="attached")
    enter(page)
    page.click("[data-do=next]")
    assert front(page) == rooms.museum.artifacts[0].title


def test_a_lost_context_comes_back_with_its_pictures(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=next]")
    settled(page)
    whole = bright_share(page)
    assert whole > 0.02
    element(page, LOSE)
    wait_for_word(page, "lost")
    before = stats(page)["frames"]
    element(page, "window.loss.restoreContext()")
    page.wait_for_function(f"() => document.querySelector('museum-room').stats.frames > {before}")
    settled(page)
    assert stats(page)["drawCalls"] >= 3
    assert abs(bright_share(page) - whole) < 0.02
    page.click("[data-do=next]")
    assert front(page) == rooms.museum.artifacts[1].title


def test_a_context_that_stays_away_leads_to_the_list(rooms: Walkable, page: Page):
    page.clock.install()
    open_room(page, rooms.hall)
    enter(page)
    element(page, LOSE)
    wait_for_word(page, "lost")
    page.clock.run_for(11_000)
    page.wait_for_selector("museum-room[data-state=list][data-reason=gone]")
    the_list_stays(page)


@pytest.mark.parametrize(
    ("fulfil", "reason", "again"),
    [
        ({"status": 500, "body": ""}, "network", True),
        ({"json": {"version": 2}}, "version", False),
        ({"body": "no scene"}, "network", True),
    ],
)
def test_a_scene_that_cannot_be_read_leaves_the_list(
    rooms: Walkable, page: Page, fulfil: dict, reason: str, *, again: bool
):
    def answer(route: Route) -> None:
        route.fulfill(**fulfil)

    page.route("**/rooms/*/scene-*.json", answer)
    page.goto(rooms.hall)
    page.click("[data-do=enter]")
    page.wait_for_selector(f"museum-room[data-state=failed][data-reason={reason}]")
    the_list_stays(page)
    assert page.locator("[data-do=anyway]").count() == int(again)
    if again:
        page.unroute("**/rooms/*/scene-*.json")
        page.click("[data-do=anyway]")
        page.wait_for_selector(READY, state="attached")
