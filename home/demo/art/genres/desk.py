"""Things of the school day: bell, inkwell, slate, desk, satchel, globe and counting frame."""

from math import cos, radians, sin

from .. import coast
from .. import geometry as g
from .. import palette as p
from .. import solids as s
from ..canvas import Point, path_of
from ..sheet import Sheet, picture
from ..typesetting import Type


@picture("school-bell", 1500, 2000, p.PAPER)
def bell(sheet: Sheet) -> None:
    """A brass handbell with a turned handle at the edge of a table."""
    pen, x, y = sheet.pen, 720, 1560
    s.table(sheet, 1330, p.INDIGO_PALE, p.WOOD, 170)
    pen.canvas.circle(720, 800, 560, p.PAPER_BLUE)
    s.round_shadow(pen, x + 20, y + 8, 400, 560)
    clapper = s.curve((0.1, -30), (52, -20), (62, 24), (30, 60), (16, 120))
    s.turned(pen, x, y + 14, clapper, p.STONE_DARK, 0.24, 8)
    body = s.curve(
        (420, 0),
        (424, 34),
        (372, 96),
        (322, 200),
        (288, 330),
        (270, 470),
        (262, 580),
        (228, 660),
        (140, 706),
        (66, 720),
        (60, 742),
    )
    s.turned(pen, x, y - 20, body, p.BRASS, 0.2, 12, 1.05)
    for height, r in ((52, 404), (84, 380), (560, 264), (590, 258)):
        pen.line(g.arc(x, y - 20 - height, r, r * 0.2, 4, 176, 40), 1.4)
    pen.line(g.arc(x, y - 20, 420, 84, 4, 176, 50), 3.0)
    collar = s.curve((60, 0), (88, 20), (88, 50), (56, 70))
    s.turned(pen, x, y - 752, collar, p.BRASS_PALE, 0.22, 8)
    handle = s.curve(
        (46, 0),
        (70, 60),
        (84, 150),
        (60, 240),
        (44, 290),
        (66, 350),
        (100, 430),
        (104, 500),
        (70, 560),
        (34, 580),
        (44, 610),
        (24, 640),
        (2, 648),
    )
    s.turned(pen, x, y - 818, handle, p.WOOD_DARK, 0.2, 10, 1.1, closed=False)


@picture("inkwell", 1800, 1500, p.PAPER)
def inkwell(sheet: Sheet) -> None:
    """Squat glass with a brass collar, a goose quill, one blot on the paper."""
    pen, c = sheet.pen, sheet.canvas
    s.table(sheet, 640, p.PAPER_ROSE, p.WOOD)
    paper = [(120, 1180), (820, 880), (1720, 1100), (1120, 1480)]
    s.cast(pen, [(q[0] + 20, q[1] + 22) for q in paper])
    pen.face(paper, p.WHITE, line=1.2)
    for k in range(9):
        t = 0.12 + 0.09 * k
        a = (120 + 700 * t, 1180 - 300 * t)
        b = (1120 + 600 * t, 1480 - 380 * t)
        pen.line(
            [
                (a[0] + (b[0] - a[0]) * 0.05, a[1] + (b[1] - a[1]) * 0.05),
                (a[0] + (b[0] - a[0]) * 0.95, a[1] + (b[1] - a[1]) * 0.95),
            ],
            0.5,
            p.INDIGO_PALE,
        )
    x, y = 820, 1060
    s.round_shadow(pen, x + 20, y + 10, 330, 430, 0.3)
    glass = s.curve((300, 0), (352, 40), (362, 150), (338, 280), (250, 350), (150, 380), (128, 400))
    c.polygon(s.silhouette(x, y, glass, 0.28), p.PAPER_BLUE, pen.ink, 3)
    ink = [*s.curve((270, 24), (318, 60), (326, 140), (322, 190))]
    s.turned(pen, x, y, ink, p.NIGHT, 0.28, 12, 0.8, p.INDIGO)
    c.polygon(g.ellipse(x, y - 190, 322, 322 * 0.28), p.INDIGO, p.NIGHT, 2)
    rings = [g.arc(x, y - h, r, r * 0.28, 8, 172, 40) for r, h in glass[::3]]
    pen.lines(rings[4:], 0.5)
    s.turned(
        pen,
        x,
        y - 392,
        s.curve((150, 0), (168, 16), (160, 60), (134, 74), (128, 100), (150, 116)),
        p.BRASS,
        0.28,
        9,
    )
    c.polygon(g.ellipse(x, y - 508, 118, 33), p.NIGHT, pen.ink, 2)
    for a, b in ((-300, -60), (-262, -110)):
        pen.brush(
            [(x + a, y + b), (x + a - 22, y + b - 90), (x + a + 10, y + b - 190)],
            5,
            p.WHITE,
        )
    _quill(sheet, (520, 1340), (1640, 420))
    blot = g.smooth(pen.jitter(g.ellipse(1130, 1300, 52, 34, 16), 8), 5, True)
    c.polygon(blot, p.NIGHT)
    for bx, by, r in ((1210, 1276, 9), (1060, 1330, 7), (1196, 1322, 5)):
        c.circle(bx, by, r, p.NIGHT)


