"""A festive table from above."""

from math import cos, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.pictures.objects.lamp import flame


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
        [p.POMEGRANATE, p.PAPER, p.INDIGO, p.PAPER, p.BRASS, p.PAPER, p.TURQUOISE, p.PAPER],
    )
    for k in range(80):
        wide = (46, 20, 16, 60)[k % 4]
        c.rect(x, 72, wide, 1306, inks[k % 8], opacity=0.75)
        x += wide
        if x > 1960:
            break
    for k in range(90):
        for y, d in ((70, -34), (1380, 34)):
            pen.line([(90 + k * 21.6, y), (90 + k * 21.6 + pen.random.uniform(-5, 5), y + d)], 0.9)
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
    for k, fill in ((1.0, p.WHITE), (0.9, p.INDIGO), (0.84, p.WHITE), (0.62, p.PAPER_BLUE)):
        c.circle(x, y, r * k, fill, pen.ink, 2)
    for k in range(24):
        t = radians(15 * k)
        c.polygon(
            g.star(x + r * 0.73 * cos(t), y + r * 0.73 * sin(t), r * 0.06, r * 0.025, 4, 15 * k),
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
    for r, fill in ((92, p.PAPER), (84, p.TURQUOISE_PALE), (66, p.PAPER_BLUE), (58, p.BRASS)):
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
        g.ellipse(x, y, 60, 60), 160, 2.2, lambda a, b: 0.1 + 0.8 * max(0, (a - x + b - y) / 120)
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
    for r, fill in ((130, p.TURQUOISE), (104, p.TURQUOISE_PALE), (88, p.BRASS_DARK), (78, p.BRASS)):
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
