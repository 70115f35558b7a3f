"""The six room templates; after a room was made from one, its walls are ordinary."""

from dataclasses import dataclass
from math import cos, floor, radians, sin, sqrt

from .constants import TEMPLATE_HEIGHT
from .plan import Corner, Start

Points = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class RoomTemplate:
    """An outline to begin with. ``name`` is a key that the page words in its language."""

    name: str
    corners: tuple[Corner, ...]
    start: Start
    height: int = TEMPLATE_HEIGHT


def rectangle(width: int = 1000, depth: int = 700) -> Points:
    return ((0, 0), (width, 0), (width, depth), (0, depth))


def l_shape(width: int = 1200, depth: int = 1000, arm: int = 500) -> Points:
    """Two arms of one breadth, along the top and down the left."""
    return ((0, 0), (width, 0), (width, arm), (arm, arm), (arm, depth), (0, depth))


def octagon(width: int = 1000) -> Points:
    """A regular octagon, to the nearest centimetre."""
    cut = floor(width / (2 + sqrt(2)) + 0.5)
    rest = width - cut
    return (
        (cut, 0),
        (rest, 0),
        (width, cut),
        (width, rest),
        (rest, width),
        (cut, width),
        (0, rest),
        (0, cut),
    )


def rotunda(radius: int = 500, sides: int = 16) -> Points:
    """A circle of flat walls, the first of them at the top of the plan."""
    step = 360 / sides
    angles = (radians(step * (corner - 0.5) - 90) for corner in range(sides))
    return tuple(
        (floor(radius + radius * cos(angle) + 0.5), floor(radius + radius * sin(angle) + 0.5))
        for angle in angles
    )


def two_bays(width: int = 670, depth: int = 600, opening: int = 240, partition: int = 60) -> Points:
    """Two rooms side by side, joined by an opening in the middle of a thick partition."""
    left, right, far = width, width + partition, 2 * width + partition
    top = (depth - opening) // 2
    bottom = top + opening
    return (
        (0, 0),
        (left, 0),
        (left, top),
        (right, top),
        (right, 0),
        (far, 0),
        (far, depth),
        (right, depth),
        (right, bottom),
        (left, bottom),
        (left, depth),
        (0, depth),
    )


def _template(name: str, outline: Points, start_x: int, start_y: int) -> RoomTemplate:
    corners = tuple(Corner(x, y) for x, y in outline)
    return RoomTemplate(name, corners, Start(start_x, start_y, 0))


TEMPLATES: tuple[RoomTemplate, ...] = (
    _template("rectangle", rectangle(), 500, 560),
    _template("l", l_shape(), 250, 860),
    _template("corridor", rectangle(300, 1600), 150, 1460),
    _template("octagon", octagon(), 500, 860),
    _template("rotunda", rotunda(), 500, 860),
    _template("two_bays", two_bays(), 335, 460),
)
"""Each with its outline at a usual size; the visitor starts low in the plan and looks up it."""
