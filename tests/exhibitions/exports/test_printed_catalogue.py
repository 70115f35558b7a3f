"""The printable catalogue: every room, every work with its number, the plan.

Only what is public.
"""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from exhibitions.models import Room
from exhibitions.presentation import room_drawing, room_list
from tests.exhibitions.room_factory import (
    Museum,
    add_works,
    door,
    hung,
    make_museum,
    plinth,
    wall_text,
    walls_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def museum(museum_home: Page) -> Museum:
    return make_museum(museum_home)


@pytest.fixture
def room(museum: Museum) -> Room:
    works = [hung(museum.artifact(1), x=300), hung(museum.artifact(2), x=700)]
    gap = door("door", museum.exhibition, 500)
    floor = [plinth(museum.artifact(3), 400, 350)]
    return museum.room("room", walls_of("rectangle", {0: works, 2: [gap]}), floor=floor)


def address(museum: Museum, language: str = "he") -> str:
    with translation.override(language):
        return reverse("catalogue", args=[museum.exhibition.translation_key])


def test_the_plan_shows_each_number_before_its_own_wall(room: Room) -> None:
    drawing = room_drawing.draw(room_list.of_room(room))
    assert drawing is not None
    assert [(mark.number, mark.x, mark.y) for mark in drawing.marks] == [
        (1, 300, room_drawing.OFF_WALL),
        (2, 700, room_drawing.OFF_WALL),
        (3, 400, 350),
    ]
    # The third wall runs from right to left, along the bottom of the plan.
    assert [(gap.x1, gap.y1, gap.x2, gap.y2) for gap in drawing.gaps] == [(560, 700, 440, 700)]


def test_an_outline_that_is_none_has_no_plan(museum: Museum) -> None:
    room = museum.room("room", walls_of("rectangle", {})[:2])
    assert room_drawing.draw(room_list.of_room(room)) is None


def printed(page: str) -> list[tuple[str, list[tuple[str, str]], list[str]]]:
    """Return of each room its title, number and title of its works, and the numbers on its plan."""
    return [
        (
            room.h2.get_text(strip=True),
            [
                (work["data-number"], work.select_one(".label__title").get_text(strip=True))
                for work in room.select(".hung--artifact")
            ],
            [number.get_text(strip=True) for number in room.select(".plan-drawing__number")],
        )
        for room in parsed(page).select(".catalogue__room")
    ]


def parsed(page: str) -> Any:
    return BeautifulSoup(page, "html.parser")


def test_it_prints_every_public_room_with_its_works_and_its_plan(
    museum: Museum, room: Room, client: Client
) -> None:
    hidden = museum.room("סגור", walls_of("rectangle", {}), slug="hidden")
    hidden.unpublish()
    last = [wall_text("text", 100, "<p>סוף דבר</p>"), hung(museum.artifact(4), x=500)]
    museum.room("אחרון", walls_of("octagon", {1: last}), slug="last")
    page = client.get(address(museum)).content.decode()
    # The walk begins at the door; each room counts its works for itself.
    assert printed(page) == [
        ("room", [("1", "יצירה 1"), ("2", "יצירה 2"), ("3", "יצירה 3")], ["1", "2", "3"]),
        ("אחרון", [("1", "יצירה 4")], ["1"]),
    ]
    assert "סוף דבר" in page
    assert "סגור" not in page


def test_a_work_prints_its_whole_wall_label_and_its_picture(
    museum: Museum, room: Room, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        artifact = museum.artifact(4, width=90, height=64)
    hanging = hung(artifact, x=200, caption="התלייה הזאת", why="למה כאן")
    add_works(room, 1, [hanging])
    page = parsed(client.get(address(museum)).content.decode())
    [work] = [work for work in page.select(".hung") if artifact.title in work.get_text()]
    words = work.get_text()
    for part in ("1862", artifact.medium, artifact.credit_line, artifact.accession_number):
        assert part in words
    assert "התלייה הזאת" in words
    assert words.index("למה כאן") < words.index(artifact.title)
    assert work.img["alt"] == "A star"
    assert work.img["src"].endswith(".webp")


def test_it_exists_where_the_exhibition_is_translated(
    museum: Museum, room: Room, client: Client, translate: Callable[..., Page]
) -> None:
    assert client.get(address(museum, "fr")).status_code == 404
    translate(museum.exhibition, "fr", title="Navires")
    page = client.get(address(museum, "fr"))
    assert page.status_code == 200
    assert "Navires" in page.content.decode()


def test_its_queries_grow_neither_with_the_works_nor_with_the_rooms(
    museum: Museum, room: Room, client: Client, django_assert_num_queries: Any
) -> None:
    client.get(address(museum))
    with CaptureQueriesContext(connection) as one_room:
        client.get(address(museum))
    for number in range(4, 8):
        works = [hung(museum.artifact(10 * number + place), x=60 * place) for place in range(6)]
        museum.room(f"room {number}", walls_of("rectangle", {1: works}), slug=f"room-{number}")
    with django_assert_num_queries(len(one_room)):
        page = client.get(address(museum)).content.decode()
    assert [len(works) for _title, works, _numbers in printed(page)] == [3, 6, 6, 6, 6]
