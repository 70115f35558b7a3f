"""The enamelled badge on dark cloth, a red scrap beside it."""

from math import cos, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.canvas import Canvas, path_of
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.pictures.objects.relief import Heights, Relief, bronze, ruled


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
            [a, (a[0] + pen.random.uniform(-14, 14), a[1] + pen.random.uniform(-14, 14))],
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
    c.elements.append(bronze(relief, (122, 84, 34), (236, 200, 128)))
    ruled(sheet, Heights(relief, 3.2), x, y, r - 3, 9, 9, p.INK_BROWN, p.GLOW)
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
                [(x + side * 26, y - 12 + k * 28), (x + side * 128, y - 18 + k * 28)], "#808080", 8
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
