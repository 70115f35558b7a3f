"""The sewing machine."""

from math import cos, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.sheet import Sheet, picture


@picture("sewing-machine", 2000, 1650, p.PAPER)
def sewing_machine(sheet: Sheet) -> None:
    """A black hand-cranked machine with gilt ornament, cloth under the needle."""
    pen, c = sheet.pen, sheet.canvas
    s.table(sheet, 1060, p.PAPER_ROSE, p.SAND)
    c.circle(960, 640, 540, p.PAPER)
    b = s.Bench(260, 1380, 26, 0.5)
    see = b.see
    s.cast(pen, [see(-20, -30, 0), see(1400, -30, 0), see(1560, 480, 0), see(200, 480, 0)], 14)
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
        pen.brush([(700, 578 + k * 9), (940, 590 + k * 8), (1180, 568 + k * 9)], 1.8, p.INDIGO_PALE)
    pen.brush([(462, 640), (452, 760), (462, 880)], 4, p.INDIGO_PALE)
    pen.brush([(1262, 800), (1296, 920), (1260, 1080)], 4, p.INDIGO_PALE)
    _gilt(sheet)
    for x, low, r in ((525, 1120, 12), (572, 1080, 9)):
        c.line([(x, 945), (x, low)], pen.ink, 2 * r + 5)
        c.line([(x, 945), (x, low)], p.STONE, 2 * r)
    c.line([(525, 1100), (525, 1200)], p.STONE_DARK, 7)
    pen.face([(490, 1190), (560, 1190), (572, 1212), (480, 1212)], p.STONE, [(0, 5, 0.5)], 1.1)
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
        g.smooth([(1000, 470), (760, 450), (560, 500), (500, 620), (500, 900), (525, 1110)], 8),
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
    for r, width, ink in ((150, 44, pen.ink), (150, 36, p.INK_BROWN), (150, 6, p.BRASS)):
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
