"""The school globe, a true orthographic view of the hand-made coasts."""

from math import cos, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.canvas import Point
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import coast


@picture("globe", 1500, 2000, p.PAPER)
def globe(sheet: Sheet) -> None:
    """A school globe turned to the Mediterranean, on a turned foot in a brass ring."""
    pen, c = sheet.pen, sheet.canvas
    s.table(sheet, 1480, p.ROSE, p.WOOD)
    c.circle(750, 780, 660, p.PAPER_ROSE)
    x, y, r = 750, 790, 500
    s.round_shadow(pen, x + 30, 1790, 300, 470)
    foot = s.curve(
        (330, 0),
        (340, 30),
        (300, 60),
        (180, 90),
        (90, 130),
        (60, 190),
        (84, 250),
        (110, 290),
        (70, 340),
        (50, 400),
        (64, 440),
    )
    s.turned(pen, x, 1780, foot, p.WOOD_DARK, 0.2, 11, 1.1)
    _meridian_ring(sheet, x, y, r)
    c.circle(x, y, r, p.TURQUOISE_PALE, pen.ink, 4)
    lands = [coast.MAINLAND, *coast.ISLANDS]
    for i, ring in enumerate([*lands, *coast.INNER_SEAS]):
        seen = _orthographic(ring, x, y, r)
        if len(seen) > 2:
            c.polygon(seen, p.TURQUOISE_PALE if i >= len(lands) else p.GLOW, pen.ink, 2.4)
    with c.clipped([g.ellipse(x, y, r, r, 120)]):
        for longitude in range(-60, 121, 15):
            c.line(
                _orthographic([(longitude, k) for k in range(-75, 81, 3)], x, y, r, False),
                pen.ink,
                1.3,
            )
        for latitude in range(-45, 80, 15):
            c.line(
                _orthographic([(k, latitude) for k in range(-65, 121, 3)], x, y, r, False),
                pen.ink,
                1.3,
            )
        rings = [g.arc(x, y, r * k / 60, r * k / 60, -62, 112, 60) for k in range(36, 61)]
        pen.engrave(
            rings,
            lambda a, b: max(0.0, ((a - x) * 0.62 + (b - y) * 0.78) / r - 0.28) * 0.75,
            r / 60,
        )
    for px, py in _orthographic(coast.GLOBE_TOWNS, x, y, r, False, steps=1):
        c.circle(px, py, 8, p.POMEGRANATE, p.INK, 2)
    c.polygon(g.ellipse(x - 210, y - 250, 90, 56), p.WHITE, opacity=0.5)


def _meridian_ring(sheet: Sheet, x: float, y: float, r: float) -> None:
    c, pen = sheet.canvas, sheet.pen
    for radius, width, ink in ((r + 42, 44, pen.ink), (r + 42, 37, p.BRASS)):
        c.circle(x, y, radius, None, ink, width)
    for k in range(0, 360, 5):
        t = radians(k)
        long = 20 if k % 15 == 0 else 11
        c.line(
            [
                (x + (r + 26) * cos(t), y + (r + 26) * sin(t)),
                (x + (r + 26 + long) * cos(t), y + (r + 26 + long) * sin(t)),
            ],
            pen.ink,
            2,
        )
    for side in (-1, 1):
        s.ball(pen, x + side * 116, y - side * (r + 30) * 0.97, 24, p.BRASS_PALE)


def _orthographic(
    points: list[Point] | tuple[Point, ...],
    x: float,
    y: float,
    r: float,
    closed: bool = True,
    steps: int = 4,
) -> list[Point]:
    """Longitude and latitude on the visible half of the globe; hidden points slide to its edge."""
    lon0, lat0 = radians(27), radians(30)
    seen: list[Point] = []
    for longitude, latitude in points:
        lam, phi = radians(longitude) - lon0, radians(latitude)
        depth = sin(lat0) * sin(phi) + cos(lat0) * cos(phi) * cos(lam)
        a = cos(phi) * sin(lam)
        b = cos(lat0) * sin(phi) - sin(lat0) * cos(phi) * cos(lam)
        if depth < 0:
            if not closed:
                continue
            length = (a * a + b * b) ** 0.5
            a, b = a / length, b / length
        seen.append((x + r * a, y - r * b))
    return g.smooth(seen, steps, closed) if len(seen) > 3 else seen
