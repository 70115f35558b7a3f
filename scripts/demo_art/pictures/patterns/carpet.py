"""A knotted carpet, one rectangle a run of knots."""

from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.sheet import Sheet, picture

CAMEL = "#c49a6c"


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
                [(x, y), (x + u(-5, 5), y + side * 26), (x + u(-7, 7), y + side * u(46, 62))]
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
    hexagon = max(float(x), 0.5 * x + 0.52 * y)
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
