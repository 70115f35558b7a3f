"""A room that cannot be walked is not published, and the editor says why at the right field."""

from typing import Any

import pytest
from wagtail.models import Page

from exhibitions.models import Room
from exhibitions.models.room.form import errors_by_field
from exhibitions.models.room.plan import problems_of
from tests.exhibitions.room_factory import Museum, door, hung, make_museum, walls_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def museum(museum_home: Page) -> Museum:
    return make_museum(museum_home)


def errors_of(room: Room) -> dict[str, Any]:
    """Return the form's errors with their nesting as plain dictionaries."""
    stored = room.stored
    errors = errors_by_field(stored, problems_of(stored))
    return {name: plain(error) for name, error in errors.items()}


def plain(error: Any) -> Any:
    if getattr(error, "block_errors", None):
        return {key: plain(one) for key, one in error.block_errors.items()}
    if getattr(error, "non_block_errors", None):
        return [str(one.message) for one in error.non_block_errors.as_data()]
    return str(error.message)


def corners(*points: tuple[int, int]) -> list[dict[str, Any]]:
    walls = walls_of("rectangle", {})[:1] * len(points)
    return [
        {**wall, "id": str(index), "value": {**wall["value"], "corner_x": x, "corner_y": y}}
        for index, (wall, (x, y)) in enumerate(zip(walls, points, strict=True))
    ]


def test_a_template_with_works_has_no_errors(museum: Museum) -> None:
    work = hung(museum.artifact(1), x=200)
    room = museum.room("room", walls_of("rectangle", {0: [work]}))
    assert errors_of(room) == {}


def test_two_corners_are_no_room(museum: Museum) -> None:
    room = museum.room("room", corners((0, 0), (500, 0)))
    assert errors_of(room) == {"walls": ["A room has at least 3 walls; this one has 2."]}


def test_crossing_walls_are_named_at_the_wall(museum: Museum) -> None:
    room = museum.room("room", corners((0, 0), (500, 500), (500, 0), (0, 500)))
    assert "crosses wall" in str(errors_of(room)["walls"])


def test_a_work_beyond_its_wall_is_named_at_the_work(museum: Museum) -> None:
    works = [hung(museum.artifact(1), x=200), hung(museum.artifact(2), x=990)]
    room = museum.room("room", walls_of("rectangle", {2: works}))
    found = errors_of(room)["walls"][2]["works"]
    assert list(found) == [1]
    assert "beyond the wall" in found[1]["x"]


def test_a_door_to_its_own_room_is_named_at_its_target(museum: Museum) -> None:
    room = museum.room("room", walls_of("rectangle", {}))
    room.walls = walls_of("rectangle", {1: [door("door", room, 300)]})
    assert "own room" in errors_of(room)["walls"][1]["works"][0]["target"]


def test_a_start_outside_the_room_is_named_at_the_start(museum: Museum) -> None:
    room = museum.room("room", walls_of("rectangle", {}), start_x=5000, start_y=5000)
    assert list(errors_of(room)) == ["start_x"]
