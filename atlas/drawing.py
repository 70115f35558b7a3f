"""The map as it is drawn for everybody: its frame, and a dot for each place.

`frontend/elements/map/` draws it anew where scripts run.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.network import PlaceEntry
from atlas.plane import HEIGHT, WIDTH, Spot
from atlas.years import Standing

AROUND = 70
"""Units of the plane that stay free around the outermost places."""
SMALLEST = 500
"""The frame is at least so wide and high."""


@dataclass(frozen=True)
class Dot:
    """A place of the drawing; `radius` grows with the number of its schools, by area."""

    spot: Spot
    radius: float
    standing: Standing


@dataclass(frozen=True)
class Drawing:
    """The frame, in units of the plane, and its dots, the largest first."""

    x: float
    y: float
    width: float
    height: float
    dots: list[Dot]


def drawing_of(places: Iterable[PlaceEntry]) -> Drawing:
    """Draw the places that are on the map; without any, the whole map."""
    found = [(place, place.spot) for place in places if place.spot]
    dots = [
        Dot(at, round(5 + 4 * len(place.schools) ** 0.5, 1), place.standing)
        for place, at in found
        if place.standing is not Standing.NOT
    ]
    dots.sort(key=lambda dot: -dot.radius)
    if not found:
        return Drawing(-WIDTH / 2, -HEIGHT / 2, WIDTH, HEIGHT, [])
    left, width = frame([at.x for _place, at in found])
    top, height = frame([at.y for _place, at in found])
    return Drawing(left, top, width, height, dots)


def frame(values: list[float]) -> tuple[float, float]:
    """Return where a side of the frame begins, and how long it is."""
    low, high = min(values) - AROUND, max(values) + AROUND
    length = max(high - low, SMALLEST)
    return round((low + high - length) / 2, 1), round(length, 1)
