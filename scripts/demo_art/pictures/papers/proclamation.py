"""The founding call, set like a letterpress broadside with ornaments in two inks."""

from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.lettering.typesetting import Type, wrap


@picture("proclamation-1860", 1500, 2100, p.PAPER_WARM)
def proclamation(sheet: Sheet) -> None:
    """Heading in a fat face, short lines centred in changing sizes, Hebrew in red."""
    c, text = sheet.canvas, sheet.text
    middle = sheet.width / 2
    c.rect(44, 44, sheet.width - 88, sheet.height - 88, p.PAPER)
    o.border_of_stars(c, 84, 46, p.INDIGO)
    o.frame(c, 124, p.INK, (7, 2))
    o.corners(c, 158, 150, p.POMEGRANATE)
    o.eight_point_star(c, middle, 250, 62, p.POMEGRANATE, 5)
    for side in (-1, 1):
        o.rules(c, middle + side * 230 - 130, 250, 260, p.INK, "swelled")
    y = 440.0
    for word in _halves(text.heading):
        sheet.write(word, middle, y, Type("fatface", 118), width=1080)
        y += 122
    o.rules(c, 260, y - 70, sheet.width - 520, p.INK, "thick-thin")
    y += 6
    room = 1850 - y
    lines = [line for line in text.lines if line != text.heading]
    size = _size(sheet, lines, room)
    for i, line in enumerate(lines):
        y = _line(sheet, line, y, size, first=i == 0)
    o.star_divider(c, middle, 1858, 760, p.POMEGRANATE, 22)
    if text.signature:
        type_ = Type("standard", 40, italic=True)
        sheet.write(text.signature, middle, 1934, type_, width=1000)


def _size(sheet: Sheet, lines: list[str], room: float) -> float:
    """The largest size in which the lines fill the room."""
    size = 96.0
    while size > 24 and sum(_height(line, size) for line in lines) > room:
        size -= 1
    return size


def _height(line: str, size: float) -> float:
    rows = 1 if line.isupper() else len(wrap(line, Type("standard", size), 1050))
    return (rows * 1.32 + 0.42) * size * (1.3 if line.isupper() else 1)


def _line(sheet: Sheet, line: str, y: float, size: float, first: bool) -> float:
    hebrew = any("א" <= ch <= "ת" for ch in line)
    if hebrew:
        type_, ink = Type("frank", size * 1.16, 700), p.POMEGRANATE
    elif line.isupper():
        type_, ink = Type("fatface", size * 1.3, tracking=6), p.INK
    else:
        type_, ink = Type("standard", size, 700 if first else 400, italic=first), p.INK
    y = sheet.paragraph(
        line, 225, y, 1050, type_, 1.32, ink, "rtl" if hebrew else "ltr", False, "middle"
    )
    return y + size * 0.42


def _halves(heading: str) -> list[str]:
    words = heading.split(" ")
    return [" ".join(words[:-1]), words[-1]] if len(words) > 2 else [heading]
