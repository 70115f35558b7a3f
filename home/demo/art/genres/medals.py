"""Medal and badge, drawn as medal-ruling machines did: level lines bent by the relief."""

from math import cos, radians, sin

import pyvips

from .. import geometry as g
from .. import palette as p
from .. import solids as s
from ..canvas import Canvas, path_of
from ..sheet import Sheet, picture

Relief = Canvas  # a canvas painted in greys: lighter is higher


class Heights:
    """Heights 0..1 read from a blurred grey drawing."""

    def __init__(self, drawing: Relief, blur: float) -> None:
        image = pyvips.Image.svgload_buffer(drawing.svg().encode())
        image = image.flatten(background=0).extract_band(0).gaussblur(blur)
        self.width, self.height = image.width, image.height
        self.pixels = bytes(image.cast("uchar").write_to_memory())

    def at(self, x: float, y: float) -> float:
        """The height at a pixel."""
        column, row = (
            min(max(int(x), 0), self.width - 1),
            min(max(int(y), 0), self.height - 1),
        )
        return self.pixels[row * self.width + column] / 255

    def slope(self, x: float, y: float) -> float:
        """How much the relief turns from the light at upper left: positive is darker."""
        d = 4
        return (self.at(x - d, y) - self.at(x + d, y)) * 0.6 + (
            self.at(x, y - d) - self.at(x, y + d)
        ) * 0.8


def ruled(
    sheet: Sheet,
    heights: Heights,
    x: float,
    y: float,
    r: float,
    gap: float,
    lift: float,
    dark: str,
    light: str,
) -> None:
    """Lines across the disc that rise over the relief; dark in shade, light in light."""
    rows = int(2 * r / gap)
    for ink, sign in ((dark, 1), (light, -1)):
        lines = []
        for k in range(1, rows):
            level = y - r + k * gap
            half = (r * r - (level - y) ** 2) ** 0.5
            count = max(4, int(half / 4))
            lines.append([(x - half + 2 * half * i / count, level) for i in range(count + 1)])
        base = 0.2 if sign > 0 else -0.06
        pen = sheet.pen.on(lambda a, b: (a, b - lift * heights.at(a, b)))
        pen.engrave(
            lines,
            lambda a, b, sign=sign, base=base: base + sign * 2.6 * heights.slope(a, b),
            gap,
            ink,
            0.08,
        )


@picture("medal-alliance", 1700, 1700, p.NIGHT)
def medal(sheet: Sheet) -> None:
    """Clasped hands beneath the tablets of the law, rays, an open book, a beaded rim."""
    c, x, y, r = sheet.canvas, 850, 850, 740
    c.rect(0, 0, 1700, 1700, p.INDIGO)
    c.circle(x + 26, y + 34, r, p.NIGHT)
    c.circle(x, y, r, p.BRASS, p.INK, 5)
    relief = Canvas(1700, 1700, "#000")
    _medal_relief(relief, x, y, r)
    ruled(sheet, Heights(relief, 4.5), x, y, r - 4, 10, 16, p.INK_BROWN, p.GLOW)
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
            [(cx + (a - cx) * 0.84, y - 150 + (b - y + 150) * 0.9) for a, b in tablet],
            "#7a7a7a",
        )
        for k in range(5):
            for n, (start, end) in enumerate(((-70, -18), (-6, 30), (42, 70))):
                if (k + n) % 4:
                    c.line(
                        [(cx + start, y - 330 + k * 62), (cx + end, y - 330 + k * 62)],
                        "#555",
                        13,
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
                g.moved(leaf, a, b, 0.9, heading + 180 + turn),
                "#9a9a9a" if k % 2 else "#868686",
            )


