"""Letters on headed paper, each in its own hand and colour."""

from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.lettering.typesetting import Type, wrap


def letter(
    sheet: Sheet,
    hand: Type,
    ink: str,
    top: float,
    left: float = 190,
    leading: float = 1.3,
    largest: float = 92,
) -> float:
    """The lines of a letter in one hand, shrunk to fit; short lines stand alone. Returns y."""
    text = sheet.text
    width = sheet.width - 2 * left
    bottom = sheet.height - (330 if text.signature or text.stamp else 180)
    while hand.size > 26 and _rows(text.lines, hand, width) * hand.size * leading > bottom - top:
        hand = hand.at(hand.size - 1)
    y = top
    for i, line in enumerate(text.lines):
        long = len(wrap(line, hand, width)) > 1
        indent = hand.size * 1.5 if long and i else 0
        x = left + (indent if text.direction == "ltr" else 0)
        y = sheet.paragraph(line, x, y, width - indent, hand, leading, ink, justify=False)
        y += hand.size * 0.3
    return y


def _rows(lines: list[str], hand: Type, width: float) -> float:
    return sum(len(wrap(line, hand, width - hand.size * 1.5)) + 0.3 for line in lines)


def sign(sheet: Sheet, hand: Type, ink: str, y: float) -> None:
    """The signature with a paraph below it, on the side where the lines end."""
    text = sheet.text
    if not text.signature:
        return
    x = sheet.width * (0.3 if text.direction == "rtl" else 0.68)
    line = sheet.write(text.signature, x, y, hand.at(hand.size * 1.15), ink=ink, width=820)
    half = min(line.width / 2, 380)
    points = [
        (x - half, y + 34),
        (x + half * 0.7, y + 22),
        (x + half * 1.1, y + 44),
        (x + half * 0.3, y + 58),
        (x - half * 0.2, y + 40),
        (x + half * 0.9, y + 70),
    ]
    sheet.pen.brush(o.g.smooth(points, 14), 2.6, ink)


@picture("letter-tetouan-opening", 1500, 2000, p.PAPER)
def letter_opening(sheet: Sheet) -> None:
    """The news of the first school, in brown ink on laid paper folded in four."""
    c, middle = sheet.canvas, sheet.width / 2
    o.folds(sheet, 2, 3, p.PAPER_WARM)
    o.eight_point_star(c, middle, 150, 46, p.INDIGO, 4)
    sheet.write(sheet.text.heading, middle, 290, Type("fatface", 66), ink=p.INDIGO, width=1150)
    o.rules(c, 190, 330, sheet.width - 380, p.INDIGO, "double")
    hand = Type("roundhand", 62)
    y = letter(sheet, hand, p.INK_BROWN, 440)
    sign(sheet, hand, p.INK_BROWN, min(y + 90, 1790))
    if sheet.text.stamp:
        o.cachet(sheet, sheet.text.stamp, 340, 1790, 118, p.INDIGO)


@picture("letter-tangier-quarrel", 1450, 2000, p.PAPER_BLUE)
def letter_quarrel(sheet: Sheet) -> None:
    """A hurried letter on blue office paper, blots and a line struck under."""
    c = sheet.canvas
    o.folds(sheet, 1, 3, p.STONE)
    sheet.write(
        sheet.text.heading,
        sheet.width - 150,
        190,
        Type("roundhand", 84),
        "right",
        p.INK_BLUE,
        width=1100,
    )
    sheet.pen.brush([(560 + i * 37, 226 + (i % 3) * 4) for i in range(20)], 2, p.INK_BLUE)
    hand = Type("roundhand", 66)
    y = letter(sheet, hand, p.INK_BLUE, 370, 150)
    sign(sheet, hand, p.INK_BLUE, min(y + 100, 1800))
    for x, y, r in (
        (232, 1752, 26),
        (276, 1800, 9),
        (196, 1810, 6),
        (1300, 262, 7),
        (1321, 280, 4),
    ):
        edge = sheet.pen.jitter(o.g.ellipse(x, y, r, r * 0.9, 18), r * 0.07)
        c.polygon(o.g.smooth(edge, 4, closed=True), p.INK_BLUE)
    if sheet.text.stamp:
        o.cachet(sheet, sheet.text.stamp, 330, 1800, 105, p.POMEGRANATE, 12)


