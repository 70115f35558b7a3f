"""The pruning hook with vine and twine."""

from math import cos, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.sheet import Sheet, picture


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
        [(300, 480), (480, 400), (640, 420), (860, 330), (1080, 340), (1320, 240), (1560, 260)], 12
    )
    s.cast(
        pen, [(x + 16, y + 24) for x, y in shoot] + [(x + 20, y + 40) for x, y in shoot][::-1], 10
    )
    n = len(shoot)
    c.polygon(g.swelling(shoot, [26 - 16 * i / n for i in range(n)]), p.WOOD_DARK, pen.ink, 2.4)
    for x, y in ((480, 402), (860, 332), (1320, 242)):
        s.ball(pen, x, y, 18, p.WOOD)
    for x, y, size, turn, fill in ((690, 250, 190, -28, p.OLIVE), (1180, 440, 170, 24, p.OLIVE)):
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
                    g.arc(0, k * r * 0.16, r * 1.1, r * 0.5, 200, 340, 20), x, y, 1, turn
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