def _quill(sheet: Sheet, tip: Point, end: Point) -> None:
    """A goose quill from its nib to the feather's end."""
    pen = sheet.pen
    spine = g.bezier(tip, (tip[0] + 380, tip[1] - 180), (end[0] - 320, end[1] + 420), end, 60)
    s.cast(
        pen,
        [(a + 30, b + 34) for a, b in spine[:30]] + [(a + 40, b + 44) for a, b in spine[:30]][::-1],
    )
    upper, lower = [], []
    for i, (a, b) in enumerate(spine[20:]):
        t = i / 40
        w = 118 * sin(3.14159 * min(1, t**0.55)) + (22 if t > 0.9 else 0) * (1 - t)
        upper.append((a - w * 0.62 + pen.random.uniform(-4, 4), b - w * 0.5))
        lower.append((a + w * 0.72, b + w * 0.6 + pen.random.uniform(-5, 5)))
    pen.face(upper + lower[::-1], p.WHITE, line=1.1)
    barbs = []
    for i in range(21, 58):
        for k in (0.0, 0.5):
            j = i - 20
            a = spine[i]
            u, low = upper[min(j + 2, 40)], lower[min(j + 2, 40)]
            barbs += [
                [(a[0] + k * 10, a[1] - k * 8), u],
                [(a[0] + k * 10, a[1] - k * 8), low],
            ]
    pen.lines(barbs, 0.45)
    pen.hatch([[*spine[22:58], *lower[2:38][::-1]]], 58, 9, 0.6)
    pen.canvas.polygon(
        g.swelling(spine, [16 - 12 * i / 60 for i in range(61)]),
        p.PAPER_WARM,
        pen.ink,
        2,
    )
    pen.canvas.polygon(
        [
            tip,
            spine[2],
            (spine[4][0] + 9, spine[4][1] - 10),
            (spine[2][0] + 10, spine[2][1] - 6),
        ],
        p.NIGHT,
    )


