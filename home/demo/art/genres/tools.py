"""Tools of the apprentices: press, plane, sewing machine and pruning hook."""

from math import cos, pi, radians, sin

from .. import geometry as g
from .. import ornament as o
from .. import palette as p
from .. import solids as s
from ..sheet import Sheet, picture


@picture("bookbinders-press", 2000, 1550, p.PAPER)
def press(sheet: Sheet) -> None:
    """A lying press with two wooden screws holding a book spine upwards, glue, needle, folder."""
    pen, c = sheet.pen, sheet.canvas
    s.table(sheet, 860, p.PAPER_GREEN, p.WOOD)
    b = s.Bench(300, 1290, 32, 0.62)
    see = b.see
    s.cast(
        pen,
        [see(-20, -30, 0), see(1240, -30, 0), see(1380, 640, 0), see(200, 640, 0)],
        14,
    )
    b.box(pen, (0, 420, 0), (1180, 180, 260), gap=15)
    _book(sheet, b)
    for x in (170, 1010):
        thread = [see(x, 60, 130), see(x, 520, 130)]
        c.line(thread, pen.ink, 96)
        c.line(thread, p.SAND, 90)
    b.box(pen, (0, 60, 0), (1180, 180, 260), gap=15)
    for x in (170, 1010):
        cx, cy = see(x, 60, 130)
        for r, fill in ((92, p.SAND), (66, p.WOOD)):
            c.circle(cx, cy, r, fill, pen.ink, 3)
        pen.lines([g.arc(cx, cy, 78, 78, k, k + 40, 8) for k in range(0, 360, 60)], 0.6)
        out = (cx - 150, cy + 96)
        c.line([(cx, cy), out], pen.ink, 112)
        c.line([(cx, cy), out], p.WOOD, 105)
        for k in range(9):
            t = k / 9
            px, py = cx + (out[0] - cx) * t, cy + (out[1] - cy) * t
            pen.line(g.arc(px, py, 30, 54, -70, 110, 10), 1.1)
        c.circle(*out, 72, p.WOOD_DARK, pen.ink, 3)
        c.circle(*out, 44, p.WOOD, pen.ink, 2.4)
        bar = [(out[0] - 128, out[1] + 60), (out[0] + 128, out[1] - 60)]
        c.line(bar, pen.ink, 34)
        c.line(bar, p.SAND, 28)
    _glue_pot(sheet, 1660, 1260)
    _bone_folder_and_needle(sheet)


def _book(sheet: Sheet, b: s.Bench) -> None:
    """A half-bound book held between the beams: boards, leather spine with raised bands."""
    pen, see = sheet.pen, b.see
    x0, x1, y0, y1, top = 320, 860, 250, 410, 470
    front = [see(x0, y0, 150), see(x1, y0, 150), see(x1, y0, top), see(x0, y0, top)]
    pen.face(front, p.INDIGO, line=1.3)
    for k in range(26):
        pen.line(
            [see(x0 + 8 + k * 21, y0, 262), see(x0 + 18 + k * 21, y0, top - 60)],
            0.5,
            p.INDIGO_PALE,
        )
    leather = [
        see(x0, y0, top - 66),
        see(x1, y0, top - 66),
        see(x1, y0, top),
        see(x0, y0, top),
    ]
    pen.face(leather, p.POMEGRANATE, [(0, 9, 0.5)], 1.2)
    spine = [
        see(x0, y0, top),
        see(x1, y0, top),
        *[see(x1, y0 + (y1 - y0) * k / 8, top + 44 * sin(pi * k / 8)) for k in range(9)],
        see(x0, y1, top),
        *[see(x0, y1 - (y1 - y0) * k / 8, top + 44 * sin(pi * k / 8)) for k in range(9)],
    ]
    pen.face(spine, p.POMEGRANATE, line=1.3)
    for k in range(6):
        x = x0 + (x1 - x0) * (0.08 + 0.84 * k / 5)
        band = [see(x, y0 + (y1 - y0) * j / 10, top + 52 * sin(pi * j / 10)) for j in range(11)]
        sheet.canvas.line(band, pen.ink, 17)
        sheet.canvas.line(band, p.TERRACOTTA, 12)
    end = [see(x1, y0, 150), see(x1, y1, 150), see(x1, y1, top), see(x1, y0, top)]
    pen.face(end, p.WHITE, [(90, 7, 0.45)], 1.1)


