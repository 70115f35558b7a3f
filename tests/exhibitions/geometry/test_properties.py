"""What holds for every room, tried on generated ones."""

from math import cos, floor, pi, sin

from hypothesis import assume, given
from hypothesis import strategies as st

from exhibitions.geometry import (
    TEMPLATES,
    Corner,
    FloorWork,
    Hanging,
    Plan,
    Start,
    Wall,
    check_outline,
    check_plan,
    contains,
    entrance,
    footprint,
    free_place,
    inward_normal,
    is_clockwise,
    overlaps,
    visiting_order,
    wall_length,
    wall_placement,
)

offsets = st.integers(-20_000, 20_000)


@st.composite
def star_outlines(draw):
    """Clockwise outlines around a middle, convex or not; a few break a limit and are dropped."""
    count = draw(st.integers(3, 12))
    radii = draw(st.lists(st.integers(150, 2_000), min_size=count, max_size=count))
    shift_x, shift_y = draw(offsets), draw(offsets)
    points = [
        Corner(
            shift_x + floor(radius * cos(2 * pi * step / count)),
            shift_y + floor(radius * sin(2 * pi * step / count)),
        )
        for step, radius in enumerate(radii)
    ]
    assume(not check_outline(points))
    return tuple(points)


@st.composite
def hangings(draw, length=2_000, kinds=("artifact", "picture", "text", "screen", "door")):
    return Hanging(
        id=draw(st.uuids()).hex,
        kind=draw(st.sampled_from(kinds)),
        x=draw(st.integers(0, length)),
        y=draw(st.integers(0, 400)),
        width=draw(st.integers(1, 1_200)),
        height=draw(st.integers(1, 400)),
        border=draw(st.integers(0, 12)),
    )


@given(star_outlines())
def test_backwards_is_the_only_thing_wrong_with_a_sound_outline_reversed(corners):
    assert is_clockwise(corners)
    assert [problem.code for problem in check_outline(corners[::-1])] == ["anticlockwise"]


@given(star_outlines(), st.data())
def test_a_step_from_the_wall_is_inside_and_a_step_through_it_outside(corners, data):
    wall = data.draw(st.integers(0, len(corners) - 1))
    middle = wall_length(corners, wall) / 2
    before = wall_placement(corners, wall, middle, 150, off=0.01)
    behind = wall_placement(corners, wall, middle, 150, off=-0.01)
    assert contains(corners, before.x * 100, before.z * 100)
    assert not contains(corners, behind.x * 100, behind.z * 100)


@given(star_outlines(), st.data(), offsets, offsets)
def test_moving_the_plan_moves_every_work_and_turns_none(corners, data, dx, dy):
    wall = data.draw(st.integers(0, len(corners) - 1))
    moved = [Corner(corner.x + dx, corner.y + dy) for corner in corners]
    here, there = wall_placement(corners, wall, 40, 150), wall_placement(moved, wall, 40, 150)
    assert abs(there.x - here.x - dx / 100) < 1e-6
    assert abs(there.z - here.z - dy / 100) < 1e-6
    assert there.rotation_y == here.rotation_y


@given(star_outlines(), st.data())
def test_normals_are_unit_and_square_to_their_wall(corners, data):
    wall = data.draw(st.integers(0, len(corners) - 1))
    a, b = corners[wall], corners[(wall + 1) % len(corners)]
    x, y = inward_normal(corners, wall)
    assert abs(x * x + y * y - 1) < 1e-9
    assert abs(x * (b.x - a.x) + y * (b.y - a.y)) < 1e-6


@given(hangings(), hangings())
def test_overlap_is_mutual(one, other):
    assert overlaps(one, other) == overlaps(other, one)
    assert overlaps(one, one)


@given(st.lists(hangings(kinds=("artifact",)), max_size=12), hangings(), st.integers(0, 50))
def test_a_free_place_is_free(works, new, gap):
    placed = free_place(2_000, works, new, gap)
    assert (placed.y, placed.width) == (new.y, new.width)
    assert not any(overlaps(placed, work) for work in works)


@given(star_outlines(), st.data())
def test_every_work_is_met_once_whatever_the_curator_ordered(corners, data):
    walls = tuple(
        Wall(corner, tuple(data.draw(st.lists(hangings(), max_size=4)))) for corner in corners
    )
    seat = FloorWork("seat", "seat", corners[0].x, corners[0].y, 100, 40)
    plan = Plan(walls, floor=(seat,), start=Start(corners[0].x, corners[0].y))
    works = [work.id for wall in walls for work in wall.works if not work.is_door]
    doors = [work.x for wall in walls for work in wall.works if work.is_door]
    explicit = data.draw(st.lists(st.sampled_from([*works, "gone"]), max_size=6))
    order = visiting_order(plan, explicit)
    assert sorted(order) == sorted(works)
    assert list(order[: len(set(explicit) - {"gone"})]) == [
        work for work in dict.fromkeys(explicit) if work != "gone"
    ]
    assert not doors or entrance(plan)[1] in doors


@given(st.integers(-720, 720), st.integers(1, 300), st.integers(1, 300))
def test_a_turned_footprint_keeps_its_area_and_its_way_round(rotation, width, depth):
    corners = footprint(FloorWork("p", "artifact", 10, 20, width, depth, 0, rotation))
    doubled = sum(
        a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, corners[1:] + corners[:1], strict=True)
    )
    assert abs(doubled - 2 * width * depth) < 1e-3


@given(st.lists(st.tuples(st.integers(-900, 900), st.integers(-900, 900)), max_size=8), st.data())
def test_no_outline_however_wild_makes_the_checks_fail(points, data):
    walls = tuple(
        Wall(Corner(x, y), tuple(data.draw(st.lists(hangings(), max_size=2)))) for x, y in points
    )
    for problem in check_plan(Plan(walls)):
        assert problem.wall is None or 0 <= problem.wall < len(walls)


def test_templates_are_six_and_sound():
    assert [template.name for template in TEMPLATES] == [
        "rectangle",
        "l",
        "corridor",
        "octagon",
        "rotunda",
        "two_bays",
    ]
    for template in TEMPLATES:
        walls = tuple(Wall(corner) for corner in template.corners)
        assert check_plan(Plan(walls, template.height, start=template.start)) == []
