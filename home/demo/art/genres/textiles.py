"""Three textiles: silk on linen, a striped shawl in folds, a knotted carpet."""

from math import cos, pi, radians, sin

from .. import geometry as g
from .. import palette as p
from ..canvas import Point
from ..sheet import Sheet, picture

VIOLET = "#6b4477"
CAMEL = "#c49a6c"


def satin(sheet: Sheet, ring: list[Point], fill: str, thread: str, angle: float) -> None:
    """A shape filled with satin stitches: a flat colour, close threads, a couched edge."""
    c = sheet.canvas
    c.polygon(ring, fill)
    sheet.pen.hatch([ring], angle, 7.5, 1.1, thread)
    c.polygon(ring, None, thread, 4.5)


def _leaf(length: float, half: float) -> list[Point]:
    return [
        *g.bezier(
            (0, 0),
            (-half, -length * 0.3),
            (-half * 0.9, -length * 0.75),
            (0, -length),
            14,
        ),
        *g.bezier(
            (0, -length),
            (half * 0.9, -length * 0.75),
            (half, -length * 0.3),
            (0, 0),
            14,
        ),
    ]


@picture("embroidery-tetouan", 2100, 1680, p.PAPER)
def embroidery(sheet: Sheet) -> None:
    """Flowers rise from both ends of a linen cloth, its centre left plain."""
    c, pen = sheet.canvas, sheet.pen
    c.rect(0, 0, 2100, 1680, p.STONE)
    cloth = g.rectangle(150, 60, 1800, 1560)
    c.polygon([(a + 18, b + 20) for a, b in cloth], p.STONE_DARK)
    c.polygon(cloth, p.PAPER, p.STONE_DARK, 3)
    pen.lines([[(150, y), (1950, y)] for y in range(72, 1620, 24)], 0.4, p.PAPER_WARM)
    for k in range(120):
        for x, side in ((150, -1), (1950, 1)):
            y = 66 + k * 13
            pen.line(
                g.bezier(
                    (x, y),
                    (x + side * 30, y + 4),
                    (x + side * 50, y - 6),
                    (
                        x + side * pen.random.uniform(78, 100),
                        y + pen.random.uniform(-8, 8),
                    ),
                    8,
                ),
                0.9,
                p.STONE_DARK if k % 2 else p.PAPER_WARM,
            )
    for end in (0, 180):
        with c.transformed(f"rotate({end} 1050 840)"):
            for row in range(3):
                _flower(sheet, 340, 320 + row * 520, 1.0 if row == 1 else 0.9, row)
            _edge(sheet, 190)
            for row in range(2):
                _sprig(sheet, 640, 580 + row * 520, row)


def _edge(sheet: Sheet, x: float) -> None:
    """A narrow zigzag border in two silks."""
    c = sheet.canvas
    for k in range(39):
        y = 70 + k * 40
        satin(
            sheet,
            [(x, y), (x + 34, y + 20), (x, y + 40)],
            p.POMEGRANATE if k % 2 else VIOLET,
            p.INK_RED if k % 2 else p.NIGHT,
            0,
        )
        c.polygon(g.regular(x + 56, y + 20, 10, 4), p.BRASS)
    c.line([(x - 12, 70), (x - 12, 1630)], p.OLIVE, 8)
    c.line([(x + 76, 70), (x + 76, 1630)], p.OLIVE, 8)


