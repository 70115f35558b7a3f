"""Telegrams: a printed form with the message on pasted strips of tape."""

from itertools import pairwise

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.lettering.typesetting import Type, fitted, shape, wrap


@picture("telegram-shah-1873", 1800, 1250, p.PAPER_BLUE)
def telegram_shah(sheet: Sheet) -> None:
    """A French form of the seventies with a lightning ornament."""
    _form(sheet, p.INDIGO, p.POMEGRANATE)


@picture("telegram-tehran-1898", 1750, 1300, p.PAPER_ROSE)
def telegram_tehran(sheet: Sheet) -> None:
    """A red form, strips of tape, two postmarks."""
    _form(sheet, p.INK_RED, p.INDIGO)


def _form(sheet: Sheet, ink: str, second: str) -> None:
    c, text, w = sheet.canvas, sheet.text, sheet.width
    o.frame(c, 46, ink, (5, 2))
    c.rect(74, 74, w - 148, 150, ink)
    sheet.write(
        text.heading.upper(),
        w / 2,
        182,
        Type("fatface", 92, tracking=14),
        ink=p.PAPER,
        width=w - 620,
    )
    for middle in (190, w - 190):
        _lightning(sheet, middle, 149, p.PAPER)
    y = 330
    for i in range(3):
        c.line([(120, y), (w - 120, y)], ink, 1.6, "3 9")
        for x in (w * 0.38, w * 0.68):
            if i == 0:
                c.line([(x, 236), (x, y)], ink, 2)
        y += 44 if i == 0 else 0
    _masts(sheet, 130, 318, w - 260, ink)
    _strips(sheet)
    if text.signature:
        sheet.write(
            text.signature,
            w - 520,
            sheet.height - 92,
            Type("roundhand", 66),
            ink=p.INK_BLUE,
            width=600,
        )
    if text.stamp:
        _postmark(sheet, text.stamp, w - 430, 610, 122, second)


def _lightning(sheet: Sheet, x: float, y: float, ink: str) -> None:
    bolt = [(12, -58), (-26, 8), (-2, 8), (-14, 58), (28, -12), (4, -12)]
    sheet.canvas.polygon(g.moved(bolt, x, y), ink)
    for side in (-1, 1):
        for k, spread in enumerate((30, 42, 54)):
            points = g.arc(
                x,
                y,
                spread,
                spread,
                -38 + (180 if side < 0 else 0),
                38 + (180 if side < 0 else 0),
                12,
            )
            sheet.canvas.line(points, ink, 3.4 - 0.6 * k)


def _masts(sheet: Sheet, x: float, y: float, w: float, ink: str) -> None:
    """A small frieze of telegraph poles and wires between head and message."""
    count = 7
    tops = []
    for i in range(count):
        px = x + w * i / (count - 1)
        sheet.canvas.line([(px, y + 90), (px, y)], ink, 5)
        for k in (0, 16):
            sheet.canvas.line([(px - 26, y + 10 + k), (px + 26, y + 10 + k)], ink, 4)
            for e in (-22, 22):
                sheet.canvas.circle(px + e, y + 4 + k, 4, ink)
        tops.append(px)
    for a, b in pairwise(tops):
        for k in (0, 16):
            wire = g.bezier(
                (a, y + 4 + k), (a + 60, y + 34 + k), (b - 60, y + 34 + k), (b, y + 4 + k)
            )
            sheet.canvas.line(wire, ink, 1.8)
    sheet.canvas.line([(x - 20, y + 92), (x + w + 20, y + 92)], ink, 3)


def _strips(sheet: Sheet) -> None:
    text, w = sheet.text, sheet.width
    type_ = Type("typewriter", 50, tracking=2)
    rows = [row for line in text.lines for row in wrap(line, type_, w - 330)]
    pitch = min(96.0, (sheet.height - 462 - (190 if text.signature else 100)) / max(len(rows), 1))
    type_ = type_.at(min(50, pitch * 0.56))
    y = 462.0
    for row in rows:
        fit = fitted(row, type_, w - 330)
        width = shape(row, fit).width + 60
        u = sheet.pen.random.uniform
        x, tilt = 150 + u(-14, 22), u(-0.5, 0.5)
        with sheet.canvas.transformed(f"rotate({tilt:.2f} {x:.0f} {y:.0f})"):
            tall = pitch * 0.8
            sheet.canvas.rect(x + 5, y + 6, width, tall, p.STONE)
            edge = g.rectangle(x, y, width, tall)
            sheet.canvas.polygon(edge, p.WHITE, p.STONE_DARK, 1.4)
            sheet.write(
                row, x + 30, y + tall * 0.5 + fit.size * 0.3, fit, "left", direction=text.direction
            )
        y += pitch


def _postmark(sheet: Sheet, text: str, x: float, y: float, r: float, ink: str) -> None:
    c = sheet.canvas
    with c.transformed(f"rotate(-11 {x:.0f} {y:.0f})", opacity=0.85):
        for ring, width in ((r, 7), (r * 0.66, 3)):
            c.circle(x, y, ring, None, ink, width)
        words = text.split(" ")
        o.text_on_circle(
            sheet,
            words[0].upper(),
            x,
            y,
            r * 0.74,
            Type("standard", r * 0.22, 700, tracking=4),
            ink,
        )
        rest = words[1:]
        for i, word in enumerate(rest):
            sheet.write(
                word.upper(),
                x,
                y + (i - (len(rest) - 1) / 2) * r * 0.34 + r * 0.1,
                Type("standard", r * 0.28, 700),
                ink=ink,
                width=r * 1.15,
            )
        for k in range(5):
            wave = [
                (x + r + 6 + t * 6, y - 60 + k * 30 + 9 * (1 if (t // 6) % 2 else -1))
                for t in range(0, 48, 6)
            ]
            c.line(g.smooth(wave), ink, 5)