@picture("slate", 1500, 2000, p.PAPER)
def slate(sheet: Sheet) -> None:
    """A framed slate with a half-wiped sum, its pencil and sponge on strings."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, 1500, 2000, p.PAPER_GREEN)
    outer, inner = g.rectangle(210, 190, 900, 1280), g.rectangle(310, 290, 700, 1080)
    s.cast(pen, g.rectangle(240, 224, 904, 1282), 14)
    for ring, angle in (
        ([(210, 190), (1110, 190), (1010, 290), (310, 290)], 0),
        ([(210, 1470), (1110, 1470), (1010, 1370), (310, 1370)], 0),
        ([(210, 190), (310, 290), (310, 1370), (210, 1470)], 90),
        ([(1110, 190), (1010, 290), (1010, 1370), (1110, 1470)], 90),
    ):
        s.board(pen, ring, p.WOOD, angle, 18)
    c.polygon(outer, None, pen.ink, 4)
    c.polygon(inner, p.INK_BLUE, pen.ink, 4)
    for x, y in ((258, 238), (1062, 238), (258, 1422), (1062, 1422)):
        s.ball(pen, x, y, 15, p.BRASS)
    chalk = p.PAPER_BLUE
    for k in range(9):
        c.line([(330, 420 + k * 105), (990, 420 + k * 105)], p.INDIGO, 3)
    hand = Type("roundhand", 130)
    for text, x, y in (("abcd", 520, 400), ("אבגד", 830, 398)):
        sheet.write(text, x, y, hand if text.isascii() else Type("solitreo", 120), ink=chalk)
    digits = Type("standard", 120)
    for text, y in (("2 4 1", 640), ("2 3 2", 766)):
        sheet.write(text, 860, y, digits, "right", chalk)
    sheet.write("+", 480, 766, digits, ink=chalk)
    c.line([(440, 800), (900, 800)], chalk, 8)
    sheet.write("4 7 3", 860, 926, digits, "right", p.INDIGO_PALE)
    smear = g.smooth(
        pen.jitter(
            [
                (560, 850),
                (900, 800),
                (980, 900),
                (940, 1040),
                (660, 1090),
                (420, 1020),
                (440, 900),
            ],
            16,
        ),
        8,
        True,
    )
    c.polygon(smear, p.INDIGO, opacity=0.75)
    for k in range(26):
        y = 860 + k * 8
        pen.brush(
            [
                (470 + pen.random.uniform(0, 80), y + 60),
                (700, y),
                (900 + pen.random.uniform(-60, 50), y + 14),
            ],
            1.6,
            p.INDIGO_PALE,
        )
    for k in range(5):
        c.line([(400 + k * 34, 1130), (392 + k * 34, 1230)], chalk, 8)
    c.line([(380, 1250), (560, 1110)], chalk, 8)
    for start, end in (((1110, 330), (1290, 1320)), ((1110, 360), (1330, 760))):
        string = g.bezier(
            start, (start[0] + 190, start[1] + 30), (end[0] - 40, end[1] - 320), end, 30
        )
        c.line(string, p.INK_BROWN, 6)
    sponge = g.smooth(pen.jitter(g.ellipse(1290, 1420, 120, 105, 18), 12), 6, True)
    s.cast(pen, [(a + 24, b + 26) for a, b in sponge])
    pen.face(sponge, p.BRASS_PALE, line=1.3)
    pen.stipple(sponge, 260, 2.6, lambda x, y: 0.15 + 0.8 * max(0, (x - 1200) / 220))
    for _ in range(14):
        hx, hy = pen.random.uniform(1200, 1380), pen.random.uniform(1340, 1500)
        if g.inside((hx, hy), sponge):
            c.polygon(g.ellipse(hx, hy, 12, 8, 14), p.BRASS, pen.ink, 1.6)
    pencil = [(1316, 760), (1346, 756), (1396, 1120), (1388, 1180), (1366, 1124)]
    s.cast(pen, [(a + 20, b + 20) for a, b in pencil])
    pen.face(pencil, p.STONE_DARK, [(82, 8, 0.6)], 1.2)
    pen.face(
        [(1316, 760), (1346, 756), (1366, 900), (1336, 904)],
        p.POMEGRANATE,
        [(82, 8, 0.5)],
        1.2,
    )
    base = g.rectangle(120, 1720, 1260, 8)
    c.polygon(base, p.OLIVE)


@picture("desk-bench", 2100, 1600, p.PAPER)
def desk(sheet: Sheet) -> None:
    """A two-seat desk with its bench, sloping top, inkwell holes and a book shelf."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, 2100, 1060, p.PAPER_GREEN)
    c.rect(0, 760, 2100, 300, p.OLIVE_PALE)
    pen.lines(
        [[(0, 760), (2100, 760)], [(0, 776), (2100, 776)], [(0, 1030), (2100, 1030)]],
        1.0,
    )
    c.rect(0, 1060, 2100, 540, p.SAND)
    pen.lines(
        [[(x, 1060), (1050 + (x - 1050) * 1.7, 1600)] for x in range(-700, 2900, 150)],
        0.6,
    )
    bench = s.Bench(330, 1420, 34, 0.62)
    see = bench.see
    s.cast(
        pen,
        [see(-40, -60, 0), see(1230, -60, 0), see(1330, 760, 0), see(160, 760, 0)],
        15,
    )
    for x in (40, 1060):
        bench.box(pen, (x, 640, 0), (70, 90, 470), gap=18)
        bench.box(pen, (x, 60, 0), (70, 90, 470), gap=18)
        bench.box(pen, (x, 0, 0), (70, 760, 60), gap=18)
    bench.box(pen, (0, 330, 560), (1180, 400, 36), gap=18)
    for k in range(5):
        x = 150 + k * 190
        tall = (150, 120, 170, 130, 140)[k]
        pen.face(
            [
                see(x, 345, 598),
                see(x + 120, 345, 598),
                see(x + 120, 345, 598 + tall * 0.3),
                see(x, 345, 598 + tall * 0.3),
            ],
            (p.POMEGRANATE, p.INDIGO, p.OLIVE, p.BRASS, p.TERRACOTTA)[k],
            [(0, 9, 0.5)],
            1.0,
        )
    for x in (0, 1120):
        side = [
            see(x, 300, 430),
            see(x + 60, 300, 430),
            see(x + 60, 300, 720),
            see(x, 300, 720),
        ]
        s.board(pen, side, p.WOOD, 90)
        flank = [
            see(x + 60, 300, 430),
            see(x + 60, 760, 430),
            see(x + 60, 760, 850),
            see(x + 60, 300, 720),
        ]
        s.board(pen, flank, p.WOOD_DARK, 90, 18, 70)
    lid = [
        see(-30, 270, 716),
        see(1210, 270, 716),
        see(1210, 720, 850),
        see(-30, 720, 850),
    ]
    s.board(pen, lid, p.SAND, 0, 20)
    front = [
        see(-30, 270, 680),
        see(1210, 270, 680),
        see(1210, 270, 716),
        see(-30, 270, 716),
    ]
    s.board(pen, front, p.WOOD, 0, 9)
    strip = [
        see(-30, 720, 850),
        see(1210, 720, 850),
        see(1210, 830, 850),
        see(-30, 830, 850),
    ]
    s.board(pen, strip, p.WOOD, 0, 14)
    end = [
        see(1210, 270, 680),
        see(1210, 830, 814),
        see(1210, 830, 850),
        see(1210, 720, 850),
        see(1210, 270, 716),
    ]
    s.board(pen, end, p.WOOD_DARK, -14, 9, 70)
    for x in (280, 880):
        hx, hy = see(x, 775, 850)
        c.polygon(g.ellipse(hx, hy, 46, 20), p.BRASS, pen.ink, 3)
        c.polygon(g.ellipse(hx, hy + 3, 34, 14), p.NIGHT, pen.ink, 2)
        groove = [
            see(x + 90, 765, 850),
            see(x + 330, 765, 850),
            see(x + 330, 788, 850),
            see(x + 90, 788, 850),
        ]
        pen.face(groove, p.WOOD_DARK, [(0, 5, 0.6)], 1.0)
    pen.line([see(590, 270, 716), see(590, 720, 850)], 1.4)
    for x, y in ((180, 520), (720, 470), (980, 560)):
        a = see(x, y, 716 + (y - 270) * 0.298)
        pen.line([(a[0] - 26, a[1]), (a[0] + 22, a[1] - 12), (a[0] + 10, a[1] + 8)], 0.8)
    bench.box(pen, (-20, 20, 470), (1220, 250, 44), gap=18)
    for x in (-20, 1200):
        worn = see(x, 20, 514)
        pen.line(g.arc(worn[0], worn[1] + 8, 16, 12, 190, 350, 8), 0.7)


