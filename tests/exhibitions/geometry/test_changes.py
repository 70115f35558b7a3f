"""What was done between two versions of a room, tried on generated ones."""

from collections.abc import Mapping
from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from exhibitions.geometry import Corner
from exhibitions.geometry.changes import Change, Done, changes, hung_in
from exhibitions.geometry.stored import StoredRoom, StoredWall, StoredWork

WORK = StoredWork("w", "artifact", x=100, y=150, width=80, artifact=1, frame="wood", caption="a")
lengths = st.none() | st.integers(0, 400)


def room_of(*works: StoredWork, floor: tuple[StoredWork, ...] = ()) -> StoredRoom:
    """A triangle whose first wall has works."""
    corners = (Corner(0, 0), Corner(600, 0), Corner(300, 500))
    walls = [StoredWall(f"wall {n}", "", corner, "", "", ()) for n, corner in enumerate(corners)]
    return StoredRoom((replace(walls[0], works=works), *walls[1:]), floor, 320)


@st.composite
def rooms(draw: st.DrawFn) -> StoredRoom:
    """Rooms of few walls and works, whose ids are likely to meet again in another."""
    walls = draw(st.lists(st.sampled_from("ABCD"), unique=True, max_size=4))
    ids = draw(st.lists(st.sampled_from("pqrstuv"), unique=True, max_size=7))
    places = {key: draw(st.sampled_from([*walls, None])) for key in ids}

    def work(key: str) -> StoredWork:
        return StoredWork(
            key,
            draw(st.sampled_from(["artifact", "text"])),
            on_floor=places[key] is None,
            x=draw(lengths),
            y=draw(lengths),
            width=draw(lengths),
            rotation=draw(st.integers(0, 359)) if places[key] is None else 0,
            artifact=draw(st.none() | st.integers(1, 3)),
            caption=draw(st.sampled_from(["", "one", "two"])),
            frame=draw(st.sampled_from(["none", "wood"])),
            stop=draw(st.none() | st.integers(1, 3)),
            stay=draw(st.none() | st.integers(3, 5)),
        )

    return StoredRoom(
        tuple(
            StoredWall(
                key,
                draw(st.sampled_from(["", "North"])),
                Corner(draw(st.integers(0, 900)), draw(st.integers(0, 900))),
                draw(st.sampled_from(["", "#ffffff"])),
                "limewash",
                tuple(work(one) for one in ids if places[one] == key),
            )
            for key in walls
        ),
        tuple(work(one) for one in ids if places[one] is None),
        320,
    )


@given(rooms(), rooms())
def test_something_was_done_wherever_versions_differ(one: StoredRoom, other: StoredRoom) -> None:
    assert bool(changes(one, other)) == (one != other)


@given(rooms(), rooms())
def test_what_is_hung_one_way_is_taken_down_the_other(one: StoredRoom, other: StoredRoom) -> None:
    there = {change.work for change in changes(one, other) if change.done == Done.HUNG}
    back = {change.work for change in changes(other, one) if change.done == Done.TAKEN_DOWN}
    assert there == back == hung_in(other).keys() - hung_in(one).keys()


@given(rooms(), rooms())
def test_moves_lead_from_one_place_to_the_other(one: StoredRoom, other: StoredRoom) -> None:
    old, new = hung_in(one), hung_in(other)
    moves = [change for change in changes(one, other) if change.done == Done.MOVED]
    for move in moves:
        before, after = old[move.work or ""].work, new[move.work or ""].work
        down = -1 if after.on_floor else 1
        assert (before.x or 0) + move.right == (after.x or 0)
        assert (before.y or 0) + down * move.up == (after.y or 0)
    assert len({move.work for move in moves}) == len(moves)


@given(rooms(), rooms())
def test_no_change_is_told_twice(one: StoredRoom, other: StoredRoom) -> None:
    told = [
        (one.done, one.work, one.wall, one.wall_before, one.field) for one in changes(one, other)
    ]
    assert len(set(told)) == len(told)


def test_every_field_of_a_work_is_told() -> None:
    """Also one that a work will have some day: at least as another setting."""
    other = {int | None: 7, str: "b", bool: True, int: 90, Mapping[str, int]: {"he": 7}}
    for field in fields(StoredWork):
        if field.name in ("id", "on_floor"):
            continue
        changed = replace(WORK, **{field.name: other[field.type]})
        assert len(changes(room_of(WORK), room_of(changed))) == 1, field.name


def test_a_work_that_goes_to_another_wall_is_rehung_not_moved() -> None:
    before = room_of(WORK)
    after = room_of()
    there = replace(after.walls[2], works=(replace(WORK, x=30),))
    after = replace(after, walls=(*after.walls[:2], there))
    assert changes(before, after) == [Change(Done.REHUNG, "w", wall_before="wall 0", wall="wall 2")]


def test_one_corner_changes_two_walls() -> None:
    before = room_of()
    pulled = replace(before.walls[1], corner=Corner(700, 0))
    after = replace(before, walls=(before.walls[0], pulled, before.walls[2]))
    assert [(one.wall, one.before, one.after) for one in changes(before, after)] == [
        ("wall 0", 600, 700),
        ("wall 1", 583, 640),
    ]
