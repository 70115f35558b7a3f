"""Two tiles by construction: zellij from polygons in contact, and a scrolled palmette."""

from collections.abc import Sequence
from math import cos, hypot, pi, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Point, Ring, path_of
from scripts.demo_art.engraving.sheet import Sheet, picture

COBALT, DEEP_GREEN, HONEY = "#2b4a8b", "#2d6350", "#d9a441"


def star_in(ring: Ring, angle: float) -> list[Point]:
    """Hankin's star: from each edge's midpoint two rays at ``angle`` degrees,
    met by neighbours'.
    """
    n = len(ring)
    centre = (sum(x for x, _ in ring) / n, sum(y for _, y in ring) / n)
    middles = [
        ((ring[i][0] + ring[(i + 1) % n][0]) / 2, (ring[i][1] + ring[(i + 1) % n][1]) / 2)
        for i in range(n)
    ]
    points: list[Point] = []
    for i, m in enumerate(middles):
        corner = ring[(i + 1) % n]
        inward = _unit(centre[0] - corner[0], centre[1] - corner[1])
        along = _unit(corner[0] - m[0], corner[1] - m[1])
        t = radians(angle)
        normal = _unit(centre[0] - m[0], centre[1] - m[1])
        ray = (along[0] * cos(t) + normal[0] * sin(t), along[1] * cos(t) + normal[1] * sin(t))
        meet = _cross(m, ray, corner, inward)
        points += [m, meet]
    return points


def _unit(x: float, y: float) -> Point:
    length = hypot(x, y)
    return x / length, y / length


def _cross(a: Point, u: Point, b: Point, v: Point) -> Point:
    """Where the line from a along u meets the line from b along v."""
    det = u[0] * v[1] - u[1] * v[0]
    t = ((b[0] - a[0]) * v[1] - (b[1] - a[1]) * v[0]) / det
    return a[0] + u[0] * t, a[1] + u[1] * t


def strap(sheet: Sheet, rings: Sequence[Ring], width: float, fill: str = p.WHITE) -> None:
    """White strapwork with dark edges along the rings."""
    data = "".join(path_of(r) for r in rings)
    for w, ink in ((width + 7, p.INK), (width, fill)):
        sheet.canvas.path(data, None, ink, w)


@picture("tile-tetouan", 1800, 1800, p.WHITE)
def zellij(sheet: Sheet) -> None:
    """Eight-point stars from the 4.8.8 tiling round one great star."""
    c, size = sheet.canvas, 1800
    pitch = 325.0
    side = pitch / (1 + 2**0.5)
    rings, straps = [], []
    for i in range(-1, 6):
        for j in range(-1, 6):
            x, y = 900 + (i - 2) * pitch, 900 + (j - 2) * pitch
            octagon = g.regular(x, y, pitch / 2 / cos(pi / 8), 8, 22.5)
            square = g.regular(x + pitch / 2, y + pitch / 2, side / 2**0.5, 4, 0)
            rings.append((octagon, abs(i - 2) + abs(j - 2), "octagon"))
            rings.append((square, i + j, "square"))
    for ring, place, kind in rings:
        c.polygon(ring, DEEP_GREEN if kind == "octagon" else p.WHITE)
        star = star_in(ring, 67.5 if kind == "octagon" else 58)
        fill = (COBALT, HONEY, COBALT, HONEY)[place % 4] if kind == "octagon" else HONEY
        c.polygon(star, COBALT if fill == COBALT else p.WHITE)
        straps.append(star)
    strap(sheet, straps, 15)
    for ring, place, kind in rings:
        n = len(ring)
        x, y = sum(q[0] for q in ring) / n, sum(q[1] for q in ring) / n
        if kind == "octagon":
            _rosette(sheet, x, y, pitch * 0.19, place)
        else:
            c.polygon(g.regular(x, y, side * 0.2, 4), COBALT, p.INK, 3)
    _great_star(sheet, 900, 900, 470)
    for d, width, ink in ((0, 120, p.WHITE), (0, 96, DEEP_GREEN), (0, 20, p.WHITE)):
        c.rect(60 + d, 60 + d, size - 120, size - 120, None, ink, width)
    for d in (0, 12, 50, 70, 108, 120):
        c.rect(d, d, size - 2 * d, size - 2 * d, None, p.INK, 3)
    for k in range(23):
        t = 60 + (size - 120) * k / 22
        for x, y in ((t, 60), (t, size - 60), (60, t), (size - 60, t)):
            c.polygon(g.star(x, y, 34, 22, 4, 45), HONEY if k % 2 else p.WHITE, p.INK, 3)


