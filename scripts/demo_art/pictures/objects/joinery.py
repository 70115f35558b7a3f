"""The carpenter's plane among its shavings."""

from math import cos, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.sheet import Sheet, picture


@picture("carpenters-plane", 2100, 1400, p.PAPER)
def plane(sheet: Sheet) -> None:
    """A smoothing plane on a board, curled shavings and a pencil."""
    pen = sheet.pen
    s.table(sheet, 560, p.PAPER_BLUE, p.WOOD_DARK)
    b = s.Bench(180, 1180, 24, 0.62, -0.06)
    see = b.see
    s.cast(
        pen, [see(-40, -40, -60), see(1760, -40, -60), see(1900, 560, -60), see(100, 560, -60)], 15
    )
    b.box(pen, (-60, 0, -70), (1780, 560, 70), (p.SAND, p.PAPER_WARM, p.WOOD), 20)
    s.cast(pen, [see(420, 150, 2), see(1420, 150, 2), see(1560, 60, 2), see(420, 60, 2)], 12)
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
    iron = [see(900, 190, 250), see(900, 320, 250), see(1120, 320, 520), see(1120, 190, 520)]
    pen.face(iron, p.STONE, [(-52, 12, 0.4)], 1.3)
    edge = [see(1120, 190, 520), see(1120, 320, 520), see(1140, 320, 512), see(1140, 190, 512)]
    pen.face(edge, p.STONE_DARK, line=1.0)
    wedge = [see(870, 205, 256), see(870, 305, 256), see(1010, 305, 470), see(1010, 205, 470)]
    pen.face(wedge, p.SAND, [(-58, 11, 0.5)], 1.2)
    side = [see(900, 190, 250), see(960, 190, 250), see(1140, 190, 512), see(1120, 190, 520)]
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
