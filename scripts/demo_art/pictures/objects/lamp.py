"""The brass Hanukkah lamp, and the flame that other pictures use."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.canvas import path_of
from scripts.demo_art.engraving.sheet import Sheet, picture


def flame(sheet: Sheet, x: float, y: float, size: float, halo: bool = True) -> None:
    """A flame on its wick at x, y."""
    c = sheet.canvas
    if halo:
        c.circle(x, y - size * 0.55, size * 1.5, p.GLOW, opacity=0.16)
        c.circle(x, y - size * 0.55, size * 1.0, p.GLOW, opacity=0.22)
    for scale, fill in ((1.0, p.GLOW), (0.55, p.TERRACOTTA)):
        h, w = size * scale * 1.3, size * scale * 0.36
        drop = [
            *g.bezier((x, y - h), (x + w * 1.2, y - h * 0.5), (x + w, y), (x, y), 14),
            *g.bezier((x, y), (x - w, y), (x - w * 1.1, y - h * 0.4), (x, y - h), 14),
        ]
        c.polygon(drop, fill, p.BRASS_DARK if scale == 1 else None, 2)


@picture("lamp-tetouan", 1700, 2000, p.NIGHT)
def lamp(sheet: Sheet) -> None:
    """Pierced brass back plate with horseshoe arches and two birds; three flames."""
    pen, c, x = sheet.pen, sheet.canvas, 850
    c.circle(x, 900, 780, p.INDIGO)
    c.rect(0, 1660, 1700, 340, p.WOOD_DARK)
    pen.lines([[(0, 1660), (1700, 1660)]], 1.4)
    s.grain(pen, g.rectangle(0, 1660, 1700, 340), 0, 24)
    s.cast(pen, g.ellipse(x + 60, 1700, 640, 60), 14)
    plate = [
        (x - 480, 1480),
        (x - 480, 700),
        (x - 420, 700),
        (x - 420, 640),
        (x - 300, 640),
        *g.bezier((x - 300, 640), (x - 300, 420), (x - 90, 380), (x, 250), 20),
        *g.bezier((x, 250), (x + 90, 380), (x + 300, 420), (x + 300, 640), 20),
        (x + 420, 640),
        (x + 420, 700),
        (x + 480, 700),
        (x + 480, 1480),
    ]
    holes = []
    for k in range(5):
        cx, r = x - 352 + k * 176, 62
        holes.append(
            [
                (cx - r, 1290),
                (cx - r, 1112),
                *g.arc(cx, 1064, r * 1.16, r * 1.16, 150, 390, 24),
                (cx + r, 1112),
                (cx + r, 1290),
            ]
        )
    for k in range(3):
        cx, r = x - 170 + k * 170, 48
        holes.append(
            [
                (cx - r, 900),
                (cx - r, 780),
                *g.arc(cx, 740, r * 1.16, r * 1.16, 150, 390, 24),
                (cx + r, 780),
                (cx + r, 900),
            ]
        )
    holes += [
        g.star(x, 520, 74, 42, 8, 22.5),
        *[g.regular(x + d, 946, 18, 4) for d in range(-400, 401, 80) if d],
    ]
    holes += [g.regular(x + d, 1356, 18, 4) for d in range(-400, 401, 80)]
    ring = "".join(path_of([(a + 16, b + 18) for a, b in r]) for r in [plate, *holes])
    c.path(ring, p.NIGHT)
    c.path("".join(path_of(r) for r in [plate, *holes]), p.BRASS, pen.ink, 4)
    pen.hatch(
        [plate, *holes],
        74,
        13,
        tone=lambda a, b: max(0.0, (a - x + 60) / 900) + max(0, (b - 1250) / 900),
    )
    for hole in holes[:8]:
        left, top, right, bottom = g.bounds([hole])
        u, cy = (left + right) / 2, (top + bottom) / 2
        c.path(
            path_of([(u + (a - u) * 1.2, cy + (b - cy) * 1.1) for a, b in hole]),
            None,
            p.BRASS_DARK,
            4,
        )
    inner = [(x + (a - x) * 0.95, 880 + (b - 880) * 0.965) for a, b in plate]
    c.path(path_of(inner), None, p.BRASS_DARK, 4)
    for side in (-1, 1):
        _bird(sheet, x + side * 360, 628, side)
    s.ball(pen, x, 232, 30, p.BRASS_PALE)
    _shelf_and_cups(sheet, x)


def _bird(sheet: Sheet, x: float, y: float, side: int) -> None:
    pen = sheet.pen
    body = [
        (-96, -8),
        (-40, -20),
        (0, -70),
        (30, -128),
        (62, -146),
        (84, -130),
        (112, -122),
        (84, -108),
        (80, -60),
        (56, -14),
        (20, 8),
        (-30, 6),
    ]
    ring = [(x - side * a, y + b) for a, b in g.smooth(body, 6, True)]
    pen.face(ring, p.BRASS, line=1.6)
    wing = [
        (x - side * a, y + b)
        for a, b in g.smooth([(-70, -8), (-6, -62), (40, -60), (20, -20), (-30, -4)], 6, True)
    ]
    pen.face(wing, p.BRASS_PALE, [(30, 10, 0.6)], 1.2)
    sheet.canvas.circle(x - side * 66, y - 128, 5, pen.ink)
    pen.lines([[(x - side * d, y + 4), (x - side * d, y + 16)] for d in (6, 24)], 1.6)


def _shelf_and_cups(sheet: Sheet, x: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    shelf = [(x - 560, 1500), (x + 560, 1500), (x + 600, 1590), (x - 600, 1590)]
    pen.face(shelf, p.BRASS_PALE, [(0, 14, 0.4)], 1.4)
    pen.face(
        [(x - 600, 1590), (x + 600, 1590), (x + 600, 1660), (x - 600, 1660)],
        p.BRASS,
        [(90, 15, 0.5)],
        1.4,
    )
    for k in range(16):
        o.eight_point_star(c, x - 562 + k * 75, 1625, 22, p.BRASS_DARK, 3)
    for side in (-1, 1):
        s.turned(
            pen,
            x + side * 540,
            1730,
            s.curve((52, 0), (60, 20), (30, 50), (40, 76)),
            p.BRASS,
            0.2,
            9,
        )
    for k in range(8):
        cx = x - 490 + k * 140
        s.turned(pen, cx, 1550, s.curve((30, 0), (54, 24), (62, 60), (54, 76)), p.BRASS, 0.26, 8)
        c.polygon(g.ellipse(cx, 1474, 46, 11), p.BRASS_DARK, pen.ink, 2)
        if k >= 5:
            flame(sheet, cx, 1468, 76)
    s.turned(pen, x, 1010, s.curve((26, 0), (56, 22), (66, 60), (58, 76)), p.BRASS_PALE, 0.26, 8)
    c.polygon(g.ellipse(x, 934, 48, 12), p.BRASS_DARK, pen.ink, 2)
