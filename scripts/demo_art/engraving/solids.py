"""Engraved solids: turned bodies with swelling rings, boxes, boards, tables and shadows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, cos, hypot, pi, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Point, Ring
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.sheet import Sheet

LIGHT = 125.0  # degrees round a turned body where it is brightest: left of the viewer


def turned(
    pen: Pen,
    x: float,
    y: float,
    profile: Sequence[Point],
    fill: str,
    tilt: float = 0.22,
    gap: float = 11.0,
    dark: float = 1.0,
    ink: str | None = None,
    closed: bool = True,
) -> None:
    """A body of revolution standing at x, y; profile of (radius, height) from the foot up."""
    line = _even(profile, gap)
    pen.canvas.polygon(silhouette(x, y, profile, tilt), fill, ink or pen.ink, pen.weight * 1.2)

    def plane(turn: float, place: float) -> Point:
        radius, height = line[min(int(place + 0.5), len(line) - 1)]
        t = radians(turn)
        return x + radius * cos(t), y - height + radius * tilt * sin(t)

    def tone(turn: float, place: float) -> float:
        i = min(int(place + 0.5), len(line) - 1)
        before, after = line[max(i - 1, 0)], line[min(i + 1, len(line) - 1)]
        slope = (before[0] - after[0]) / (hypot(after[0] - before[0], after[1] - before[1]) or 1)
        facing = cos(radians(turn - LIGHT))
        rim = max(0.0, abs(cos(radians(turn))) - 0.93) * 2
        return dark * max(0.0, 0.34 - 0.42 * facing - 0.2 * slope - rim)

    rings = [[(3 + 174 * k / 40, float(i)) for k in range(41)] for i in range(1, len(line) - 1)]
    pen.on(plane).engrave(rings, tone, gap, ink)
    shine = [plane(LIGHT - 7, i) for i in range(len(line))] + [
        plane(LIGHT + 8, i) for i in range(len(line))
    ][::-1]
    pen.canvas.polygon(shine, p.WHITE, opacity=0.45)
    if closed:
        radius, height = profile[-1]
        if radius > 4:
            pen.canvas.polygon(
                g.ellipse(x, y - height, radius, radius * tilt), fill, pen.ink, pen.weight
            )


def silhouette(x: float, y: float, profile: Sequence[Point], tilt: float) -> list[Point]:
    """The outline of a turned body with its round foot and top."""
    foot, top = profile[0], profile[-1]
    left = [(x - r, y - h) for r, h in profile]
    right = [(x + r, y - h) for r, h in profile]
    under = g.arc(x, y - foot[1], foot[0], foot[0] * tilt, 0, 180, 30)
    over = g.arc(x, y - top[1], top[0], top[0] * tilt, 180, 360, 30)
    return left + over + right[::-1] + under


def _even(profile: Sequence[Point], gap: float) -> list[Point]:
    """Points of the profile at equal distances."""
    points: list[Point] = []
    rest = 0.0
    for (r0, h0), (r1, h1) in pairwise(profile):
        length = hypot(r1 - r0, h1 - h0)
        while rest <= length:
            t = rest / (length or 1)
            points.append((r0 + (r1 - r0) * t, h0 + (h1 - h0) * t))
            rest += gap
        rest -= length
    return points


def curve(*points: Point, steps: int = 8) -> list[Point]:
    """A smooth profile through (radius, height) points."""
    return g.smooth(points, steps)


def table(sheet: Sheet, edge: float, wall: str, top: str, front: float = 0) -> None:
    """A wall and a table top from ``edge`` down; ``front`` is the height of its front board."""
    pen, w, h = sheet.pen, sheet.width, sheet.height
    pen.canvas.rect(0, 0, w, edge, wall)
    pen.canvas.rect(0, edge, w, h - edge, top)
    for i in range(int((h - edge - front) / 30)):
        y = edge + 20 + i * 30 + pen.random.uniform(-6, 6)
        for _ in range(3):
            x = pen.random.uniform(-200, w)
            length = pen.random.uniform(120, 700)
            bend = pen.random.uniform(-5, 5)
            pen.line(
                g.bezier(
                    (x, y),
                    (x + length / 3, y + bend),
                    (x + length * 0.7, y - bend),
                    (x + length, y),
                    10,
                ),
                0.5,
            )
    pen.line([(0, edge), (w, edge)], 1.2)
    if front:
        pen.face(g.rectangle(-5, h - front, w + 10, front + 5), p.WOOD_DARK, [(0, 13, 0.5)], 1.4)


def cast(pen: Pen, ring: Ring, gap: float = 12.0) -> None:
    """A cast shadow: a soft tint and level hatching."""
    pen.canvas.polygon(ring, pen.ink, opacity=0.16)
    pen.hatch([ring], 0, gap, 0.7)


def round_shadow(pen: Pen, x: float, y: float, r: float, long: float, tilt: float = 0.22) -> None:
    """The shadow of an upright round thing, falling to the right."""
    ring = g.arc(x, y, r, r * tilt, 90, 270, 20) + g.arc(
        x + long, y - long * 0.08, r * 0.7, r * tilt * 0.7, 270, 450, 20
    )
    cast(pen, ring)


def grain(pen: Pen, ring: Ring, angle: float, gap: float = 16.0, weight: float = 0.45) -> None:
    """Wood grain: interrupted lines along a board."""
    lines = []
    for (x0, y0), (x1, y1) in g.hatch([ring], angle, gap, pen.random.uniform(0, gap)):
        t = 0.0
        while t < 1:
            end = min(1.0, t + pen.random.uniform(0.15, 0.6))
            lines.append(
                [
                    (x0 + (x1 - x0) * t, y0 + (y1 - y0) * t),
                    (x0 + (x1 - x0) * end, y0 + (y1 - y0) * end),
                ]
            )
            t = end + pen.random.uniform(0.02, 0.1)
    pen.lines(lines, weight)


def board(
    pen: Pen, ring: Ring, fill: str, angle: float = 0, gap: float = 16, shade: float = 0
) -> None:
    """One flat wooden face with grain and, if in shade, a second hatching."""
    pen.face(ring, fill, line=1.2)
    grain(pen, ring, angle, gap)
    if shade:
        pen.hatch([ring], shade, 11, 0.65)


class Bench:
    """An oblique view: x to the right, y away to the upper right, z up; pixels."""

    def __init__(
        self, x: float, y: float, angle: float = 28.0, depth: float = 0.6, drop: float = 0.0
    ) -> None:
        self.x, self.y = x, y
        self.dx, self.dy = depth * cos(radians(angle)), depth * sin(radians(angle))
        self.drop = drop

    def see(self, x: float, y: float, z: float) -> Point:
        """The place in the picture."""
        return self.x + x + y * self.dx, self.y - z - y * self.dy + x * self.drop

    def box(
        self,
        pen: Pen,
        place: tuple[float, float, float],
        size: tuple[float, float, float],
        tints: tuple[str, str, str] = (p.WOOD, p.SAND, p.WOOD_DARK),
        gap: float = 16,
    ) -> None:
        """A wooden box: front, top and right side."""
        (x, y, z), (w, d, h) = place, size
        s = self.see
        front = [s(x, y, z), s(x + w, y, z), s(x + w, y, z + h), s(x, y, z + h)]
        top = [s(x, y, z + h), s(x + w, y, z + h), s(x + w, y + d, z + h), s(x, y + d, z + h)]
        side = [s(x + w, y, z), s(x + w, y + d, z), s(x + w, y + d, z + h), s(x + w, y, z + h)]
        along = 0.0 if w > h else 90.0
        board(pen, side, tints[2], 90 if h > d else -degrees_of(self), gap, 70)
        board(pen, front, tints[0], along, gap)
        board(pen, top, tints[1], 0, gap)


def degrees_of(bench: Bench) -> float:
    """The angle of receding edges in the picture."""
    return atan2(bench.dy, bench.dx) * 180 / pi


def ball(pen: Pen, x: float, y: float, r: float, fill: str, gap: float = 8.0) -> None:
    """A small shaded ball."""
    pen.canvas.circle(x, y, r, fill, pen.ink, pen.weight * 0.9)
    lines = [g.arc(x, y, r * k, r * k, -50, 110, 16) for k in (0.9, 0.76, 0.62)]
    pen.engrave(lines, lambda a, b: 0.2 + 0.5 * max(0.0, ((a - x) + (b - y)) / (1.8 * r)), gap)
    pen.canvas.circle(x - r * 0.36, y - r * 0.4, r * 0.16, p.WHITE)


def wave(x0: float, x1: float, y: float, height: float, count: int) -> list[Point]:
    """A sine line."""
    n = count * 8
    return [
        (x0 + (x1 - x0) * i / n, y + height * sin(2 * pi * count * i / n)) for i in range(n + 1)
    ]
