"""The conventions of the plan. Mirrored rooms are the classic mistake: these come first."""

from math import cos, pi, sin

import pytest

from exhibitions.geometry import (
    Corner,
    FloorWork,
    Hanging,
    Plan,
    Wall,
    check_outline,
    contains,
    floor_placement,
    footprint,
    inward_normal,
    is_clockwise,
    visiting_order,
    wall_length,
    wall_placement,
)

SQUARE = (Corner(0, 0), Corner(400, 0), Corner(400, 300), Corner(0, 300))
NORTH, EAST, SOUTH, WEST = range(4)


def test_corners_run_clockwise_on_screen_where_y_points_down():
    assert is_clockwise(SQUARE)
    assert not is_clockwise(SQUARE[::-1])
    assert [problem.code for problem in check_outline(SQUARE[::-1])] == ["anticlockwise"]


@pytest.mark.parametrize(
    ("wall", "normal"), [(NORTH, (0, 1)), (EAST, (-1, 0)), (SOUTH, (0, -1)), (WEST, (1, 0))]
)
def test_normal_points_into_the_room(wall, normal):
    assert inward_normal(SQUARE, wall) == pytest.approx(normal)
    middle = wall_placement(SQUARE, wall, wall_length(SQUARE, wall) / 2, 150, off=10)
    assert contains(SQUARE, middle.x * 100, middle.z * 100)


@pytest.mark.parametrize("wall", [NORTH, EAST, SOUTH, WEST])
def test_x_grows_from_the_visitors_left_to_right(wall):
    """Facing the wall from inside, right is the view direction turned clockwise on screen."""
    normal_x, normal_y = inward_normal(SQUARE, wall)
    view_x, view_y = -normal_x, -normal_y
    right = (-view_y, view_x)
    near = wall_placement(SQUARE, wall, 50, 150)
    far = wall_placement(SQUARE, wall, 250, 150)
    assert ((far.x - near.x) / 2, (far.z - near.z) / 2) == pytest.approx(right)


def test_the_first_corner_of_the_north_wall_is_its_left():
    placed = wall_placement(SQUARE, NORTH, 0, 150)
    assert (placed.x, placed.y, placed.z) == (0, 1.5, 0)


@pytest.mark.parametrize(
    ("wall", "angle"), [(NORTH, 0), (EAST, -pi / 2), (SOUTH, pi), (WEST, pi / 2)]
)
def test_a_plane_turned_by_the_rotation_faces_the_room_unmirrored(wall, angle):
    """three.js turns +z to (sin, cos) and +x to (cos, -sin) in (x, z):
    normal and wall direction.
    """
    placed = wall_placement(SQUARE, wall, 100, 150)
    assert (cos(placed.rotation_y), sin(placed.rotation_y)) == pytest.approx(
        (cos(angle), sin(angle))
    )
    facing = (sin(placed.rotation_y), cos(placed.rotation_y))
    assert facing == pytest.approx(inward_normal(SQUARE, wall))
    further = wall_placement(SQUARE, wall, 200, 150)
    picture_right = (cos(placed.rotation_y), -sin(placed.rotation_y))
    assert picture_right == pytest.approx((further.x - placed.x, further.z - placed.z))


def test_height_above_the_floor_is_up_and_lengths_are_metres():
    placed = wall_placement(SQUARE, EAST, 120, 150)
    assert (placed.x, placed.y, placed.z) == pytest.approx((4.0, 1.5, 1.2))


def test_floor_works_turn_clockwise_on_screen():
    plinth = FloorWork("p", "artifact", x=200, y=100, width=60, depth=20, rotation=90)
    first = footprint(plinth)[0]  # the top left corner, carried to the top right
    assert first == pytest.approx((210, 70))
    assert floor_placement(plinth).rotation_y == pytest.approx(-pi / 2)


def test_visitors_meet_the_walls_clockwise_from_the_door():
    def hanging(name: str, x: int, kind: str = "artifact") -> Hanging:
        return Hanging(name, kind, x, 105 if kind == "door" else 150, 40, 40)

    plan = Plan(
        walls=(
            Wall(SQUARE[0], (hanging("north right", 300), hanging("north left", 100))),
            Wall(SQUARE[1], (hanging("east", 100),)),
            Wall(
                SQUARE[2],
                (hanging("after door", 350), hanging("door", 200, "door"), hanging("before", 50)),
            ),
            Wall(SQUARE[3], (hanging("west", 100),)),
        ),
    )
    assert visiting_order(plan) == (
        "after door",
        "west",
        "north left",
        "north right",
        "east",
        "before",
    )
    assert visiting_order(plan, ["east", "gone"])[:2] == ("east", "after door")
