"""The river houses of Baghdad."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import elevation
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs import plants
from scripts.demo_art.motifs.figures import figure


@picture("houses-baghdad", 2400, 1150, p.PAPER)
def baghdad(sheet: Sheet) -> None:
    """Houses with latticed oriels along the Tigris, palms behind, round boats before them."""
    pen, w, shore = sheet.pen, sheet.width, 760
    n.sky(pen, w, 0, shore, p.PAPER_ROSE, 16)
    n.sun(pen, 1840, 250, 130)
    n.birds(pen, 1500, 190, 6, 24)
    for x, tall, lean in (
        (150, 560, 0.05),
        (420, 610, -0.04),
        (760, 560, 0.03),
        (1180, 640, -0.03),
        (1560, 570, 0.05),
        (1990, 600, -0.04),
        (2290, 560, 0.03),
    ):
        plants.palm(pen, x, shore - 60, tall, lean)
    _dome_and_minaret(sheet, 970, shore)
    left = -30.0
    tints = [p.SAND, p.PAPER_WARM, p.ROSE, p.SAND, p.PAPER, p.TERRACOTTA, p.SAND, p.PAPER_WARM]
    for i, metres in enumerate((5.6, 6.4, 5.0, 7.0, 5.8, 6.6, 5.2, 6.8)):
        wall = pen.on(elevation(left, shore, 52))
        _house(wall, metres, 7.2 + 1.3 * (i * 5 % 3), tints[i], i)
        left += metres * 52
    n.water(pen, w, shore, 1150, p.TURQUOISE_PALE, p.TURQUOISE, 18)
    pen.canvas.rect(0, shore, w, 26, p.STONE)
    pen.lines([[(0, shore + d), (w, shore + d)] for d in (0, 13, 26)], 0.9)
    for k in range(9):
        left = 140 + k * 290
        steps = [(left + d * 16, shore + 26 + d * 14) for d in range(4)]
        for j, (sx, sy) in enumerate(steps):
            pen.face(g.rectangle(sx, sy, 120 - j * 32, 14), p.PAPER, [(0, 5, 0.4)], 0.8)
        _reflection(sheet, left, shore + 90, 200)
    for cx, cy, r in ((420, 930, 82), (980, 1010, 108), (1900, 960, 94)):
        _guffa(sheet, cx, cy, r)
    sailing_boat(sheet, 1480, 900, 1.15)


def _house(wall: Pen, length: float, tall: float, tint: str, i: int) -> None:
    wall.face(g.rectangle(0, 0, length, tall), tint, line=1.2)
    a.masonry(wall, 0, 0, length, 3.0, 0.24, 0.6, 0.3, 0.4, p.INK_BROWN)
    wall.hatch([g.rectangle(length - 0.8, 0, 0.8, tall)], 90, 0.12, 0.5)
    a.cornice(wall, 0, tall - 0.35, length, 0.32, dentils=False)
    parapet = [
        [(0.2 + k * 0.34, tall), (0.2 + k * 0.34, tall + 0.6)]
        for k in range(int((length - 0.3) / 0.34))
    ]
    wall.lines([*parapet, [(0, tall + 0.6), (length, tall + 0.6)]], 0.9)
    a.door(wall, length * 0.5, 0.05, 1.0, 2.1, "pointed", (p.TURQUOISE, p.WOOD, p.INDIGO)[i % 3])
    for u in (0.2, 0.8):
        a.window(wall, length * u, 0.9, 0.8, 1.2, "segment", "bars", p.PAPER)
    for level in range(1 if tall < 8 else 2):
        v = 3.3 + level * 2.9
        if v + 2.2 < tall:
            _oriel(wall, length * 0.5, v, length * (0.62 if (i + level) % 2 else 0.8), 2.2)


def _oriel(wall: Pen, u: float, v: float, w: float, h: float) -> None:
    """A shanasheel: a projecting wooden room of lattice and coloured glass."""
    wall.face(
        [(u - w / 2 + 0.25, v - 0.5), (u + w / 2 - 0.25, v - 0.5), (u + w / 2, v), (u - w / 2, v)],
        p.WOOD_DARK,
        [(60, 0.1, 0.6)],
        1.0,
    )
    wall.face(g.rectangle(u - w / 2, v, w, h), p.WOOD, line=1.2)
    bays = max(3, round(w / 0.75))
    colours = [p.INDIGO_PALE, p.GLOW, p.TURQUOISE_PALE, p.ROSE]
    for k in range(bays):
        x = u - w / 2 + w * (k + 0.5) / bays
        ring = a.opening(x, v + 0.75, w / bays * 0.74, h - 0.95, "pointed")
        wall.face(ring, colours[k % 4], line=0.9)
        wall.line([(x, v + 0.75), (x, v + h - 0.25)], 0.6)
        wall.line([(x - w / bays * 0.37, v + 1.3), (x + w / bays * 0.37, v + 1.3)], 0.6)
        panel = g.rectangle(x - w / bays * 0.38, v + 0.1, w / bays * 0.76, 0.5)
        wall.face(panel, p.WOOD_DARK, [(45, 0.11, 0.6), (-45, 0.11, 0.6)], 0.7)
    wall.face(
        [
            (u - w / 2 - 0.2, v + h),
            (u + w / 2 + 0.2, v + h),
            (u + w / 2, v + h + 0.3),
            (u - w / 2, v + h + 0.3),
        ],
        p.TERRACOTTA,
        [(0, 0.1, 0.5)],
        1.0,
    )


def _dome_and_minaret(sheet: Sheet, x: float, base: float) -> None:
    pen = sheet.pen
    dome = [
        *g.bezier(
            (x - 130, base - 470), (x - 170, base - 600), (x - 40, base - 650), (x, base - 720), 16
        ),
        *g.bezier(
            (x, base - 720), (x + 40, base - 650), (x + 170, base - 600), (x + 130, base - 470), 16
        ),
    ]
    pen.face(dome, p.TURQUOISE, line=1.1)
    pen.hatch([[q for q in dome if q[0] > x + 30] + [(x + 60, base - 470)]], 90, 9, 0.6)
    pen.face(g.rectangle(x - 135, base - 470, 270, 60), p.INDIGO, [(90, 22, 0.6)], 1.0)
    pen.face(g.rectangle(x + 220, base - 690, 54, 300), p.SAND, [(90, 9, 0.4)], 1.0)
    pen.face(g.rectangle(x + 208, base - 640, 78, 24), p.TURQUOISE, [(90, 10, 0.6)], 1.0)
    pen.face(
        [(x + 220, base - 690), (x + 274, base - 690), (x + 247, base - 740)], p.TURQUOISE, line=1.0
    )


def _reflection(sheet: Sheet, x: float, y: float, w: float) -> None:
    pen = sheet.pen
    for i in range(7):
        d = i * 9
        pen.brush(
            [(x - 20 + d, y + i * 16), (x + w / 2, y + i * 16 + 3), (x + w - d, y + i * 16)],
            1.6,
            p.SAND,
        )


def _guffa(sheet: Sheet, x: float, y: float, r: float) -> None:
    """A round basket boat with two people and a pole."""
    pen = sheet.pen
    for i, kind in enumerate(("robe", "child")):
        figure(
            pen,
            x + (i - 0.5) * r * 0.8,
            y - r * 0.1,
            r * (1.5 if kind == "robe" else 1.0),
            kind,
            (p.INK_BROWN, p.INDIGO)[i],
            flip=bool(i),
        )
    pen.line([(x - r * 0.9, y - r * 1.7), (x - r * 0.25, y + r * 0.5)], 1.6)
    hull = [
        *g.arc(x, y, r, r * 0.26, 180, 0, 24),
        *g.bezier(
            (x + r, y), (x + r * 0.95, y + r * 0.62), (x - r * 0.95, y + r * 0.62), (x - r, y), 24
        ),
    ]
    pen.face(hull, p.WOOD, line=1.3)
    pen.lines(
        [
            g.bezier(
                (x - r, y + k * 7),
                (x - r * 0.8, y + r * 0.2 + k * 13),
                (x + r * 0.8, y + r * 0.2 + k * 13),
                (x + r, y + k * 7),
                16,
            )
            for k in range(3)
        ],
        0.7,
    )
    with sheet.canvas.clipped([hull]):
        pen.hatch([g.rectangle(x, y - r, r, 2 * r)], 70, 10, 0.6)
        pen.hatch([g.rectangle(x - r, y - r, 2 * r, 2 * r)], 25, 18, 0.4)
    for i in range(4):
        pen.brush(
            [
                (x - r * (1 - 0.12 * i), y + r * 0.55 + i * 11),
                (x, y + r * 0.6 + i * 12),
                (x + r * (1 - 0.12 * i), y + r * 0.55 + i * 11),
            ],
            1.6,
            p.TURQUOISE,
        )


def sailing_boat(sheet: Sheet, x: float, y: float, s: float) -> None:
    pen = sheet.pen
    pen.line([(x - 10 * s, y), (x - 10 * s, y - 360 * s)], 2.0)
    sail = [
        *g.bezier(
            (x - 120 * s, y - 90 * s),
            (x - 90 * s, y - 200 * s),
            (x - 10 * s, y - 350 * s),
            (x + 40 * s, y - 420 * s),
            14,
        ),
        *g.bezier(
            (x + 40 * s, y - 420 * s),
            (x + 110 * s, y - 260 * s),
            (x + 110 * s, y - 150 * s),
            (x + 90 * s, y - 60 * s),
            14,
        ),
    ]
    pen.face(sail, p.PAPER, [(72, 20, 0.4)], 1.3)
    pen.hatch([[q for q in sail if q[0] > x + 30 * s]], 72, 10, 0.5)
    hull = [
        *g.bezier(
            (x - 190 * s, y - 40 * s),
            (x - 120 * s, y + 50 * s),
            (x + 120 * s, y + 50 * s),
            (x + 190 * s, y - 60 * s),
            18,
        ),
        (x + 120 * s, y - 16 * s),
        (x - 120 * s, y - 12 * s),
    ]
    pen.face(hull, p.WOOD_DARK, [(0, 9, 0.6)], 1.3)
    figure(pen, x - 90 * s, y - 8 * s, 110 * s, "robe", p.INK)
