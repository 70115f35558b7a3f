"""Festivals: the Hanukkah lamp, paper crowns, candles at the window, the choir, the table."""

from math import cos, radians, sin

from .. import geometry as g
from .. import nature as n
from .. import ornament as o
from .. import palette as p
from .. import solids as s
from ..canvas import path_of
from ..sheet import Sheet, picture


def flame(sheet: Sheet, x: float, y: float, size: float, halo: bool = True) -> None:
    """A flame on its wick at x, y."""
    c = sheet.canvas
    if halo:
        c.circle(x, y - size * 0.55, size * 1.5, p.GLOW, opacity=0.16)
        c.circle(x, y - size * 0.55, size * 1.0, p.GLOW, opacity=0.22)
    for scale, fill in ((1.0, p.GLOW), (0.55, p.TERRACOTTA)):
        h, w = size * scale * 1.3, size * scale * 0.36
        drop = [
            *g.bezier((x, y - h), (x + w * 1.2, y - h * 0.5), (x + w, y), (x, y), 14),
            *g.bezier((x, y), (x - w, y), (x - w * 1.1, y - h * 0.4), (x, y - h), 14),
        ]
        c.polygon(drop, fill, p.BRASS_DARK if scale == 1 else None, 2)


@picture("lamp-tetouan", 1700, 2000, p.NIGHT)
def lamp(sheet: Sheet) -> None:
    """Pierced brass back plate with horseshoe arches and two birds; three flames."""
    pen, c, x = sheet.pen, sheet.canvas, 850
    c.circle(x, 900, 780, p.INDIGO)
    c.rect(0, 1660, 1700, 340, p.WOOD_DARK)
    pen.lines([[(0, 1660), (1700, 1660)]], 1.4)
    s.grain(pen, g.rectangle(0, 1660, 1700, 340), 0, 24)
    s.cast(pen, g.ellipse(x + 60, 1700, 640, 60), 14)
    plate = [
        (x - 480, 1480),
        (x - 480, 700),
        (x - 420, 700),
        (x - 420, 640),
        (x - 300, 640),
        *g.bezier((x - 300, 640), (x - 300, 420), (x - 90, 380), (x, 250), 20),
        *g.bezier((x, 250), (x + 90, 380), (x + 300, 420), (x + 300, 640), 20),
        (x + 420, 640),
        (x + 420, 700),
        (x + 480, 700),
        (x + 480, 1480),
    ]
    holes = []
    for k in range(5):
        cx, r = x - 352 + k * 176, 62
        holes.append(
            [
                (cx - r, 1260),
                (cx - r, 1080),
                *g.arc(cx, 1030, r * 1.16, r * 1.16, 150, 390, 24),
                (cx + r, 1080),
                (cx + r, 1260),
            ]
        )
    for k in range(3):
        cx, r = x - 170 + k * 170, 48
        holes.append(
            [
                (cx - r, 900),
                (cx - r, 780),
                *g.arc(cx, 740, r * 1.16, r * 1.16, 150, 390, 24),
                (cx + r, 780),
                (cx + r, 900),
            ]
        )
    holes += [
        g.star(x, 520, 74, 42, 8, 22.5),
        *[g.regular(x + d, 960, 20, 4) for d in range(-400, 401, 80)],
    ]
    holes += [g.regular(x + d, 1340, 18, 4) for d in range(-400, 401, 80)]
    ring = "".join(path_of([(a + 16, b + 18) for a, b in r]) for r in [plate, *holes])
    c.path(ring, p.NIGHT)
    c.path("".join(path_of(r) for r in [plate, *holes]), p.BRASS, pen.ink, 4)
    pen.hatch(
        [plate, *holes],
        74,
        13,
        tone=lambda a, b: max(0.0, (a - x + 60) / 900) + max(0, (b - 1250) / 900),
    )
    for hole in holes[:8]:
        left, top, right, bottom = g.bounds([hole])
        cx, cy = (left + right) / 2, (top + bottom) / 2
        c.path(
            path_of([(cx + (a - cx) * 1.2, cy + (b - cy) * 1.1) for a, b in hole]),
            None,
            p.BRASS_DARK,
            4,
        )
    inner = [(x + (a - x) * 0.95, 880 + (b - 880) * 0.965) for a, b in plate]
    c.path(path_of(inner), None, p.BRASS_DARK, 4)
    for side in (-1, 1):
        _bird(sheet, x + side * 360, 628, side)
    s.ball(pen, x, 232, 30, p.BRASS_PALE)
    _shelf_and_cups(sheet, x)


