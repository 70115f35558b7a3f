"""Printers' ornaments: rules, frames, fleurons, guilloche bands, rosettes, cachets, seals."""

from __future__ import annotations

from math import cos, pi, sin, sqrt

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Canvas, Point, path_of
from scripts.demo_art.engraving.sheet import Sheet
from scripts.demo_art.lettering.typesetting import Type, shape


def rules(
    canvas: Canvas, x: float, y: float, w: float, ink: str, style: str = "thick-thin"
) -> None:
    """A horizontal printers' rule: thin, double, thick-thin, swelled or dotted."""
    if style == "swelled":
        canvas.polygon([(x, y), (x + w / 2, y - 4), (x + w, y), (x + w / 2, y + 4)], ink)
        canvas.polygon(g.regular(x + w / 2, y, 10, 4), ink)
        return
    if style == "dotted":
        canvas.line([(x, y), (x + w, y)], ink, 5, "0.1 14")
        return
    canvas.line([(x, y), (x + w, y)], ink, {"thick-thin": 6, "double": 2, "thin": 2}[style])
    if style != "thin":
        canvas.line([(x, y + 9), (x + w, y + 9)], ink, 2)


def frame(canvas: Canvas, inset: float, ink: str, widths: tuple[float, ...] = (8, 2)) -> None:
    """Nested rectangles along the sheet's edges, outermost first, 12 px apart."""
    for i, width in enumerate(widths):
        d = inset + i * 14
        canvas.rect(d, d, canvas.width - 2 * d, canvas.height - 2 * d, None, ink, width)


def corner_flourish(canvas: Canvas, x: float, y: float, size: float, ink: str) -> None:
    """A pair of leafy volutes for one corner; negative size mirrors both ways."""
    for flip in (False, True):
        stem = g.bezier((0, 0), (0.5, 0.02), (0.92, 0.1), (0.86, 0.36))
        curl = g.bezier((0.86, 0.36), (0.8, 0.56), (0.52, 0.5), (0.6, 0.3))
        leaf1 = g.bezier((0.3, 0.02), (0.36, 0.2), (0.5, 0.24), (0.56, 0.16), 10)
        leaf2 = g.bezier((0.56, 0.16), (0.5, 0.08), (0.4, 0.04), (0.3, 0.02), 10)

        def place(points: list[Point], flip: bool = flip) -> list[Point]:
            return [
                (x + size * (b if flip else a), y + size * (a if flip else b)) for a, b in points
            ]

        n = len(stem + curl) - 1
        widths = [abs(size) * 0.045 * sin(pi * (0.12 + 0.88 * i / n)) for i in range(n + 1)]
        canvas.polygon(g.swelling(place(stem + curl), widths), ink)
        canvas.polygon(place(leaf1 + leaf2), ink)
        cx, cy = place([(0.66, 0.36)])[0]
        canvas.circle(cx, cy, abs(size) * 0.035, ink)
    canvas.circle(x + size * 0.22, y + size * 0.22, abs(size) * 0.05, ink)


def corners(canvas: Canvas, inset: float, size: float, ink: str) -> None:
    """Flourishes in the sheet's four corners."""
    w, h = canvas.width, canvas.height
    for sx, sy in ((1, 1), (-1, 1), (-1, -1), (1, -1)):
        x, y = (inset if sx > 0 else w - inset), (inset if sy > 0 else h - inset)
        with canvas.transformed(f"translate({x} {y}) scale({sx} {sy})"):
            corner_flourish(canvas, 0, 0, size, ink)


def eight_point_star(canvas: Canvas, x: float, y: float, r: float, ink: str, width: float) -> None:
    """Two squares laced into a star, with a bud in the middle: the museum's ornament."""
    for turn in (0, 45):
        canvas.polygon(g.regular(x, y, r, 4, turn), None, ink, width)
    canvas.polygon(g.star(x, y, r * 0.42, r * 0.2, 8), ink)


def star_divider(canvas: Canvas, x: float, y: float, w: float, ink: str, r: float = 20) -> None:
    """A rule broken by the eight-point star."""
    for side in (-1, 1):
        a, b = x + side * (r + 14), x + side * w / 2
        canvas.line([(a, y), (b, y)], ink, 2)
        canvas.polygon(g.regular(a + side * 22, y, 6, 4), ink)
        canvas.circle(b, y, 4, ink)
    eight_point_star(canvas, x, y, r, ink, 2.4)


def border_of_stars(canvas: Canvas, inset: float, unit: float, ink: str, fill: str = "") -> None:
    """A frame of repeated type ornaments: stars and lozenges, an even count on each side."""
    w, h = canvas.width - 2 * inset, canvas.height - 2 * inset
    nx, ny = round(w / unit), round(h / unit)
    places = [(inset + w * i / nx, inset) for i in range(nx + 1)]
    places += [(x, inset + h) for x, _ in places]
    places += [(inset + e, inset + h * i / ny) for i in range(1, ny) for e in (0, w)]
    r = unit * 0.36
    data, dots = [], []
    for x, y in places:
        data.append(path_of(g.star(x, y, r, r * 0.45, 8, 22.5)))
        horizontal = y in (inset, inset + h)
        step = w / nx if horizontal else h / ny
        dx, dy = (step / 2, 0) if horizontal else (0, step / 2)
        dots.append(path_of(g.regular(x + dx, y + dy, unit * 0.1, 4)))
    canvas.path("".join(data), ink)
    canvas.path("".join(dots), ink)
    for x, y in places:
        canvas.circle(x, y, r * 0.24, fill or p.PAPER)


