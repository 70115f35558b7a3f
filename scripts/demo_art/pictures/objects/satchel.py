"""The leather satchel."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.canvas import path_of
from scripts.demo_art.engraving.sheet import Sheet, picture


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
    pen.face([(580, 640), (1180, 522), (1190, 556), (590, 676)], p.WHITE, [(-11, 7, 0.4)], 0.9)
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
    pen.hatch([body], 90, 13, tone=lambda x, y: max(0, (x - 1250) / 700) + max(0, (y - 1180) / 700))
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
    pen.hatch([flap], 12, 14, tone=lambda x, y: max(0, (x - 1150) / 800) + max(0, (y - 960) / 500))
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
            path_of([(x + (a - x) * 0.72, b + 4) for a, b in band]), None, p.SAND, 3, dash="12 9"
        )
        c.rect(x - 66, 1090, 132, 96, None, pen.ink, 24)
        c.rect(x - 66, 1090, 132, 96, None, p.BRASS, 16)
        c.line([(x, 1100), (x, 1200)], p.INK, 13)
        c.line([(x, 1102), (x, 1198)], p.BRASS_PALE, 7)
    for _ in range(16):
        left, y = pen.random.uniform(420, 1450), pen.random.uniform(700, 1040)
        pen.brush(
            [(left, y), (left + 18, y - 7), (left + pen.random.uniform(30, 70), y - 5)],
            1.0,
            p.WOOD_DARK,
        )
    for x in (430, 1450):
        c.circle(x, 596, 44, None, pen.ink, 20)
        c.circle(x, 596, 44, None, p.BRASS, 12)
