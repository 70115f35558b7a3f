"""Rooms of nothing and of very much, giants and stamps, and pictures that are missing."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.walk.visitor import (
    Walkable,
    bright_share,
    element,
    enter,
    front,
    open_room,
    said,
    settled,
    stats,
    word,
)
from tests.exhibitions.room_factory import block_id, hung, walls_of


def test_a_room_of_nothing_can_be_walked(rooms: Walkable, page: Page):
    empty = rooms.museum.room("ריק", walls_of("rotunda", {}), slug="empty", light="candle")
    open_room(page, rooms.url + empty.address)
    enter(page)
    settled(page)
    assert stats(page)["drawCalls"] >= 1
    assert front(page) == word(page, "empty")
    for button in ("next", "details", "tour", "list", "plan"):
        page.click(f"[data-do={button}]")
    assert page.evaluate("location.hash") == ""
    expect(page.locator("[data-do=tour]")).to_have_attribute("aria-pressed", "false")


def test_three_hundred_works_can_be_walked(rooms: Walkable, page: Page):
    artifacts = rooms.museum.artifacts
    walls: dict[int, list[dict]] = {0: [], 1: [], 2: [], 3: []}
    for place in range(300):
        wall, spot = divmod(place, 75)
        work = hung(artifacts[place % 6], 40 + 60 * (spot % 15), y=60 + 75 * (spot // 15), width=40)
        walls[wall].append(work | {"id": block_id(f"many {place}")})
    crowd = rooms.museum.room("הרבה", walls_of("rectangle", walls), slug="many", height=450)
    open_room(page, rooms.url + crowd.address)
    enter(page)
    page.click("[data-do=previous]")
    settled(page)
    drawn = stats(page)
    assert drawn["drawCalls"] <= 20
    assert drawn["textureBytes"] <= 64 * 1024 * 1024
    assert re.findall(r"\d+", page.inner_text("[data-part=count]")) == ["300", "300"]
    assert "300" in said(page)
    assert element(page, f"return room.goTo('{block_id('many 150')}')") is True
    assert re.findall(r"\d+", page.inner_text("[data-part=count]")) == ["151", "300"]


def test_a_wall_of_a_hundred_metres_with_a_stamp_and_a_carpet(rooms: Walkable, page: Page):
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
    open_room(page, rooms.url + vast.address)
    enter(page)
    for number in (0, 1):
        page.click("[data-do=next]")
        settled(page)
        assert front(page) == museum.artifacts[number].title
        assert stats(page)["drawCalls"] <= 20
        where = element(page, "const { x, y, eye } = room.visit.walk.body; return [x, y, eye]")
        assert 0 < where[0] < 100
        assert 0 < where[1] < 8
    assert where[1] > 4, "far enough to see the carpet"


def test_a_sheet_with_the_title_stands_for_a_missing_picture(rooms: Walkable, page: Page):
    page.route("**/*.webp", lambda route: route.fulfill(status=404))
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=next]")
    settled(page)
    assert stats(page)["drawCalls"] >= 3
    # Paper, not the grey of something broken.
    assert bright_share(page) > 0.1
