"""The gate in Casablanca."""

from math import cos, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import elevation
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs import plants
from scripts.demo_art.pictures.places.front_tetouan import GREEN


@picture("gate-casablanca", 1700, 2000, p.PAPER)
def casablanca(sheet: Sheet) -> None:
    """Leaves of iron and glass under a horseshoe arch, green tiles, a palm, a bag on the step."""
    pen, w = sheet.pen, sheet.width
    n.sky(pen, w, 0, 700, p.TURQUOISE_PALE, 14)
    n.sun(pen, 470, 330, 130)
    plants.palm(pen, 1240, 1500, 1330, 0.03)
    n.ground(pen, w, 1760, 2000, p.PAPER_WARM, 12)
    wall = pen.on(elevation(0, 1780, 100))
    _gate_wall(wall)
    _iron_and_glass(wall)
    for k in range(3):
        half = 3.9 + 0.5 * k
        step = g.rectangle(8.5 - half, -0.26 * (k + 1), 2 * half, 0.26)
        wall.face(step, p.PAPER, [(0, 0.08, 0.4)], 1.2)
    _bag(sheet, 1130, 1830)


def _gate_wall(wall: Pen) -> None:
    wall.face(g.rectangle(-0.5, 0, 18, 13.2), p.WHITE, line=1.4)
    a.masonry(wall, 0, 0, 17, 13, 0.55, 1.2, 0.13, 0.5)
    for k in range(25):
        t0, t1 = -24 + 228 * k / 25, -24 + 228 * (k + 1) / 25
        wedge = [*g.arc(8.5, 6.6, 3.5, 3.5, t0, t1, 3), *g.arc(8.5, 6.6, 4.5, 4.5, t1, t0, 3)]
        odd = k % 2 == 1
        wall.face(wedge, p.SAND if odd else p.PAPER, [(t0, 0.12, 0.4)] if odd else (), 0.8)
    wall.line(g.arc(8.5, 6.6, 4.7, 4.7, -24, 204, 40), 1.2)
    for u in (0.6, 14.0):
        wall.face(g.rectangle(u, 0, 2.4, 1.4), p.STONE, [(0, 0.14, 0.5)], 1.2)
        wall.face(g.rectangle(u + 0.2, 1.4, 2.0, 8.2), p.PAPER, [(90, 0.25, 0.3)], 1.1)
        for k in range(3):
            x, y = wall.plane(u + 1.2, 3.0 + 2.5 * k)
            o.eight_point_star(wall.canvas, x, y, 78, GREEN, 7)
    a.star_frieze(wall, 0, 11.35, 17, 1.0, GREEN)
    wall.face(g.rectangle(0, 11.15, 17, 0.2), p.TURQUOISE, line=0.8)
    a.cornice(wall, 0, 12.65, 17, 0.55)
    a.battlements(wall, 0, 13.2, 17, 1.2, p.WHITE)


def _iron_and_glass(wall: Pen) -> None:
    """Two closed leaves: panes behind bars, scrolls and rosettes."""
    hole = a.opening(8.5, 0, 6.4, 10.2, "horseshoe")
    wall.face(hole, p.PAPER_BLUE, line=1.6)
    with wall.canvas.clipped([wall.put(hole)]):
        wall.face([(5.6, 0), (8.2, 0), (11.6, 6.6), (10.0, 10.2), (9.0, 10.2)], p.WHITE, line=0)
        for k in range(9):
            u = 5.3 + 0.8 * k
            wall.line([(u, 0), (u, 6.3)], 2.0, p.INK)
        for v in (0.3, 0.6, 3.2, 3.5, 6.0, 6.3):
            wall.line([(5, v), (12, v)], 2.6, p.INK)
        for k in range(8):
            u = 5.7 + 0.8 * k
            for v in (1.9, 4.75):
                for turn in (0, 180):
                    curl = [(0, 0), (0.26, 0.3), (0.24, 0.8), (-0.1, 1.0), (-0.2, 0.7), (0.02, 0.6)]
                    wall.line(g.moved(g.smooth(curl, 6), u, v, 0.95, turn), 1.6, p.INK)
                wall.face(g.star(u, v, 0.15, 0.08, 8), p.BRASS, line=0.7)
        for k in range(13):
            t = radians(-20 + 220 * k / 12)
            wall.line([(8.5, 6.6), (8.5 + 3.7 * cos(t), 6.6 + 3.7 * sin(t))], 1.8, p.INK)
        for r in (0.9, 1.9, 2.8):
            wall.line(g.arc(8.5, 6.6, r, r, -30, 210, 40), 1.8, p.INK)
        wall.face(g.star(8.5, 6.9, 0.75, 0.4, 8), p.BRASS, line=1.0)
    wall.line([(8.5, 0), (8.5, 6.3)], 4.4, p.INK)
    for u in (8.25, 8.75):
        x, y = wall.plane(u, 2.9)
        wall.canvas.circle(x, y, 13, p.BRASS, p.INK, 2.4)
    wall.face(hole, line=2.2)


def _bag(sheet: Sheet, x: float, y: float) -> None:
    """A school bag that someone left on the step."""
    pen = sheet.pen
    pen.canvas.line(
        g.bezier((x - 50, y - 100), (x - 60, y - 190), (x + 60, y - 190), (x + 52, y - 100)),
        p.INK,
        9,
    )
    body = g.smooth(
        [
            (x - 100, y),
            (x - 106, y - 90),
            (x - 84, y - 112),
            (x + 84, y - 112),
            (x + 106, y - 90),
            (x + 100, y),
        ],
        5,
        True,
    )
    pen.face(body, p.WOOD, [(90, 11, 0.4)], 1.4)
    flap = [(x - 98, y - 108), (x + 98, y - 108), (x + 84, y - 54), (x, y - 34), (x - 84, y - 54)]
    pen.face(flap, p.TERRACOTTA, [(0, 10, 0.4)], 1.3)
    for d in (-48, 48):
        pen.face(g.rectangle(x + d - 10, y - 64, 20, 34), p.BRASS, line=1.0)