def _glue_pot(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    s.round_shadow(pen, x + 10, y + 6, 130, 190)
    s.turned(
        pen,
        x,
        y,
        s.curve((120, 0), (140, 30), (146, 120), (120, 190), (128, 214), (140, 226)),
        p.TERRACOTTA,
        0.24,
        10,
    )
    c.polygon(g.ellipse(x, y - 226, 118, 28), p.BRASS_PALE, pen.ink, 2.4)
    handle = [
        (x + 4, y - 232),
        (x + 28, y - 236),
        (x + 128, y - 560),
        (x + 106, y - 568),
    ]
    s.board(pen, handle, p.WOOD, -72, 9)
    pen.face(
        [(x - 10, y - 222), (x + 38, y - 230), (x + 50, y - 290), (x + 12, y - 286)],
        p.BRASS,
        [(90, 5, 0.5)],
        1.0,
    )


def _bone_folder_and_needle(sheet: Sheet) -> None:
    pen, c = sheet.pen, sheet.canvas
    folder = g.smooth(
        [
            (820, 1420),
            (860, 1384),
            (1180, 1360),
            (1300, 1372),
            (1340, 1392),
            (1290, 1412),
            (1180, 1424),
            (880, 1452),
        ],
        6,
        True,
    )
    s.cast(pen, [(x + 16, y + 16) for x, y in folder])
    pen.face(folder, p.PAPER, line=1.2)
    pen.lines(
        [
            g.bezier(
                (860, 1420 + d),
                (1000, 1396 + d),
                (1180, 1380 + d),
                (1300, 1388 + d),
                12,
            )
            for d in (0, 14)
        ],
        0.5,
    )
    thread = g.smooth(
        [
            (1500, 1400),
            (1420, 1460),
            (1330, 1480),
            (1400, 1520),
            (1560, 1490),
            (1640, 1430),
            (1760, 1460),
            (1850, 1400),
        ],
        10,
    )
    c.line(thread, p.POMEGRANATE, 4)
    c.line([(1380, 1436), (1620, 1364)], pen.ink, 9)
    c.line([(1382, 1435), (1618, 1365)], p.STONE, 5)
    c.line([(1590, 1374), (1608, 1368)], pen.ink, 3)


@picture("carpenters-plane", 2100, 1400, p.PAPER)
def plane(sheet: Sheet) -> None:
    """A smoothing plane on a board, curled shavings and a pencil."""
    pen = sheet.pen
    s.table(sheet, 560, p.PAPER_BLUE, p.WOOD_DARK)
    b = s.Bench(180, 1180, 24, 0.62, -0.06)
    see = b.see
    s.cast(
        pen,
        [
            see(-40, -40, -60),
            see(1760, -40, -60),
            see(1900, 560, -60),
            see(100, 560, -60),
        ],
        15,
    )
    b.box(pen, (-60, 0, -70), (1780, 560, 70), (p.SAND, p.PAPER_WARM, p.WOOD), 20)
    s.cast(
        pen,
        [see(420, 150, 2), see(1420, 150, 2), see(1560, 60, 2), see(420, 60, 2)],
        12,
    )
    body = [
        see(380, 160, 0),
        see(1330, 160, 0),
        see(1380, 160, 60),
        see(1380, 160, 190),
        see(1330, 160, 236),
        see(980, 160, 250),
        see(640, 160, 250),
        see(430, 160, 220),
        see(380, 160, 150),
    ]
    back = [(x + 220 * b.dx, y - 220 * b.dy) for x, y in body]
    top = [body[5], body[6], body[7], back[7], back[6], back[5]]
    s.board(pen, [body[2], body[3], back[3], back[2]], p.WOOD_DARK, 90, 12, 60)
    s.board(pen, [body[3], body[4], back[4], back[3]], p.WOOD, 20, 12, 60)
    s.board(pen, [body[4], body[5], back[5], back[4]], p.SAND, 4, 12)
    s.board(pen, top, p.SAND, 3, 12)
    pen.face(
        [
            (x + 40, y - 12)
            for x, y in (
                see(860, 160, 250),
                see(1000, 160, 250),
                see(1000, 300, 250),
                see(860, 300, 250),
            )
        ],
        p.INK_BROWN,
        line=1.2,
    )
    s.board(pen, body, p.WOOD, 0, 14)
    pen.hatch([[body[0], body[1], see(1330, 160, 40), see(380, 160, 40)]], 0, 9, 0.6)
    _iron_and_wedge(sheet, b)
    horn = g.smooth(
        [
            see(470, 230, 240),
            see(440, 230, 330),
            see(500, 230, 430),
            see(590, 230, 450),
            see(600, 230, 400),
            see(545, 230, 370),
            see(555, 230, 300),
            see(610, 230, 245),
        ],
        7,
        True,
    )
    pen.face(horn, p.WOOD_DARK, line=1.3)
    pen.hatch([[q for q in horn if q[0] > see(500, 230, 0)[0]]], 70, 9, 0.6)
    for x, y, size, turn in (
        (700, 740, 1.0, 0),
        (1560, 1000, 0.9, 20),
        (1280, 1230, 1.15, -14),
        (380, 1220, 0.8, 30),
        (1840, 720, 0.75, 0),
        (760, 1290, 0.7, 50),
    ):
        _shaving(sheet, x, y, size, turn)
    pencil = [(1380, 1130), (1400, 1102), (1790, 1010), (1850, 1010), (1804, 1046)]
    s.cast(pen, [(x + 14, y + 18) for x, y in pencil])
    pen.face(pencil, p.POMEGRANATE, [(-13, 9, 0.5)], 1.2)
    pen.face([(1790, 1010), (1850, 1010), (1804, 1046)], p.SAND, line=1.0)
    sheet.canvas.polygon([(1834, 1010), (1850, 1010), (1836, 1022)], p.INK)


def _iron_and_wedge(sheet: Sheet, b: s.Bench) -> None:
    pen, see = sheet.pen, b.see
    iron = [
        see(900, 190, 250),
        see(900, 320, 250),
        see(1120, 320, 520),
        see(1120, 190, 520),
    ]
    pen.face(iron, p.STONE, [(-52, 12, 0.4)], 1.3)
    edge = [
        see(1120, 190, 520),
        see(1120, 320, 520),
        see(1140, 320, 512),
        see(1140, 190, 512),
    ]
    pen.face(edge, p.STONE_DARK, line=1.0)
    wedge = [
        see(870, 205, 256),
        see(870, 305, 256),
        see(1010, 305, 470),
        see(1010, 205, 470),
    ]
    pen.face(wedge, p.SAND, [(-58, 11, 0.5)], 1.2)
    side = [
        see(900, 190, 250),
        see(960, 190, 250),
        see(1140, 190, 512),
        see(1120, 190, 520),
    ]
    pen.face(side, p.STONE_DARK, [(-52, 8, 0.6)], 1.0)


def _shaving(sheet: Sheet, x: float, y: float, size: float, turn: float) -> None:
    """A curled shaving: a ribbon that winds into a spiral."""
    pen = sheet.pen
    outer, inner = [], []
    for k in range(70):
        t = k / 69
        a = radians(-40 + 860 * t)
        r = size * (120 - 92 * t)
        drift = size * 90 * t
        outer.append((r * cos(a) + drift, r * 0.62 * sin(a)))
        inner.append((r * cos(a) + drift + size * 34, r * 0.62 * sin(a) - size * 46))
    outer, inner = g.moved(outer, x, y, 1, turn), g.moved(inner, x, y, 1, turn)
    s.cast(pen, g.moved(g.ellipse(40, 44, 150 * size, 60 * size), x, y, 1, 0), 11)
    for k in sorted(range(69), key=lambda k: outer[k][1]):
        quad = [outer[k], outer[k + 1], inner[k + 1], inner[k]]
        front = outer[k][1] > y
        pen.canvas.polygon(quad, p.PAPER if front else p.SAND, p.PAPER if front else p.SAND, 1)
        if k % 2 == 0 and not front:
            pen.line([outer[k], inner[k]], 0.5)
    pen.line(outer, 1.0)
    pen.line(inner, 1.0)
    pen.line([outer[0], inner[0]], 1.0)


@picture("sewing-machine", 2000, 1650, p.PAPER)
def sewing_machine(sheet: Sheet) -> None:
    """A black hand-cranked machine with gilt ornament, cloth under the needle."""
    pen, c = sheet.pen, sheet.canvas
    s.table(sheet, 1060, p.PAPER_ROSE, p.SAND)
    c.circle(960, 640, 540, p.PAPER)
    b = s.Bench(260, 1380, 26, 0.5)
    see = b.see
    s.cast(
        pen,
        [see(-20, -30, 0), see(1400, -30, 0), see(1560, 480, 0), see(200, 480, 0)],
        14,
    )
    b.box(pen, (0, 0, 0), (1340, 420, 120), gap=15)
    for k in range(18):
        x, y = see(40 + k * 74, 0, 60)
        c.polygon(g.regular(x, y, 18, 4), p.BRASS, pen.ink, 1.6)
    bed = [see(40, 60, 120), see(1300, 60, 120), see(1300, 360, 120), see(40, 360, 120)]
    pen.face(bed, p.INK, line=1.2)
    head = g.smooth(
        [
            (500, 560),
            (430, 600),
            (420, 900),
            (470, 950),
            (590, 950),
            (630, 900),
            (630, 600),
            (590, 550),
        ],
        8,
        True,
    )
    pillar = g.smooth(
        [
            (1200, 540),
            (1440, 510),
            (1500, 600),
            (1490, 860),
            (1460, 1000),
            (1520, 1190),
            (1140, 1190),
            (1220, 1040),
            (1250, 880),
            (1220, 760),
        ],
        8,
        True,
    )
    arm = g.smooth(
        [
            (470, 540),
            (760, 566),
            (1040, 566),
            (1300, 510),
            (1420, 560),
            (1400, 740),
            (1180, 740),
            (900, 724),
            (640, 740),
            (480, 740),
        ],
        8,
        True,
    )
    for part in (pillar, arm, head):
        pen.face(part, p.INK, line=1.6)
    for k in range(4):
        pen.brush(
            [(700, 578 + k * 9), (940, 590 + k * 8), (1180, 568 + k * 9)],
            1.8,
            p.INDIGO_PALE,
        )
    pen.brush([(462, 640), (452, 760), (462, 880)], 4, p.INDIGO_PALE)
    pen.brush([(1262, 800), (1296, 920), (1260, 1080)], 4, p.INDIGO_PALE)
    _gilt(sheet)
    for x, low, r in ((525, 1120, 12), (572, 1080, 9)):
        c.line([(x, 945), (x, low)], pen.ink, 2 * r + 5)
        c.line([(x, 945), (x, low)], p.STONE, 2 * r)
    c.line([(525, 1100), (525, 1200)], p.STONE_DARK, 7)
    pen.face(
        [(490, 1190), (560, 1190), (572, 1212), (480, 1212)],
        p.STONE,
        [(0, 5, 0.5)],
        1.1,
    )
    cloth = g.smooth(
        [
            (120, 1300),
            (260, 1190),
            (420, 1200),
            (640, 1206),
            (760, 1236),
            (700, 1300),
            (520, 1330),
            (420, 1420),
            (240, 1480),
            (90, 1420),
        ],
        8,
        True,
    )
    pen.face(cloth, p.WHITE, line=1.3)
    for k in range(6):
        pen.brush(
            g.bezier(
                (180 + k * 70, 1240 + k * 8),
                (240 + k * 50, 1300),
                (200 + k * 60, 1360),
                (150 + k * 66, 1440 - k * 20),
                14,
            ),
            1.6,
        )
    c.line([(530, 1214), (420, 1400)], p.POMEGRANATE, 4, "16 10")
    _hand_wheel(sheet, 1560, 760)
    s.turned(pen, 1030, 566, s.curve((12, 0), (12, 40)), p.STONE, 0.2, 6)
    _spool(sheet, 1030, 530, p.POMEGRANATE)
    c.line(
        g.smooth(
            [(1000, 470), (760, 450), (560, 500), (500, 620), (500, 900), (525, 1110)],
            8,
        ),
        p.POMEGRANATE,
        3,
    )
    s.round_shadow(pen, 1750, 1480, 70, 120)
    _spool(sheet, 1740, 1480, p.TURQUOISE, 1.7)
    _scissors(sheet, 1130, 1530)


def _gilt(sheet: Sheet) -> None:
    c = sheet.canvas
    for x, y, size in ((760, 650, 1.0), (1020, 650, 1.0)):
        for side in (-1, 1):
            o.corner_flourish(c, x, y + 24, side * 74 * size, p.BRASS)
        o.eight_point_star(c, x, y, 22, p.BRASS_PALE, 3)
    for k in range(5):
        c.circle(1370, 640 + k * 84, 15 - abs(k - 2) * 3, None, p.BRASS, 4)
        c.polygon(g.star(1370, 682 + k * 84, 20, 8, 6), p.BRASS)
    c.path(
        o.path_of(
            g.smooth(
                [
                    (500, 600),
                    (460, 640),
                    (456, 860),
                    (500, 910),
                    (580, 900),
                    (598, 840),
                    (598, 640),
                    (560, 596),
                ],
                6,
                True,
            )
        ),
        None,
        p.BRASS,
        3,
    )
    o.eight_point_star(c, 528, 760, 38, p.BRASS_PALE, 4)


def _hand_wheel(sheet: Sheet, x: float, y: float) -> None:
    c, pen = sheet.canvas, sheet.pen
    for r, width, ink in (
        (150, 44, pen.ink),
        (150, 36, p.INK_BROWN),
        (150, 6, p.BRASS),
    ):
        c.path(o.path_of(g.ellipse(x, y, r * 0.5, r)), None, ink, width)
    for k in range(6):
        t = radians(60 * k + 20)
        c.line([(x, y), (x + 66 * cos(t), y + 134 * sin(t))], pen.ink, 14)
    c.circle(x, y, 34, p.BRASS, pen.ink, 3)
    c.line([(x + 20, y), (x + 170, y + 120)], pen.ink, 26)
    c.line([(x + 20, y), (x + 170, y + 120)], p.STONE_DARK, 19)
    s.turned(
        pen,
        x + 178,
        y + 130,
        s.curve((20, 0), (32, 30), (36, 90), (26, 140), (30, 170), (10, 186)),
        p.WOOD,
        0.2,
        8,
    )


def _spool(sheet: Sheet, x: float, y: float, thread: str, size: float = 1.0) -> None:
    pen = sheet.pen
    s.turned(pen, x, y, [(36 * size, 0), (36 * size, 10 * size)], p.WOOD, 0.22, 6)
    s.turned(
        pen,
        x,
        y - 10 * size,
        [(26 * size, 0), (30 * size, 20 * size), (26 * size, 56 * size)],
        thread,
        0.22,
        6,
        1.2,
    )
    s.turned(pen, x, y - 66 * size, [(34 * size, 0), (34 * size, 10 * size)], p.WOOD, 0.22, 6)
    sheet.canvas.polygon(g.ellipse(x, y - 76 * size, 9 * size, 3 * size), p.INK)


def _scissors(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    for side, tip in ((-1, (x + 330, y - 96)), (1, (x + 330, y - 20))):
        blade = [(x, y - 60 - side * 10), tip, (x + 40, y - 56 + side * 22)]
        pen.face(blade, p.STONE, [(-8, 7, 0.4)], 1.2)
        ring = g.ellipse(x - 110, y - 60 + side * 46, 56, 34)
        c.path(o.path_of(ring), None, pen.ink, 22)
        c.path(o.path_of(ring), None, p.STONE_DARK, 16)
        c.line([(x - 60, y - 60 + side * 28), (x + 30, y - 60)], pen.ink, 20)
        c.line([(x - 60, y - 60 + side * 28), (x + 30, y - 60)], p.STONE_DARK, 14)
    c.circle(x + 22, y - 60, 12, p.BRASS, pen.ink, 2.4)


@picture("pruning-hook", 2100, 1250, p.PAPER_WARM)
def pruning_hook(sheet: Sheet) -> None:
    """A hook with a curved blade, a vine shoot with two leaves, a ball of twine."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, 2100, 1250, p.OLIVE_PALE)
    c.polygon(g.rectangle(110, 110, 1880, 1030), p.PAPER_WARM, pen.ink, 3)
    handle = g.smooth(
        [
            (230, 800),
            (250, 752),
            (420, 700),
            (700, 640),
            (900, 560),
            (940, 590),
            (930, 650),
            (720, 734),
            (440, 812),
            (268, 846),
        ],
        8,
        True,
    )
    blade = [
        (900, 560),
        *g.bezier((900, 560), (1100, 480), (1420, 470), (1560, 620), 26),
        *g.bezier((1560, 620), (1640, 720), (1590, 830), (1470, 850), 18),
        *g.bezier((1470, 850), (1560, 760), (1500, 650), (1390, 600), 18),
        *g.bezier((1390, 600), (1240, 560), (1080, 590), (930, 650), 18),
    ]
    for ring in (handle, blade):
        s.cast(pen, [(x + 34, y + 42) for x, y in ring], 13)
    pen.face(handle, p.WOOD, line=1.5)
    s.grain(pen, handle, -16, 13)
    pen.hatch([handle], -16, 12, tone=lambda x, y: max(0.0, (y - (910 - x * 0.36)) / 110))
    pen.face(blade, p.STONE, line=1.5)
    inner = g.bezier((950, 610), (1110, 540), (1400, 540), (1520, 690), 26)
    pen.line(inner, 0.8)
    pen.hatch(
        [blade],
        60,
        10,
        tone=lambda x, y: max(0.0, 0.5 - abs(y - 560 - (x - 1250) ** 2 / 1500) / 160),
    )
    collar = [(872, 566), (930, 544), (962, 652), (906, 680)]
    pen.face(collar, p.BRASS, [(70, 9, 0.6)], 1.3)
    for x, y in ((330, 782), (560, 724)):
        s.ball(pen, x, y, 15, p.BRASS)
    _vine(sheet)
    _twine(sheet, 1640, 960, 150)


def _vine(sheet: Sheet) -> None:
    pen, c = sheet.pen, sheet.canvas
    shoot = g.smooth(
        [
            (300, 480),
            (480, 400),
            (640, 420),
            (860, 330),
            (1080, 340),
            (1320, 240),
            (1560, 260),
        ],
        12,
    )
    s.cast(
        pen,
        [(x + 16, y + 24) for x, y in shoot] + [(x + 20, y + 40) for x, y in shoot][::-1],
        10,
    )
    n = len(shoot)
    c.polygon(
        g.swelling(shoot, [26 - 16 * i / n for i in range(n)]),
        p.WOOD_DARK,
        pen.ink,
        2.4,
    )
    for x, y in ((480, 402), (860, 332), (1320, 242)):
        s.ball(pen, x, y, 18, p.WOOD)
    for x, y, size, turn, fill in (
        (690, 250, 190, -28, p.OLIVE),
        (1180, 440, 170, 24, p.OLIVE),
    ):
        _leaf(sheet, x, y, size, turn, fill)
    curl = [
        (1400 + (6 + k * 1.1) * cos(k / 4.2) * 1.2, 380 + (6 + k * 1.1) * sin(k / 4.2))
        for k in range(60)
    ]
    c.line([(1330, 244), *g.smooth(curl[::-1], 2)], p.OLIVE, 7)


def _leaf(sheet: Sheet, x: float, y: float, size: float, turn: float, fill: str) -> None:
    """A five-lobed vine leaf."""
    pen = sheet.pen
    half = [
        (0, 0.75),
        (0.16, 0.62),
        (0.42, 0.78),
        (0.5, 0.52),
        (0.92, 0.5),
        (0.74, 0.2),
        (0.98, -0.14),
        (0.6, -0.2),
        (0.52, -0.62),
        (0.22, -0.44),
        (0, -1.0),
    ]
    whole = half + [(-a, b) for a, b in half[::-1][1:-1]]
    ring = g.moved(g.smooth(whole, 4, True), x, y, size, turn)
    s.cast(pen, [(a + 20, b + 26) for a, b in ring], 11)
    pen.face(ring, fill, line=1.4)
    for tip in ((0, -0.92), (0.86, -0.1), (-0.86, -0.1), (0.8, 0.42), (-0.8, 0.42)):
        vein = g.moved(
            g.bezier((0, 0.6), (tip[0] * 0.2, 0.4), (tip[0] * 0.7, tip[1] * 0.6), tip, 12),
            x,
            y,
            size,
            turn,
        )
        pen.line(vein, 1.0, p.OLIVE_PALE)
        for k in (3, 5, 7, 9):
            end = g.moved([(tip[0] * k / 13 + 0.12, tip[1] * k / 13 - 0.02)], x, y, size, turn)[0]
            pen.line([vein[k], end], 0.5, p.OLIVE_PALE)
    pen.hatch([[q for q in ring if q[0] > x]], 30, 10, 0.5)


def _twine(sheet: Sheet, x: float, y: float, r: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    s.cast(pen, g.ellipse(x + 50, y + 60, r * 1.05, r * 0.9), 12)
    c.circle(x, y, r, p.SAND, pen.ink, 3.4)
    with c.clipped([g.ellipse(x, y, r, r)]):
        for turn in (18, 75, 130):
            for k in range(-8, 9):
                band = g.moved(
                    g.arc(0, k * r * 0.16, r * 1.1, r * 0.5, 200, 340, 20),
                    x,
                    y,
                    1,
                    turn,
                )
                if turn == 18 or abs(k) < 4:
                    c.line(band, pen.ink, 13)
                    c.line(band, p.SAND if turn != 75 else p.BRASS_PALE, 10)
        pen.engrave(
            [g.arc(x, y, r * k / 12, r * k / 12, -50, 110, 30) for k in range(7, 13)],
            lambda a, b: max(0.0, ((a - x) + (b - y)) / (2.2 * r)),
            12,
        )
    tail = g.smooth(
        [
            (x + r * 0.8, y + r * 0.5),
            (x + r * 1.3, y + r * 0.9),
            (x + r * 0.9, y + r * 1.06),
            (x + r * 1.4, y + r * 1.12),
        ],
        8,
    )
    c.line(tail, pen.ink, 12)
    c.line(tail, p.SAND, 8)