def _flower(sheet: Sheet, x: float, y: float, size: float, row: int) -> None:
    """A great stylised flower on its stem, growing towards the middle of the cloth."""
    c = sheet.canvas
    stem = g.smooth([(x - 60, y), (x + 60, y + 14), (x + 180, y - 10), (x + 300, y)], 10)
    for width, ink in ((22, p.OLIVE), (8, p.OLIVE_PALE)):
        c.line(stem, ink, width * size)
    for dx, side in ((20, -1), (60, 1), (140, -1), (180, 1)):
        leaf = g.moved(_leaf(170 * size, 50 * size), x + dx, y, 1, 90 + side * 62)
        satin(sheet, leaf, p.OLIVE, "#4d5228", 30 * side)
        c.line([(x + dx, y), leaf[14]], p.BRASS_PALE, 4)
    cx = x + 330
    outer, inner = (p.POMEGRANATE, VIOLET) if row % 2 == 0 else (VIOLET, p.POMEGRANATE)
    dark_outer, dark_inner = (p.INK_RED, p.NIGHT) if row % 2 == 0 else (p.NIGHT, p.INK_RED)
    for k in range(9):
        turn = 90 + (k - 4) * 32
        satin(
            sheet,
            g.moved(_leaf(250 * size, 62 * size), cx, y, 1, turn),
            outer,
            dark_outer,
            turn,
        )
    for k in range(7):
        turn = 90 + (k - 3) * 34
        satin(
            sheet,
            g.moved(_leaf(170 * size, 46 * size), cx, y, 1, turn),
            inner,
            dark_inner,
            turn + 90,
        )
    for k in range(5):
        turn = 90 + (k - 2) * 34
        satin(
            sheet,
            g.moved(_leaf(100 * size, 32 * size), cx, y, 1, turn),
            p.BRASS,
            p.BRASS_DARK,
            turn,
        )
    satin(sheet, g.ellipse(cx, y, 42 * size, 42 * size, 30), p.OLIVE, "#4d5228", 0)
    for k in range(8):
        t = radians(45 * k)
        c.circle(cx + 22 * cos(t), y + 22 * sin(t), 6, p.BRASS_PALE)


def _sprig(sheet: Sheet, x: float, y: float, row: int) -> None:
    """A small carnation between the great flowers."""
    c = sheet.canvas
    c.line(g.smooth([(x - 330, y), (x - 160, y + 20), (x - 20, y)], 10), p.OLIVE, 12)
    for dx, side in ((-220, 1), (-150, -1), (-80, 1)):
        satin(
            sheet,
            g.moved(_leaf(90, 26), x + dx, y + 6, 1, 90 + side * 55),
            p.OLIVE_PALE,
            p.OLIVE,
            20,
        )
    for k in range(5):
        turn = 90 + (k - 2) * 26
        satin(
            sheet,
            g.moved(_leaf(120, 32), x - 20, y, 1, turn),
            p.BRASS if row else p.POMEGRANATE,
            p.BRASS_DARK if row else p.INK_RED,
            turn,
        )


@picture("stripes-tunis", 1550, 2050, p.PAPER)
def stripes(sheet: Sheet) -> None:
    """A shawl over a rod: bands that bend with the folds, a knotted fringe."""
    c, pen = sheet.canvas, sheet.pen
    c.rect(0, 0, 1550, 2050, p.PAPER_BLUE)
    left, right, top, bottom, folds = 200.0, 1350.0, 210.0, 1640.0, 5

    def sway(u: float, v: float) -> Point:
        """Cloth place (0..1, 0..1) in the picture: folds deepen downwards."""
        deep = 0.15 + 0.85 * v
        phase = 2 * pi * folds * u
        x = left + (right - left) * u + deep * 26 * sin(phase * 1.0)
        return x + 14 * v * sin(3 * u), top + (bottom - top) * v + deep * 40 * cos(phase) * (
            0.4 + 0.6 * v
        )

    shadow = [sway(i / 100, 0) for i in range(101)] + [sway(1 - i / 100, 1) for i in range(101)]
    c.polygon([(x + 44, y + 36) for x, y in shadow], p.INDIGO_PALE)
    bands = [
        (0.0, 0.07, p.PAPER),
        (0.07, 0.1, p.BRASS),
        (0.1, 0.2, p.INDIGO),
        (0.2, 0.215, p.BRASS),
        (0.215, 0.3, p.PAPER),
        (0.3, 0.38, p.POMEGRANATE),
        (0.38, 0.395, p.BRASS),
        (0.395, 0.42, p.PAPER),
        (0.42, 0.435, p.BRASS),
        (0.435, 0.56, p.INDIGO),
        (0.56, 0.575, p.BRASS),
        (0.575, 0.6, p.PAPER),
        (0.6, 0.615, p.BRASS),
        (0.615, 0.69, p.POMEGRANATE),
        (0.69, 0.78, p.PAPER),
        (0.78, 0.795, p.BRASS),
        (0.795, 0.89, p.INDIGO),
        (0.89, 0.905, p.BRASS),
        (0.905, 0.95, p.POMEGRANATE),
        (0.95, 1.0, p.PAPER),
    ]
    for v0, v1, fill in bands:
        ring = [sway(i / 120, v0) for i in range(121)] + [sway(1 - i / 120, v1) for i in range(121)]
        c.polygon(ring, fill, fill, 1)
    for v0, v1, fill in bands:
        if v1 - v0 > 0.06:
            for k in range(1, 4):
                v = v0 + (v1 - v0) * k / 4
                c.line(
                    [sway(i / 120, v) for i in range(121)],
                    p.BRASS_PALE if fill != p.PAPER else p.STONE,
                    2,
                )
        if fill == p.POMEGRANATE:
            for k in range(44):
                x, y = sway((k + 0.5) / 44, (v0 + v1) / 2)
                c.polygon(g.regular(x, y, 13, 4), p.PAPER, None)
                c.polygon(g.regular(x, y, 6, 4), p.INDIGO, None)
    lines = [[(u / 130, v / 60) for v in range(61)] for u in range(131)]
    pen.on(sway).engrave(
        lines,
        lambda u, v: max(0.0, -cos(2 * pi * folds * u - 0.9) * 0.62 - 0.1) * (0.35 + 0.65 * v),
        11,
        p.INK,
    )
    for side in (
        [sway(0, v / 60) for v in range(61)],
        [sway(1, v / 60) for v in range(61)],
        [sway(i / 120, 1) for i in range(121)],
    ):
        pen.line(side, 1.3)
    for k in range(40):
        _tassel(sheet, *sway((k + 0.5) / 40, 1), k)
    _rod(sheet, top)


