"""The order of the visit: from the entrance along the walls, after what the curator numbered."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail_localize.models import TranslationSource

from exhibitions.blocks.room import HungArtifactBlock
from exhibitions.models import Room
from exhibitions.presentation import room_list
from tests.exhibitions.room_factory import (
    Museum,
    block_id,
    door,
    hung,
    make_museum,
    plinth,
    point_out,
    seat,
    wall_text,
    walls_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def museum(museum_home: Page) -> Museum:
    return make_museum(museum_home)


def room_with(museum: Museum, stops: dict[int, int] | None = None, **fields: Any) -> Room:
    """Works 0 and 1 left and right of the door in the third wall, 2 on the first, 3 on a plinth."""
    stop = {number: {"stop": place} for number, place in (stops or {}).items()}
    made = [museum.artifact(number) for number in range(4)]
    after, before = (
        hung(made[number], x, **stop.get(number, {})) for number, x in ((0, 800), (1, 200))
    )
    works = {
        0: [hung(made[2], 500, **stop.get(2, {})), wall_text("text", 200, "<p>מילים</p>")],
        2: [before, door("door", museum.exhibition, 500), after],
    }
    floor = [seat("seat", 300, 500), plinth(made[3], 500, 350, **stop.get(3, {}))]
    return museum.room("room", walls_of("rectangle", works), floor=floor, **fields)


def met(room: Room) -> list[str]:
    return [work.id for work in room_list.of_room(room).works]


def ids(*names: str) -> list[str]:
    return [block_id(name) for name in names]


def test_the_visit_begins_at_the_door_and_ends_before_it_and_on_the_floor(museum: Museum) -> None:
    order = ("hung work-0", "text", "hung work-2", "hung work-1", "door", "plinth work-3")
    room = room_with(museum, start_x=500, start_y=600)
    assert met(room) == ids(*order)
    listed = room_list.of_room(room)
    numbers = {work.id: work.number for wall in listed.walls for work in wall.works}
    assert [numbers[one] for one in ids("hung work-0", "hung work-2", "hung work-1")] == [1, 2, 3]
    assert listed.floor[0].number == 4


def test_numbered_works_come_first_wherever_they_hang(museum: Museum) -> None:
    room = room_with(museum, {3: 1, 1: 2})
    assert met(room)[:2] == ids("plinth work-3", "hung work-1")
    assert sorted(met(room)) == sorted(met(room_with_nothing_numbered(room)))


def room_with_nothing_numbered(room: Room) -> Room:
    for raw in [*room.walls.raw_data, *room.floor.raw_data]:
        for one in [raw, *(raw["value"].get("works") or [])]:
            one["value"].pop("stop", None)
    return room


def test_the_page_lists_what_it_numbers_in_that_order(museum: Museum, client: Client) -> None:
    room = room_with(museum, {2: 1})
    page = client.get(room.address).content.decode()
    placed = re.findall(r'data-placement="([^"]+)"', page)
    assert placed == met(room)
    assert placed[0] == block_id("hung work-2")
    numbers = [int(one) for one in re.findall(r'data-number="(\d+)"', page)]
    assert [one for one in numbers if one] == [1, 2, 3, 4]


def test_why_a_work_hangs_here_stands_before_its_label_and_is_found(
    museum: Museum, client: Client
) -> None:
    works = {0: [hung(museum.artifact(1), 300, why="הדף שממנו הכול מתחיל")]}
    floor = [plinth(museum.artifact(2), 500, 350, why="הפעמון <שצלצל>")]
    room = museum.room("room", walls_of("rectangle", works), floor=floor)
    page = BeautifulSoup(client.get(room.address).content, "html.parser")
    for why, title in (("הדף שממנו הכול מתחיל", "יצירה 1"), ("הפעמון <שצלצל>", "יצירה 2")):
        [said] = [one for one in page.select(".hung__why") if one.get_text() == why]
        [label] = said.parent.select(".label__title")
        assert label in said.find_all_next()
        assert label.get_text(strip=True) == title
    for word in ("שממנו", "שצלצל"):
        assert [found.pk for found in get_search_backend().search(word, Room.objects.all())] == [
            room.pk
        ]


def test_every_language_follows_the_curator_s_pace_and_turns(
    museum: Museum, client: Client, translate: Callable[..., Page]
) -> None:
    work = museum.artifact(1)
    seal = point_out(work, "החותם", (10.5, 20, 30, 25), text="שעווה")
    works = [
        hung(work, 300, turn=seal, stay=20),
        hung(museum.artifact(2), 600, passed=True),
    ]
    room = museum.room("room", walls_of("rectangle", {0: works}))
    for page in (room, translate(room, "fr")):
        answer = BeautifulSoup(client.get(page.address).content, "html.parser")
        first, second = answer.select("#works .hung")
        assert (first["data-stay"], first.has_attr("data-passed")) == ("20", False)
        assert (second.has_attr("data-stay"), second.has_attr("data-passed")) == (False, True)
        [turn] = first.select(".hung__detail")
        assert turn["data-region"] == "10.5,20,30,25"
        assert str(turn.a["href"]).endswith("/work-1/#xywh=percent:10.5,20,30,25")
        assert [part.get_text() for part in turn.select(".hung__seen")] == ["שעווה"]
        assert second.select(".hung__detail") == []
    source, _made = TranslationSource.get_or_create_from_instance(room)
    paths = list(source.stringsegment_set.values_list("context__path", flat=True))
    assert not [path for path in paths if path.endswith((".turn", ".stay", ".passed"))]


@pytest.mark.parametrize(
    "odd",
    [{"turn": 7, "stay": "soon", "passed": None}, {"turn": "gone", "stay": -1}, {"stay": 1e9}],
)
def test_what_no_curator_can_have_chosen_is_no_choice(
    museum: Museum, client: Client, odd: dict[str, Any]
) -> None:
    work = museum.artifact(1)
    point_out(work, "החותם", (10, 20, 30, 25))
    works = [hung(work, 300, **odd)]
    room = museum.room("room", walls_of("rectangle", {0: works}))
    page = BeautifulSoup(client.get(room.address).content, "html.parser")
    [listed] = page.select("#works .hung")
    assert not listed.has_attr("data-stay")
    assert not listed.has_attr("data-passed")
    assert listed.select(".hung__detail") == []


def test_a_visit_stays_for_seconds_or_while_one_reads() -> None:
    stay = HungArtifactBlock().child_blocks["stay"]
    assert [stay.clean(stay.normalize(seconds)) for seconds in (None, 3, 180)] == [None, 3, 180]
    for seconds in (0, 181):
        with pytest.raises(ValidationError):
            stay.clean(seconds)


def test_a_place_in_the_visit_is_a_number_in_every_language(museum: Museum, translate: Any) -> None:
    room = room_with(museum, {2: 1})
    assert met(translate(room, "fr"))[0] == block_id("hung work-2")


def test_an_unfinished_draft_is_listed_all_the_same(museum: Museum) -> None:
    room = room_with(museum)
    wall = room.walls.raw_data[0]["value"]
    wall["works"][0]["value"]["x"] = None
    for raw in room.walls.raw_data:
        raw["value"]["corner_x"] = raw["value"]["corner_y"] = 0
    assert len(met(room)) == 6


def test_a_work_catalogued_in_another_language_alone_is_no_hole(
    museum: Museum, translate: Callable[..., Page]
) -> None:
    english = make_museum(translate(museum.home, "en"))
    room = english.room("sailors", walls_of("rectangle", {0: [hung(english.artifact(1), 200)]}))
    french = translate(room, "fr")
    assert met(french) == ids("hung work-1")
    english.artifacts[0].unpublish()
    assert met(french) == []
