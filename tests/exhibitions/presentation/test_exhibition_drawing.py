"""The plan of an exhibition: every room once, none on another, doors joined."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Site

from exhibitions.geometry import TEMPLATES, Corner
from exhibitions.geometry.stored import StoredWork
from exhibitions.presentation import exhibition_drawing
from exhibitions.presentation.exhibition_drawing import Door, Part, around, lay_out, meet, passages
from tests.exhibitions.room_factory import Museum, add_works, door, make_museum, walls_of


class Stub:
    """A room as the layout needs it."""

    def __init__(self, key: int) -> None:
        self.translation_key = key


def part(number: int, corners: list[Corner], targets: list[int]) -> Part:
    """A room with doors in the middle of its first walls."""
    doors = [
        exhibition_drawing.read_door(
            corners, wall % len(corners), StoredWork("door", "door", x=150), target
        )
        for wall, target in enumerate(targets)
    ]
    return Part(Stub(number), number, corners, doors)


@st.composite
def houses(draw: st.DrawFn) -> list[Part]:
    """Exhibitions of rooms of all templates, whose doors lead anywhere, also out of it."""
    count = draw(st.integers(2, 7))
    targets = st.lists(st.integers(0, count), max_size=3)
    shapes = st.sampled_from([template.corners for template in TEMPLATES])
    return [part(number, list(draw(shapes)), draw(targets)) for number in range(count)]


@given(houses())
def test_no_room_lies_on_another_and_none_is_lost(parts: list[Part]):
    lay_out(parts)
    for index, one in enumerate(parts):
        for other in parts[index + 1 :]:
            assert not meet(one.box, other.box)
    left, top, right, bottom = around(parts)
    for one in parts:
        assert left <= one.box[0] < one.box[2] <= right
        assert top <= one.box[1] < one.box[3] <= bottom


@given(houses())
def test_two_rooms_are_joined_once_however_many_doors_lead_between_them(parts: list[Part]):
    lay_out(parts)
    within = {one.room.translation_key for one in parts}
    pairs = {
        frozenset({one.room.translation_key, door.target})
        for one in parts
        for door in one.doors
        if door.target in within - {one.room.translation_key}
    }
    assert len(list(passages(parts))) == len(pairs)


def test_a_room_lies_behind_the_door_that_leads_to_it():
    square = [Corner(0, 0), Corner(600, 0), Corner(600, 600), Corner(0, 600)]
    east = Door((600, 300), (1, 0), 1)
    back = Door((0, 200), (-1, 0), 0)
    here = Part(Stub(0), 1, square, [east])
    there = Part(Stub(1), 2, square, [back])
    lay_out([here, there])
    assert there.dx == 600 + exhibition_drawing.APART
    assert there.dy == 100, "door opposite door"
    (passage,) = passages([here, there])
    assert passage.corners[0] == (600, 300)
    assert {y for _, y in passage.corners} == {300}


@pytest.fixture
def museum(museum_home: Any) -> Museum:
    Site.clear_site_root_paths_cache()
    return make_museum(museum_home)


@pytest.mark.django_db
def test_the_pages_show_the_plan_in_their_own_language(
    museum: Museum, client: Client, translate: Any
):
    first = museum.room("ראשון", walls_of("rectangle", {}), slug="first")
    page = client.get(first.address, follow=True).content.decode()
    assert first.title in page
    assert "floor-plan" not in page, "one room is no exhibition to find one's way in"
    second = museum.room("שני", walls_of("octagon", {}), slug="second")
    add_works(first, 1, [door("on", second, 300)])
    french = translate(museum.exhibition, "fr", slug="navires")
    for room in (first, second):
        translate(room, "fr", title=f"Salle {room.slug}")
    for exhibition, address in ((museum.exhibition, first.address), (french, None)):
        page = client.get(exhibition.address, follow=True).content.decode()
        assert page.count('class="floor-plan__room"') == 2
        assert page.count('class="floor-plan__passage"') == 1
        assert (f'href="{first.address}"' in page) is (address is not None)
    assert "1. Salle first" in page


@pytest.mark.django_db
def test_a_room_without_a_plan_is_left_out(museum: Museum, django_assert_num_queries: Any):
    rooms = [
        museum.room("ראשון", walls_of("rectangle", {}), slug="first"),
        museum.room("בלי קירות", [], slug="none"),
        museum.room("שלישי", walls_of("rotunda", {}), slug="third"),
    ]
    add_works(rooms[0], 0, [door("on", rooms[2], 300)])
    with django_assert_num_queries(1):
        plan = exhibition_drawing.draw(rooms)
    assert plan
    assert [one.number for one in plan.parts] == [1, 3]
    assert exhibition_drawing.draw(rooms[:2]) is None
