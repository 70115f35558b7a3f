"""What one writes with: the inkwell with its quill, and the slate."""

from math import sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.canvas import Point
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.lettering.typesetting import Type


@picture("inkwell", 1800, 1500, p.PAPER)
def inkwell(sheet: Sheet) -> None:
    """Squat glass with a brass collar, a goose quill, one blot on the paper."""
    pen, c = sheet.pen, sheet.canvas
    s.table(sheet, 640, p.PAPER_ROSE, p.WOOD)
    paper = [(120, 1180), (820, 880), (1720, 1100), (1120, 1480)]
    s.cast(pen, [(q[0] + 20, q[1] + 22) for q in paper])
    pen.face(paper, p.WHITE, line=1.2)
    for k in range(9):
        t = 0.12 + 0.09 * k
        a = (120 + 700 * t, 1180 - 300 * t)
        b = (1120 + 600 * t, 1480 - 380 * t)
        pen.line(
            [
                (a[0] + (b[0] - a[0]) * 0.05, a[1] + (b[1] - a[1]) * 0.05),
                (a[0] + (b[0] - a[0]) * 0.95, a[1] + (b[1] - a[1]) * 0.95),
            ],
            0.5,
            p.INDIGO_PALE,
        )
    x, y = 820, 1060
    s.round_shadow(pen, x + 20, y + 10, 330, 430, 0.3)
    glass = s.curve((300, 0), (352, 40), (362, 150), (338, 280), (250, 350), (150, 380), (128, 400))
    c.polygon(s.silhouette(x, y, glass, 0.28), p.PAPER_BLUE, pen.ink, 3)
    ink = [*s.curve((270, 24), (318, 60), (326, 140), (322, 190))]
    s.turned(pen, x, y, ink, p.NIGHT, 0.28, 12, 0.8, p.INDIGO)
    c.polygon(g.ellipse(x, y - 190, 322, 322 * 0.28), p.INDIGO, p.NIGHT, 2)
    rings = [g.arc(x, y - h, r, r * 0.28, 8, 172, 40) for r, h in glass[::3]]
    pen.lines(rings[4:], 0.5)
    s.turned(
        pen,
        x,
        y - 392,
        s.curve((150, 0), (168, 16), (160, 60), (134, 74), (128, 100), (150, 116)),
        p.BRASS,
        0.28,
        9,
    )
    c.polygon(g.ellipse(x, y - 508, 118, 33), p.NIGHT, pen.ink, 2)
    for dx, dy in ((-300, -60), (-262, -110)):
        left, low = x + dx, y + dy
        pen.brush([(left, low), (left - 22, low - 90), (left + 10, low - 190)], 5, p.WHITE)
    _quill(sheet, (520, 1340), (1640, 420))
    blot = g.smooth(pen.jitter(g.ellipse(1130, 1300, 52, 34, 16), 8), 5, True)
    c.polygon(blot, p.NIGHT)
    for bx, by, r in ((1210, 1276, 9), (1060, 1330, 7), (1196, 1322, 5)):
        c.circle(bx, by, r, p.NIGHT)


def _quill(sheet: Sheet, tip: Point, end: Point) -> None:
    """A goose quill from its nib to the feather's end."""
    pen = sheet.pen
    spine = g.bezier(tip, (tip[0] + 380, tip[1] - 180), (end[0] - 320, end[1] + 420), end, 60)
    s.cast(
        pen,
        [(a + 30, b + 34) for a, b in spine[:30]] + [(a + 40, b + 44) for a, b in spine[:30]][::-1],
    )
    upper, lower = [], []
    for i, (a, b) in enumerate(spine[20:]):
        t = i / 40
        w = 118 * sin(3.14159 * min(1, t**0.55)) + (22 if t > 0.9 else 0) * (1 - t)
        upper.append((a - w * 0.62 + pen.random.uniform(-4, 4), b - w * 0.5))
        lower.append((a + w * 0.72, b + w * 0.6 + pen.random.uniform(-5, 5)))
    pen.face(upper + lower[::-1], p.WHITE, line=1.1)
    barbs = []
    for i in range(21, 58):
        for k in (0.0, 0.5):
            j = i - 20
            root = (spine[i][0] + k * 10, spine[i][1] - k * 8)
            barbs += [[root, upper[min(j + 2, 40)]], [root, lower[min(j + 2, 40)]]]
    pen.lines(barbs, 0.45)
    pen.hatch([[*spine[22:58], *lower[2:38][::-1]]], 58, 9, 0.6)
    pen.canvas.polygon(
        g.swelling(spine, [16 - 12 * i / 60 for i in range(61)]), p.PAPER_WARM, pen.ink, 2
    )
    pen.canvas.polygon(
        [tip, spine[2], (spine[4][0] + 9, spine[4][1] - 10), (spine[2][0] + 10, spine[2][1] - 6)],
        p.NIGHT,
    )


