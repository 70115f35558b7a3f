"""Ruled sheets: class registers, timetables and the report card."""

from collections.abc import Callable

from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.geometry import smooth
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.lettering.typesetting import Type, shape

TICK = "✓"
Box = tuple[float, float, float, float]


def ruled_table(
    sheet: Sheet,
    box: Box,
    head: Type,
    body: Type,
    rule: str,
    ink: str,
    spare_rows: int = 0,
    tint: str = "",
    printed_column: bool = False,
) -> None:
    """The document's rows in its own direction: printed heads, the rest in the body's hand."""
    x, y, w, h = box
    rows, rtl = sheet.text.rows, sheet.text.direction == "rtl"
    count = len(rows) + spare_rows
    step = h / count

    def type_of(n: int, i: int) -> Type:
        return head if n == 0 or (printed_column and i == 0) else body

    widths = _columns(sheet, w, type_of)
    if tint:
        sheet.canvas.rect(x, y, w, step, tint)
    for i in range(count + 1):
        heavy = i in (0, 1, count)
        sheet.canvas.line([(x, y + i * step), (x + w, y + i * step)], rule, 4 if heavy else 1.6)
    left = x + w if rtl else x
    for i, width in enumerate(widths):
        sheet.canvas.line([(left, y), (left, y + h)], rule, 4 if i == 0 else 2)
        middle = left + width / 2 * (-1 if rtl else 1)
        for n, row in enumerate(rows):
            type_ = type_of(n, i)
            base = y + (n + 0.5) * step + type_.size * 0.32
            _cell(sheet, row[i] if i < len(row) else "", middle, base, type_, ink, width - 24)
        left += -width if rtl else width
    sheet.canvas.line([(left, y), (left, y + h)], rule, 4)


def _columns(sheet: Sheet, w: float, type_of: Callable[[int, int], Type]) -> list[float]:
    """Column widths: what the longest cell needs, then an equal share of what is left."""
    rows = sheet.text.rows
    needs = [
        44 + max(_width(sheet, row[i], type_of(n, i)) for n, row in enumerate(rows) if i < len(row))
        for i in range(len(rows[0]))
    ]
    spare = max(0.0, w - sum(needs)) / len(needs)
    scale = min(1.0, w / sum(needs))
    return [need * scale + spare for need in needs]


def _cell(
    sheet: Sheet, cell: str, x: float, base: float, type_: Type, ink: str, width: float
) -> None:
    printed = type_.weight >= 600
    if cell == TICK:
        _tick(sheet, x, base, type_.size, ink)
    elif cell:
        colour = p.INK if printed else ink
        sheet.write(cell, x, base, type_, "middle", colour, sheet.text.direction, width)


def _width(sheet: Sheet, cell: str, type_: Type) -> float:
    return type_.size if cell == TICK else shape(cell, type_, sheet.text.direction).width


def _tick(sheet: Sheet, x: float, y: float, size: float, ink: str) -> None:
    """A quick stroke of the pen for "present"."""
    u = sheet.pen.random.uniform
    down = [(-0.24, -0.28), (-0.14, -0.16), (-0.06, 0.02)]
    up = [(-0.06, 0.02), (0.1, -0.3 + u(-0.04, 0.04)), (0.34 + u(0, 0.08), -0.66 + u(-0.1, 0.1))]
    for stroke, weight in ((down, 2.2), (up, 1.6)):
        points = [(x + a * size, y + b * size) for a, b in stroke]
        sheet.pen.brush(smooth(points, 6), weight, ink)


def _binding(sheet: Sheet, side: str) -> None:
    """The stitched inner margin of a bound book."""
    x = sheet.width - 70 if side == "right" else 0
    sheet.canvas.rect(x, 0, 70, sheet.height, p.PAPER_OLD)
    edge = x if side == "right" else 70
    sheet.canvas.line([(edge, 0), (edge, sheet.height)], p.STONE_DARK, 2)
    for y in range(120, sheet.height, 220):
        middle = x + 35
        sheet.canvas.line([(middle, y), (middle, y + 90)], p.INK_BROWN, 5)
        for end in (y, y + 90):
            sheet.canvas.circle(middle, end, 7, p.INK_BROWN)