def _rosette(sheet: Sheet, x: float, y: float, r: float, place: int) -> None:
    """Small pieces round a small star."""
    c = sheet.canvas
    inner = HONEY if place % 2 else p.WHITE
    for k in range(8):
        kite = g.moved(
            [(r * 0.36, 0), (r * 0.66, -r * 0.2), (r * 1.02, 0), (r * 0.66, r * 0.2)],
            x,
            y,
            1,
            45 * k,
        )
        c.polygon(kite, (p.WHITE, DEEP_GREEN)[place % 2] if place else HONEY, p.INK, 3)
    c.polygon(g.star(x, y, r * 0.5, r * 0.3, 8), inner, p.INK, 3)
    c.polygon(g.regular(x, y, r * 0.16, 8, 22.5), COBALT, p.INK, 2.4)


def _great_star(sheet: Sheet, x: float, y: float, r: float) -> None:
    """The centre: a sixteen-rayed rosette inside an eight-point star of straps."""
    c = sheet.canvas
    outline = g.star(x, y, r, r * 0.765, 8)
    c.polygon(outline, p.WHITE)
    for k in range(8):
        for turn, near, far, wide, fill in (
            (45 * k, 0.62, 0.96, 0.11, COBALT),
            (45 * k + 22.5, 0.5, 0.74, 0.1, HONEY),
            (45 * k, 0.3, 0.6, 0.085, DEEP_GREEN),
        ):
            kite = [
                (r * near, 0),
                (r * (near + far) / 2, -r * wide),
                (r * far, 0),
                (r * (near + far) / 2, r * wide),
            ]
            c.polygon(g.moved(kite, x, y, 1, turn), fill, p.INK, 3.4)
    for k in range(16):
        drop = [(r * 0.2, 0), (r * 0.27, -r * 0.036), (r * 0.36, 0), (r * 0.27, r * 0.036)]
        c.polygon(
            g.moved(drop, x, y, 1, 22.5 * k + 11.25), p.INK_BROWN if k % 2 else COBALT, p.INK, 2.4
        )
    rings = [
        outline,
        g.regular(x, y, r * 0.62, 4, 0),
        g.regular(x, y, r * 0.62, 4, 45),
        g.regular(x, y, r * 0.96, 4, 22.5 + 0),
        g.regular(x, y, r * 0.96, 4, 67.5),
    ]
    strap(sheet, rings[:3], 15)
    strap(sheet, [outline], 22, HONEY)
    c.polygon(g.star(x, y, r * 0.21, r * 0.13, 8), HONEY, p.INK, 4)
    c.polygon(g.star(x, y, r * 0.11, r * 0.06, 8, 22.5), COBALT, p.INK, 3)


@picture("tile-isfahan", 1800, 1800, p.TURQUOISE)
def palmette_tile(sheet: Sheet) -> None:
    """Turquoise ground; a palmette from which four mirrored scrolls unroll."""
    c = sheet.canvas
    c.rect(0, 0, 1800, 1800, p.INDIGO)
    c.rect(70, 70, 1660, 1660, p.TURQUOISE, p.WHITE, 10)
    c.rect(104, 104, 1592, 1592, None, HONEY, 5)
    for k in range(18):
        t = 35 + 1730 * k / 17
        for x, y in ((t, 35), (t, 1765), (35, t), (1765, t)):
            c.polygon(g.star(x, y, 24, 10, 4, 45 * (k % 2)), HONEY if k % 2 else p.WHITE)
    for sx, sy in ((1, 1), (-1, 1), (-1, -1), (1, -1)):
        with c.transformed(f"translate(900 900) scale({sx} {sy})"):
            _scroll(sheet)
    for turn in (0, 90, 180, 270):
        bud = g.moved(_petal(120, 250), 900, 900, 1, turn)
        c.polygon(g.moved(bud, 0, 0), COBALT, p.WHITE, 6)
    for turn in range(0, 360, 90):
        x, y = g.moved([(0, -590)], 900, 900, 1, turn)[0]
        _blossom(sheet, x, y, 122, turn, p.WHITE, COBALT)
    _palmette(sheet, 900, 900)


