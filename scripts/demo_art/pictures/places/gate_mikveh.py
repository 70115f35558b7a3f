"""The gate of Mikveh Israel."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.perspective import elevation
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs import plants
from scripts.demo_art.motifs.figures import figure
from scripts.demo_art.pictures.places.front_tetouan import GREEN


@picture("gate-mikveh-israel", 2100, 1450, p.PAPER)
def mikveh(sheet: Sheet) -> None:
    """A stone gate, an avenue of palms to the vanishing point, furrows on both sides."""
    pen, w = sheet.pen, sheet.width
    horizon, vx = 800, 1050
    n.sky(pen, w, 0, horizon, p.PAPER_WARM, 18)
    n.sun(pen, vx, horizon - 90, 150)
    n.mountains(
        pen,
        w,
        horizon,
        [(-20, 60), (300, 110), (620, 60), (900, 84), (1400, 56), (1800, 110), (2120, 70)],
        p.TURQUOISE_PALE,
    )
    pen.canvas.rect(0, horizon, w, 700, p.OLIVE_PALE)
    for i in range(-16, 17):
        if abs(i) >= 3:
            x = vx + i * 330
            pen.canvas.polygon(
                [(vx + i * 6, horizon), (x - 70, 1450), (x + 70, 1450)],
                p.WOOD if i % 2 else p.OLIVE_PALE,
            )
    furrows = [
        [(vx + i * 3, horizon), (vx + i * 165 + 40, 1450)] for i in range(-34, 35) if abs(i) >= 5
    ]
    pen.lines(furrows, 0.6)
    road = [(vx - 14, horizon), (vx + 14, horizon), (vx + 470, 1450), (vx - 470, 1450)]
    pen.face(road, p.SAND, line=1.0)
    pen.lines([[(vx + s * 8, horizon + 30), (vx + s * 240, 1450)] for s in (-1, -0.6, 0.7, 1)], 0.5)
    for depth in (14, 10, 7.4, 5.6, 4.3, 3.4):
        for side in (-1, 1):
            foot, base = vx + side * 2300 / depth * 0.95, horizon + 1500 / depth
            plants.palm(pen, foot, base, 2300 / depth, side * 0.03)
    _pump(sheet, 1440, 1240)
    _open_leaves(sheet)
    _gate_of_two_pillars(sheet)
    for i, (fx, base, tall) in enumerate(((930, 1180, 100), (1010, 1200, 104), (1330, 1290, 150))):
        figure(
            pen,
            fx,
            base,
            tall,
            "child" if i < 2 else "robe",
            (p.INK, p.INDIGO, p.INK_BROWN)[i],
            flip=i == 2,
        )


def _gate_of_two_pillars(sheet: Sheet) -> None:
    pen = sheet.pen
    for side in (-1, 1):
        wall = pen.on(elevation(1050 + side * 700 - 130, 1400, 100))
        wall.face(g.rectangle(0, 0, 2.6, 6.4), p.PAPER, line=1.4)
        a.masonry(wall, 0, 0, 2.6, 6.4, 0.46, 0.7, 0.85, 0.6)
        wall.hatch([g.rectangle(1.7, 0, 0.9, 6.4)], 62, 0.11, 0.6)
        wall.face(g.rectangle(-0.25, 6.4, 3.1, 0.35), p.STONE, [(0, 0.1, 0.5)], 1.2)
        wall.face([(-0.1, 6.75), (2.7, 6.75), (1.3, 7.7)], p.TERRACOTTA, [(60, 0.16, 0.5)], 1.2)
        wall.face(g.rectangle(-0.2, 0, 3.0, 0.7), p.STONE, [(0, 0.12, 0.5)], 1.2)
        low = g.rectangle(-9, 0, 9, 2.3) if side < 0 else g.rectangle(2.6, 0, 9, 2.3)
        wall.face(low, p.PAPER_WARM, line=1.2)
        a.masonry(wall, low[0][0], 0, 9, 2.3, 0.46, 0.8, 0.7, 0.5)
        wall.face(g.rectangle(low[0][0], 2.3, 9, 0.25), p.STONE, [(0, 0.09, 0.4)], 1.0)
    band = [*g.arc(1050, 1180, 996, 996, 222, 318, 40), *g.arc(1050, 1180, 880, 880, 318, 222, 40)]
    pen.face(band, p.INDIGO, line=1.4)
    for r in (978, 898):
        pen.line(g.arc(1050, 1180, r, r, 223, 317, 40), 0.8, p.BRASS_PALE)
    name = o.Type("frank", 92, 700, tracking=8)
    o.text_on_circle(sheet, "מקוה ישראל", 1050, 1180, 906, name, p.PAPER)
    o.eight_point_star(sheet.canvas, 1050, 118, 48, p.POMEGRANATE, 6)


def _open_leaves(sheet: Sheet) -> None:
    """The iron leaves, folded back against the avenue."""
    for side in (-1, 1):
        foot, far = 1050 + side * 568, 1050 + side * 430
        tops = []
        for k in range(9):
            t = k / 8
            x, base = foot + (far - foot) * t, 1400 - 130 * t
            top = base - 560 + 150 * t + 60 * (t - 0.5) ** 2
            sheet.pen.line([(x, base), (x, top)], 2.4, p.INK)
            tops.append((x, top))
        for share in (0.06, 0.5, 0.94):
            rail = [
                (x, y + (1 - share) * (1400 - 130 * k / 8 - y)) for k, (x, y) in enumerate(tops)
            ]
            sheet.pen.line(rail, 3.0, p.INK)


def _pump(sheet: Sheet, x: float, y: float) -> None:
    """A hand pump and its stone trough."""
    pen, c = sheet.pen, sheet.canvas
    s.turned(
        pen, x, y, [(40, 0), (40, 14), (26, 24), (24, 190), (34, 196), (34, 216)], GREEN, 0.22, 9
    )
    for width, ink in ((20, pen.ink), (13, GREEN)):
        c.line(g.smooth([(x - 10, y - 150), (x - 74, y - 146), (x - 84, y - 104)], 8), ink, width)
        c.line(
            g.smooth([(x, y - 216), (x + 40, y - 262), (x + 120, y - 250), (x + 168, y - 170)], 8),
            ink,
            width,
        )
    pen.lines([[(x - 84 + d, y - 100), (x - 86 + d, y - 44)] for d in (-4, 3)], 1.2, p.TURQUOISE)
    pen.face(
        [(x - 190, y - 44), (x - 30, y - 44), (x - 44, y + 14), (x - 176, y + 14)],
        p.STONE,
        [(0, 9, 0.5)],
        1.3,
    )
    pen.face(g.ellipse(x - 110, y - 44, 76, 13), p.TURQUOISE_PALE, line=1.0)