@picture("slate", 1500, 2000, p.PAPER)
def slate(sheet: Sheet) -> None:
    """A framed slate with a half-wiped sum, its pencil and sponge on strings."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, 1500, 2000, p.PAPER_GREEN)
    outer, inner = g.rectangle(210, 190, 900, 1280), g.rectangle(310, 290, 700, 1080)
    s.cast(pen, g.rectangle(240, 224, 904, 1282), 14)
    for ring, angle in (
        ([(210, 190), (1110, 190), (1010, 290), (310, 290)], 0),
        ([(210, 1470), (1110, 1470), (1010, 1370), (310, 1370)], 0),
        ([(210, 190), (310, 290), (310, 1370), (210, 1470)], 90),
        ([(1110, 190), (1010, 290), (1010, 1370), (1110, 1470)], 90),
    ):
        s.board(pen, ring, p.WOOD, angle, 18)
    c.polygon(outer, None, pen.ink, 4)
    c.polygon(inner, p.INK_BLUE, pen.ink, 4)
    for x, y in ((258, 238), (1062, 238), (258, 1422), (1062, 1422)):
        s.ball(pen, x, y, 15, p.BRASS)
    chalk = p.PAPER_BLUE
    for k in range(9):
        c.line([(330, 420 + k * 105), (990, 420 + k * 105)], p.INDIGO, 3)
    hand = Type("roundhand", 130)
    for text, x, y in (("abcd", 520, 400), ("אבגד", 830, 398)):
        sheet.write(text, x, y, hand if text.isascii() else Type("solitreo", 120), ink=chalk)
    digits = Type("standard", 120)
    for text, y in (("2 4 1", 640), ("2 3 2", 766)):
        sheet.write(text, 860, y, digits, "right", chalk)
    sheet.write("+", 480, 766, digits, ink=chalk)
    c.line([(440, 800), (900, 800)], chalk, 8)
    sheet.write("4 7 3", 860, 926, digits, "right", p.INDIGO_PALE)
    smear = g.smooth(
        pen.jitter(
            [(560, 850), (900, 800), (980, 900), (940, 1040), (660, 1090), (420, 1020), (440, 900)],
            16,
        ),
        8,
        True,
    )
    c.polygon(smear, p.INDIGO, opacity=0.75)
    for k in range(26):
        y = 860 + k * 8
        pen.brush(
            [
                (470 + pen.random.uniform(0, 80), y + 60),
                (700, y),
                (900 + pen.random.uniform(-60, 50), y + 14),
            ],
            1.6,
            p.INDIGO_PALE,
        )
    for k in range(5):
        c.line([(400 + k * 34, 1130), (392 + k * 34, 1230)], chalk, 8)
    c.line([(380, 1250), (560, 1110)], chalk, 8)
    for start, end in (((1110, 330), (1290, 1320)), ((1110, 360), (1330, 760))):
        string = g.bezier(
            start, (start[0] + 190, start[1] + 30), (end[0] - 40, end[1] - 320), end, 30
        )
        c.line(string, p.INK_BROWN, 6)
    sponge = g.smooth(pen.jitter(g.ellipse(1290, 1420, 120, 105, 18), 12), 6, True)
    s.cast(pen, [(a + 24, b + 26) for a, b in sponge])
    pen.face(sponge, p.BRASS_PALE, line=1.3)
    pen.stipple(sponge, 260, 2.6, lambda x, y: 0.15 + 0.8 * max(0, (x - 1200) / 220))
    for _ in range(14):
        hx, hy = pen.random.uniform(1200, 1380), pen.random.uniform(1340, 1500)
        if g.inside((hx, hy), sponge):
            c.polygon(g.ellipse(hx, hy, 12, 8, 14), p.BRASS, pen.ink, 1.6)
    pencil = [(1316, 760), (1346, 756), (1396, 1120), (1388, 1180), (1366, 1124)]
    s.cast(pen, [(a + 20, b + 20) for a, b in pencil])
    pen.face(pencil, p.STONE_DARK, [(82, 8, 0.6)], 1.2)
    pen.face(
        [(1316, 760), (1346, 756), (1366, 900), (1336, 904)], p.POMEGRANATE, [(82, 8, 0.5)], 1.2
    )
    base = g.rectangle(120, 1720, 1260, 8)
    c.polygon(base, p.OLIVE)
