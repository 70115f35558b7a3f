"""Plane shapes as lists of points: curves, clipping of hatching lines, even-odd areas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, radians, sin

from scripts.demo_art.engraving.canvas import Point, Ring

Segment = tuple[Point, Point]
Map = Callable[[float, float], Point]


def rectangle(x: float, y: float, w: float, h: float) -> list[Point]:
    """Corners of a rectangle."""
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def arc(
    x: float, y: float, rx: float, ry: float, start: float, end: float, steps: int = 32
) -> list[Point]:
    """Points of an elliptic arc; angles in degrees, y downwards."""
    a, b = radians(start), radians(end)
    angles = [a + (b - a) * i / steps for i in range(steps + 1)]
    return [(x + rx * cos(t), y + ry * sin(t)) for t in angles]


def ellipse(x: float, y: float, rx: float, ry: float, steps: int = 72) -> list[Point]:
    """Points of a whole ellipse."""
    return arc(x, y, rx, ry, 0, 360, steps)[:-1]


def bezier(a: Point, b: Point, c: Point, d: Point, steps: int = 24) -> list[Point]:
    """Points of a cubic curve."""
    points = []
    for i in range(steps + 1):
        t = i / steps
        s = 1 - t
        k = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        points.append(
            (
                k[0] * a[0] + k[1] * b[0] + k[2] * c[0] + k[3] * d[0],
                k[0] * a[1] + k[1] * b[1] + k[2] * c[1] + k[3] * d[1],
            )
        )
    return points


def smooth(points: Ring, steps: int = 8, closed: bool = False) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    p = list(points)
    if len(p) < 3:
        return p
    ends = [p[-1], *p, p[0], p[1]] if closed else [p[0], *p, p[-1]]
    result: list[Point] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for i in range(steps):
            t = i / steps
            result.append(
                (_catmull(a[0], b[0], c[0], d[0], t), _catmull(a[1], b[1], c[1], d[1], t))
            )
    if not closed:
        result.append(p[-1])
    return result


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3
    )


def star(
    x: float, y: float, outer: float, inner: float, points: int, turn: float = 0
) -> list[Point]:
    """A star polygon; ``turn`` in degrees."""
    return [
        (
            x + (outer if i % 2 == 0 else inner) * cos(pi * i / points + radians(turn)),
            y + (outer if i % 2 == 0 else inner) * sin(pi * i / points + radians(turn)),
        )
        for i in range(2 * points)
    ]


def regular(x: float, y: float, r: float, sides: int, turn: float = 0) -> list[Point]:
    """A regular polygon; ``turn`` in degrees."""
    return [
        (
            x + r * cos(2 * pi * i / sides + radians(turn)),
            y + r * sin(2 * pi * i / sides + radians(turn)),
        )
        for i in range(sides)
    ]


def bounds(rings: Sequence[Ring]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the rings."""
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def hatch(rings: Sequence[Ring], angle: float, gap: float, offset: float = 0) -> list[Segment]:
    """Parallel lines ``gap`` apart, at ``angle`` degrees, cut to the inside of the rings."""
    c, s = cos(radians(-angle)), sin(radians(-angle))
    turned = [[(x * c - y * s, x * s + y * c) for x, y in ring] for ring in rings]
    _, top, _, bottom = bounds(turned)
    segments: list[Segment] = []
    first = ceil((top - offset) / gap)
    for i in range(first, int((bottom - offset) / gap) + 1):
        level = i * gap + offset + 1e-6
        crossings = sorted(_crossings(turned, level))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            a = (left * c + level * s, -left * s + level * c)
            b = (right * c + level * s, -right * s + level * c)
            segments.append((a, b))
    return segments


def _crossings(rings: Sequence[Ring], level: float) -> list[float]:
    found = []
    for ring in rings:
        previous = ring[-1]
        for point in ring:
            (x0, y0), (x1, y1) = previous, point
            if (y0 <= level) != (y1 <= level):
                found.append(x0 + (level - y0) * (x1 - x0) / (y1 - y0))
            previous = point
    return found


def inside(point: Point, ring: Ring) -> bool:
    """Whether the point lies inside the ring (even-odd)."""
    x, y = point
    return sum(1 for cut in _crossings([ring], y) if cut > x) % 2 == 1


def swelling(points: Ring, widths: Sequence[float]) -> list[Point]:
    """The outline of a brush line whose width changes from point to point."""
    left, right = [], []
    for i, (x, y) in enumerate(points):
        (x0, y0), (x1, y1) = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        length = hypot(x1 - x0, y1 - y0) or 1
        nx, ny = -(y1 - y0) / length * widths[i] / 2, (x1 - x0) / length * widths[i] / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


def offset_along(points: Ring, distance: float) -> list[tuple[Point, float]]:
    """Places every ``distance`` along a line, each with its direction in degrees."""
    places: list[tuple[Point, float]] = []
    rest = distance / 2
    for (x0, y0), (x1, y1) in pairwise(points):
        length = hypot(x1 - x0, y1 - y0)
        heading = atan2(y1 - y0, x1 - x0) * 180 / pi
        while rest <= length:
            t = rest / (length or 1)
            places.append(((x0 + (x1 - x0) * t, y0 + (y1 - y0) * t), heading))
            rest += distance
        rest -= length
    return places


def moved(points: Ring, dx: float, dy: float, scale: float = 1, turn: float = 0) -> list[Point]:
    """The points scaled, turned (degrees) about the origin, then moved."""
    c, s = cos(radians(turn)) * scale, sin(radians(turn)) * scale
    return [(x * c - y * s + dx, x * s + y * c + dy) for x, y in points]
