"""A striped shawl in folds."""

from math import cos, pi, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Point
from scripts.demo_art.engraving.sheet import Sheet, picture


@picture("stripes-tunis", 1550, 2050, p.PAPER)
def stripes(sheet: Sheet) -> None:
    """A shawl over a rod: bands that bend with the folds, a knotted fringe."""
    c, pen = sheet.canvas, sheet.pen
    c.rect(0, 0, 1550, 2050, p.PAPER_BLUE)
    left, right, top, bottom, folds = 200.0, 1350.0, 210.0, 1640.0, 5

    def sway(u: float, v: float) -> Point:
        """Cloth place (0..1, 0..1) in the picture: folds deepen downwards."""
        deep = 0.15 + 0.85 * v
        phase = 2 * pi * folds * u
        x = left + (right - left) * u + deep * 26 * sin(phase * 1.0)
        return x + 14 * v * sin(3 * u), top + (bottom - top) * v + deep * 40 * cos(phase) * (
            0.4 + 0.6 * v
        )

    shadow = [sway(i / 100, 0) for i in range(101)] + [sway(1 - i / 100, 1) for i in range(101)]
    c.polygon([(x + 44, y + 36) for x, y in shadow], p.INDIGO_PALE)
    bands = [
        (0.0, 0.07, p.PAPER),
        (0.07, 0.1, p.BRASS),
        (0.1, 0.2, p.INDIGO),
        (0.2, 0.215, p.BRASS),
        (0.215, 0.3, p.PAPER),
        (0.3, 0.38, p.POMEGRANATE),
        (0.38, 0.395, p.BRASS),
        (0.395, 0.42, p.PAPER),
        (0.42, 0.435, p.BRASS),
        (0.435, 0.56, p.INDIGO),
        (0.56, 0.575, p.BRASS),
        (0.575, 0.6, p.PAPER),
        (0.6, 0.615, p.BRASS),
        (0.615, 0.69, p.POMEGRANATE),
        (0.69, 0.78, p.PAPER),
        (0.78, 0.795, p.BRASS),
        (0.795, 0.89, p.INDIGO),
        (0.89, 0.905, p.BRASS),
        (0.905, 0.95, p.POMEGRANATE),
        (0.95, 1.0, p.PAPER),
    ]
    for v0, v1, fill in bands:
        ring = [sway(i / 120, v0) for i in range(121)] + [sway(1 - i / 120, v1) for i in range(121)]
        c.polygon(ring, fill, fill, 1)
    for v0, v1, fill in bands:
        if v1 - v0 > 0.06:
            for k in range(1, 4):
                v = v0 + (v1 - v0) * k / 4
                c.line(
                    [sway(i / 120, v) for i in range(121)],
                    p.BRASS_PALE if fill != p.PAPER else p.STONE,
                    2,
                )
        if fill == p.POMEGRANATE:
            for k in range(44):
                x, y = sway((k + 0.5) / 44, (v0 + v1) / 2)
                c.polygon(g.regular(x, y, 13, 4), p.PAPER, None)
                c.polygon(g.regular(x, y, 6, 4), p.INDIGO, None)
    lines = [[(u / 130, v / 60) for v in range(61)] for u in range(131)]
    pen.on(sway).engrave(
        lines,
        lambda u, v: max(0.0, -cos(2 * pi * folds * u - 0.9) * 0.62 - 0.1) * (0.35 + 0.65 * v),
        11,
        p.INK,
    )
    for side in (
        [sway(0, v / 60) for v in range(61)],
        [sway(1, v / 60) for v in range(61)],
        [sway(i / 120, 1) for i in range(121)],
    ):
        pen.line(side, 1.3)
    for k in range(40):
        _tassel(sheet, *sway((k + 0.5) / 40, 1), k)
    _rod(sheet, top)


def _tassel(sheet: Sheet, x: float, y: float, place: int) -> None:
    pen, c = sheet.pen, sheet.canvas
    ink = (p.INDIGO, p.STONE_DARK, p.POMEGRANATE, p.STONE_DARK)[place % 4]
    c.line([(x, y - 4), (x, y + 42)], ink, 7)
    c.circle(x, y + 46, 10, ink, p.INK, 1.6)
    for k in range(-2, 3):
        c.line(
            g.bezier(
                (x, y + 54),
                (x + k * 3, y + 80),
                (x + k * 5, y + 110),
                (x + k * 5.5, y + 150 + pen.random.uniform(-10, 14)),
                8,
            ),
            ink,
            3.2,
        )


def _rod(sheet: Sheet, y: float) -> None:
    c, pen = sheet.canvas, sheet.pen
    rod = g.rectangle(110, y - 34, 1330, 44)
    pen.face(rod, p.WOOD_DARK, [(0, 11, 0.6)], 1.4)
    for x in (110, 1440):
        c.circle(x, y - 12, 40, p.BRASS, pen.ink, 3)
        c.circle(x - 10, y - 24, 10, p.GLOW)
    fold = [(212, y - 40), (1338, y - 40), (1350, y + 30), (200, y + 30)]
    pen.face(fold, p.PAPER, line=1.1)
    pen.lines([[(230 + k * 92, y - 38), (222 + k * 94, y + 28)] for k in range(13)], 0.6)
