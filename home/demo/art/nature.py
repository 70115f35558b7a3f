"""Sky, ground, trees, water and small figures, in picture pixels."""

from __future__ import annotations

import itertools
from math import cos, pi, radians, sin

from . import geometry as g
from . import palette as p
from .canvas import Point
from .pen import Pen


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
        pen.line(
            [(x - size + d * 2, y + 12 * (k + 1)), (x + size - d, y + 12 * (k + 1))],
            0.5,
        )


def sun(pen: Pen, x: float, y: float, r: float, fill: str = p.GLOW) -> None:
    """A flat sun or moon."""
    pen.canvas.circle(x, y, r, fill)


def birds(pen: Pen, x: float, y: float, count: int, size: float) -> None:
    """A loose flock."""
    for _ in range(count):
        a, b = (
            x + pen.random.uniform(-6, 6) * size,
            y + pen.random.uniform(-2.4, 2.4) * size,
        )
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
    peaks: list[Point],
    fill: str,
    ink: str | None = None,
    gap: float = 13,
) -> None:
    """A range against the sky, its right slopes hatched; peaks as (x, height) in pixels."""
    ridge: list[Point] = [(-20, base)]
    for (x0, h0), (x1, h1) in itertools.pairwise(peaks):
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
    for (x0, h0), (x1, h1) in itertools.pairwise(peaks):
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


def palm(
    pen: Pen,
    x: float,
    base: float,
    height: float,
    lean: float = 0.0,
    leaf: str = p.OLIVE,
) -> None:
    """A date palm: ringed trunk, arching feathered fronds."""
    top = (x + lean * height, base - height)
    trunk = g.bezier(
        (x, base),
        (x, base - height * 0.4),
        (top[0] - lean * 20, base - height * 0.7),
        top,
        18,
    )
    n = len(trunk) - 1
    widths = [height * (0.055 - 0.022 * i / n) for i in range(n + 1)]
    pen.canvas.polygon(g.swelling(trunk, widths), p.WOOD, pen.ink, pen.weight * 0.8)
    rings = []
    for (cx, cy), w in list(zip(trunk, widths, strict=True))[1:-1]:
        rings += [
            [(cx - w * 0.5, cy - 3), (cx, cy + 4), (cx + w * 0.5, cy - 3)],
            [(cx, cy + 12), (cx + w * 0.5, cy + 5)],
        ]
    pen.lines(rings, 0.7)
    reach = height * 0.36
    for k in [0, 10, 1, 9, 2, 8, 3, 7, 4, 6, 5]:
        angle = radians(200 + 14 * k + pen.random.uniform(-4, 4))
        tip = (
            top[0] + reach * 1.15 * cos(angle),
            top[1] + reach * (0.75 * sin(angle) + 0.52 * abs(cos(angle))),
        )
        bend = (
            top[0] + reach * 0.75 * cos(angle),
            top[1] + reach * 0.95 * sin(angle) - reach * 0.1,
        )
        rib = g.bezier(top, bend, bend, tip, 16)
        left, right = [], []
        for i, (a, b) in enumerate(rib):
            w = reach * 0.15 * sin(pi * min(1, 0.1 + i / 17))
            left.append((a, b - w * 0.45))
            right.append((a, b + w))
        pen.canvas.polygon(left + right[::-1], leaf, pen.ink, pen.weight * 0.5)
        pen.lines([[rib[i], right[min(i + 2, 16)]] for i in range(1, 15)], 0.6)
        pen.line(rib, 0.8)
    for _ in range(5):
        pen.canvas.circle(
            top[0] + pen.random.uniform(-0.05, 0.05) * height,
            top[1] + height * 0.045,
            height * 0.014,
            p.TERRACOTTA,
            pen.ink,
            1,
        )


def cypress(pen: Pen, x: float, base: float, height: float, fill: str = p.OLIVE) -> None:
    """A flame-shaped cypress, hatched on the shadow side."""
    w = height * 0.13
    right = g.bezier(
        (x, base - height),
        (x + w * 0.9, base - height * 0.6),
        (x + w * 1.2, base - height * 0.15),
        (x + w * 0.4, base),
        18,
    )
    left = g.bezier(
        (x - w * 0.4, base),
        (x - w * 1.2, base - height * 0.15),
        (x - w * 0.9, base - height * 0.6),
        (x, base - height),
        18,
    )
    outline = pen.jitter(right + left, w * 0.07)
    pen.canvas.rect(x - w * 0.12, base - 4, w * 0.24, height * 0.05, p.WOOD_DARK)
    pen.canvas.polygon(outline, fill, pen.ink, pen.weight * 0.8)
    shade = [(a, b) for a, b in right] + [(x + w * 0.1, base), (x, base - height * 0.6)]
    pen.hatch([shade], 68, 11, 0.7)
    for _ in range(26):
        t = pen.random.uniform(0.1, 0.92)
        a = x + pen.random.uniform(-0.6, 0.4) * w * (1 - abs(0.25 - t)) * 1.1
        b = base - height * t
        pen.brush([(a, b), (a + 5, b - height * 0.02), (a + 2, b - height * 0.05)], 1.0)


