"""The wide picture of the road east."""

from itertools import pairwise
from math import sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.perspective import elevation
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs import plants
from scripts.demo_art.motifs.figures import figure
from scripts.demo_art.pictures.heroes.hero_home import HEIGHT, WIDTH


@picture("hero-the-road-east", WIDTH, HEIGHT, p.PAPER_ROSE)
def road_east(sheet: Sheet) -> None:
    """One long landscape from Damascus over the Tigris to the mountain of Tehran."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, WIDTH, HEIGHT, "#c8574f")
    c.rect(0, 330, WIDTH, 300, "#d98471")
    c.rect(0, 540, WIDTH, 300, p.ROSE)
    c.circle(1230, 640, 250, p.GLOW)
    pen.lines(
        [
            [
                (pen.random.uniform(-100, 900), 40 + k * 26),
                (pen.random.uniform(1200, 2400), 40 + k * 26),
            ]
            for k in range(19)
        ],
        0.5,
        p.INK_RED,
    )
    n.mountains(
        pen,
        WIDTH,
        860,
        [(1300, 60), (1560, 200), (1780, 330), (2060, 660), (2230, 420), (2440, 300)],
        p.INDIGO_PALE,
    )
    c.polygon(
        [
            (1975, 300),
            (2040, 218),
            (2064, 202),
            (2096, 232),
            (2150, 306),
            (2104, 280),
            (2066, 316),
            (2020, 284),
        ],
        p.WHITE,
        pen.ink,
        1.5,
    )
    n.mountains(
        pen,
        WIDTH,
        870,
        [(-20, 150), (300, 220), (700, 120), (1100, 100), (1500, 60), (2420, 150)],
        "#b06a6e",
    )
    c.rect(0, 860, WIDTH, 340, p.SAND)
    _damascus(sheet, 90, 880)
    _river(sheet)
    _tehran_gate(sheet, 1830, 930)
    _wires(sheet)
    _caravan(sheet)


def _damascus(sheet: Sheet, x: float, base: float) -> None:
    pen = sheet.pen
    for k, (dx, w, h) in enumerate(
        ((0, 120, 150), (110, 150, 210), (250, 120, 160), (360, 170, 240), (520, 130, 150))
    ):
        wall = pen.on(elevation(x + dx, base, 30))
        wall.face(g.rectangle(0, 0, w / 30, h / 30), p.PAPER if k % 2 else p.PAPER_WARM, line=1.0)
        for row in range(0, int(h / 30), 2):
            wall.face(
                g.rectangle(0, row, w / 30, 1), p.TERRACOTTA if k % 2 else p.STONE_DARK, line=0.5
            )
        for u in (w / 90, w / 45):
            a.recess(wall, a.opening(u, h / 60, 0.8, 1.7, "round"), p.NIGHT, 0.2)
    for dx, r, rise in ((190, 78, 210), (450, 92, 240)):
        dome = g.arc(x + dx, base - rise, r, r * 0.95, 180, 360, 30)
        pen.face(dome, p.OLIVE, line=1.1)
        pen.hatch([[q for q in dome if q[0] > x + dx + r * 0.2]], 70, 9, 0.6)
        pen.line([(x + dx, base - rise - r), (x + dx, base - rise - r - 46)], 1.6)
    for dx, tall in ((70, 430), (330, 520)):
        wall = pen.on(elevation(x + dx, base, 30))
        wall.face(g.rectangle(0, 0, 1.5, tall / 30), p.PAPER_WARM, [(90, 0.3, 0.4)], 1.0)
        wall.face(g.rectangle(-0.3, tall / 30 * 0.72, 2.1, 0.5), p.STONE, line=0.9)
        wall.face([(0, tall / 30), (1.5, tall / 30), (0.75, tall / 30 + 2)], p.INDIGO, line=1.0)
    for dx in (-30, 650, 700):
        plants.cypress(pen, x + dx, base + 6, 230 + dx % 60)


def _river(sheet: Sheet) -> None:
    pen, c = sheet.pen, sheet.canvas
    river = [
        *g.bezier((1000, 862), (960, 930), (1240, 980), (1080, 1210), 30),
        *g.bezier((1620, 1210), (1560, 1000), (1180, 940), (1190, 862), 30),
    ]
    c.polygon(river, p.TURQUOISE_PALE, pen.ink, 2)
    with c.clipped([river]):
        for k in range(34):
            y = 880 + k * 10
            x = pen.random.uniform(1000, 1450)
            pen.brush([(x, y), (x + 50, y + 3), (x + 110, y)], 1.4, p.TURQUOISE)
        c.polygon([(1120, 862), (1200, 862), (1300, 1210), (1140, 1210)], p.GLOW, opacity=0.5)
    for x, base, tall, lean in (
        (930, 900, 330, -0.05),
        (985, 930, 260, 0.06),
        (1320, 900, 300, 0.05),
        (1400, 940, 380, -0.03),
    ):
        plants.palm(pen, x, base, tall, lean)
    for k in range(5):
        x = 1230 + k * 66
        wall = pen.on(elevation(x, 880 + k * 6, 24))
        wall.face(g.rectangle(0, 0, 2.6, 3.4 + k % 2), p.SAND, [(90, 0.4, 0.3)], 0.9)
        wall.face(
            g.rectangle(0.3, 1.8, 2.0, 1.0), p.WOOD_DARK, [(45, 0.24, 0.6), (-45, 0.24, 0.6)], 0.9
        )


def _tehran_gate(sheet: Sheet, x: float, base: float) -> None:
    """A tiled gate of the old city with slim towers."""
    wall = sheet.pen.on(elevation(x, base, 34))
    wall.face(g.rectangle(0, 0, 13, 6), p.TERRACOTTA, [(0, 0.4, 0.4)], 1.2)
    for u, h in ((3.2, 7.4), (6.5, 9.4), (9.8, 7.4)):
        w = 3.0 if u == 6.5 else 2.4
        wall.face(g.rectangle(u - w / 2 - 0.2, 0, w + 0.4, h), p.TURQUOISE, line=1.2)
        for k in range(int(h / 1.1)):
            for side in (-1, 1):
                wall.face(
                    g.regular(u + side * (w / 2 - 0.05), 0.7 + k * 1.1, 0.3, 4), p.GLOW, line=0.6
                )
        arch = a.opening(u, 0, w * 0.66, h * 0.74, "pointed")
        wall.face(a.grown(arch, 0.18), p.PAPER, line=0.9)
        wall.face(arch, p.NIGHT if u != 6.5 else p.GLOW, [(0, 0.3, 0.4)], 1.0)
    for u in (0.2, 1.7, 4.7, 8.2, 11.2, 12.6):
        tall = 9.6 if u in (4.7, 8.2) else 8.2
        wall.face(g.rectangle(u - 0.34, 0, 0.68, tall), p.BRASS_PALE, [(58, 0.3, 0.7)], 1.0)
        wall.face(
            [(u - 0.5, tall), (u + 0.5, tall), (u + 0.2, tall + 0.9), (u - 0.2, tall + 0.9)],
            p.TURQUOISE,
            line=0.9,
        )


def _wires(sheet: Sheet) -> None:
    """Telegraph poles along the whole road."""
    pen = sheet.pen
    tops = []
    for k in range(9):
        x, base = -60 + k * 330, 1120 - 30 * sin(k)
        tall = 330.0
        pen.line([(x, base), (x, base - tall)], 3.4)
        for d in (14, 46):
            pen.line([(x - 44, base - tall + d), (x + 44, base - tall + d)], 2.2)
            for e in (-36, 36):
                sheet.canvas.circle(x + e, base - tall + d - 9, 6, p.PAPER, pen.ink, 2)
        tops.append((x, base - tall))
    for (x0, y0), (x1, y1) in pairwise(tops):
        for d, e in ((5, -36), (5, 36), (37, 36)):
            pen.line(
                g.bezier(
                    (x0 + e, y0 + d),
                    (x0 + 120, y0 + d + 54),
                    (x1 - 120, y1 + d + 54),
                    (x1 + e, y1 + d),
                    16,
                ),
                0.8,
            )


def _caravan(sheet: Sheet) -> None:
    """Camels and walkers in silhouette on the near ridge."""
    pen, c = sheet.pen, sheet.canvas
    ridge = [
        (0, 1130),
        *g.bezier((0, 1130), (700, 1060), (1500, 1160), (2400, 1080), 40),
        (2400, 1200),
        (0, 1200),
    ]
    c.polygon(ridge, p.TERRACOTTA, pen.ink, 2)
    pen.hatch([ridge], 4, 14, 0.6)
    camel = [
        (-92, 0),
        (-86, 52),
        (-96, 84),
        (-80, 112),
        (-46, 122),
        (-24, 148),
        (0, 156),
        (24, 146),
        (44, 122),
        (72, 118),
        (86, 96),
        (104, 92),
        (118, 118),
        (124, 158),
        (142, 170),
        (162, 160),
        (158, 150),
        (140, 146),
        (138, 108),
        (122, 74),
        (96, 62),
        (84, 46),
        (86, 0),
        (76, 0),
        (70, 50),
        (58, 54),
        (52, 0),
        (42, 0),
        (42, 56),
        (-42, 56),
        (-50, 0),
        (-60, 0),
        (-60, 48),
        (-74, 44),
        (-80, 0),
    ]
    for k, x in enumerate((500, 800, 1560, 1880)):
        base = 1102 + 12 * (k % 2)
        body = [(x + q[0] * 1.05, base - q[1] * 1.05) for q in camel]
        c.polygon(body, p.INK)
        load = [
            (x - 44, base - 116),
            (x - 20, base - 164),
            (x + 30, base - 164),
            (x + 46, base - 112),
            (x + 20, base - 84),
            (x - 30, base - 84),
        ]
        c.polygon(load, (p.INDIGO, p.POMEGRANATE)[k % 2], pen.ink, 2.4)
        pen.lines(
            [
                [(x - 36, base - 132), (x + 40, base - 132)],
                [(x - 36, base - 110), (x + 40, base - 110)],
            ],
            0.8,
            p.BRASS_PALE,
        )
    for x, base, kind in (
        (1010, 1108, "robe"),
        (1090, 1112, "child"),
        (2080, 1096, "robe"),
        (330, 1110, "robe"),
    ):
        figure(pen, x, base, 150 if kind == "robe" else 104, kind, p.INK)
