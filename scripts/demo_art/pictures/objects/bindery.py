"""The bookbinder's lying press."""

from math import pi, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.sheet import Sheet, picture


@picture("bookbinders-press", 2000, 1550, p.PAPER)
def press(sheet: Sheet) -> None:
    """A lying press with two wooden screws holding a book spine upwards, glue, needle, folder."""
    pen, c = sheet.pen, sheet.canvas
    s.table(sheet, 860, p.PAPER_GREEN, p.WOOD)
    _shelf(sheet)
    b = s.Bench(300, 1290, 32, 0.62)
    see = b.see
    s.cast(pen, [see(-20, -30, 0), see(1240, -30, 0), see(1380, 640, 0), see(200, 640, 0)], 14)
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


def _shelf(sheet: Sheet) -> None:
    """Finished books on a shelf, and tools on their hooks below it."""
    pen, u = sheet.pen, sheet.pen.random.uniform
    colours = (p.POMEGRANATE, p.INDIGO, p.OLIVE, p.BRASS, p.TURQUOISE, p.TERRACOTTA)
    x = 240.0
    for k in range(22):
        w, tall = u(44, 84), u(210, 300)
        if k not in (8, 15):
            pen.face(g.rectangle(x, 420 - tall, w, tall), colours[k * 5 % 6], [(90, 11, 0.4)], 1.2)
            for share in (0.14, 0.3, 0.72, 0.86):
                pen.line([(x, 420 - tall * share), (x + w, 420 - tall * share)], 2.0, p.BRASS_PALE)
        x += w + 4
    s.cast(pen, g.rectangle(190, 468, x - 120, 34))
    s.board(pen, g.rectangle(170, 420, x - 90, 46), p.WOOD, 0, 12)
    for k in range(5):
        left = 330 + k * 300
        pen.line([(left, 466), (left, 520)], 1.6)
        sheet.canvas.circle(left, 526, 11, None, pen.ink, 3)
        handle = s.curve((22, 0), (30, 40), (24, 90), (12, 110))
        s.turned(pen, left, 650, handle, (p.WOOD, p.SAND)[k % 2], 0.2, 8)
        blade = [
            (left - 9, 652),
            (left + 9, 652),
            (left + (26, 3, 16, 3, 26)[k], 760),
            (left - (26, 3, 16, 3, 26)[k], 760),
        ]
        pen.face(blade, p.STONE, [(90, 7, 0.4)], 1.1)


def _book(sheet: Sheet, b: s.Bench) -> None:
    """A half-bound book held between the beams: boards, leather spine with raised bands."""
    pen, see = sheet.pen, b.see
    x0, x1, y0, y1, top = 320, 860, 250, 410, 470
    front = [see(x0, y0, 150), see(x1, y0, 150), see(x1, y0, top), see(x0, y0, top)]
    pen.face(front, p.INDIGO, line=1.3)
    for k in range(26):
        pen.line(
            [see(x0 + 8 + k * 21, y0, 262), see(x0 + 18 + k * 21, y0, top - 60)], 0.5, p.INDIGO_PALE
        )
    leather = [see(x0, y0, top - 66), see(x1, y0, top - 66), see(x1, y0, top), see(x0, y0, top)]
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
    handle = [(x + 4, y - 232), (x + 28, y - 236), (x + 128, y - 560), (x + 106, y - 568)]
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
            g.bezier((860, 1420 + d), (1000, 1396 + d), (1180, 1380 + d), (1300, 1388 + d), 12)
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