@picture("satchel", 1900, 1550, p.PAPER)
def satchel(sheet: Sheet) -> None:
    """A worn leather satchel, half open, a notebook's corner and a ribbon showing."""
    pen, c = sheet.pen, sheet.canvas
    s.table(sheet, 980, p.PAPER_BLUE, p.SAND)
    s.cast(pen, [(330, 1330), (1500, 1330), (1800, 1220), (1640, 1130), (1400, 1110)], 14)
    strap = g.bezier((430, 560), (360, 120), (1480, 60), (1450, 580), 60)
    for width, fill in ((74, p.INK), (66, p.WOOD_DARK)):
        c.line(strap, fill, width)
    for d in (-22, 22):
        c.path(
            path_of([(x, y + d * (1 if abs(x - 940) < 380 else 0)) for x, y in strap], False),
            None,
            p.SAND,
            2.4,
            dash="12 9",
        )
    book = [(560, 620), (1180, 500), (1260, 760), (620, 860)]
    pen.face(book, p.INDIGO, [(78, 14, 0.4)], 1.2)
    pen.face(
        [(580, 640), (1180, 522), (1190, 556), (590, 676)],
        p.WHITE,
        [(-11, 7, 0.4)],
        0.9,
    )
    label = [(760, 606), (960, 566), (974, 640), (776, 680)]
    pen.face(label, p.PAPER, line=1.0)
    pen.lines([[(784, 630 + k * 18), (948, 597 + k * 18)] for k in range(3)], 0.7)
    ribbon = [
        (1040, 530),
        (1090, 520),
        (1150, 420),
        (1200, 470),
        (1240, 400),
        (1252, 470),
        (1180, 560),
        (1100, 600),
    ]
    pen.face(g.smooth(ribbon, 5, True), p.POMEGRANATE, [(40, 10, 0.5)], 1.0)
    body = g.smooth(
        [
            (340, 620),
            (420, 580),
            (940, 640),
            (1460, 580),
            (1540, 620),
            (1580, 1000),
            (1540, 1300),
            (1460, 1350),
            (940, 1366),
            (420, 1350),
            (340, 1300),
            (300, 1000),
        ],
        6,
        True,
    )
    pen.face(body, p.WOOD, line=1.6)
    pen.hatch(
        [body],
        90,
        13,
        tone=lambda x, y: max(0, (x - 1250) / 700) + max(0, (y - 1180) / 700),
    )
    c.path(
        path_of([(940 + (x - 940) * 0.955, 980 + (y - 980) * 0.93) for x, y in body]),
        None,
        p.SAND,
        4,
        dash="18 12",
    )
    flap = g.smooth(
        [
            (318, 640),
            (420, 566),
            (700, 640),
            (940, 690),
            (1200, 640),
            (1460, 566),
            (1562, 640),
            (1560, 860),
            (1440, 1060),
            (1180, 1120),
            (940, 1150),
            (700, 1120),
            (440, 1060),
            (320, 860),
        ],
        6,
        True,
    )
    s.cast(pen, [(x, y + 26) for x, y in flap if y > 850], 12)
    pen.face(flap, p.TERRACOTTA, line=1.6)
    pen.hatch(
        [flap],
        12,
        14,
        tone=lambda x, y: max(0, (x - 1150) / 800) + max(0, (y - 960) / 500),
    )
    c.path(
        path_of([(940 + (x - 940) * 0.95, 840 + (y - 840) * 0.9) for x, y in flap]),
        None,
        p.SAND,
        4,
        dash="18 12",
    )
    for x in (640, 1240):
        band = [(x - 44, 900), (x + 44, 900), (x + 44, 1230), (x, 1268), (x - 44, 1230)]
        pen.face(band, p.WOOD_DARK, [(90, 11, 0.5)], 1.3)
        c.path(
            path_of([(x + (a - x) * 0.72, b + 4) for a, b in band]),
            None,
            p.SAND,
            3,
            dash="12 9",
        )
        c.rect(x - 66, 1090, 132, 96, None, pen.ink, 24)
        c.rect(x - 66, 1090, 132, 96, None, p.BRASS, 16)
        c.line([(x, 1100), (x, 1200)], p.INK, 13)
        c.line([(x, 1102), (x, 1198)], p.BRASS_PALE, 7)
    for _ in range(16):
        x, y = pen.random.uniform(420, 1450), pen.random.uniform(700, 1040)
        pen.brush(
            [(x, y), (x + 18, y - 7), (x + pen.random.uniform(30, 70), y - 5)],
            1.0,
            p.WOOD_DARK,
        )
    for x in (430, 1450):
        c.circle(x, 596, 44, None, pen.ink, 20)
        c.circle(x, 596, 44, None, p.BRASS, 12)


