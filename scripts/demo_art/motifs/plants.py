"""Palms, cypresses and round-headed trees, in picture pixels."""

from __future__ import annotations

from math import cos, pi, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Point
from scripts.demo_art.engraving.pen import Pen


def palm(
    pen: Pen, x: float, base: float, height: float, lean: float = 0.0, leaf: str = p.OLIVE
) -> None:
    """A date palm: ringed trunk, arching feathered fronds."""
    top = (x + lean * height, base - height)
    trunk = g.bezier(
        (x, base), (x, base - height * 0.4), (top[0] - lean * 20, base - height * 0.7), top, 18
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
    pen: Pen, x: float, base: float, height: float, leaf: str = p.OLIVE_PALE, fruit: str = ""
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
