"""Sky, clouds, mountains, ground and water, in picture pixels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import pi, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Point
from scripts.demo_art.engraving.pen import Pen


def sky(pen: Pen, width: float, top: float, bottom: float, tint: str, lines: int = 14) -> None:
    """A flat sky with level lines that gather towards the top and part for clouds."""
    pen.canvas.rect(0, top, width, bottom - top, tint)
    many = []
    for i in range(lines):
        y = top + (bottom - top) * (i / lines) ** 1.5 * 0.8 + 16
        x = pen.random.uniform(-200, 60)
        while x < width:
            length = pen.random.uniform(160, 620) * (1 - 0.5 * i / lines)
            many.append([(max(x, 0), y), (min(x + length, width), y)])
            x += length + pen.random.uniform(60, 340) * (0.4 + i / lines)
    pen.lines([line for line in many if line[0][0] < line[1][0]], 0.55)


def cloud(pen: Pen, x: float, y: float, size: float, fill: str = p.WHITE) -> None:
    """A heaped cloud with a level foot."""
    outline: list[Point] = [(x - size, y)]
    for k in range(5):
        cx = x - size + size * 2 * (k + 0.5) / 5
        r = size * (0.24 + 0.2 * sin(pi * (k + 0.5) / 5)) * pen.random.uniform(0.9, 1.15)
        outline += g.arc(cx, y - r * 0.5, size * 0.24, r, 180, 360, 10)
    outline.append((x + size, y))
    pen.canvas.polygon(outline, fill)
    pen.line(outline, 0.6)
    for k in range(3):
        d = size * (0.15 + 0.2 * k)
        pen.line([(x - size + d * 2, y + 12 * (k + 1)), (x + size - d, y + 12 * (k + 1))], 0.5)


def sun(pen: Pen, x: float, y: float, r: float, fill: str = p.GLOW) -> None:
    """A flat sun or moon."""
    pen.canvas.circle(x, y, r, fill)


def birds(pen: Pen, x: float, y: float, count: int, size: float) -> None:
    """A loose flock."""
    for _ in range(count):
        a, b = (x + pen.random.uniform(-6, 6) * size, y + pen.random.uniform(-2.4, 2.4) * size)
        s = size * pen.random.uniform(0.6, 1)
        for side in (-1, 1):
            wing = g.bezier(
                (a, b),
                (a + side * s * 0.3, b - s * 0.5),
                (a + side * s * 0.6, b - s * 0.5),
                (a + side * s, b - s * 0.2),
                8,
            )
            pen.brush(wing, 1.6)


def mountains(
    pen: Pen,
    width: float,
    base: float,
    peaks: Sequence[tuple[float, float]],
    fill: str,
    ink: str | None = None,
    gap: float = 13,
) -> None:
    """A range against the sky, its right slopes hatched; peaks as (x, height) in pixels."""
    ridge: list[Point] = [(-20, base)]
    for (x0, h0), (x1, h1) in pairwise(peaks):
        for k in range(8):
            t = k / 8
            ridge.append(
                (
                    x0 + (x1 - x0) * t + pen.random.uniform(-6, 6),
                    base - h0 - (h1 - h0) * t + pen.random.uniform(-7, 7),
                )
            )
    ridge += [(peaks[-1][0], base - peaks[-1][1]), (width + 20, base)]
    pen.canvas.polygon(ridge, fill)
    for (x0, h0), (x1, h1) in pairwise(peaks):
        if h1 < h0:
            n = max(4, int((x1 - x0) / gap))
            for k in range(n):
                t = k / n
                x, y = x0 + (x1 - x0) * t, base - h0 - (h1 - h0) * t
                drop = (h0 * 0.75) * (1 - t) * pen.random.uniform(0.5, 1)
                pen.line([(x, y + 6), (x + drop * 0.35, y + 6 + drop)], 0.6, ink)
    pen.line(ridge[1:-1], 1.0, ink)


def ground(pen: Pen, width: float, top: float, bottom: float, fill: str, density: int = 22) -> None:
    """Level strokes that grow longer and sparser towards the viewer."""
    pen.canvas.rect(0, top, width, bottom - top, fill)
    strokes = []
    for i in range(density):
        t = (i + 0.6) / density
        y = top + (bottom - top) * t**1.6
        for _ in range(int(6 - 3 * t)):
            x = pen.random.uniform(-80, width)
            strokes.append([(x, y), (x + pen.random.uniform(40, 240) * (0.5 + t), y)])
    pen.lines(strokes, 0.6)


def water(
    pen: Pen, width: float, top: float, bottom: float, fill: str, ink: str, rows: int = 20
) -> None:
    """Ripples: short swelling strokes, larger towards the viewer."""
    pen.canvas.rect(0, top, width, bottom - top, fill)
    for i in range(rows):
        t = (i + 0.5) / rows
        y = top + (bottom - top) * t**1.5
        x = pen.random.uniform(-100, 60)
        while x < width:
            length = (40 + 150 * t) * pen.random.uniform(0.6, 1.4)
            wave = g.bezier(
                (x, y),
                (x + length * 0.3, y - 7 * t),
                (x + length * 0.6, y + 7 * t),
                (x + length, y),
                8,
            )
            pen.brush(wave, 0.8 + 1.2 * t, ink)
            x += length + (60 + 240 * t) * pen.random.uniform(0.5, 1.5)