@picture("badge-tehran", 1800, 1400, p.NIGHT)
def badge(sheet: Sheet) -> None:
    """Blue enamel and brass on dark cloth; a plain red scrap lies loose beside it."""
    c, pen, x, y, r = sheet.canvas, sheet.pen, 680, 690, 430
    c.rect(0, 0, 1800, 1400, p.PAPER_WARM)
    cloth = g.smooth(
        [
            (60, 80),
            (500, 50),
            (960, 90),
            (1180, 60),
            (1210, 420),
            (1170, 800),
            (1220, 1330),
            (800, 1350),
            (400, 1320),
            (70, 1350),
            (40, 900),
            (70, 480),
        ],
        6,
        True,
    )
    s.cast(pen, [(a + 26, b + 30) for a, b in cloth], 14)
    c.polygon(cloth, p.NIGHT, pen.ink, 3)
    for angle in (45, 52):
        pen.hatch([cloth], angle, 22, 0.5, p.INDIGO)
    for a, _ in g.offset_along([*cloth, cloth[0]], 26):
        c.line(
            [
                a,
                (
                    a[0] + pen.random.uniform(-14, 14),
                    a[1] + pen.random.uniform(-14, 14),
                ),
            ],
            p.INDIGO,
            3,
        )
    _scrap(sheet)
    c.circle(x + 20, y + 26, r, p.INK)
    c.circle(x, y, r, p.BRASS, p.INK, 5)
    relief = Canvas(1800, 1400, "#000")
    relief.circle(x, y, r, "#999")
    relief.circle(x, y, r * 0.93, "#555")
    for k in range(60):
        t = radians(6 * k)
        relief.circle(x + r * 0.965 * cos(t), y + r * 0.965 * sin(t), 11, "#bbb")
    relief.circle(x, y, r * 0.5, "#888")
    relief.circle(x, y, r * 0.46, "#444")
    _open_book_small(relief, x, y + 30)
    relief.polygon(g.star(x, y - 96, 58, 26, 8), "#ccc")
    ruled(sheet, Heights(relief, 3.2), x, y, r - 3, 9, 11, p.INK_BROWN, p.GLOW)
    ring = path_of(g.ellipse(x, y, r * 0.88, r * 0.88, 90)) + path_of(
        g.ellipse(x, y, r * 0.54, r * 0.54, 90)
    )
    c.path(ring, "#2b4a8b", p.INK, 4)
    for k in range(12):
        t = radians(30 * k - 90)
        px, py = x + r * 0.71 * cos(t), y + r * 0.71 * sin(t)
        c.polygon(g.star(px, py, 44, 19, 8, 30 * k), p.BRASS_PALE, p.INK, 2)
        c.circle(px, py, 9, p.WHITE, p.INK, 1.6)
        t += radians(15)
        c.circle(x + r * 0.71 * cos(t), y + r * 0.71 * sin(t), 9, p.BRASS_PALE)
    c.line(g.arc(x, y, r * 0.8, r * 0.8, 200, 262, 20), p.INDIGO_PALE, 12)
    for radius in (r * 0.88, r * 0.54):
        c.path(path_of(g.ellipse(x, y, radius, radius, 90)), None, p.BRASS_PALE, 9)
    c.line([(x - r - 150, y - 210), (x - r * 0.9, y - 150)], p.STONE, 9)
    s.ball(pen, x - r - 160, y - 214, 18, p.STONE)


def _open_book_small(c: Relief, x: float, y: float) -> None:
    for side in (-1, 1):
        page = [
            (x, y - 20),
            *g.bezier(
                (x, y - 20),
                (x + side * 40, y - 60),
                (x + side * 100, y - 50),
                (x + side * 150, y - 30),
                10,
            ),
            (x + side * 154, y + 70),
            *g.bezier(
                (x + side * 154, y + 70),
                (x + side * 100, y + 48),
                (x + side * 40, y + 44),
                (x, y + 82),
                10,
            ),
        ]
        c.polygon(page, "#c0c0c0")
        for k in range(3):
            c.line(
                [(x + side * 26, y - 12 + k * 28), (x + side * 128, y - 18 + k * 28)],
                "#808080",
                8,
            )
    c.line([(x, y - 20), (x, y + 82)], "#666", 8)


def _scrap(sheet: Sheet) -> None:
    """A loose scrap of red fabric with frayed edges."""
    c, pen = sheet.canvas, sheet.pen
    scrap = g.smooth(
        pen.jitter(
            [
                (1300, 760),
                (1420, 720),
                (1560, 750),
                (1690, 730),
                (1710, 880),
                (1690, 1010),
                (1720, 1130),
                (1560, 1110),
                (1420, 1150),
                (1310, 1120),
                (1330, 980),
                (1290, 870),
            ],
            12,
        ),
        5,
        True,
    )
    s.cast(pen, [(a + 22, b + 26) for a, b in scrap], 12)
    c.polygon(scrap, p.POMEGRANATE, p.INK_RED, 3)
    pen.hatch([scrap], 4, 17, 0.55, p.INK_RED)
    pen.hatch([scrap], 93, 17, 0.55, p.INK_RED)
    for (a, b), heading in g.offset_along([*scrap, scrap[0]], 20):
        t = radians(heading - 90 + pen.random.uniform(-30, 30))
        long = pen.random.uniform(10, 34)
        c.line([(a, b), (a + long * cos(t), b + long * sin(t))], p.POMEGRANATE, 3)
    pen.brush([(1330, 900), (1480, 930), (1660, 880)], 2, p.INK_RED)
