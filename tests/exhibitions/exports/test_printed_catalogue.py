"""The printable catalogue: every room, every work with its number, the plan; only what is public."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from exhibitions.models import Room
from exhibitions.presentation import room_drawing, room_list
from tests.exhibitions.room_factory import Museum, door, hung, make_museum, plinth, walls_of

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
    walls, floor = room_list.read(room, room_list.look_up(room))
    drawing = room_drawing.draw(room, walls, floor)
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
    assert room_drawing.draw(room, *room_list.read(room, room_list.look_up(room))) is None


def test_it_prints_every_room_and_work(museum: Museum, room: Room, client: Client) -> None:
    page = client.get(address(museum)).content.decode()
    assert page.count('class="plan-drawing"') == 1
    for artifact in museum.artifacts:
        assert artifact.title in page


def test_it_exists_where_the_exhibition_is_translated(
    museum: Museum, room: Room, client: Client, translate: Callable[..., Page]
) -> None:
    assert client.get(address(museum, "fr")).status_code == 404
    translate(museum.exhibition, "fr", title="Navires")
    page = client.get(address(museum, "fr"))
    assert page.status_code == 200
    assert "Navires" in page.content.decode()


def test_its_queries_do_not_grow_with_the_works(
    museum: Museum, room: Room, client: Client, django_assert_max_num_queries: Callable
) -> None:
    client.get(address(museum))
    works = [hung(museum.artifact(number), x=50 * number) for number in range(4, 14)]
    room.walls = walls_of("rectangle", {1: works})
    room.save_revision().publish()
    with django_assert_max_num_queries(14):
        client.get(address(museum))