@picture("globe", 1500, 2000, p.PAPER)
def globe(sheet: Sheet) -> None:
    """A school globe turned to the Mediterranean, on a turned foot in a brass ring."""
    pen, c = sheet.pen, sheet.canvas
    s.table(sheet, 1480, p.ROSE, p.WOOD)
    c.circle(750, 780, 660, p.PAPER_ROSE)
    x, y, r = 750, 790, 500
    s.round_shadow(pen, x + 30, 1790, 300, 470)
    foot = s.curve(
        (330, 0),
        (340, 30),
        (300, 60),
        (180, 90),
        (90, 130),
        (60, 190),
        (84, 250),
        (110, 290),
        (70, 340),
        (50, 400),
        (64, 440),
    )
    s.turned(pen, x, 1780, foot, p.WOOD_DARK, 0.2, 11, 1.1)
    _meridian_ring(sheet, x, y, r)
    c.circle(x, y, r, p.TURQUOISE_PALE, pen.ink, 4)
    lands = [coast.MAINLAND, *coast.ISLANDS]
    for i, ring in enumerate([*lands, *coast.INNER_SEAS]):
        seen = _orthographic(ring, x, y, r)
        if len(seen) > 2:
            c.polygon(seen, p.TURQUOISE_PALE if i >= len(lands) else p.GLOW, pen.ink, 2.4)
    with c.clipped([g.ellipse(x, y, r, r, 120)]):
        for longitude in range(-60, 121, 15):
            c.line(
                _orthographic([(longitude, k) for k in range(-75, 81, 3)], x, y, r, False),
                pen.ink,
                1.3,
            )
        for latitude in range(-45, 80, 15):
            c.line(
                _orthographic([(k, latitude) for k in range(-65, 121, 3)], x, y, r, False),
                pen.ink,
                1.3,
            )
        rings = [g.arc(x, y, r * k / 60, r * k / 60, -62, 112, 60) for k in range(36, 61)]
        pen.engrave(
            rings,
            lambda a, b: max(0.0, ((a - x) * 0.62 + (b - y) * 0.78) / r - 0.28) * 0.75,
            r / 60,
        )
    for place in (
        "paris",
        "tetouan",
        "tehran",
        "jerusalem",
        "damascus",
        "baghdad",
        "tunis",
    ):
        ((px, py),) = _orthographic([coast.TOWNS[place][:2]], x, y, r, False)
        c.circle(px, py, 8, p.POMEGRANATE, p.INK, 2)
    c.polygon(g.ellipse(x - 210, y - 250, 90, 56), p.WHITE, opacity=0.5)


