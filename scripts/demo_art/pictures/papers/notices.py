"""Notices and invitations for the wall, each printed in its own manner."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.lettering.typesetting import Type, wrap


def poster_lines(
    sheet: Sheet, lines: list[str], top: float, bottom: float, width: float, ink: str, accent: str
) -> None:
    """Centred lines between top and bottom; every script in its own face, every third in colour."""
    size = 92.0
    while (
        size > 26
        and sum(_height(line, size, width, i) for i, line in enumerate(lines)) > bottom - top
    ):
        size -= 2
    used = sum(_height(line, size, width, i) for i, line in enumerate(lines))
    y = top + (bottom - top - used) / 2 + size
    left = (sheet.width - width) / 2
    for i, line in enumerate(lines):
        type_ = face(line, size, bold=i % 3 == 0)
        colour = accent if i % 3 == 0 else ink
        direction = "rtl" if type_.family in {"frank", "amiri"} else "ltr"
        sheet.paragraph(line, left, y, width, type_, 1.25, colour, direction, False, "middle")
        y += _height(line, size, width, i)


def face(line: str, size: float, bold: bool = False) -> Type:
    """The typeface for a line by its script."""
    if any("\u0590" <= c <= "\u05ff" for c in line):
        return Type("frank", size * 1.06, 700 if bold else 500)
    if any("\u0600" <= c <= "\u06ff" for c in line):
        return Type("amiri", size * 1.08, 700 if bold else 400)
    return Type("standard", size, 700 if bold else 400)


def _height(line: str, size: float, width: float, place: int) -> float:
    rows = len(wrap(line, face(line, size, bold=place % 3 == 0), width))
    return size * (1.25 * rows + 0.3)


def _heading(sheet: Sheet, y: float, size: float, ink: str, width: float) -> None:
    text = sheet.text
    family = {"he": "suez", "fa": "nastaliq", "ar": "amiri"}.get(text.language, "fatface")
    sheet.write(text.heading, sheet.width / 2, y, Type(family, size), ink=ink, width=width)


def _foot(sheet: Sheet, y: float, width: float) -> None:
    if sheet.text.signature:
        type_ = face(sheet.text.signature, 44)
        sheet.write(sheet.text.signature, sheet.width / 2, y, type_, width=width)


@picture("notice-tangier-reopening", 1400, 2000, p.PAPER)
def reopening(sheet: Sheet) -> None:
    """An open door of rays above a heavy letterpress heading."""
    c, middle = sheet.canvas, sheet.width / 2
    c.rect(50, 50, sheet.width - 100, sheet.height - 100, None, p.INDIGO, 14)
    c.rect(78, 78, sheet.width - 156, sheet.height - 156, None, p.INDIGO, 3)
    for i in range(25):
        a, b = 180 + 180 * (i + 0.2) / 25, 180 + 180 * (i + 0.8) / 25
        ray = [*g.arc(middle, 620, 215, 215, a, b, 2), *g.arc(middle, 620, 430, 430, b, a, 2)]
        c.polygon(ray, p.BRASS_PALE if i % 2 else p.GLOW)
    arch = [(middle - 170, 620), *g.arc(middle, 430, 170, 190, 180, 360), (middle + 170, 620)]
    c.polygon(arch, p.INDIGO)
    glow = [(middle - 130, 620), *g.arc(middle, 436, 130, 150, 180, 360), (middle + 130, 620)]
    c.polygon(glow, p.GLOW)
    for side in (-1, 1):
        leaf = [
            (middle + side * 130, 620),
            (middle + side * 130, 400),
            *g.bezier(
                (middle + side * 130, 400),
                (middle + side * 170, 320),
                (middle + side * 220, 340),
                (middle + side * 250, 400),
                8,
            ),
            (middle + side * 250, 660),
        ]
        c.polygon(leaf, p.TURQUOISE, p.INDIGO, 6)
        for k in range(4):
            y = 420 + k * 56
            panel = [
                (middle + side * 150, y),
                (middle + side * 232, y + 8),
                (middle + side * 232, y + 46),
                (middle + side * 150, y + 36),
            ]
            c.polygon(panel, None, p.INDIGO, 4)
    c.line([(160, 620), (middle - 130, 620)], p.INDIGO, 6)
    c.line([(middle + 130, 620), (sheet.width - 160, 620)], p.INDIGO, 6)
    _heading(sheet, 810, 120, p.INDIGO, 1120)
    o.rules(c, 160, 860, sheet.width - 320, p.POMEGRANATE)
    poster_lines(sheet, sheet.text.lines, 900, 1760, 1060, p.INK, p.POMEGRANATE)
    o.star_divider(c, middle, 1800, 700, p.POMEGRANATE, 20)
    _foot(sheet, 1886, 1000)


@picture("notice-girls-school-tetouan", 1450, 1900, p.PAPER_ROSE)
def girls_tetouan(sheet: Sheet) -> None:
    """An embroidered border of cross-stitches round the words."""
    c, middle = sheet.canvas, sheet.width / 2
    _cross_stitch_border(sheet, 60, 20)
    o.frame(c, 232, p.POMEGRANATE, (4, 2))
    _heading(sheet, 440, 112, p.POMEGRANATE, 900)
    o.rules(c, 420, 500, sheet.width - 840, p.INDIGO, "swelled")
    poster_lines(sheet, sheet.text.lines, 530, 1520, 860, p.INK, p.INDIGO)
    o.eight_point_star(c, middle, 1560, 34, p.POMEGRANATE, 3)
    _foot(sheet, 1640, 820)


def _cross_stitch_border(sheet: Sheet, inset: float, unit: float) -> None:
    """Flowers and steps on the counted thread, repeated along the four sides."""
    motif = [
        "..r...r..",
        ".rrr.rrr.",
        "rrrrrrrrr",
        ".rrrgrrr.",
        "..rgggr..",
        "....g....",
        ".oo.g.oo.",
        "..oogoo..",
        "....g....",
    ]
    inks = {"r": p.POMEGRANATE, "g": p.OLIVE, "o": p.INDIGO}
    size = 9 * unit
    nx, ny = (round((sheet.width - 2 * inset) / size), round((sheet.height - 2 * inset) / size))
    sx, sy = (sheet.width - 2 * inset) / nx, (sheet.height - 2 * inset) / ny
    cells = {(i, j) for i in range(nx) for j in range(ny) if i in (0, nx - 1) or j in (0, ny - 1)}
    for letter, ink in inks.items():
        data = []
        for i, j in sorted(cells):
            for row, line in enumerate(motif):
                for column, mark in enumerate(line):
                    if mark == letter:
                        x = inset + i * sx + (column + 0.5) * sx / 9.6
                        y = inset + j * sy + (row + 0.5) * sy / 9.6
                        d = unit * 0.36
                        data.append(
                            f"M{x - d:.1f} {y - d:.1f}l{2 * d:.1f} {2 * d:.1f}"
                            f"m{-2 * d:.1f} 0l{2 * d:.1f} {-2 * d:.1f}"
                        )
        sheet.canvas.path("".join(data), None, ink, 6)


@picture("notice-girls-school-tehran", 1450, 1950, p.PAPER)
def girls_tehran(sheet: Sheet) -> None:
    """A tiled pishtaq frames the Persian words."""
    c, middle = sheet.canvas, sheet.width / 2
    c.rect(50, 50, sheet.width - 100, sheet.height - 100, p.TURQUOISE)
    c.rect(66, 66, sheet.width - 132, sheet.height - 132, None, p.PAPER, 4)
    for x in range(110, sheet.width - 80, 82):
        for y in (112, sheet.height - 112):
            o.eight_point_star(c, x, y, 27, p.PAPER, 4)
    for y in range(194, sheet.height - 180, 82):
        for x in (110, sheet.width - 110):
            o.eight_point_star(c, x, y, 27, p.PAPER, 4)
    c.rect(160, 160, sheet.width - 320, sheet.height - 320, p.INDIGO)
    bottom, spring = sheet.height - 190, 620
    arch = [
        (196, bottom),
        (196, spring),
        *g.bezier((196, spring), (196, 380), (430, 330), (middle, 205), 20),
        *g.bezier(
            (middle, 205),
            (sheet.width - 430, 330),
            (sheet.width - 196, 380),
            (sheet.width - 196, spring),
            20,
        ),
        (sheet.width - 196, bottom),
    ]
    c.polygon(arch, p.PAPER, p.BRASS, 8)
    for side in (-1, 1):
        for k, (dx, dy, r) in enumerate(
            ((420, 235, 40), (330, 235, 26), (470, 330, 28), (490, 410, 18))
        ):
            px = middle + side * dx
            c.polygon(g.star(px, dy, r, r * 0.55, 6, 30 * k), p.BRASS_PALE)
            c.circle(px, dy, r * 0.3, p.POMEGRANATE)
    o.eight_point_star(c, middle, 380, 56, p.POMEGRANATE, 5)
    _heading(sheet, 600, 104, p.INDIGO, 920)
    o.star_divider(c, middle, 700, 640, p.TURQUOISE, 18)
    poster_lines(sheet, sheet.text.lines, 740, 1600, 900, p.INK, p.POMEGRANATE)
    _foot(sheet, 1690, 860)


@picture("invitation-hanukkah-tetouan", 1800, 1300, p.NIGHT)
def invitation(sheet: Sheet) -> None:
    """Words on a night-blue card below nine small flames."""
    c, middle, w, h = sheet.canvas, sheet.width / 2, sheet.width, sheet.height
    c.rect(44, 44, w - 88, h - 88, None, p.BRASS, 6)
    c.rect(62, 62, w - 124, h - 124, None, p.BRASS, 2)
    o.corners(c, 84, 150, p.BRASS)
    for i in range(9):
        x = middle + (i - 4) * 118
        base = 300 - (58 if i == 4 else 0)
        c.circle(x, base - 118, 62, p.INDIGO)
        flame = [
            *g.bezier(
                (x, base - 176), (x + 34, base - 120), (x + 30, base - 84), (x, base - 82), 12
            ),
            *g.bezier(
                (x, base - 82), (x - 30, base - 84), (x - 30, base - 124), (x, base - 176), 12
            ),
        ]
        c.polygon(flame, p.GLOW)
        c.polygon(
            g.moved([(a - x, b - base + 92) for a, b in flame], x, base - 90, 0.5), p.TERRACOTTA
        )
        c.rect(x - 13, base - 76, 26, 110 + (58 if i == 4 else 0), p.PAPER)
        for k in range(4):
            c.line([(x - 13, base - 52 + 26 * k), (x + 13, base - 66 + 26 * k)], p.POMEGRANATE, 5)
    c.line([(middle - 540, 336), (middle + 540, 336)], p.BRASS, 10)
    c.line([(middle - 540, 352), (middle + 540, 352)], p.BRASS, 3)
    _heading(sheet, 486, 132, p.BRASS_PALE, 1300)
    poster_lines(
        sheet,
        sheet.text.lines,
        510,
        1190 if not sheet.text.signature else 1110,
        1400,
        p.PAPER,
        p.BRASS_PALE,
    )
    if sheet.text.signature:
        sheet.write(
            sheet.text.signature,
            middle,
            1180,
            face(sheet.text.signature, 46),
            ink=p.BRASS_PALE,
            width=1200,
        )
