"""The centenary programme, the growth chart and the two sheets of names."""

from math import sqrt

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.lettering.typesetting import Type
from scripts.demo_art.pictures.papers.notices import face


@picture("programme-centenary-1962", 1400, 2000, p.PAPER)
def programme(sheet: Sheet) -> None:
    """A modern programme of 1962: a sun that rises and sets over a hundred bars."""
    c, text, w = sheet.canvas, sheet.text, sheet.width
    c.rect(0, 0, w, 900, p.INDIGO)
    c.circle(w / 2, 640, 300, p.TERRACOTTA)
    c.circle(w / 2, 640, 236, p.BRASS)
    c.circle(w / 2, 640, 168, p.GLOW)
    for i in range(100):
        x = 90 + (w - 180) * i / 99
        rise = 1 - ((i - 50) / 50) ** 2
        tall = 40 + 240 * sqrt(max(rise, 0)) * (0.75 + 0.25 * (i * 7 % 5) / 4)
        c.rect(x - 4.5, 900 - tall, 9, tall, p.PAPER if i % 10 else p.ROSE)
    for i in range(-5, 6):
        c.line([(w / 2, 210), (w / 2 + i * 190, 60)], p.INDIGO_PALE, 2)
    o.eight_point_star(c, w / 2, 212, 74, p.GLOW, 6)
    rtl = text.direction == "rtl"
    heading = Type("suez" if rtl else "fatface", 110)
    sheet.write(text.heading, w / 2, 1060, heading, ink=p.INDIGO, width=w - 240)
    o.rules(c, 120, 1105, w - 240, p.TERRACOTTA, "thick-thin")
    step = min(104.0, 760 / max(len(text.lines) + len(text.rows), 1))
    y = 1130 + step * 0.8
    for line in text.lines:
        sheet.write(line, w / 2, y, face(line, step * 0.62), width=w - 260)
        y += step
    for row in text.rows:
        _programme_row(sheet, row, y, step)
        y += step
    if text.signature:
        sheet.write(text.signature, w / 2, 1900, face(text.signature, 40), ink=p.TERRACOTTA)


def _programme_row(sheet: Sheet, row: list[str], y: float, step: float) -> None:
    rtl = sheet.text.direction == "rtl"
    start, end = (sheet.width - 140, 140) if rtl else (140, sheet.width - 140)
    sides = ("right", "left") if rtl else ("left", "right")
    first = sheet.write(
        row[0], start, y, face(row[0], step * 0.46, True), sides[0], p.TERRACOTTA, width=520
    )
    last = sheet.write(row[-1], end, y, face(row[-1], step * 0.46), sides[1], width=700)
    sign = -1 if rtl else 1
    dots = [(start + sign * (first.width + 20), y - 6), (end - sign * (last.width + 20), y - 6)]
    sheet.canvas.line(dots, p.STONE_DARK, 4, "0.1 14")


@picture("chart-growth", 2000, 1450, p.PAPER)
def chart_growth(sheet: Sheet) -> None:
    """Schools as stacks of small houses, pupils as circles, like a statistical plate."""
    c, text, w = sheet.canvas, sheet.text, sheet.width
    o.frame(c, 50, p.INK, (6, 2))
    rtl = text.direction == "rtl"
    sheet.write(
        text.heading, w / 2, 190, Type("suez" if rtl else "fatface", 88), ink=p.INDIGO, width=1700
    )
    for i, line in enumerate(text.lines[:2]):
        sheet.write(line, w / 2, 254 + 50 * i, face(line, 40), width=1700)
    o.star_divider(c, w / 2, 340, 900, p.POMEGRANATE, 17)
    rows = text.rows[1:] if text.rows and not _number(text.rows[0][1]) else text.rows
    column = (w - 240) / len(rows)
    base = 1120
    largest = max(_number(row[1]) for row in rows)
    for i, row in enumerate(rows):
        place = len(rows) - 1 - i if rtl else i
        x = 120 + column * (place + 0.5)
        _stack(
            sheet,
            x,
            base,
            _number(row[1]),
            largest,
            (p.INDIGO, p.POMEGRANATE, p.OLIVE, p.BRASS)[i % 4],
        )
        sheet.write(row[0], x, base + 66, face(row[0], 46, True), width=column - 30)
        sheet.write(
            row[1], x, base + 132, Type("fatface", 58), ink=p.POMEGRANATE, width=column - 30
        )
        if len(row) > 2 and row[2]:
            sheet.write(row[2], x, base + 190, face(row[2], 40), width=column - 30)
    c.line([(120, base + 8), (w - 120, base + 8)], p.INK, 5)
    for i, line in enumerate(text.lines[2:]):
        sheet.write(line, w / 2, base + 240 + 40 * i, face(line, 32), width=1720)