def tree(
    pen: Pen,
    x: float,
    base: float,
    height: float,
    leaf: str = p.OLIVE_PALE,
    fruit: str = "",
) -> None:
    """A round-headed tree of leaf clumps on a forked trunk."""
    w = height * 0.05
    trunk = [
        (x - w * 1.3, base),
        (x - w * 0.7, base - height * 0.25),
        (x - w * 2.4, base - height * 0.5),
        (x - w, base - height * 0.48),
        (x, base - height * 0.36),
        (x + w * 1.4, base - height * 0.5),
        (x + w * 2.4, base - height * 0.5),
        (x + w * 0.8, base - height * 0.22),
        (x + w * 1.4, base),
    ]
    pen.canvas.polygon(g.smooth(trunk, 4, True), p.WOOD, pen.ink, pen.weight * 0.8)
    pen.hatch(
        [
            [
                (x, base),
                (x + w * 1.4, base),
                (x + w * 0.8, base - height * 0.22),
                (x, base - height * 0.36),
            ]
        ],
        80,
        8,
        0.6,
    )
    clumps = []
    for k in range(11):
        a = radians(360 * k / 11)
        clumps.append(
            (
                x + height * 0.27 * cos(a),
                base - height * 0.68 + height * 0.18 * sin(a),
                height * 0.14,
            )
        )
    clumps += [(x, base - height * 0.68, height * 0.26)]
    for cx, cy, r in clumps:
        edge = _scallops(pen, cx, cy, r)
        pen.canvas.polygon(edge, leaf, pen.ink, pen.weight * 0.6)
    for cx, cy, r in clumps:
        pen.canvas.circle(cx, cy, r * 0.93, leaf)
    for cx, cy, r in clumps:
        for _ in range(7):
            a, d = pen.random.uniform(-0.6, 1.9), pen.random.uniform(0.3, 0.92) * r
            px, py = cx + d * cos(a), cy + d * sin(a)
            pen.line(g.arc(px, py, r * 0.15, r * 0.12, 20, 200, 6), 0.6)
        shade = g.arc(cx, cy, r, r, -10, 110, 12) + g.arc(
            cx - r * 0.25, cy - r * 0.25, r, r, 100, 0, 12
        )
        pen.hatch([shade], 45, 10, 0.5)
    if fruit:
        for _ in range(16):
            a, d = pen.random.uniform(0, 2 * pi), pen.random.uniform(0, 1) ** 0.5
            pen.canvas.circle(
                x + 0.34 * height * d * cos(a),
                base - height * 0.68 + 0.27 * height * d * sin(a),
                height * 0.019,
                fruit,
                pen.ink,
                1.5,
            )


def _scallops(pen: Pen, x: float, y: float, r: float) -> list[Point]:
    edge: list[Point] = []
    for k in range(10):
        a = 2 * pi * k / 10
        cx, cy = x + r * 0.86 * cos(a), y + r * 0.86 * sin(a)
        start = k * 36 - 70
        edge += g.arc(cx, cy, r * 0.3, r * 0.3, start, start + 140, 5)
    return edge


def water(
    pen: Pen,
    width: float,
    top: float,
    bottom: float,
    fill: str,
    ink: str,
    rows: int = 20,
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


FIGURES: dict[str, list[Point]] = {
    "robe": [
        (-0.14, 0),
        (0.15, 0),
        (0.15, 0.3),
        (0.12, 0.62),
        (0.13, 0.76),
        (0.06, 0.83),
        (-0.06, 0.83),
        (-0.12, 0.76),
        (-0.11, 0.55),
        (-0.13, 0.25),
    ],
    "woman": [
        (-0.2, 0),
        (0.2, 0),
        (0.17, 0.35),
        (0.14, 0.7),
        (0.09, 0.9),
        (0.0, 0.99),
        (-0.09, 0.9),
        (-0.14, 0.68),
        (-0.16, 0.35),
    ],
    "child": [
        (-0.13, 0),
        (-0.03, 0),
        (-0.02, 0.2),
        (0.03, 0.2),
        (0.04, 0),
        (0.14, 0),
        (0.16, 0.36),
        (0.13, 0.7),
        (0.05, 0.77),
        (-0.06, 0.77),
        (-0.13, 0.68),
        (-0.15, 0.36),
    ],
    "girl": [
        (-0.06, 0),
        (0.02, 0),
        (0.03, 0.22),
        (0.05, 0.0),
        (0.12, 0),
        (0.11, 0.22),
        (0.22, 0.24),
        (0.11, 0.55),
        (0.12, 0.7),
        (0.04, 0.76),
        (-0.06, 0.76),
        (-0.12, 0.68),
        (-0.1, 0.52),
        (-0.2, 0.24),
        (-0.07, 0.22),
    ],
}


def figure(
    pen: Pen,
    x: float,
    base: float,
    height: float,
    kind: str,
    ink: str,
    flip: bool = False,
) -> None:
    """A small silhouette with its shadow; robe, woman, child or girl."""
    side = -1 if flip else 1
    body = [(x + side * a * height, base - b * height) for a, b in g.smooth(FIGURES[kind], 5, True)]
    shade = [
        (x - 4, base),
        (x + height * 0.5, base + height * 0.05),
        (x + height * 0.62, base + height * 0.09),
        (x, base + height * 0.05),
    ]
    pen.canvas.polygon(shade, pen.ink, opacity=0.35)
    pen.canvas.polygon(body, ink)
    if kind != "woman":
        r = 0.085 if kind == "robe" else 0.115
        head = (
            x + side * 0.01 * height,
            base - (0.9 if kind == "robe" else 0.87) * height,
        )
        pen.canvas.circle(*head, r * height, ink)
        if kind == "robe":
            pen.canvas.rect(
                head[0] - 0.06 * height,
                head[1] - 0.13 * height,
                0.12 * height,
                0.09 * height,
                ink,
            )
    if kind in {"child", "girl"}:
        bag = [
            (x - side * 0.22 * height, base - 0.5 * height),
            (x - side * 0.1 * height, base - 0.5 * height),
            (x - side * 0.1 * height, base - 0.32 * height),
            (x - side * 0.22 * height, base - 0.32 * height),
        ]
        pen.canvas.polygon(bag, p.POMEGRANATE)
