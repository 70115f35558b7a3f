"""What is seen in the film, and when: views of the demonstration's own drawings, and titles.

A view is the middle of what is seen and its width, in px of the drawing; the camera goes from the
first to the last. Every date is one that the facts give; where they give two, both stand.
"""

from dataclasses import dataclass
from math import cos, radians

View = tuple[float, float, float]


def town(longitude: float, latitude: float, width: float) -> View:
    """Return a view of the network's map, around a place."""
    x = 80 + (longitude + 13.2) * cos(radians(34)) * 36.4
    return x, 80 + (51.4 - latitude) * 36.4, width


@dataclass(frozen=True)
class Scene:
    """A drawing (none: a title on dark ground), seconds, the camera's way, and a title."""

    picture: str
    seconds: float
    way: tuple[View, ...] = ()
    year: str = ""
    names: tuple[str, ...] = ()


PARIS, TETOUAN = town(2.35, 48.86, 900), town(-5.37, 35.57, 620)
TANGIER, DAMASCUS = town(-5.81, 35.78, 620), town(36.29, 33.51, 700)
BAGHDAD, TEHRAN = town(44.37, 33.32, 700), town(51.39, 35.69, 700)
WHOLE: View = (1200, 710, 2330)

SCENES = (
    Scene(
        "",
        5,
        year="1860 – 1900",
        names=(
            "איך גדלה רשת",
            "Cómo creció una red",
            "Comment grandit un réseau",
            "How a network grew",
        ),
    ),
    Scene("map-network", 6, (WHOLE, PARIS), "1860", ("פריז", "Paris")),
    Scene("map-network", 5, (PARIS, TETOUAN), "23.12.1862", ("תטואן", "Tétouan")),
    Scene(
        "school-front-tetouan", 6, ((0.5, 0.54, 1.0), (0.5, 0.6, 0.7)), "1862", ("תטואן", "Tétouan")
    ),
    Scene("map-network", 6, (TETOUAN, DAMASCUS), "1864", ("דמשק", "Damas")),
    Scene("courtyard-damascus", 5, ((0.5, 0.5, 0.8), (0.5, 0.5, 1.0)), "1864", ("דמשק", "Damas")),
    Scene("map-network", 5, (DAMASCUS, BAGHDAD), "1864 / 1865", ("בגדאד", "Bagdad")),
    Scene("map-network", 5, (BAGHDAD, TEHRAN), "1898 (1889?)", ("טהרן", "Téhéran")),
    Scene(
        "school-front-tehran",
        6,
        ((0.5, 0.54, 1.0), (0.5, 0.6, 0.72)),
        "1898 (1889?)",
        ("טהרן", "Téhéran"),
    ),
    Scene("chart-growth", 6, ((0.5, 0.5, 1.1), (0.38, 0.6, 0.72)), "1900", ("100 · 26 000",)),
    Scene("map-network", 5, (TEHRAN, WHOLE), "", ()),
)
DURATION = sum(scene.seconds for scene in SCENES)
"""Seconds."""