@picture("register-tetouan-1862", 2100, 1500, p.PAPER_WARM)
def register_tetouan(sheet: Sheet) -> None:
    """A bound Hebrew register in a running Sephardic hand, read from the right."""
    _binding(sheet, "right")
    middle = (sheet.width - 70) / 2
    text = sheet.text
    sheet.canvas.line([(150, 40), (150, sheet.height - 40)], p.ROSE, 3)
    sheet.canvas.line([(160, 40), (160, sheet.height - 40)], p.ROSE, 3)
    sheet.write(text.heading, middle, 160, Type("frank", 84, 700), ink=p.INK_BROWN, width=1500)
    for i, line in enumerate(text.lines[:2]):
        sheet.write(line, middle, 232 + 62 * i, Type("solitreo", 52), ink=p.INK_BLUE, width=1500)
    o.star_divider(sheet.canvas, middle, 334, 900, p.POMEGRANATE, 18)
    box = (200, 370, 1780, 780)
    head, body = Type("frank", 40, 700), Type("solitreo", 50)
    ruled_table(sheet, box, head, body, p.INDIGO_PALE, p.INK_BLUE, 0, p.PAPER_OLD)
    _tail(sheet, 1980, 1236, Type("solitreo", 52))
    if text.stamp:
        o.cachet(sheet, text.stamp, 400, 1318, 122, p.INDIGO)


def _tail(sheet: Sheet, right: float, y: float, type_: Type, ink: str = p.INK_BLUE) -> None:
    """The lines that follow the table, and the signature."""
    rtl = sheet.text.direction == "rtl"
    for line in sheet.text.lines[2:]:
        sheet.write(line, right, y, type_, "right" if rtl else "left", ink, width=1350)
        y += type_.size * 1.3
    if sheet.text.signature:
        sheet.write(
            sheet.text.signature,
            right,
            y,
            type_.at(type_.size * 1.15),
            "right" if rtl else "left",
            ink,
            width=900,
        )


@picture("register-tangier-1887", 1600, 2000, p.PAPER_BLUE)
def register_tangier(sheet: Sheet) -> None:
    """A printed attendance sheet, most of its ruled lines left empty by the quarrel."""
    c, text, middle = sheet.canvas, sheet.text, sheet.width / 2
    o.frame(c, 60, p.INDIGO, (5, 2))
    sheet.write(text.heading, middle, 200, Type("fatface", 84), width=1300, ink=p.INDIGO)
    for i, line in enumerate(text.lines[:2]):
        sheet.write(
            line, middle, 272 + 60 * i, Type("standard", 46, italic=True), width=1300, ink=p.INK
        )
    o.rules(c, 130, 366, sheet.width - 260, p.INDIGO)
    head, body = Type("standard", 38, 700), Type("roundhand", 52)
    box = (130, 410, sheet.width - 260, 1180)
    ruled_table(sheet, box, head, body, p.INDIGO, p.INK_BROWN, 3, p.INDIGO_PALE)
    _tail(sheet, 150, 1680, Type("roundhand", 52), p.INK_BROWN)
    if text.stamp:
        o.cachet(sheet, text.stamp, 1330, 1770, 120, p.POMEGRANATE, 9)


@picture("register-damascus-1907", 2000, 1500, p.PAPER_GREEN)
def register_damascus(sheet: Sheet) -> None:
    """Boys and girls counted: a large ruled page with red heads."""
    _binding(sheet, "left" if sheet.text.direction == "ltr" else "right")
    c, text = sheet.canvas, sheet.text
    middle = sheet.width / 2 + (35 if text.direction == "ltr" else -35)
    sheet.write(text.heading, middle, 170, Type("suez", 82), ink=p.INK_RED, width=1500)
    for i, line in enumerate(text.lines[:2]):
        sheet.write(line, middle, 246 + 62 * i, Type("frank", 46), width=1500)
    o.rules(c, middle - 480, 350, 960, p.INK_RED, "swelled")
    left = 160 if text.direction == "ltr" else 90
    body = Type("solitreo" if text.language in {"he", "lad"} else "roundhand", 58)
    box = (left, 400, sheet.width - 250, 760)
    ruled_table(sheet, box, Type("frank", 44, 700), body, p.OLIVE, p.INK_BLUE, 1, p.OLIVE_PALE)
    right = sheet.width - 110 if text.direction == "rtl" else 180
    _tail(sheet, right, 1262, body.at(48))
    if text.stamp:
        o.cachet(sheet, text.stamp, 380 if text.direction == "rtl" else 1660, 1325, 115, p.INK_RED)