def _meridian_ring(sheet: Sheet, x: float, y: float, r: float) -> None:
    c, pen = sheet.canvas, sheet.pen
    for radius, width, ink in ((r + 42, 44, pen.ink), (r + 42, 37, p.BRASS)):
        c.circle(x, y, radius, None, ink, width)
    for k in range(0, 360, 5):
        t = radians(k)
        long = 20 if k % 15 == 0 else 11
        c.line(
            [
                (x + (r + 26) * cos(t), y + (r + 26) * sin(t)),
                (x + (r + 26 + long) * cos(t), y + (r + 26 + long) * sin(t)),
            ],
            pen.ink,
            2,
        )
    for side in (-1, 1):
        s.ball(pen, x + side * 116, y - side * (r + 30) * 0.97, 24, p.BRASS_PALE)


def _orthographic(
    points: list[Point] | tuple[Point, ...],
    x: float,
    y: float,
    r: float,
    closed: bool = True,
) -> list[Point]:
    """Longitude and latitude on the visible half of the globe; hidden points slide to its edge."""
    lon0, lat0 = radians(27), radians(30)
    seen: list[Point] = []
    for longitude, latitude in points:
        lam, phi = radians(longitude) - lon0, radians(latitude)
        depth = sin(lat0) * sin(phi) + cos(lat0) * cos(phi) * cos(lam)
        a = cos(phi) * sin(lam)
        b = cos(lat0) * sin(phi) - sin(lat0) * cos(phi) * cos(lam)
        if depth < 0:
            if not closed:
                continue
            length = (a * a + b * b) ** 0.5
            a, b = a / length, b / length
        seen.append((x + r * a, y - r * b))
    return g.smooth(seen, 4, closed) if len(seen) > 3 else seen


