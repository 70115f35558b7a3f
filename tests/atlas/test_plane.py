"""The plane of the map, by the numbers that d3-geo gives for the projection of the land."""

from math import hypot, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.plane import HEIGHT, WIDTH, spot

# geoConicConformal().parallels([28, 44]).rotate([-27, 0]).center([0, 37]).scale(2000)
# .translate([0, 0]), d3-geo 3.1.2.
DRAWN = {
    (27, 37): (0, 0),
    (-9.8, 30.4): (-1076.378, 22.148),
    (59, 36): (878.787, -111.473),
    (35.2, 31.8): (241.291, 169.700),
    (23, 46): (-97.529, -314.860),
    (2.35, 48.85): (-569.519, -486.067),
}


@pytest.mark.parametrize("degrees", DRAWN)
def test_places_stand_where_the_land_is_drawn(degrees: tuple[float, float]) -> None:
    found = spot(*degrees)
    assert found is not None
    assert found == pytest.approx(DRAWN[degrees], abs=0.06)


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_what_is_on_no_map_has_no_spot(longitude: float, latitude: float) -> None:
    found = spot(longitude, latitude)
    if found:
        assert abs(found.x) <= WIDTH / 2 and abs(found.y) <= HEIGHT / 2


@given(st.floats(-8, 58), st.floats(29, 48))
def test_small_ways_are_as_long_in_every_direction(longitude: float, latitude: float) -> None:
    """The projection is conformal, and its scale nearly even over the region."""
    here, north = spot(longitude, latitude), spot(longitude, latitude + 1)
    assert here and north
    degree = hypot(north.x - here.x, north.y - here.y)
    assert isclose(degree, 2000 * 3.14159 / 180, rel_tol=0.04)