def _tassel(sheet: Sheet, x: float, y: float, place: int) -> None:
    pen, c = sheet.pen, sheet.canvas
    ink = (p.INDIGO, p.STONE_DARK, p.POMEGRANATE, p.STONE_DARK)[place % 4]
    c.line([(x, y - 4), (x, y + 42)], ink, 7)
    c.circle(x, y + 46, 10, ink, p.INK, 1.6)
    for k in range(-2, 3):
        c.line(
            g.bezier(
                (x, y + 54),
                (x + k * 3, y + 80),
                (x + k * 5, y + 110),
                (x + k * 5.5, y + 150 + pen.random.uniform(-10, 14)),
                8,
            ),
            ink,
            3.2,
        )


def _rod(sheet: Sheet, y: float) -> None:
    c, pen = sheet.canvas, sheet.pen
    rod = g.rectangle(110, y - 34, 1330, 44)
    pen.face(rod, p.WOOD_DARK, [(0, 11, 0.6)], 1.4)
    for x in (110, 1440):
        c.circle(x, y - 12, 40, p.BRASS, pen.ink, 3)
        c.circle(x - 10, y - 24, 10, p.GLOW)
    fold = [(212, y - 40), (1338, y - 40), (1350, y + 30), (200, y + 30)]
    pen.face(fold, p.PAPER, line=1.1)
    pen.lines([[(230 + k * 92, y - 38), (222 + k * 94, y + 28)] for k in range(13)], 0.6)


@picture("carpet-hamadan", 1500, 2140, p.STONE)
def carpet(sheet: Sheet) -> None:
    """Knots on a grid: hooked medallion, flowers in the corners, three borders, fringes."""
    c = sheet.canvas
    columns, rows, knot = 111, 165, 12
    left, top = (1500 - columns * knot) / 2, (2140 - rows * knot) / 2
    c.rect(left + 16, top + 18, columns * knot, rows * knot, p.STONE_DARK)
    for j in range(rows):
        start, colour = 0, _knot(0, j, columns, rows)
        for i in range(1, columns + 1):
            following = _knot(i, j, columns, rows) if i < columns else ""
            if following != colour:
                c.rect(
                    left + start * knot,
                    top + j * knot,
                    (i - start) * knot + 0.6,
                    knot + 0.6,
                    colour,
                )
                start, colour = i, following
    fringe = []
    for i in range(columns * 2):
        x = left + (i + 0.5) * knot / 2
        for y, side in ((top, -1), (top + rows * knot, 1)):
            u = sheet.pen.random.uniform
            fringe.append(
                [
                    (x, y),
                    (x + u(-5, 5), y + side * 26),
                    (x + u(-7, 7), y + side * u(46, 62)),
                ]
            )
    sheet.pen.lines(fringe, 1.1, p.PAPER)
    sheet.pen.lines(fringe[::3], 0.5, p.STONE_DARK)