def guilloche_band(
    canvas: Canvas, a: Point, b: Point, amplitude: float, waves: int, ink: str, strands: int = 9
) -> None:
    """A band of interlaced sine lines from a to b, as engraving lathes draw it."""
    (x0, y0), (x1, y1) = a, b
    length = sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    steps = waves * 16
    for sign in (1, -1):
        data = []
        for k in range(strands):
            scale = 1 - 0.55 * k / strands
            phase = 2 * pi * 0.25 * k / strands
            points = []
            for i in range(steps + 1):
                t = i / steps
                d = sign * amplitude * scale * sin(2 * pi * waves * t + phase)
                points.append((x0 + ux * length * t - uy * d, y0 + uy * length * t + ux * d))
            data.append(path_of(points, closed=False))
        canvas.path("".join(data), None, ink, 1.4)


def rosette(
    canvas: Canvas, x: float, y: float, r: float, petals: int, ink: str, strands: int = 12
) -> None:
    """A lathe rosette: hypotrochoid-like rings that cross each other."""
    data = []
    for k in range(strands):
        inner, swing = r * (0.35 + 0.5 * k / strands), r * (0.3 - 0.2 * k / strands)
        turn = pi * k / strands
        points = []
        for i in range(petals * 18):
            t = 2 * pi * i / (petals * 18)
            d = inner + swing * 0.5 * cos(petals * t + turn * 2)
            points.append((x + d * cos(t), y + d * sin(t)))
        data.append(path_of(points))
    canvas.path("".join(data), None, ink, 1.4)


def text_on_circle(
    sheet: Sheet,
    text: str,
    x: float,
    y: float,
    r: float,
    type_: Type,
    ink: str,
    bottom: bool = False,
) -> None:
    """Letters along a circle, centred at its top (or bottom, read from inside)."""
    line = shape(text, type_)
    for place, glyph in enumerate(line.glyphs):
        following = line.glyphs[place + 1].x if place + 1 < len(line.glyphs) else line.width
        middle = (glyph.x + following) / 2
        angle = (middle - line.width / 2) / r
        if bottom:
            angle = -angle
        single = type(line)([glyph._replace(x=glyph.x - middle)], 0, line.size)
        degrees = angle * 180 / pi
        rise = r if bottom else -r
        with sheet.canvas.transformed(f"translate({x:.1f} {y:.1f}) rotate({degrees:.2f})"):
            sheet.canvas.path(single.path(0, rise + (type_.size * 0.35 if bottom else 0)), ink)


def cachet(
    sheet: Sheet, text: str, x: float, y: float, r: float, ink: str, turn: float = -8
) -> None:
    """A rubber stamp: two rings, lettering round the edge, a star in the middle."""
    words = text.split(" ")
    half = (len(words) + 1) // 2
    upper, lower = " ".join(words[:half]), " ".join(words[half:])
    canvas = sheet.canvas
    with canvas.transformed(f"rotate({turn} {x:.0f} {y:.0f})", opacity=0.82):
        for ring, width in ((r, 6), (r * 0.92, 2), (r * 0.56, 2)):
            canvas.circle(x, y, ring, None, ink, width)
        type_ = Type("standard", r * 0.2, 700, tracking=r * 0.02)
        if any("\u0600" <= letter <= "\u06ff" for letter in text):
            sheet.write(text, x, y + r * 0.12, Type("nastaliq", r * 0.36), ink=ink, width=r)
            return
        hebrew = any("א" <= c <= "ת" for c in text)
        if hebrew:
            type_ = Type("frank", r * 0.24, 700)
        room = r * 2.2
        for words_, low in ((upper, False), (lower, True)):
            if words_:
                size = min(type_.size, type_.size * room / max(shape(words_, type_).width, 1))
                text_on_circle(sheet, words_, x, y, r * 0.67, type_.at(size), ink, low)
        eight_point_star(canvas, x, y, r * 0.34, ink, 3)


def wax_seal(canvas: Canvas, x: float, y: float, r: float, ink: str, dark: str) -> None:
    """A sealing-wax drop with a pressed star."""
    edge = [
        (
            x + r * (1 + 0.05 * sin(5 * t) + 0.03 * sin(9 * t + 1)) * cos(t),
            y + r * (1 + 0.05 * sin(5 * t) + 0.03 * sin(9 * t + 1)) * sin(t),
        )
        for t in (2 * pi * i / 90 for i in range(90))
    ]
    canvas.polygon(g.moved(edge, 5, 7), p.STONE_DARK, opacity=0.5)
    canvas.polygon(edge, ink, dark, 2)
    canvas.circle(x, y, r * 0.74, None, dark, 3)
    canvas.line(g.arc(x, y, r * 0.86, r * 0.86, 190, 300), p.ROSE, 4)
    eight_point_star(canvas, x, y, r * 0.5, dark, 4)


def folds(sheet: Sheet, columns: int, rows: int, tint: str) -> None:
    """Creases of a letter that was folded, each a pale and a dark hairline."""
    w, h, canvas = sheet.width, sheet.height, sheet.canvas
    for i in range(1, columns):
        canvas.line([(w * i / columns, 0), (w * i / columns, h)], tint, 3)
        canvas.line([(w * i / columns + 3, 0), (w * i / columns + 3, h)], p.WHITE, 2)
    for i in range(1, rows):
        canvas.line([(0, h * i / rows), (w, h * i / rows)], tint, 3)
        canvas.line([(0, h * i / rows + 3), (w, h * i / rows + 3)], p.WHITE, 2)