def _number(text: str) -> int:
    digits = "".join(c for c in text if c.isdigit())
    return int(digits) if digits else 0


def _stack(sheet: Sheet, x: float, base: float, count: int, largest: int, ink: str) -> None:
    """One small schoolhouse for each school, ten in a row, from the ground up."""
    size, step = 25.0, min(26.0, 700 / max(largest / 10, 1))
    for i in range(count):
        column, row = i % 10, i // 10
        left = x + (column - min(count, 10) / 2) * (size + 3)
        floor = base - row * step
        tall = step - 5
        house = [
            (left, floor),
            (left, floor - tall * 0.62),
            (left + size / 2, floor - tall),
            (left + size, floor - tall * 0.62),
            (left + size, floor),
        ]
        sheet.canvas.polygon(house, ink)
        sheet.canvas.rect(left + size * 0.38, floor - tall * 0.4, size * 0.24, tall * 0.4, p.PAPER)


@picture("names-tetouan", 1600, 2000, p.TURQUOISE)
def names_tetouan(sheet: Sheet) -> None:
    """One town in five spellings, as large as the sheet allows."""
    _names(sheet, [p.PAPER, p.GLOW, p.PAPER, p.GLOW, p.PAPER, p.GLOW], p.INDIGO)


@picture("names-tsarfati", 2000, 1400, p.POMEGRANATE)
def names_tsarfati(sheet: Sheet) -> None:
    """One speaker in four spellings, staggered like echoes."""
    _names(sheet, [p.PAPER, p.ROSE, p.GLOW, p.PAPER, p.ROSE], p.INK_RED)


def _names(sheet: Sheet, inks: list[str], band: str) -> None:
    c, text, w, h = sheet.canvas, sheet.text, sheet.width, sheet.height
    step = 76
    for i in range(-1, w // step + 2):
        for j in range(-1, h // step + 2):
            c.polygon(g.star(i * step, j * step, 30, 13, 8, 22.5), None, band, 1.6)
    c.rect(70, 70, w - 140, h - 140, sheet_ground(sheet), inks[0], 6)
    c.rect(88, 88, w - 176, h - 176, None, inks[0], 2)
    names = [line for line in text.lines if "," not in line]
    title = [text.heading] if text.heading not in names else []
    title += [line for line in text.lines if "," in line]
    y = 176.0
    for line in title:
        sheet.write(line, w / 2, y, face(line, 60, True), ink=inks[1], width=w - 320)
        y += 70
    o.rules(c, w / 2 - 260, y - 20, 520, inks[1], "swelled")
    step_y = (h - 120 - y) / len(names)
    for i, name in enumerate(names):
        type_, base = _name_face(name, step_y * 0.66, i), y + step_y * (i + 0.72)
        sheet.write(name, w / 2, base, type_, ink=inks[i % len(inks)], width=w - 360)
        if i:
            o.rules(c, 190, y + step_y * i, w - 380, inks[1], "thin")


def sheet_ground(sheet: Sheet) -> str:
    """The sheet's own ground colour."""
    return p.TURQUOISE if sheet.key == "names-tetouan" else p.POMEGRANATE


def _name_face(name: str, size: float, place: int) -> Type:
    if any("א" <= ch <= "ת" for ch in name):
        return Type(("suez", "rashi", "solitreo")[place % 3], size)
    if any("\u0600" <= ch <= "\u06ff" for ch in name):
        return Type("nastaliq", size * 0.72)
    return Type(("fatface", "roundhand", "standard", "typewriter")[place % 4], size)
