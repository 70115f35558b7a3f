"""The bronze medal."""

from math import cos, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Canvas
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.pictures.objects.relief import Heights, Relief, bronze, ruled


@picture("medal-alliance", 1700, 1700, p.NIGHT)
def medal(sheet: Sheet) -> None:
    """Clasped hands beneath the tablets of the law, rays, an open book, a beaded rim."""
    c, x, y, r = sheet.canvas, 850, 850, 740
    c.rect(0, 0, 1700, 1700, p.INDIGO)
    c.circle(x + 26, y + 34, r, p.NIGHT)
    c.circle(x, y, r, p.BRASS, p.INK, 5)
    relief = Canvas(1700, 1700, "#000")
    _medal_relief(relief, x, y, r)
    c.elements.append(bronze(relief, (122, 84, 34), (236, 200, 128)))
    ruled(sheet, Heights(relief, 4.5), x, y, r - 4, 10, 12, p.INK_BROWN, p.GLOW)
    c.circle(x, y, r, None, p.INK_BROWN, 8)


def _medal_relief(relief: Relief, x: float, y: float, r: float) -> None:
    c = relief
    c.circle(x, y, r, "#8a8a8a")
    c.circle(x, y, r * 0.945, "#333")
    for k in range(96):
        t = radians(360 * k / 96)
        c.circle(x + r * 0.9 * cos(t), y + r * 0.9 * sin(t), 17, "#aaa")
    c.circle(x, y, r * 0.86, "#555")
    c.circle(x, y, r * 0.845, "#333")
    for k in range(37):
        turn = 180 + 180 * k / 36
        reach = r * (0.8 if k % 2 == 0 else 0.68)
        ray = g.moved([(r * 0.2, -9), (reach, -3), (reach, 3), (r * 0.2, 9)], x, y - 60, 1, turn)
        c.polygon(ray, "#5c5c5c")
    for side in (-1, 1):
        cx = x + side * 120
        tablet = [
            (cx - 108, y + 40),
            (cx - 108, y - 330),
            *g.arc(cx, y - 330, 108, 108, 180, 360, 20),
            (cx + 108, y + 40),
        ]
        c.polygon(tablet, "#8f8f8f")
        c.polygon(
            [(cx + (a - cx) * 0.84, y - 150 + (b - y + 150) * 0.9) for a, b in tablet], "#7a7a7a"
        )
        for k in range(5):
            for n, (start, end) in enumerate(((-70, -18), (-6, 30), (42, 70))):
                if (k + n) % 4:
                    c.line(
                        [(cx + start, y - 330 + k * 62), (cx + end, y - 330 + k * 62)], "#555", 13
                    )
    _hands(c, x, y + 110)
    _open_book(c, x, y + 430)
    for side in (-1, 1):
        _branch(c, x + side * 430, y + 250, side)


def _hands(c: Relief, x: float, y: float) -> None:
    """Two hands clasped, cuffs left and right."""
    for side in (-1, 1):
        cuff = [
            (x + side * 430, y - 92),
            (x + side * 330, y - 104),
            (x + side * 300, y + 112),
            (x + side * 420, y + 120),
        ]
        c.polygon(cuff, "#a0a0a0")
        c.line([(x + side * 345, y - 96), (x + side * 320, y + 104)], "#666", 10)
        c.line([(x + side * 392, y - 92), (x + side * 378, y + 110)], "#666", 8)
    left = [
        (x - 320, y - 70),
        (x - 200, y - 100),
        (x - 60, y - 96),
        (x + 60, y - 70),
        (x + 130, y - 20),
        (x + 110, y + 40),
        (x - 40, y + 70),
        (x - 200, y + 90),
        (x - 316, y + 80),
    ]
    right = [(2 * x - a, b) for a, b in left]
    c.polygon(g.smooth(left, 6, True), "#b4b4b4")
    c.polygon(g.smooth(right, 6, True), "#c6c6c6")
    for k in range(4):
        knuckle = [
            (x - 24 - k * 4, y - 62 + k * 36),
            (x - 110, y - 54 + k * 36),
            (x - 176 + k * 12, y - 34 + k * 34),
        ]
        c.line(g.smooth(knuckle, 8), "#7a7a7a", 39)
        c.line(g.smooth(knuckle, 8), "#dcdcdc", 29)
    thumb = [(x + 150, y - 84), (x + 70, y - 120), (x - 20, y - 118), (x - 66, y - 92)]
    c.line(g.smooth(thumb, 8), "#8a8a8a", 54)
    c.line(g.smooth(thumb, 8), "#e6e6e6", 42)


def _open_book(c: Relief, x: float, y: float) -> None:
    for side in (-1, 1):
        page = [
            (x, y - 40),
            *g.bezier(
                (x, y - 40),
                (x + side * 60, y - 90),
                (x + side * 150, y - 80),
                (x + side * 230, y - 50),
                12,
            ),
            (x + side * 236, y + 70),
            *g.bezier(
                (x + side * 236, y + 70),
                (x + side * 150, y + 40),
                (x + side * 60, y + 30),
                (x, y + 84),
                12,
            ),
        ]
        c.polygon([(a, b + 16) for a, b in page], "#6a6a6a")
        c.polygon(page, "#b0b0b0")
        for k in range(4):
            c.line(
                g.bezier(
                    (x + side * 34, y - 34 + k * 26),
                    (x + side * 80, y - 62 + k * 26),
                    (x + side * 150, y - 52 + k * 26),
                    (x + side * 204, y - 30 + k * 26),
                    10,
                ),
                "#7c7c7c",
                8,
            )
    c.line([(x, y - 40), (x, y + 84)], "#555", 9)


def _branch(c: Relief, x: float, y: float, side: int) -> None:
    """An olive branch that closes the lower half."""
    stem = g.bezier(
        (x + side * 70, y - 200),
        (x + side * 60, y + 10),
        (x - side * 60, y + 150),
        (x - side * 190, y + 250),
        30,
    )
    c.line(stem, "#8a8a8a", 11)
    for k, ((a, b), heading) in enumerate(g.offset_along(stem, 52)):
        for turn in (-38, 38):
            leaf = [
                *g.bezier((0, 0), (18, -24), (56, -22), (78, 0), 8),
                *g.bezier((78, 0), (56, 22), (18, 20), (0, 0), 8),
            ]
            c.polygon(
                g.moved(leaf, a, b, 0.9, heading + 180 + turn), "#9a9a9a" if k % 2 else "#868686"
            )