@picture("abacus", 1900, 1650, p.PAPER)
def abacus(sheet: Sheet) -> None:
    """A counting frame: ten wires of ten beads, a few pushed aside."""
    pen = sheet.pen
    s.table(sheet, 1320, p.TURQUOISE_PALE, p.WOOD)
    s.cast(pen, [(230, 1500), (1660, 1500), (1890, 1420), (1860, 1380), (320, 1400)], 13)
    left, top, right, bottom = 260, 170, 1640, 1400
    wires = [top + 120 + k * 112 for k in range(10)]
    for k, y in enumerate(wires):
        pen.line([(left + 60, y), (right - 60, y)], 2.4)
        moved = (0, 3, 1, 7, 0, 2, 5, 0, 4, 1)[k]
        for n in range(10):
            x = left + 128 + n * 66 if n < 10 - moved else right - 128 - (9 - n) * 66
            light = (n // 5 + k) % 2 == 0
            _bead(sheet, x, y, 32, 46, p.BRASS_PALE if light else p.POMEGRANATE)
    for x, angle in ((left, 90), (right - 70, 90)):
        s.board(pen, g.rectangle(x, top - 40, 70, bottom - top + 60), p.WOOD, angle, 15)
        pen.hatch([g.rectangle(x + 44, top - 40, 26, bottom - top + 60)], 70, 9, 0.6)
    for y in (top - 20, bottom - 60):
        s.board(pen, g.rectangle(left - 20, y, right - left + 40, 70), p.SAND, 0, 15)
        pen.hatch([g.rectangle(left - 20, y + 48, right - left + 40, 22)], 20, 9, 0.6)
    for x in (left - 60, right - 120):
        foot = [
            (x, bottom + 100),
            (x + 180, bottom + 100),
            (x + 150, bottom + 10),
            (x + 30, bottom + 10),
        ]
        s.board(pen, foot, p.WOOD_DARK, 0, 13, 60)
    for x in (left + 35, right - 35):
        s.turned(
            pen,
            x,
            top - 36,
            s.curve((30, 0), (40, 16), (26, 40), (8, 66), (2, 70)),
            p.WOOD_DARK,
            0.2,
            8,
            closed=False,
        )


def _bead(sheet: Sheet, x: float, y: float, rx: float, ry: float, fill: str) -> None:
    pen = sheet.pen
    pen.canvas.polygon(g.ellipse(x, y, rx, ry, 40), fill, pen.ink, 2.4)
    lines = [
        g.bezier(
            (x + rx * k, y - ry * 0.9 * (1 - k * k) ** 0.5),
            (x + rx * k * 1.25, y - ry * 0.4),
            (x + rx * k * 1.25, y + ry * 0.4),
            (x + rx * k, y + ry * 0.9 * (1 - k * k) ** 0.5),
            8,
        )
        for k in (0.3, 0.55, 0.78)
    ]
    pen.lines(lines, 0.8)
    pen.lines([g.arc(x, y, rx * 0.8, ry * 0.84, 40, 100, 6)], 1.0)
    pen.canvas.polygon(g.ellipse(x - rx * 0.35, y - ry * 0.35, rx * 0.2, ry * 0.22, 16), p.WHITE)
