"""A camera with upright verticals; its planes map metres on a wall or floor to the picture."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from scripts.demo_art.engraving.canvas import Point
from scripts.demo_art.engraving.geometry import Map

Place = tuple[float, float, float]  # metres: right, forward, up


@dataclass(frozen=True)
class Camera:
    """Looks forward (y); ``turn`` degrees to the right; horizon and middle in pixels."""

    focal: float
    middle: float
    horizon: float
    eye: Place = (0.0, 0.0, 1.6)
    turn: float = 0.0

    def see(self, x: float, y: float, z: float) -> Point:
        """Pixels of a place in metres."""
        dx, dy, dz = x - self.eye[0], y - self.eye[1], z - self.eye[2]
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        right, deep = dx * c - dy * s, dx * s + dy * c
        deep = max(deep, 0.05)
        return (self.middle + self.focal * right / deep, self.horizon - self.focal * dz / deep)

    def wall(self, a: tuple[float, float], b: tuple[float, float], base: float = 0.0) -> Map:
        """An upright plane from ground point a towards b: u metres along it, v metres up."""
        length = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
        ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        return lambda u, v: self.see(a[0] + ux * u, a[1] + uy * u, base + v)

    def floor(self, height: float = 0.0) -> Map:
        """A level plane: u to the right, v forward."""
        return lambda u, v: self.see(u, v, height)

    def scale(self, depth: float) -> float:
        """Pixels of a metre at a depth straight ahead of an unturned camera."""
        return self.focal / (depth - self.eye[1])


def elevation(x: float, ground: float, pixels: float) -> Map:
    """A wall seen straight on: u metres to the right of x, v metres above the ground line."""
    return lambda u, v: (x + u * pixels, ground - v * pixels)