def _bird(sheet: Sheet, x: float, y: float, side: int) -> None:
    pen = sheet.pen
    body = [
        (-96, -8),
        (-40, -20),
        (0, -70),
        (30, -128),
        (62, -146),
        (84, -130),
        (112, -122),
        (84, -108),
        (80, -60),
        (56, -14),
        (20, 8),
        (-30, 6),
    ]
    ring = [(x - side * a, y + b) for a, b in g.smooth(body, 6, True)]
    pen.face(ring, p.BRASS, line=1.6)
    wing = [
        (x - side * a, y + b)
        for a, b in g.smooth([(-70, -8), (-6, -62), (40, -60), (20, -20), (-30, -4)], 6, True)
    ]
    pen.face(wing, p.BRASS_PALE, [(30, 10, 0.6)], 1.2)
    sheet.canvas.circle(x - side * 66, y - 128, 5, pen.ink)
    pen.lines([[(x - side * d, y + 4), (x - side * d, y + 16)] for d in (6, 24)], 1.6)


def _shelf_and_cups(sheet: Sheet, x: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    shelf = [(x - 560, 1500), (x + 560, 1500), (x + 600, 1590), (x - 600, 1590)]
    pen.face(shelf, p.BRASS_PALE, [(0, 14, 0.4)], 1.4)
    pen.face(
        [(x - 600, 1590), (x + 600, 1590), (x + 600, 1660), (x - 600, 1660)],
        p.BRASS,
        [(90, 15, 0.5)],
        1.4,
    )
    for k in range(16):
        o.eight_point_star(c, x - 562 + k * 75, 1625, 22, p.BRASS_DARK, 3)
    for side in (-1, 1):
        s.turned(
            pen,
            x + side * 540,
            1730,
            s.curve((52, 0), (60, 20), (30, 50), (40, 76)),
            p.BRASS,
            0.2,
            9,
        )
    for k in range(8):
        cx = x - 490 + k * 140
        s.turned(
            pen,
            cx,
            1550,
            s.curve((30, 0), (54, 24), (62, 60), (54, 76)),
            p.BRASS,
            0.26,
            8,
        )
        c.polygon(g.ellipse(cx, 1474, 46, 11), p.BRASS_DARK, pen.ink, 2)
        if k >= 5:
            flame(sheet, cx, 1468, 76)
    s.turned(
        pen,
        x,
        1010,
        s.curve((26, 0), (56, 22), (66, 60), (58, 76)),
        p.BRASS_PALE,
        0.26,
        8,
    )
    c.polygon(g.ellipse(x, 934, 48, 12), p.BRASS_DARK, pen.ink, 2)


@picture("crowns-rabat", 2000, 1500, p.PAPER)
def crowns(sheet: Sheet) -> None:
    """Five paper crowns with candles on a low table, scissors, glue, scraps."""
    pen, _c = sheet.pen, sheet.canvas
    s.table(sheet, 520, p.TURQUOISE_PALE, p.PAPER_WARM)
    for k in range(9):
        x = 110 + k * 222
        pennant = [
            (x - 70, 60 + 30 * sin(k)),
            (x + 70, 60 + 30 * sin(k + 0.6)),
            (x, 190),
        ]
        pen.face(
            pennant,
            (p.POMEGRANATE, p.BRASS_PALE, p.INDIGO, p.PAPER)[k % 4],
            [(70, 13, 0.4)],
            1.0,
        )
    for k, (x, y, r) in enumerate(
        (
            (1040, 640, 210),
            (420, 800, 240),
            (1600, 800, 236),
            (760, 1130, 256),
            (1370, 1180, 250),
        )
    ):
        _crown(sheet, x, y, r, k)
    for _ in range(26):
        x, y = pen.random.uniform(80, 1920), pen.random.uniform(1290, 1470)
        bit = g.regular(
            x,
            y,
            pen.random.uniform(14, 32),
            pen.random.choice([3, 4]),
            pen.random.uniform(0, 90),
        )
        pen.face(
            bit,
            pen.random.choice([p.BRASS, p.POMEGRANATE, p.GLOW, p.ROSE, p.INDIGO]),
            line=0.7,
        )
    _glue(sheet, 240, 1260)
    _paper_scissors(sheet, 1790, 1330)


def _crown(sheet: Sheet, x: float, y: float, r: float, place: int) -> None:
    """A ring of card with standing candles; the back half first."""
    pen, c = sheet.pen, sheet.canvas
    band, tall, tilt = r * 0.42, r * 0.62, 0.34
    gold, red = (p.BRASS_PALE, p.POMEGRANATE) if place % 2 else (p.POMEGRANATE, p.BRASS_PALE)
    s.cast(pen, g.ellipse(x + r * 0.24, y + band * 0.62, r * 1.06, r * 0.42), 12)
    back = g.arc(x, y - band, r, r * tilt, 180, 360, 40)
    wall = back + [(a, b + band) for a, b in back[::-1]]
    pen.face(wall, p.STONE, [(90, 13, 0.5)], 1.0)
    places = [180 + 22.5 * k for k in range(9)] + [0 + 22.5 * k for k in range(9)]
    for turn in sorted(places, key=lambda t: sin(radians(t))):
        front = sin(radians(turn)) > 0.01
        cx, cy = x + r * cos(radians(turn)), y - band + r * tilt * sin(radians(turn))
        w = r * 0.075 * max(0.45, abs(sin(radians(turn))))
        pen.face(
            g.rectangle(cx - w, cy - tall * 0.62, 2 * w, tall * 0.62 + 4),
            p.WHITE if front else p.STONE,
            line=0.9,
        )
        for k in range(3):
            c.line(
                [
                    (cx - w, cy - tall * (0.12 + 0.17 * k)),
                    (cx + w, cy - tall * (0.2 + 0.17 * k)),
                ],
                red,
                5,
            )
        tip = cy - tall * 0.6
        leaf = [
            *g.bezier(
                (cx, tip - r * 0.3),
                (cx + w * 2.2, tip - r * 0.14),
                (cx + w * 1.6, tip),
                (cx, tip),
                10,
            ),
            *g.bezier(
                (cx, tip),
                (cx - w * 1.6, tip),
                (cx - w * 2.2, tip - r * 0.14),
                (cx, tip - r * 0.3),
                10,
            ),
        ]
        c.polygon(leaf, p.GLOW if front else p.BRASS, pen.ink, 2)
        if front:
            c.polygon(
                [(cx + (a - cx) * 0.45, tip + (b - tip) * 0.5) for a, b in leaf],
                p.POMEGRANATE,
            )
    front_edge = g.arc(x, y - band, r, r * tilt, 0, 180, 40)
    front_wall = front_edge + [(a, b + band) for a, b in front_edge[::-1]]
    pen.face(front_wall, gold, line=1.3)
    with c.clipped([front_wall]):
        pen.hatch([g.rectangle(x + r * 0.35, y - band, r, band + r)], 90, 11, 0.6)
    for k in range(7):
        t = radians(24 + 22 * k)
        o.eight_point_star(
            c,
            x + r * cos(t),
            y - band * 0.5 + r * tilt * sin(t),
            band * 0.26 * (0.5 + 0.5 * sin(t)),
            red,
            4,
        )


def _glue(sheet: Sheet, x: float, y: float) -> None:
    pen = sheet.pen
    s.round_shadow(pen, x + 8, y + 4, 84, 120)
    s.turned(
        pen,
        x,
        y,
        s.curve((80, 0), (88, 20), (88, 150), (70, 190), (40, 206), (40, 236)),
        p.PAPER_BLUE,
        0.26,
        10,
    )
    s.turned(pen, x, y - 232, [(52, 0), (52, 44)], p.POMEGRANATE, 0.26, 8)


def _paper_scissors(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    for side in (-1, 1):
        blade = [(x, y), (x - 270, y - 60 - side * 46), (x - 40, y - 34 + side * 12)]
        pen.face(blade, p.STONE, [(12, 7, 0.4)], 1.2)
        ring = g.moved(g.ellipse(74, side * 44, 56, 32), x, y, 1, 14)
        c.path(path_of(ring), None, pen.ink, 22)
        c.path(path_of(ring), None, p.INDIGO, 15)
    c.circle(x - 14, y - 8, 13, p.BRASS, pen.ink, 2.4)


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
        pen.face(
            g.rectangle(x - 50, 1800, 100, 100),
            p.PAPER if k % 2 else p.TURQUOISE,
            line=0.9,
        )
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
    smoke = [
        (1204, 1430),
        (1180, 1340),
        (1230, 1250),
        (1170, 1150),
        (1220, 1050),
        (1190, 960),
    ]
    for width, ink in ((16, p.INDIGO_PALE), (5, p.PAPER)):
        c.line(g.smooth(smoke, 12), ink, width)


def _roofs(sheet: Sheet) -> None:
    pen, _c = sheet.pen, sheet.canvas
    n.palm(pen, 420, 960, 330, 0.06)
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
                    g.arc(x + w / 2, y - h - 8, w * 0.3, w * 0.3, 180, 360, 16),
                    p.PAPER,
                    line=1.0,
                )
            x += w + 6
    pen.face(g.rectangle(820, 540, 96, 340), p.PAPER_WARM, [(90, 10, 0.4)], 1.0)
    pen.face(g.rectangle(806, 520, 124, 22), p.STONE, line=1.0)
    pen.face(g.rectangle(846, 450, 44, 70), p.PAPER_WARM, [(90, 9, 0.4)], 1.0)
    pen.face([(838, 450), (898, 450), (868, 396)], p.OLIVE, line=1.0)


@picture("choir-iran", 1600, 2000, p.PAPER)
def choir(sheet: Sheet) -> None:
    """A music stand with an open score; two rows of empty stools in a schoolroom."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, 1600, 1240, p.PAPER_WARM)
    c.rect(0, 980, 1600, 260, p.TURQUOISE)
    for k in range(17):
        o.eight_point_star(c, 50 + k * 94, 1040, 34, p.TURQUOISE_PALE, 4)
    pen.lines(
        [[(0, 980), (1600, 980)], [(0, 1100), (1600, 1100)], [(0, 1240), (1600, 1240)]],
        1.2,
    )
    for x in (300, 1300):
        arch = [
            (x - 150, 880),
            (x - 150, 480),
            *g.bezier((x - 150, 480), (x - 150, 320), (x - 60, 250), (x, 200), 14),
            *g.bezier((x, 200), (x + 60, 250), (x + 150, 320), (x + 150, 480), 14),
            (x + 150, 880),
        ]
        pen.face(
            [(x + (a - x) * 1.14, 560 + (b - 560) * 1.07) for a, b in arch],
            p.PAPER,
            line=1.2,
        )
        pen.face(arch, p.PAPER_BLUE, line=1.2)
        panes = [p.INDIGO_PALE, p.ROSE, p.GLOW, p.TURQUOISE_PALE]
        with c.clipped([arch]):
            for i in range(5):
                for j in range(9):
                    if (i + j) % 3 == 0:
                        c.polygon(
                            g.regular(x - 150 + i * 75, 200 + j * 84, 44, 4),
                            panes[(i + j) % 4],
                        )
            pen.lines(
                [[(x - 150 + i * 75, 150), (x - 150 + i * 75, 880)] for i in range(5)]
                + [[(x - 150, 200 + j * 84), (x + 150, 200 + j * 84)] for j in range(9)],
                1.0,
            )
        pen.face(arch, line=1.4)
    c.rect(0, 1240, 1600, 760, p.WOOD)
    pen.lines(
        [
            [(800 + (x - 800) * 0.6, 1240), (800 + (x - 800) * 1.5, 2000)]
            for x in range(-300, 2000, 120)
        ],
        0.6,
    )
    for y, scale, count in ((1400, 0.8, 6), (1560, 1.0, 5)):
        for k in range(count):
            _stool(sheet, 800 + (k - (count - 1) / 2) * 300 * scale, y, scale)
    _music_stand(sheet, 800, 1860)


def _stool(sheet: Sheet, x: float, y: float, m: float) -> None:
    pen = sheet.pen
    s.cast(pen, g.ellipse(x + 30 * m, y + 4, 110 * m, 22 * m), 10)
    for dx in (-70, 70, -30, 34):
        top = y - 190 * m
        leg = [
            (x + dx * 0.8 * m - 8, top),
            (x + dx * 0.8 * m + 8, top),
            (x + dx * m + 6, y + (0 if abs(dx) > 50 else 10)),
            (x + dx * m - 6, y + (0 if abs(dx) > 50 else 10)),
        ]
        s.board(pen, leg, p.WOOD_DARK, 90, 8)
    s.turned(pen, x, y - 186 * m, [(98 * m, 0), (100 * m, 26 * m)], p.SAND, 0.26, 9)


def _music_stand(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    s.cast(pen, g.ellipse(x + 80, y + 10, 330, 44), 13)
    for dx in (-230, 230):
        leg = g.smooth(
            [
                (x - 20, y - 200),
                (x + dx * 0.5, y - 110),
                (x + dx, y - 10),
                (x + dx * 1.1, y),
                (x + dx * 0.6, y - 60),
                (x + 20, y - 130),
            ],
            6,
            True,
        )
        pen.face(leg, p.WOOD_DARK, [(60, 11, 0.5)], 1.3)
    s.turned(
        pen,
        x,
        y - 40,
        s.curve(
            (40, 0),
            (54, 60),
            (34, 130),
            (26, 300),
            (36, 380),
            (26, 460),
            (30, 600),
            (24, 700),
        ),
        p.WOOD_DARK,
        0.2,
        11,
    )
    desk = [
        (x - 420, y - 760),
        (x + 420, y - 760),
        (x + 360, y - 1300),
        (x - 360, y - 1300),
    ]
    pen.face(desk, p.WOOD, line=1.6)
    s.grain(pen, desk, 0, 18)
    for side in (-1, 1):
        page = [
            (x, y - 800),
            (x + side * 350, y - 790),
            (x + side * 308, y - 1260),
            (x, y - 1240),
        ]
        pen.face(page, p.WHITE, line=1.2)
        for row in range(6):
            _stave(sheet, x, y - 1200 + row * 70, side)
        pen.hatch(
            [
                [
                    (x, y - 800),
                    (x + side * 44, y - 798),
                    (x + side * 40, y - 1244),
                    (x, y - 1240),
                ]
            ],
            90,
            9,
            0.5,
        )
    ledge = [
        (x - 450, y - 760),
        (x + 450, y - 760),
        (x + 450, y - 706),
        (x - 450, y - 706),
    ]
    s.board(pen, ledge, p.SAND, 0, 12)
    c.line([(x - 300, y - 768), (x + 240, y - 790)], pen.ink, 15)
    c.line([(x - 300, y - 768), (x + 240, y - 790)], p.PAPER, 9)
    s.ball(pen, x - 312, y - 766, 26, p.POMEGRANATE)


def _stave(sheet: Sheet, x: float, y: float, side: int) -> None:
    pen, c = sheet.pen, sheet.canvas
    near, far = x + side * 30, x + side * (326 - (y % 500) * 0.02)
    pen.lines([[(near, y + 8 * k), (far, y + 8 * k)] for k in range(5)], 0.5)
    for k in range(7):
        nx = near + (far - near) * (0.14 + 0.12 * k)
        ny = y + 8 * pen.random.randint(0, 4)
        c.polygon(g.moved(g.ellipse(0, 0, 8, 5.6, 14), nx, ny, 1, -20), pen.ink)
        c.line([(nx + 7, ny - 1), (nx + 7, ny - 30)], pen.ink, 2.6)
        if k % 3 == 0:
            c.line([(nx + 7, ny - 30), (nx + 22, ny - 20)], pen.ink, 4)


@picture("table-hanukkah", 2100, 1450, p.PAPER)
def table(sheet: Sheet) -> None:
    """A festive table from above on a striped cloth."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, 2100, 1450, p.WOOD)
    s.grain(pen, g.rectangle(0, 0, 2100, 1450), 0, 26)
    cloth = g.rectangle(70, 70, 1960, 1310)
    s.cast(pen, g.rectangle(90, 92, 1964, 1312), 14)
    c.polygon(cloth, p.PAPER, pen.ink, 3)
    x, inks = (
        100,
        [
            p.POMEGRANATE,
            p.PAPER,
            p.INDIGO,
            p.PAPER,
            p.BRASS,
            p.PAPER,
            p.TURQUOISE,
            p.PAPER,
        ],
    )
    for k in range(80):
        wide = (46, 20, 16, 60)[k % 4]
        c.rect(x, 72, wide, 1306, inks[k % 8], opacity=0.75)
        x += wide
        if x > 1960:
            break
    for k in range(90):
        for y, d in ((70, -34), (1380, 34)):
            pen.line(
                [
                    (90 + k * 21.6, y),
                    (90 + k * 21.6 + pen.random.uniform(-5, 5), y + d),
                ],
                0.9,
            )
    _lamp_from_above(sheet)
    for px, py, r in ((430, 1000, 220), (1640, 420, 210)):
        _plate(sheet, px, py, r)
    for gx, gy in ((760, 260), (900, 400), (1700, 1000)):
        _glass(sheet, gx, gy)
    for ox, oy in ((1210, 1150), (1330, 1120), (1260, 1240), (330, 330)):
        _orange(sheet, ox, oy)
    _jug(sheet, 420, 520)
    _top(sheet, 880, 1130)
    _songbook(sheet)


def _lamp_from_above(sheet: Sheet) -> None:
    pen, c = sheet.pen, sheet.canvas
    bar = g.rectangle(640, 640, 880, 150)
    s.cast(pen, g.rectangle(664, 668, 884, 152), 12)
    pen.face(bar, p.BRASS, [(0, 14, 0.4)], 1.5)
    pen.face(g.rectangle(656, 656, 848, 118), line=0.8)
    for k in range(9):
        x, y = (1080, 590) if k == 8 else (708 + k * 106, 715)
        if k == 8:
            pen.face(g.rectangle(1050, 590, 60, 60), p.BRASS, [(90, 10, 0.4)], 1.2)
        lit = k in (4, 5, 6, 7)
        for r, fill in ((44, p.BRASS_PALE), (32, p.BRASS_DARK)):
            c.circle(x, y, r, fill, pen.ink, 3)
        if lit:
            c.circle(x, y, 70, p.GLOW, opacity=0.35)
            flame(sheet, x, y + 10, 50, halo=False)


def _plate(sheet: Sheet, x: float, y: float, r: float) -> None:
    """Round fried sweets with sugar on a painted plate."""
    pen, c = sheet.pen, sheet.canvas
    s.cast(pen, g.ellipse(x + 22, y + 26, r, r), 13)
    for k, fill in (
        (1.0, p.WHITE),
        (0.9, p.INDIGO),
        (0.84, p.WHITE),
        (0.62, p.PAPER_BLUE),
    ):
        c.circle(x, y, r * k, fill, pen.ink, 2)
    for k in range(24):
        t = radians(15 * k)
        c.polygon(
            g.star(
                x + r * 0.73 * cos(t),
                y + r * 0.73 * sin(t),
                r * 0.06,
                r * 0.025,
                4,
                15 * k,
            ),
            p.INDIGO,
        )
    for k in range(8):
        t = radians(51 * k)
        d = 0 if k == 7 else r * 0.4
        px, py = x + d * cos(t), y + d * sin(t)
        puff = g.smooth(pen.jitter(g.ellipse(px, py, r * 0.23, r * 0.21, 12), 5), 5, True)
        s.cast(pen, [(a + 8, b + 10) for a, b in puff], 10)
        pen.face(puff, p.BRASS, line=1.2)
        pen.engrave(
            [g.arc(px, py, r * q, r * q, -30, 110, 14) for q in (0.2, 0.165, 0.13)],
            lambda a, b: 0.45,
            7,
        )
        for _ in range(9):
            c.circle(
                px + pen.random.uniform(-0.13, 0.09) * r,
                py + pen.random.uniform(-0.13, 0.09) * r,
                4,
                p.WHITE,
            )


def _glass(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    s.cast(pen, g.ellipse(x + 18, y + 20, 72, 72), 11)
    for r, fill in (
        (92, p.PAPER),
        (84, p.TURQUOISE_PALE),
        (66, p.PAPER_BLUE),
        (58, p.BRASS),
    ):
        c.circle(x, y, r, fill, pen.ink, 2.4)
    for turn in (20, 140, 260):
        leaf = g.moved(
            [
                *g.bezier((0, 0), (14, -16), (34, -14), (44, 0), 8),
                *g.bezier((44, 0), (34, 14), (14, 14), (0, 0), 8),
            ],
            x,
            y,
            1,
            turn,
        )
        pen.face(leaf, p.OLIVE, line=1.0)
    pen.line(g.arc(x, y, 50, 50, 200, 260, 10), 2.0, p.WHITE)


def _orange(sheet: Sheet, x: float, y: float) -> None:
    pen = sheet.pen
    s.cast(pen, g.ellipse(x + 20, y + 22, 66, 66), 11)
    pen.canvas.circle(x, y, 66, p.TERRACOTTA, pen.ink, 3)
    pen.stipple(
        g.ellipse(x, y, 60, 60),
        160,
        2.2,
        lambda a, b: 0.1 + 0.8 * max(0, (a - x + b - y) / 120),
    )
    pen.canvas.polygon(g.star(x - 6, y - 8, 14, 6, 5), p.OLIVE, pen.ink, 1.6)
    pen.canvas.circle(x - 26, y - 28, 9, p.PAPER_ROSE)


def _jug(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    s.cast(pen, g.ellipse(x + 26, y + 30, 130, 130), 12)
    handle = g.smooth(
        [(x - 110, y - 40), (x - 220, y - 50), (x - 226, y + 40), (x - 110, y + 44)], 8
    )
    c.line(handle, pen.ink, 44)
    c.line(handle, p.TURQUOISE, 36)
    spout = [(x + 70, y - 60), (x + 172, y - 10), (x + 172, y + 10), (x + 70, y + 60)]
    pen.face(spout, p.TURQUOISE, line=1.3)
    for r, fill in (
        (130, p.TURQUOISE),
        (104, p.TURQUOISE_PALE),
        (88, p.BRASS_DARK),
        (78, p.BRASS),
    ):
        c.circle(x, y, r, fill, pen.ink, 3)
    for k in range(20):
        t = radians(18 * k)
        c.circle(x + 117 * cos(t), y + 117 * sin(t), 6, p.PAPER)
    pen.brush(g.arc(x, y, 56, 56, 190, 270, 12), 4, p.GLOW)


def _top(sheet: Sheet, x: float, y: float) -> None:
    """A four-sided spinning top lying on the cloth."""
    pen, c = sheet.pen, sheet.canvas
    body = [
        (x - 70, y - 60),
        (x + 50, y - 84),
        (x + 96, y - 20),
        (x + 60, y + 60),
        (x - 60, y + 84),
        (x - 110, y + 20),
    ]
    s.cast(pen, [(a + 22, b + 28) for a, b in body], 11)
    c.line([(x - 84, y + 4), (x - 170, y + 24)], pen.ink, 26)
    c.line([(x - 84, y + 4), (x - 170, y + 24)], p.SAND, 18)
    pen.face(
        [(x - 70, y - 60), (x + 50, y - 84), (x + 66, y - 4), (x - 80, y + 24)],
        p.POMEGRANATE,
        line=1.3,
    )
    pen.face(
        [(x - 80, y + 24), (x + 66, y - 4), (x + 60, y + 60), (x - 60, y + 84)],
        p.INK_RED,
        [(-12, 9, 0.6)],
        1.3,
    )
    pen.face(
        [(x + 50, y - 84), (x + 128, y - 12), (x + 60, y + 60), (x + 66, y - 4)],
        p.ROSE,
        [(60, 9, 0.5)],
        1.3,
    )
    sheet.write("נ", x - 6, y - 10, o.Type("frank", 70, 700), ink=p.PAPER)
    sheet.write("ג", x - 4, y + 58, o.Type("frank", 50, 700), ink=p.ROSE)


def _songbook(sheet: Sheet) -> None:
    pen, c = sheet.pen, sheet.canvas
    with c.transformed("rotate(-9 1050 300)"):
        cover = g.rectangle(1130, 130, 260, 350)
        s.cast(pen, g.rectangle(1152, 156, 260, 350), 12)
        pen.face(g.rectangle(1136, 138, 262, 352), p.WHITE, [(0, 5, 0.4)], 1.0)
        pen.face(cover, p.OLIVE, line=1.5)
        c.rect(1154, 156, 212, 298, None, p.BRASS_PALE, 4)
        o.eight_point_star(c, 1260, 300, 58, p.BRASS_PALE, 5)
        o.rules(c, 1180, 400, 160, p.BRASS_PALE, "swelled")
