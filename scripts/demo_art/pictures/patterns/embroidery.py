"""Silk on linen: flowers from both ends of a cloth."""

from math import cos, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Point
from scripts.demo_art.engraving.sheet import Sheet, picture

VIOLET = "#6b4477"


def satin(sheet: Sheet, ring: list[Point], fill: str, thread: str, angle: float) -> None:
    """A shape filled with satin stitches: a flat colour, close threads, a couched edge."""
    c = sheet.canvas
    c.polygon(ring, fill)
    sheet.pen.hatch([ring], angle, 7.5, 1.1, thread)
    c.polygon(ring, None, thread, 4.5)


def _leaf(length: float, half: float) -> list[Point]:
    return [
        *g.bezier((0, 0), (-half, -length * 0.3), (-half * 0.9, -length * 0.75), (0, -length), 14),
        *g.bezier((0, -length), (half * 0.9, -length * 0.75), (half, -length * 0.3), (0, 0), 14),
    ]


@picture("embroidery-tetouan", 2100, 1680, p.PAPER)
def embroidery(sheet: Sheet) -> None:
    """Flowers rise from both ends of a linen cloth, its centre left plain."""
    c, pen = sheet.canvas, sheet.pen
    c.rect(0, 0, 2100, 1680, p.STONE)
    cloth = g.rectangle(150, 60, 1800, 1560)
    c.polygon([(a + 18, b + 20) for a, b in cloth], p.STONE_DARK)
    c.polygon(cloth, p.PAPER, p.STONE_DARK, 3)
    pen.lines([[(150, y), (1950, y)] for y in range(72, 1620, 24)], 0.4, p.PAPER_WARM)
    for k in range(120):
        for x, side in ((150, -1), (1950, 1)):
            y = 66 + k * 13
            pen.line(
                g.bezier(
                    (x, y),
                    (x + side * 30, y + 4),
                    (x + side * 50, y - 6),
                    (x + side * pen.random.uniform(78, 100), y + pen.random.uniform(-8, 8)),
                    8,
                ),
                0.9,
                p.STONE_DARK if k % 2 else p.PAPER_WARM,
            )
    for end in (0, 180):
        with c.transformed(f"rotate({end} 1050 840)"):
            for row in range(3):
                _flower(sheet, 340, 320 + row * 520, 1.0 if row == 1 else 0.9, row)
            _edge(sheet, 190)
            for row in range(2):
                _sprig(sheet, 640, 580 + row * 520, row)


def _edge(sheet: Sheet, x: float) -> None:
    """A narrow zigzag border in two silks."""
    c = sheet.canvas
    for k in range(39):
        y = 70 + k * 40
        satin(
            sheet,
            [(x, y), (x + 34, y + 20), (x, y + 40)],
            p.POMEGRANATE if k % 2 else VIOLET,
            p.INK_RED if k % 2 else p.NIGHT,
            0,
        )
        c.polygon(g.regular(x + 56, y + 20, 10, 4), p.BRASS)
    c.line([(x - 12, 70), (x - 12, 1630)], p.OLIVE, 8)
    c.line([(x + 76, 70), (x + 76, 1630)], p.OLIVE, 8)


def _flower(sheet: Sheet, x: float, y: float, size: float, row: int) -> None:
    """A great stylised flower on its stem, growing towards the middle of the cloth."""
    c = sheet.canvas
    stem = g.smooth([(x - 60, y), (x + 60, y + 14), (x + 180, y - 10), (x + 300, y)], 10)
    for width, ink in ((22, p.OLIVE), (8, p.OLIVE_PALE)):
        c.line(stem, ink, width * size)
    for dx, side in ((20, -1), (60, 1), (140, -1), (180, 1)):
        leaf = g.moved(_leaf(170 * size, 50 * size), x + dx, y, 1, 90 + side * 62)
        satin(sheet, leaf, p.OLIVE, "#4d5228", 30 * side)
        c.line([(x + dx, y), leaf[14]], p.BRASS_PALE, 4)
    cx = x + 330
    outer, inner = (p.POMEGRANATE, VIOLET) if row % 2 == 0 else (VIOLET, p.POMEGRANATE)
    dark_outer, dark_inner = (p.INK_RED, p.NIGHT) if row % 2 == 0 else (p.NIGHT, p.INK_RED)
    for k in range(9):
        turn = 90 + (k - 4) * 32
        satin(sheet, g.moved(_leaf(250 * size, 62 * size), cx, y, 1, turn), outer, dark_outer, turn)
    for k in range(7):
        turn = 90 + (k - 3) * 34
        satin(
            sheet,
            g.moved(_leaf(170 * size, 46 * size), cx, y, 1, turn),
            inner,
            dark_inner,
            turn + 90,
        )
    for k in range(5):
        turn = 90 + (k - 2) * 34
        satin(
            sheet,
            g.moved(_leaf(100 * size, 32 * size), cx, y, 1, turn),
            p.BRASS,
            p.BRASS_DARK,
            turn,
        )
    satin(sheet, g.ellipse(cx, y, 42 * size, 42 * size, 30), p.OLIVE, "#4d5228", 0)
    for k in range(8):
        t = radians(45 * k)
        c.circle(cx + 22 * cos(t), y + 22 * sin(t), 6, p.BRASS_PALE)


def _sprig(sheet: Sheet, x: float, y: float, row: int) -> None:
    """A small carnation between the great flowers."""
    c = sheet.canvas
    c.line(g.smooth([(x - 330, y), (x - 160, y + 20), (x - 20, y)], 10), p.OLIVE, 12)
    for dx, side in ((-220, 1), (-150, -1), (-80, 1)):
        satin(
            sheet,
            g.moved(_leaf(90, 26), x + dx, y + 6, 1, 90 + side * 55),
            p.OLIVE_PALE,
            p.OLIVE,
            20,
        )
    for k in range(5):
        turn = 90 + (k - 2) * 26
        satin(
            sheet,
            g.moved(_leaf(120, 32), x - 20, y, 1, turn),
            p.BRASS if row else p.POMEGRANATE,
            p.BRASS_DARK if row else p.INK_RED,
            turn,
        )