def _petal(half: float, tall: float) -> list[Point]:
    """A pointed petal from the origin upwards."""
    return [
        *g.bezier((0, 0), (-half * 1.2, -tall * 0.3), (-half * 0.8, -tall * 0.8), (0, -tall), 16),
        *g.bezier((0, -tall), (half * 0.8, -tall * 0.8), (half * 1.2, -tall * 0.3), (0, 0), 16),
    ]


def _blossom(
    sheet: Sheet, x: float, y: float, r: float, turn: float, petal: str, heart: str, count: int = 8
) -> None:
    c = sheet.canvas
    for k in range(count):
        ring = g.moved(_petal(r * 0.34, r), x, y, 1, turn + 360 * k / count)
        c.polygon(ring, petal, p.INDIGO, 4)
        tip = g.moved(_petal(r * 0.12, r * 0.62), x, y, 1, turn + 360 * k / count)
        c.polygon(tip, HONEY)
    c.circle(x, y, r * 0.32, heart, p.WHITE, 5)
    c.circle(x, y, r * 0.12, HONEY)


def _scroll(sheet: Sheet) -> None:
    """One quadrant: a stem that winds into a spiral, leaves on it, blossoms at its ends."""
    c = sheet.canvas
    stem = [(30.0, -260.0), (130, -420), (330, -480)]
    for k in range(40):
        t = k / 39
        a = radians(-115 + 560 * t)
        r = 285 * (1 - t) ** 0.8 + 30
        stem.append((470 + r * cos(a), -470 + r * sin(a)))
    line = g.smooth(stem, 4)
    for width, ink in ((26, p.INDIGO), (15, p.WHITE)):
        c.line(line, ink, width)
    for i, ((x, y), heading) in enumerate(g.offset_along(line, 92)):
        side = -1 if i % 2 else 1
        if 0 < i < 19:
            leaf = g.moved(_petal(25, 92), x, y, 1, heading + 90 + side * 58)
            c.polygon(leaf, (COBALT, DEEP_GREEN, p.WHITE)[i % 3], p.INDIGO, 4)
            c.line([(x, y), leaf[16]], HONEY if i % 3 != 2 else COBALT, 4)
    _blossom(sheet, 470, -470, 112, 20, p.WHITE, COBALT, 7)
    for x, y, r, petal in (
        (250, -120, 76, COBALT),
        (120, -250, 0, COBALT),
        (690, -690, 88, HONEY),
        (690, -170, 70, p.WHITE),
        (170, -690, 70, p.WHITE),
    ):
        if r:
            _blossom(sheet, x, y, r, 0, petal, p.WHITE if petal == COBALT else COBALT, 6)
    for x, y in ((330, -230), (610, -610), (750, -400), (400, -750), (560, -90), (90, -560)):
        c.circle(x, y, 13, HONEY, p.INDIGO, 4)


def _outer_first(count: int) -> list[int]:
    """Places in a row, those at its ends before those in its middle."""
    return sorted(range(count), key=lambda k: -abs(k - (count - 1) / 2))


def _palmette(sheet: Sheet, x: float, y: float) -> None:
    """The lotus palmette in layers."""
    c = sheet.canvas
    c.circle(x, y, 300, p.TURQUOISE_PALE, p.WHITE, 8)
    c.circle(x, y, 270, None, p.INDIGO, 4)
    base = y + 190
    for layer, (count, half, tall, fill) in enumerate(
        ((9, 66, 420, COBALT), (7, 56, 330, p.WHITE), (5, 46, 250, HONEY), (3, 38, 170, COBALT))
    ):
        for k in _outer_first(count):
            turn = (k - (count - 1) / 2) * (150 / count)
            shrink = 1 - 0.035 * abs(k - (count - 1) / 2) * (4 - layer) / 2
            c.polygon(g.moved(_petal(half, tall * shrink), x, base, 1, turn), fill, p.INDIGO, 5)
            c.line(
                g.moved([(0, -tall * 0.25), (0, -tall * 0.72)], x, base, shrink, turn),
                p.INDIGO if fill != COBALT else p.TURQUOISE_PALE,
                3,
            )
    for side in (-1, 1):
        curl = [
            (x, base + 10),
            (x + side * 120, base + 50),
            (x + side * 215, base - 10),
            (x + side * 190, base - 80),
            (x + side * 130, base - 60),
        ]
        for width, ink in ((28, p.INDIGO), (17, HONEY)):
            c.line(g.smooth(curl, 10), ink, width)
    c.circle(x, base, 30, p.WHITE, p.INDIGO, 5)
