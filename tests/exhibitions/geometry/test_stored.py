"""A room is read from whatever a draft, an old revision or a broken import
left in its StreamFields.
"""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from exhibitions.geometry import Corner, Start
from exhibitions.geometry.stored import (
    HUNG_KINDS,
    STANDING_KINDS,
    StoredRoom,
    StoredWork,
    read_room,
    read_walls,
    with_work,
)

NAMES = (
    *(
        "x",
        "y",
        "width",
        "depth",
        "height",
        "rotation",
        "stop",
        "stay",
        "turn",
        "artifact",
        "target",
        "image",
    ),
    *("media", "text", "caption", "frame", "label_side", "showcase", "plinth_width"),
    *("plinth_depth", "plinth_height", "name", "corner_x", "corner_y", "colour", "finish", "works"),
)
KINDS = (*HUNG_KINDS, *STANDING_KINDS, "wall", "hologram", "", None)
anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9_999) | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["image", "alt_text", "decorative", "x"]), inner)
    ),
    max_leaves=4,
)
values = st.dictionaries(st.sampled_from(NAMES), anything, max_size=8)
blocks = (
    st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(KINDS),
            "id": st.none() | st.text(max_size=2),
            "value": values | anything,
        },
    )
    | anything
)
fields = st.lists(blocks, max_size=5)
walls = st.lists(
    st.fixed_dictionaries(
        {"type": st.just("wall")},
        optional={
            "id": st.text(max_size=2),
            "value": st.fixed_dictionaries(
                {}, optional={"works": fields | anything, "corner_x": anything, "name": anything}
            ),
        },
    )
    | blocks,
    max_size=4,
)
numbers = st.none() | st.integers(-500, 500)


def whole(number: Any) -> bool:
    return number is None or type(number) is int


@given(walls, fields, numbers, st.tuples(numbers, numbers, numbers))
def test_any_raw_data_makes_a_room_of_the_types_that_it_names(
    raw_walls: list[Any], raw_floor: list[Any], height: int | None, start: Any
) -> None:
    room = read_room(raw_walls, raw_floor, height, start)
    assert type(room.height) is int
    assert (room.start is None) == (start[0] is None or start[1] is None)
    for wall in room.walls:
        assert wall.id
        assert type(wall.corner.x) is type(wall.corner.y) is int
        assert {type(wall.name), type(wall.colour), type(wall.finish)} == {str}
    for work in room.works:
        assert work.id
        assert work.kind in (STANDING_KINDS if work.on_floor else HUNG_KINDS)
        for name in ("x", "y", "width", "depth", "height", "artifact", "image", "media", "stop"):
            assert whole(getattr(work, name)), name
        if work.is_measured:
            assert None not in (work.x, work.width)
    assert all(type(target) is int for target in room.doors.values())


@given(walls)
def test_walls_keep_their_number_and_order(raw: list[Any]) -> None:
    kept = [block for block in raw if isinstance(block, dict) and block.get("type") == "wall"]
    assert len(read_walls(raw)) == len(kept)


@given(walls, st.integers(0, 3))
def test_one_work_more_leaves_all_others(raw: list[Any], number: int) -> None:
    places = [place for place, block in enumerate(raw) if isinstance(block, dict)]
    if number >= len(places):
        return
    place = places[number]
    raw[place]["type"] = "wall"
    before = read_walls(raw)
    door = {"type": "door", "id": "new", "value": {"target": 7, "x": 1, "width": 2, "height": 3}}
    after = read_walls(with_work(raw, place, door))
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    [(old, new)] = changed
    assert new.works == (
        *old.works,
        StoredWork("new", "door", target=7, x=1, width=2, height=3),
    )


def test_a_whole_room_is_read() -> None:
    picture = {"image": 4, "alt_text": "A ship", "decorative": False}
    hung = {"image": picture, "x": 10, "y": 150, "width": 60, "frame": "brass", "stop": 2}
    plinth = {"artifact": 3, "x": 5, "y": 6, "rotation": 90, "showcase": True}
    plinth |= {"plinth_width": 50, "plinth_depth": 40, "plinth_height": 95}
    room = read_room(
        [
            {
                "type": "wall",
                "id": "w",
                "value": {
                    "name": "North",
                    "corner_x": 1,
                    "corner_y": 2,
                    "colour": "#2b3a67",
                    "finish": "oak",
                    "works": [
                        {"type": "picture", "id": "p", "value": hung},
                        {"type": "hologram", "id": "h", "value": {"x": 1}},
                        {"type": "door", "id": "d", "value": {"target": 9}},
                    ],
                },
            }
        ],
        [{"type": "artifact", "id": "s", "value": plinth}],
        340,
        (1, 2, None),
        page=8,
    )
    [wall] = room.walls
    assert (wall.name, wall.corner, wall.colour, wall.finish) == (
        *("North", Corner(1, 2), "#2b3a67", "oak"),
    )
    shown, way_out = wall.works
    assert (shown.image, shown.alt_text, shown.frame, shown.stop) == (4, "A ship", "brass", 2)
    assert shown.is_measured
    assert not way_out.is_measured
    [standing] = room.floor
    assert (standing.width, standing.depth, standing.height) == (50, 40, 95)
    assert standing.is_measured
    assert standing.showcase
    assert room.doors == {"d": 9}
    assert (room.start, room.page) == (Start(1, 2, 0), 8)
    assert [work.shows for work in room.works] == [4, 9, 3]


def test_an_ornament_has_no_alternative_text() -> None:
    value = {"image": {"image": 4, "alt_text": "left over", "decorative": True}}
    works = [{"type": "picture", "id": "p", "value": value}]
    [wall] = read_walls([{"type": "wall", "id": "w", "value": {"works": works}}])
    assert (wall.works[0].decorative, wall.works[0].alt_text) == (True, "")


def test_nothing_is_no_room() -> None:
    assert read_room([], [], None, (None, None, None)) == StoredRoom()