@picture("letter-netter-1870", 1500, 1950, p.PAPER_GREEN)
def letter_netter(sheet: Sheet) -> None:
    """A letterhead with an engraved palm avenue, olive ink."""
    c, pen, middle = sheet.canvas, sheet.pen, sheet.width / 2
    o.folds(sheet, 1, 3, p.OLIVE_PALE)
    pen.ink = p.OLIVE
    c.circle(middle, 238, 92, p.GLOW)
    for i, x in enumerate((-330, -235, -165, 165, 235, 330)):
        size = abs(x) / 330
        _letterhead_palm(sheet, middle + x, 330, 210 * (0.45 + 0.55 * size), i)
    c.line([(middle - 420, 330), (middle + 420, 330)], p.OLIVE, 3)
    pen.lines([[(middle + s * 22, 262), (middle + s * 190, 330)] for s in (-1, 1)], 0.8)
    pen.lines([[(middle - w, y), (middle + w, y)] for y, w in ((340, 330), (349, 240), (358, 150))])
    sheet.write(sheet.text.heading, middle, 440, Type("standard", 62, 700), ink=p.OLIVE, width=1150)
    o.rules(c, 420, 474, sheet.width - 840, p.OLIVE, "swelled")
    hand = Type("roundhand", 64)
    y = letter(sheet, hand, p.INK, 580, 180)
    sign(sheet, hand, p.INK, min(y + 100, 1760))
    if sheet.text.stamp:
        o.cachet(sheet, sheet.text.stamp, 330, 1770, 112, p.OLIVE, -10)


def _letterhead_palm(sheet: Sheet, x: float, base: float, height: float, lean: int) -> None:
    pen, r = sheet.pen, height * 0.34
    sway = (lean % 3 - 1) * 8
    pen.brush([(x, base), (x + sway * 0.3, base - height / 2), (x + sway, base - height)], 4)
    for k in range(9):
        side = (k - 4) / 4
        top = (x + sway, base - height)
        tip = (top[0] + side * r, top[1] - r * 0.5 * (1 - side * side) + r * 0.55 * side * side)
        bend = (top[0] + side * r * 0.6, top[1] - r * 0.55)
        pen.brush(o.g.bezier(top, bend, bend, tip, 10), 3)


@picture("circular-persian", 1450, 1950, p.PAPER_WARM)
def circular(sheet: Sheet) -> None:
    """An office circular: turquoise head with a tile star, Persian set in nastaliq and naskh."""
    c, middle, text = sheet.canvas, sheet.width / 2, sheet.text
    persian = text.direction == "rtl" and text.language != "he"
    c.rect(0, 0, sheet.width, 36, p.TURQUOISE)
    o.eight_point_star(c, middle, 160, 58, p.TURQUOISE, 5)
    heading = Type("nastaliq" if persian else "standard", 118, 400)
    sheet.write(text.heading, middle, 380, heading, ink=p.TURQUOISE, width=1120)
    o.rules(c, 170, 470, sheet.width - 340, p.TURQUOISE, "double")
    hand = Type("amiri" if persian else "typewriter", 58 if persian else 40)
    y = letter(sheet, hand, p.INK, 610, 150, 1.75 if persian else 1.5, 130 if persian else 64)
    sign(sheet, Type("nastaliq", 48) if persian else hand, p.INK_BLUE, min(y + 120, 1730))
    if text.stamp:
        o.cachet(sheet, text.stamp, 1090, 1740, 108, p.INDIGO, -10)
    c.rect(0, sheet.height - 36, sheet.width, 36, p.TURQUOISE)