def _knot(i: int, j: int, columns: int, rows: int) -> str:
    """The wool of one knot, equal in all four quarters."""
    i, j = min(i, columns - 1 - i), min(j, rows - 1 - j)
    edge = min(i, j)
    along = j if edge == i else i
    if edge < 2:
        return p.NIGHT
    if edge < 7:
        return _guard(edge - 2, along, p.POMEGRANATE, p.GLOW)
    if edge < 8:
        return p.PAPER
    if edge < 19:
        return _main_border(edge - 8, along)
    if edge < 20:
        return p.PAPER
    if edge < 25:
        return _guard(edge - 20, along, p.INDIGO, p.ROSE)
    if edge < 26:
        return p.NIGHT
    return _field(i - 26, j - 26, columns // 2 - 26, rows // 2 - 26)


def _guard(depth: int, along: int, ground: str, figure: str) -> str:
    """A narrow border of reciprocal steps."""
    phase = along % 8
    return figure if abs(phase - 4) + abs(depth - 2) < 3 and (phase + depth) % 8 != 4 else ground


def _main_border(depth: int, along: int) -> str:
    """Rosettes and serrated leaves on madder red."""
    phase, d = along % 22 - 11, depth - 5
    reach = abs(phase) + abs(d)
    if reach <= 1:
        return p.GLOW
    if reach <= 4:
        return p.INDIGO if (phase * d) % 2 == 0 else p.PAPER
    if max(abs(phase), abs(d)) <= 5 and abs(abs(phase) - abs(d)) <= 1:
        return p.TURQUOISE
    if abs(phase) >= 8 and abs(d) <= 4 - abs(abs(phase) - 10):
        return p.OLIVE_PALE if d % 2 else p.NIGHT
    return p.POMEGRANATE


def _field(i: int, j: int, half: int, tall: int) -> str:
    """Camel field with the medallion in the middle; i, j from the field's corner inwards."""
    x, y = half - i, tall - j
    inner = x + 0.55 * y
    hexagon = max(x * 1.0, inner * 0.86)
    if hexagon <= 22:
        return _medallion(x, y, hexagon)
    if hexagon <= 26 and (x + y * 2) % 6 < 3 and y > 3:
        return p.NIGHT
    if hexagon <= 23.4:
        return p.NIGHT
    if i + j * 0.8 < 19:
        return _corner(i, j)
    pendant = abs(x) + abs(y - 46) * 0.8
    if pendant <= 2:
        return p.GLOW
    if pendant <= 5:
        return p.POMEGRANATE
    if pendant <= 6.4:
        return p.NIGHT
    if (x + 3) % 14 == 7 and (y + 2) % 14 == 7:
        return p.POMEGRANATE
    if abs((x + 3) % 14 - 7) + abs((y + 2) % 14 - 7) == 1:
        return p.INDIGO
    return CAMEL


def _medallion(x: int, y: int, hexagon: float) -> str:
    if hexagon > 20:
        return p.PAPER
    if hexagon > 14:
        hook = (y + (2 if x > 8 else 0)) % 7
        return p.PAPER if hook < 2 and hexagon < 18 else p.POMEGRANATE
    if hexagon > 12.6:
        return p.GLOW
    reach = x + y * 0.6
    if reach <= 2:
        return p.GLOW
    if reach <= 5:
        return p.POMEGRANATE
    if (x in (3, 4) and y % 6 < 3) or (y % 9 == 4 and x < 9):
        return p.TURQUOISE_PALE
    return p.INDIGO


def _corner(i: int, j: int) -> str:
    if i + j * 0.8 > 17.4:
        return p.NIGHT
    reach = abs(i - 6) + abs(j - 7)
    if reach <= 1:
        return p.GLOW
    if reach <= 3:
        return p.POMEGRANATE
    if max(abs(i - 6), abs(j - 7)) <= 4 and (i + j) % 3 == 0:
        return p.OLIVE_PALE
    return p.INDIGO
