"""Paper crowns shaped like candles."""

from math import cos, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.canvas import path_of
from scripts.demo_art.engraving.sheet import Sheet, picture


@picture("crowns-rabat", 2000, 1500, p.PAPER)
def crowns(sheet: Sheet) -> None:
    """Five paper crowns with candles on a low table, scissors, glue, scraps."""
    pen, _c = sheet.pen, sheet.canvas
    s.table(sheet, 520, p.TURQUOISE_PALE, p.PAPER_WARM)
    for k in range(9):
        x = 110 + k * 222
        pennant = [(x - 70, 60 + 30 * sin(k)), (x + 70, 60 + 30 * sin(k + 0.6)), (x, 190)]
        pen.face(
            pennant, (p.POMEGRANATE, p.BRASS_PALE, p.INDIGO, p.PAPER)[k % 4], [(70, 13, 0.4)], 1.0
        )
    for k, (x, y, r) in enumerate(
        ((1040, 640, 210), (420, 800, 240), (1600, 800, 236), (760, 1130, 256), (1370, 1180, 250))
    ):
        _crown(sheet, x, y, r, k)
    for _ in range(26):
        left, low = pen.random.uniform(80, 1920), pen.random.uniform(1290, 1470)
        bit = g.regular(
            left,
            low,
            pen.random.uniform(14, 32),
            pen.random.choice([3, 4]),
            pen.random.uniform(0, 90),
        )
        pen.face(
            bit, pen.random.choice([p.BRASS, p.POMEGRANATE, p.GLOW, p.ROSE, p.INDIGO]), line=0.7
        )
    _glue(sheet, 240, 1260)
    _paper_scissors(sheet, 1790, 1330)


def _crown(sheet: Sheet, x: float, y: float, r: float, place: int) -> None:
    """A ring of card with standing candles; the back half first."""
    pen, c = sheet.pen, sheet.canvas
    band, tall, tilt = r * 0.42, r * 0.62, 0.34
    gold, red = (p.BRASS_PALE, p.POMEGRANATE) if place % 2 else (p.POMEGRANATE, p.BRASS_PALE)
    s.cast(pen, g.ellipse(x + r * 0.24, y + band * 0.62, r * 1.06, r * 0.42), 12)
    back = g.arc(x, y - band, r, r * tilt, 180, 360, 40)
    wall = back + [(a, b + band) for a, b in back[::-1]]
    pen.face(wall, p.STONE, [(90, 13, 0.5)], 1.0)
    places = [180 + 22.5 * k for k in range(9)] + [0 + 22.5 * k for k in range(9)]
    for turn in sorted(places, key=lambda t: sin(radians(t))):
        front = sin(radians(turn)) > 0.01
        cx, cy = x + r * cos(radians(turn)), y - band + r * tilt * sin(radians(turn))
        w = r * 0.075 * max(0.45, abs(sin(radians(turn))))
        pen.face(
            g.rectangle(cx - w, cy - tall * 0.62, 2 * w, tall * 0.62 + 4),
            p.WHITE if front else p.STONE,
            line=0.9,
        )
        for k in range(3):
            c.line(
                [(cx - w, cy - tall * (0.12 + 0.17 * k)), (cx + w, cy - tall * (0.2 + 0.17 * k))],
                red,
                5,
            )
        tip = cy - tall * 0.6
        leaf = [
            *g.bezier(
                (cx, tip - r * 0.3),
                (cx + w * 2.2, tip - r * 0.14),
                (cx + w * 1.6, tip),
                (cx, tip),
                10,
            ),
            *g.bezier(
                (cx, tip),
                (cx - w * 1.6, tip),
                (cx - w * 2.2, tip - r * 0.14),
                (cx, tip - r * 0.3),
                10,
            ),
        ]
        c.polygon(leaf, p.GLOW if front else p.BRASS, pen.ink, 2)
        if front:
            c.polygon(
                [(cx + (a - cx) * 0.45, tip + (b - tip) * 0.5) for a, b in leaf], p.POMEGRANATE
            )
    front_edge = g.arc(x, y - band, r, r * tilt, 0, 180, 40)
    front_wall = front_edge + [(a, b + band) for a, b in front_edge[::-1]]
    pen.face(front_wall, gold, line=1.3)
    with c.clipped([front_wall]):
        pen.hatch([g.rectangle(x + r * 0.35, y - band, r, band + r)], 90, 11, 0.6)
    for k in range(7):
        t = radians(24 + 22 * k)
        o.eight_point_star(
            c,
            x + r * cos(t),
            y - band * 0.5 + r * tilt * sin(t),
            band * 0.26 * (0.5 + 0.5 * sin(t)),
            red,
            4,
        )


def _glue(sheet: Sheet, x: float, y: float) -> None:
    pen = sheet.pen
    s.round_shadow(pen, x + 8, y + 4, 84, 120)
    s.turned(
        pen,
        x,
        y,
        s.curve((80, 0), (88, 20), (88, 150), (70, 190), (40, 206), (40, 236)),
        p.PAPER_BLUE,
        0.26,
        10,
    )
    s.turned(pen, x, y - 232, [(52, 0), (52, 44)], p.POMEGRANATE, 0.26, 8)


def _paper_scissors(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    for side in (-1, 1):
        blade = [(x, y), (x - 270, y - 60 - side * 46), (x - 40, y - 34 + side * 12)]
        pen.face(blade, p.STONE, [(12, 7, 0.4)], 1.2)
        ring = g.moved(g.ellipse(74, side * 44, 56, 32), x, y, 1, 14)
        c.path(path_of(ring), None, pen.ink, 22)
        c.path(path_of(ring), None, p.INDIGO, 15)
    c.circle(x - 14, y - 8, 13, p.BRASS, pen.ink, 2.4)
