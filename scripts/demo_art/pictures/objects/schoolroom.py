"""Bell, desk and counting frame of the schoolroom."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.sheet import Sheet, picture


@picture("school-bell", 1500, 2000, p.PAPER)
def bell(sheet: Sheet) -> None:
    """A brass handbell with a turned handle at the edge of a table."""
    pen, x, y = sheet.pen, 720, 1560
    s.table(sheet, 1330, p.INDIGO_PALE, p.WOOD, 170)
    pen.canvas.circle(720, 800, 560, p.PAPER_BLUE)
    s.round_shadow(pen, x + 20, y + 8, 400, 560)
    clapper = s.curve((0.1, -92), (40, -86), (62, -50), (52, -10), (20, 30), (16, 120))
    pen.canvas.polygon(g.ellipse(x, y - 60, 420, 84), p.INK_BROWN, pen.ink, 4)
    s.turned(pen, x + 60, y - 40, clapper, p.STONE_DARK, 0.24, 8)
    body = s.curve(
        (420, 0),
        (424, 34),
        (372, 96),
        (322, 200),
        (288, 330),
        (270, 470),
        (262, 580),
        (228, 660),
        (140, 706),
        (66, 720),
        (60, 742),
    )
    s.turned(pen, x, y - 60, body, p.BRASS, 0.2, 12, 1.05)
    for height, r in ((52, 404), (84, 380), (560, 264), (590, 258)):
        pen.line(g.arc(x, y - 60 - height, r, r * 0.2, 4, 176, 40), 1.4)
    pen.line(g.arc(x, y - 60, 420, 84, 4, 176, 50), 3.0)
    collar = s.curve((60, 0), (88, 20), (88, 50), (56, 70))
    s.turned(pen, x, y - 792, collar, p.BRASS_PALE, 0.22, 8)
    handle = s.curve(
        (46, 0),
        (70, 60),
        (84, 150),
        (60, 240),
        (44, 290),
        (66, 350),
        (100, 430),
        (104, 500),
        (70, 560),
        (34, 580),
        (44, 610),
        (24, 640),
        (2, 648),
    )
    s.turned(pen, x, y - 858, handle, p.WOOD_DARK, 0.2, 10, 1.1, closed=False)


@picture("desk-bench", 2100, 1600, p.PAPER)
def desk(sheet: Sheet) -> None:
    """A two-seat desk with its bench, sloping top, inkwell holes and a book shelf."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, 2100, 1060, p.PAPER_GREEN)
    c.rect(0, 760, 2100, 300, p.OLIVE_PALE)
    pen.lines([[(0, 760), (2100, 760)], [(0, 776), (2100, 776)], [(0, 1030), (2100, 1030)]], 1.0)
    c.rect(0, 1060, 2100, 540, p.SAND)
    pen.lines([[(x, 1060), (1050 + (x - 1050) * 1.7, 1600)] for x in range(-700, 2900, 150)], 0.6)
    bench = s.Bench(330, 1420, 34, 0.62)
    see = bench.see
    s.cast(pen, [see(-40, -60, 0), see(1230, -60, 0), see(1330, 760, 0), see(160, 760, 0)], 15)
    for x in (40, 1060):
        bench.box(pen, (x, 640, 0), (70, 90, 470), gap=18)
        bench.box(pen, (x, 60, 0), (70, 90, 470), gap=18)
        bench.box(pen, (x, 0, 0), (70, 760, 60), gap=18)
    bench.box(pen, (0, 330, 560), (1180, 400, 36), gap=18)
    for k in range(5):
        x = 150 + k * 190
        tall = (150, 120, 170, 130, 140)[k]
        pen.face(
            [
                see(x, 345, 598),
                see(x + 120, 345, 598),
                see(x + 120, 345, 598 + tall * 0.3),
                see(x, 345, 598 + tall * 0.3),
            ],
            (p.POMEGRANATE, p.INDIGO, p.OLIVE, p.BRASS, p.TERRACOTTA)[k],
            [(0, 9, 0.5)],
            1.0,
        )
    for x in (0, 1120):
        side = [see(x, 300, 430), see(x + 60, 300, 430), see(x + 60, 300, 720), see(x, 300, 720)]
        s.board(pen, side, p.WOOD, 90)
        flank = [
            see(x + 60, 300, 430),
            see(x + 60, 760, 430),
            see(x + 60, 760, 850),
            see(x + 60, 300, 720),
        ]
        s.board(pen, flank, p.WOOD_DARK, 90, 18, 70)
    lid = [see(-30, 270, 716), see(1210, 270, 716), see(1210, 720, 850), see(-30, 720, 850)]
    s.board(pen, lid, p.SAND, 0, 20)
    front = [see(-30, 270, 680), see(1210, 270, 680), see(1210, 270, 716), see(-30, 270, 716)]
    s.board(pen, front, p.WOOD, 0, 9)
    strip = [see(-30, 720, 850), see(1210, 720, 850), see(1210, 830, 850), see(-30, 830, 850)]
    s.board(pen, strip, p.WOOD, 0, 14)
    end = [
        see(1210, 270, 680),
        see(1210, 830, 814),
        see(1210, 830, 850),
        see(1210, 720, 850),
        see(1210, 270, 716),
    ]
    s.board(pen, end, p.WOOD_DARK, -14, 9, 70)
    for x in (280, 880):
        hx, hy = see(x, 775, 850)
        c.polygon(g.ellipse(hx, hy, 46, 20), p.BRASS, pen.ink, 3)
        c.polygon(g.ellipse(hx, hy + 3, 34, 14), p.NIGHT, pen.ink, 2)
        groove = [
            see(x + 90, 765, 850),
            see(x + 330, 765, 850),
            see(x + 330, 788, 850),
            see(x + 90, 788, 850),
        ]
        pen.face(groove, p.WOOD_DARK, [(0, 5, 0.6)], 1.0)
    pen.line([see(590, 270, 716), see(590, 720, 850)], 1.4)
    for x, y in ((180, 520), (720, 470), (980, 560)):
        a = see(x, y, 716 + (y - 270) * 0.298)
        pen.line([(a[0] - 26, a[1]), (a[0] + 22, a[1] - 12), (a[0] + 10, a[1] + 8)], 0.8)
    bench.box(pen, (-20, 20, 470), (1220, 250, 44), gap=18)
    for x in (-20, 1200):
        worn = see(x, 20, 514)
        pen.line(g.arc(worn[0], worn[1] + 8, 16, 12, 190, 350, 8), 0.7)


