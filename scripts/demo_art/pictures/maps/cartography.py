"""What engraved maps share: waterlined coasts, hachures, towns, frame, compass, cartouche."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Point, Ring, path_of
from scripts.demo_art.engraving.sheet import Sheet
from scripts.demo_art.lettering.typesetting import Type, shape
from scripts.demo_art.motifs import coast


@dataclass(frozen=True)
class Chart:
    """An equirectangular map window on the sheet: pixels per degree of latitude."""

    sheet: Sheet
    west: float
    north: float
    scale: float
    x: float
    y: float

    def place(self, longitude: float, latitude: float) -> Point:
        """Pixels of a place; degrees of longitude shortened as at 34° north."""
        dx = (longitude - self.west) * cos(radians(34)) * self.scale
        return self.x + dx, self.y + (self.north - latitude) * self.scale

    def ring(self, points: Ring, closed: bool = True) -> list[Point]:
        """A shore in pixels, its corners rounded by the graver."""
        return g.smooth([self.place(*q) for q in points], 5, closed)


def draw_land(chart: Chart, window: Ring, sea: str, land: str, line: str, waters: int = 5) -> None:
    """Sea with lines along the shore, then land, inner seas, rivers and ranges."""
    c = chart.sheet.canvas
    with c.clipped([window]):
        c.polygon(window, sea)
        shores = [chart.ring(coast.MAINLAND), *map(chart.ring, coast.ISLANDS)]
        data = "".join(path_of(s) for s in shores)
        for k in range(waters, 0, -1):
            c.path(data, None, line, 16 * k + 2.2)
            c.path(data, None, sea, 16 * k - 1.6)
        c.path("".join(path_of(s) for s in shores[1:]) + path_of(shores[0]), land)
        inner = "".join(path_of(chart.ring(s)) for s in coast.INNER_SEAS)
        c.path(inner, sea)
        with c.clipped([chart.ring(s) for s in coast.INNER_SEAS]):
            for k in range(waters, 0, -1):
                c.path(inner, None, line, 16 * k + 2.2)
                c.path(inner, None, sea, 16 * k - 1.6)
        c.path(data + inner, None, p.INK, 3)
        for river in coast.RIVERS:
            c.line(chart.ring(river, False), p.TURQUOISE, 2.6)
        for crest in coast.RANGES:
            hachures(chart, chart.ring(crest, False))


def hachures(chart: Chart, crest: list[Point]) -> None:
    """Short strokes falling off both sides of a mountain crest."""
    pen = chart.sheet.pen
    strokes = []
    for (x, y), heading in g.offset_along(crest, 9):
        for side in (-90, 90):
            t = radians(heading + side + pen.random.uniform(-14, 14))
            near, far = 3, pen.random.uniform(12, 24)
            strokes.append(
                [(x + near * cos(t), y + near * sin(t)), (x + far * cos(t), y + far * sin(t))]
            )
    pen.lines(strokes, 0.75, p.INK_BROWN)


def towns(chart: Chart, size: float, sides: dict[str, tuple[str, float]]) -> None:
    """The document's rows (name, latitude, longitude): ringed dots, names kept free of lines.

    ``sides`` says where a name stands beside its dot, and how far lower, if not to the right.
    """
    c, language = chart.sheet.canvas, chart.sheet.text.language
    type_ = Type({"he": "frank", "fa": "amiri"}.get(language, "standard"), size, 700)
    for name, latitude, longitude in chart.sheet.text.rows:
        x, y = chart.place(float(longitude), float(latitude))
        c.circle(x, y, 11, p.PAPER, p.POMEGRANATE, 4)
        c.circle(x, y, 4.5, p.POMEGRANATE)
        side, dy = sides.get(name, ("right", 0))
        line = shape(name, type_)
        left = x + 20 if side == "right" else x - 20 - line.width
        data = line.path(left, y + size * 0.3 + dy)
        c.path(data, None, p.PAPER, 9)
        c.path(data, p.INK)


def graticule(chart: Chart, window: Ring, step: int, ink: str) -> None:
    """Meridians and parallels every ``step`` degrees."""
    c = chart.sheet.canvas
    left, top, right, bottom = g.bounds([window])
    data = []
    for degree in range(-20, 80, step):
        x, y = chart.place(degree, degree)
        if left < x < right:
            data.append(path_of([(x, top), (x, bottom)], False))
        if top < y < bottom:
            data.append(path_of([(left, y), (right, y)], False))
    c.path("".join(data), None, ink, 1.3)


def map_frame(sheet: Sheet, window: Ring, ink: str, piece: float = 60) -> None:
    """The chequered degree frame of engraved maps."""
    c = sheet.canvas
    left, top, right, bottom = g.bounds([window])
    for d, width in ((0, 3), (18, 3), (30, 7)):
        c.rect(left - d, top - d, right - left + 2 * d, bottom - top + 2 * d, None, ink, width)
    for (a, b), vertical in (((left, right), False), ((top, bottom), True)):
        count = 2 * round((b - a) / piece / 2) + 1
        ends = [a + (b - a) * i / count for i in range(count + 1)]
        for i, (s, e) in enumerate(pairwise(ends)):
            if i % 2 == 0:
                for edge in (left - 14, right + 4) if vertical else (top - 14, bottom + 4):
                    if vertical:
                        c.rect(edge, s, 10, e - s, ink)
                    else:
                        c.rect(s, edge, e - s, 10, ink)


def compass(sheet: Sheet, x: float, y: float, r: float) -> None:
    """A sixteen-point compass rose; maps never mirror."""
    c = sheet.canvas
    c.circle(x, y, r * 0.62, None, p.INK, 2)
    c.circle(x, y, r * 0.56, None, p.INK, 1.4)
    for count, reach, turn in ((8, 0.66, 22.5), (4, 0.8, 45), (4, 1.0, 0)):
        for i in range(count):
            t = radians(360 / count * i + turn)
            half = radians(45 if reach > 0.7 else 22.5)
            tip = (x + r * reach * sin(t), y - r * reach * cos(t))
            for side, fill in ((-1, p.POMEGRANATE if reach == 1 else p.INK), (1, p.PAPER)):
                waist = (x + r * 0.16 * sin(t + side * half), y - r * 0.16 * cos(t + side * half))
                c.polygon([(x, y), waist, tip], fill, p.INK, 1.6)
    c.polygon(g.moved([(0, -26), (9, 0), (-9, 0)], x, y - r * 1.06), p.INK)


def cartouche(sheet: Sheet, x: float, y: float, w: float, h: float, ink: str) -> None:
    """A scrolled panel with the map's title and its lines."""
    c, text = sheet.canvas, sheet.text
    panel = [
        *g.arc(x, y, 46, 46, 90, 0, 10),
        *g.arc(x + w, y, 46, 46, 180, 90, 10),
        *g.arc(x + w, y + h, 46, 46, 270, 180, 10),
        *g.arc(x, y + h, 46, 46, 0, -90, 10),
    ]
    c.polygon(g.moved(panel, 8, 10), p.STONE)
    c.polygon(panel, p.PAPER, ink, 6)
    inner = [
        (x + w / 2 + (a - x - w / 2) * 0.965, y + h / 2 + (b - y - h / 2) * 0.92) for a, b in panel
    ]
    c.polygon(inner, None, ink, 2)
    rtl = text.direction == "rtl"
    heading = Type({"he": "suez", "fa": "nastaliq"}.get(text.language, "fatface"), 74)
    lines = text.lines
    step = min(56.0, (h - 190) / max(len(lines), 1))
    sheet.write(text.heading, x + w / 2, y + 108, heading, ink=ink, width=w - 130)
    o.rules(c, x + w * 0.25, y + (165 if text.language == "fa" else 136), w * 0.5, ink, "swelled")
    type_ = Type(
        {"he": "frank", "fa": "amiri"}.get(text.language, "standard"), step * 0.7, italic=not rtl
    )
    for i, line in enumerate(lines):
        sheet.write(
            line,
            x + w / 2,
            y + 150 + step * (i + 0.75),
            type_,
            width=w - 110,
            direction=text.direction,
        )