@picture("timetable-tetouan", 2000, 1450, p.PAPER)
def timetable_tetouan(sheet: Sheet) -> None:
    """A wall timetable, type in boxes, indigo and red, with ornamental corners."""
    _timetable(sheet, p.INDIGO, p.POMEGRANATE, p.PAPER_BLUE, "fatface")


@picture("timetable-tehran-1917", 1950, 1500, p.PAPER_ROSE)
def timetable_tehran(sheet: Sheet) -> None:
    """The Tehran timetable: turquoise rules, new subjects set off in bold boxes."""
    _timetable(sheet, p.TURQUOISE, p.INK_RED, p.TURQUOISE_PALE, "standard")


def _timetable(sheet: Sheet, rule: str, accent: str, tint: str, family: str) -> None:
    c, text, middle = sheet.canvas, sheet.text, sheet.width / 2
    rtl = text.direction == "rtl"
    o.border_of_stars(c, 60, 50, rule)
    o.frame(c, 100, rule, (2,))
    heading = Type("suez" if rtl else family, 104, 400 if rtl or family == "fatface" else 700)
    sheet.write(text.heading, middle, 232, heading, ink=accent, width=1500)
    subtitle = " · ".join(text.lines[:2])
    sheet.write(subtitle, middle, 304, Type("frank" if rtl else "standard", 44), width=1500)
    o.star_divider(c, middle, 356, 1000, accent, 18)
    head = Type("frank" if rtl else "standard", 38, 700)
    body = Type("frank" if rtl else "standard", 37)
    rest = text.lines[2:]
    bottom = sheet.height - 150 - 54 * len(rest)
    ruled_table(
        sheet, (150, 400, sheet.width - 300, bottom - 400), head, body, rule, p.INK, 0, tint
    )
    for i, line in enumerate(rest):
        sheet.write(line, middle, bottom + 54 * (i + 1), body.at(36), width=1500)


@picture("report-card-girls", 1400, 1900, p.PAPER_ROSE)
def report_card(sheet: Sheet) -> None:
    """A school report folded once, printed form with marks in a round hand."""
    c, text, middle = sheet.canvas, sheet.text, sheet.width / 2
    rtl = text.direction == "rtl"
    o.folds(sheet, 1, 2, p.ROSE)
    o.frame(c, 64, p.POMEGRANATE, (2, 6, 2))
    o.corners(c, 120, 120, p.POMEGRANATE)
    sheet.write(text.heading, middle, 290, Type("suez" if rtl else "fatface", 92), width=1000)
    hand = Type("solitreo" if rtl else "roundhand", 54)
    y = 380
    for line in text.lines[:4]:
        sheet.write(line, middle, y, Type("frank" if rtl else "standard", 42), width=1080)
        y += 62
    o.rules(c, 320, y - 20, 760, p.POMEGRANATE, "swelled")
    box = (140, y + 30, sheet.width - 280, 1500 - y - 30)
    head = Type("frank" if rtl else "standard", 40, 700)
    ruled_table(sheet, box, head, hand, p.POMEGRANATE, p.INK_BLUE, 0, p.ROSE, printed_column=True)
    for i, line in enumerate(text.lines[4:]):
        sheet.write(line, middle, 1570 + 54 * i, Type("standard", 38, italic=not rtl), width=1080)
    if text.signature:
        sheet.write(text.signature, 980, 1740, hand, ink=p.INK_BLUE, width=520)
        c.line([(720, 1765), (1240, 1765)], p.POMEGRANATE, 2)
    if text.stamp:
        o.cachet(sheet, text.stamp, 370, 1690, 112, p.INDIGO, -12)