@picture("abacus", 1900, 1650, p.PAPER)
def abacus(sheet: Sheet) -> None:
    """A counting frame: ten wires of ten beads, a few pushed aside."""
    pen = sheet.pen
    s.table(sheet, 1320, p.TURQUOISE_PALE, p.WOOD)
    s.cast(pen, [(230, 1500), (1660, 1500), (1890, 1420), (1860, 1380), (320, 1400)], 13)
    left, top, right, bottom = 260, 170, 1640, 1400
    wires = [top + 120 + k * 112 for k in range(10)]
    for k, y in enumerate(wires):
        pen.line([(left + 60, y), (right - 60, y)], 2.4)
        moved = (0, 3, 1, 7, 0, 2, 5, 0, 4, 1)[k]
        for n in range(10):
            x = left + 128 + n * 66 if n < 10 - moved else right - 128 - (9 - n) * 66
            light = (n // 5 + k) % 2 == 0
            _bead(sheet, x, y, 32, 46, p.BRASS_PALE if light else p.POMEGRANATE)
    for x, angle in ((left, 90), (right - 70, 90)):
        s.board(pen, g.rectangle(x, top - 40, 70, bottom - top + 60), p.WOOD, angle, 15)
        pen.hatch([g.rectangle(x + 44, top - 40, 26, bottom - top + 60)], 70, 9, 0.6)
    for y in (top - 20, bottom - 60):
        s.board(pen, g.rectangle(left - 20, y, right - left + 40, 70), p.SAND, 0, 15)
        pen.hatch([g.rectangle(left - 20, y + 48, right - left + 40, 22)], 20, 9, 0.6)
    for x in (left - 60, right - 120):
        foot = [
            (x, bottom + 100),
            (x + 180, bottom + 100),
            (x + 150, bottom + 10),
            (x + 30, bottom + 10),
        ]
        s.board(pen, foot, p.WOOD_DARK, 0, 13, 60)
    for x in (left + 35, right - 35):
        s.turned(
            pen,
            x,
            top - 36,
            s.curve((30, 0), (40, 16), (26, 40), (8, 66), (2, 70)),
            p.WOOD_DARK,
            0.2,
            8,
            closed=False,
        )


def _bead(sheet: Sheet, x: float, y: float, rx: float, ry: float, fill: str) -> None:
    pen = sheet.pen
    pen.canvas.polygon(g.ellipse(x, y, rx, ry, 40), fill, pen.ink, 2.4)
    lines = [
        g.bezier(
            (x + rx * k, y - ry * 0.9 * (1 - k * k) ** 0.5),
            (x + rx * k * 1.25, y - ry * 0.4),
            (x + rx * k * 1.25, y + ry * 0.4),
            (x + rx * k, y + ry * 0.9 * (1 - k * k) ** 0.5),
            8,
        )
        for k in (0.3, 0.55, 0.78)
    ]
    pen.lines(lines, 0.8)
    pen.lines([g.arc(x, y, rx * 0.8, ry * 0.84, 40, 100, 6)], 1.0)
    pen.canvas.polygon(g.ellipse(x - rx * 0.35, y - ry * 0.35, rx * 0.2, ry * 0.22, 16), p.WHITE)
