"""The plane of the museum's map: where a point of the earth lies on it.

Lambert's conformal conic projection on a sphere, as d3-geo's `geoConicConformal` has it, by whose
means `frontend/build/land.mjs` draws the land: the same numbers stand there. x grows to the east,
y to the south, and the middle of the map is (0, 0). Source: Snyder, Map Projections: A Working
Manual (USGS Professional Paper 1395, 1987), equations 15-1 to 15-3.
"""

from math import cos, log, pi, radians, sin, tan
from typing import NamedTuple

PARALLELS = (28.0, 44.0)
CENTRE = (27.0, 37.0)
"""Longitude and latitude of the middle, in degrees."""
SCALE = 2000
WIDTH, HEIGHT = 3000, 2200
"""The land is drawn so far; what lies beyond is on no map."""


class Spot(NamedTuple):
    """A point of the plane."""

    x: float
    y: float


def height(latitude: float) -> float:
    """Return t of the projection, which falls from the equator to 0 at the pole."""
    return tan(pi / 4 - radians(latitude) / 2)


SOUTHERN, NORTHERN = PARALLELS
CONE = log(cos(radians(SOUTHERN)) / cos(radians(NORTHERN))) / log(
    height(SOUTHERN) / height(NORTHERN)
)
F = SCALE * cos(radians(SOUTHERN)) / (CONE * height(SOUTHERN) ** CONE)
RADIUS = F * height(CENTRE[1]) ** CONE


def spot(longitude: float, latitude: float) -> Spot | None:
    """Return where degrees east and north lie on the map; None for what is not on it."""
    if latitude <= -90:
        return None
    radius = F * height(latitude) ** CONE
    turn = CONE * radians((longitude - CENTRE[0] + 180) % 360 - 180)
    found = Spot(round(radius * sin(turn), 1), round(radius * cos(turn) - RADIUS, 1))
    is_on_map = abs(found.x) <= WIDTH / 2 and abs(found.y) <= HEIGHT / 2
    return found if is_on_map else None
