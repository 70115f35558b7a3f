"""Candles on a window sill at dusk."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import plants
from scripts.demo_art.pictures.objects.lamp import flame


@picture("candles-tunis", 1500, 2000, p.NIGHT)
def candles(sheet: Sheet) -> None:
    """A sill at dusk, candles in a row, a half-open blue shutter, the roofs of Tunis."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, 1500, 2000, p.INDIGO)
    pen.hatch([g.rectangle(0, 0, 1500, 2000)], 90, 26, 0.4, p.NIGHT)
    view = g.rectangle(280, 180, 940, 1240)
    c.polygon(view, p.ROSE)
    with c.clipped([view]):
        c.rect(280, 180, 940, 420, p.INDIGO_PALE)
        c.rect(280, 600, 940, 220, p.PAPER_ROSE)
        pen.lines(
            [
                [
                    (280 + pen.random.uniform(0, 300), 210 + k * 34),
                    (700 + pen.random.uniform(0, 520), 210 + k * 34),
                ]
                for k in range(18)
            ],
            0.5,
        )
        c.circle(980, 360, 60, p.GLOW)
        _roofs(sheet)
    for d, width in ((0, 16), (26, 5)):
        c.rect(
            280 - d,
            180 - d,
            940 + 2 * d,
            1240 + 2 * d,
            None,
            p.PAPER_WARM if d == 0 else p.PAPER,
            width,
        )
    pen.face([(1220, 150), (1440, 60), (1440, 1500), (1220, 1430)], p.TURQUOISE, line=1.6)
    for k in range(34):
        y0, y1 = 200 + k * 36, 120 + k * 39.5
        pen.face(
            [(1246, y0), (1414, y1), (1414, y1 + 24), (1246, y0 + 22)],
            p.TURQUOISE_PALE if k % 2 else p.TURQUOISE,
            line=0.8,
        )
    sill = [(130, 1480), (1390, 1480), (1500, 1700), (0, 1700)]
    pen.face(sill, p.PAPER_WARM, [(0, 20, 0.4)], 1.4)
    pen.face([(0, 1700), (1500, 1700), (1500, 1800), (0, 1800)], p.STONE, [(0, 13, 0.5)], 1.4)
    for k in range(15):
        x = 50 + k * 100
        pen.face(g.rectangle(x - 50, 1800, 100, 100), p.PAPER if k % 2 else p.TURQUOISE, line=0.9)
        o.eight_point_star(c, x, 1850, 34, p.INDIGO if k % 2 else p.PAPER, 4)
    rack = [(230, 1610), (1010, 1610), (1030, 1660), (210, 1660)]
    s.cast(pen, [(a + 40, b + 20) for a, b in rack], 11)
    pen.face(rack, p.BRASS, [(0, 9, 0.5)], 1.3)
    for k in range(8):
        x = 290 + k * 92
        lit = k >= 6
        top = 1610 - (210 if lit else 300)
        s.turned(
            pen,
            x,
            1628,
            [(22, 0), (22, 1628 - top)],
            (p.PAPER, p.ROSE, p.TURQUOISE_PALE, p.GLOW)[k % 4],
            0.24,
            9,
        )
        c.line([(x, top - 4), (x, top - 26)], pen.ink, 4)
        if lit:
            flame(sheet, x, top - 16, 84)
    dish = s.curve((60, 0), (110, 30), (140, 56))
    s.turned(pen, 1200, 1640, dish, p.TERRACOTTA, 0.24, 9)
    c.polygon(g.ellipse(1200, 1584, 120, 27), p.WOOD_DARK, pen.ink, 2)
    s.turned(pen, 1200, 1590, [(22, 0), (22, 130)], p.PAPER, 0.24, 9)
    c.line([(1200, 1458), (1204, 1436)], pen.ink, 5)
    smoke = [(1204, 1430), (1180, 1340), (1230, 1250), (1170, 1150), (1220, 1050), (1190, 960)]
    for width, ink in ((16, p.INDIGO_PALE), (5, p.PAPER)):
        c.line(g.smooth(smoke, 12), ink, width)


def _roofs(sheet: Sheet) -> None:
    pen, _c = sheet.pen, sheet.canvas
    plants.palm(pen, 420, 960, 330, 0.06)
    for row in range(6):
        y = 900 + row * 100
        x = 240.0 - 40 * (row % 2)
        while x < 1240:
            w, h = pen.random.uniform(110, 190), pen.random.uniform(60, 150)
            fill = pen.random.choice([p.PAPER, p.PAPER_BLUE, p.PAPER_ROSE, p.STONE])
            pen.face(g.rectangle(x, y - h, w, h + 120), fill, line=1.0)
            pen.hatch([g.rectangle(x + w * 0.68, y - h, w * 0.32, h + 120)], 90, 9, 0.5)
            pen.face(g.rectangle(x - 4, y - h - 10, w + 8, 12), p.PAPER_WARM, line=0.8)
            if pen.random.random() < 0.6:
                u = x + w * 0.4
                pen.face(
                    [
                        (u - 13, y - h * 0.3 + 20),
                        (u - 13, y - h * 0.3 - 10),
                        *g.arc(u, y - h * 0.3 - 10, 13, 13, 180, 360, 8),
                        (u + 13, y - h * 0.3 + 20),
                    ],
                    pen.random.choice([p.INDIGO, p.GLOW, p.TURQUOISE]),
                    line=0.8,
                )
            if pen.random.random() < 0.2:
                pen.face(
                    g.arc(x + w / 2, y - h - 8, w * 0.3, w * 0.3, 180, 360, 16), p.PAPER, line=1.0
                )
            x += w + 6
    pen.face(g.rectangle(820, 540, 96, 340), p.PAPER_WARM, [(90, 10, 0.4)], 1.0)
    pen.face(g.rectangle(806, 520, 124, 22), p.STONE, line=1.0)
    pen.face(g.rectangle(846, 450, 44, 70), p.PAPER_WARM, [(90, 9, 0.4)], 1.0)
    pen.face([(838, 450), (898, 450), (868, 396)], p.OLIVE, line=1.0)
