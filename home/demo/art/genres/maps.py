"""Engraved maps: waterlined coasts, hachured ranges, towns of the schools, a cartouche."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from .. import coast
from .. import geometry as g
from .. import ornament as o
from .. import palette as p
from ..canvas import Point, Ring, path_of
from ..sheet import Sheet, picture
from ..typesetting import Type, shape


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
            _hachures(chart, chart.ring(crest, False))


def _hachures(chart: Chart, crest: list[Point]) -> None:
    """Short strokes falling off both sides of a mountain crest."""
    pen = chart.sheet.pen
    strokes = []
    for (x, y), heading in g.offset_along(crest, 9):
        for side in (-90, 90):
            t = radians(heading + side + pen.random.uniform(-14, 14))
            near, far = 3, pen.random.uniform(12, 24)
            strokes.append(
                [
                    (x + near * cos(t), y + near * sin(t)),
                    (x + far * cos(t), y + far * sin(t)),
                ]
            )
    pen.lines(strokes, 0.75, p.INK_BROWN)


def town(chart: Chart, key: str, size: float, anchor: str = "", dy: float = 0) -> None:
    """A ringed dot and the town's name, with the paper kept free round the letters."""
    longitude, latitude, names = coast.TOWNS[key]
    x, y = chart.place(longitude, latitude)
    c, language = chart.sheet.canvas, chart.sheet.text.language
    c.circle(x, y, 11, p.PAPER, p.POMEGRANATE, 4)
    c.circle(x, y, 4.5, p.POMEGRANATE)
    name = names.get(language, names["fr"])
    family = {"he": "frank", "fa": "amiri"}.get(language, "standard")
    type_ = Type(family, size, 700)
    line = shape(name, type_)
    left = {"right": x + 20, "left": x - 20 - line.width}.get(anchor, x - line.width / 2)
    base = y + size * 0.3 + dy if anchor else y + dy
    data = line.path(left, base)
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
        c.rect(
            left - d,
            top - d,
            right - left + 2 * d,
            bottom - top + 2 * d,
            None,
            ink,
            width,
        )
    for (a, b), vertical in (((left, right), False), ((top, bottom), True)):
        count = 2 * round((b - a) / piece / 2) + 1
        ends = [a + (b - a) * i / count for i in range(count + 1)]
        for i, (s, e) in enumerate(pairwise(ends)):
            if i % 2 == 0:
                for edge in (left - 14, right + 4) if vertical else (top - 14, bottom + 4):
                    box = (edge, s, 10, e - s) if vertical else (s, edge, e - s, 10)
                    c.rect(*box, ink)


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
            for side, fill in (
                (-1, p.POMEGRANATE if reach == 1 else p.INK),
                (1, p.PAPER),
            ):
                waist = (
                    x + r * 0.16 * sin(t + side * half),
                    y - r * 0.16 * cos(t + side * half),
                )
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
    o.rules(
        c,
        x + w * 0.25,
        y + (165 if text.language == "fa" else 136),
        w * 0.5,
        ink,
        "swelled",
    )
    type_ = Type(
        {"he": "frank", "fa": "amiri"}.get(text.language, "standard"),
        step * 0.7,
        italic=not rtl,
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


@picture("map-network", 2400, 1420, p.PAPER_WARM)
def map_network(sheet: Sheet) -> None:
    """From the Atlantic to the Gulf, with threads from Paris to each town."""
    window = g.rectangle(80, 80, 2240, 1260)
    chart = Chart(sheet, -13.2, 51.4, 36.4, 80, 80)
    draw_land(chart, window, p.TURQUOISE_PALE, p.PAPER, p.TURQUOISE)
    with sheet.canvas.clipped([window]):
        graticule(chart, window, 5, p.STONE)
        paris = chart.place(*coast.TOWNS["paris"][:2])
        for key, (longitude, latitude, _) in coast.TOWNS.items():
            if key != "paris":
                end = chart.place(longitude, latitude)
                lift = 0.16 * (end[0] - paris[0])
                bend = ((paris[0] + end[0]) / 2, (paris[1] + end[1]) / 2 - abs(lift))
                sheet.canvas.line(g.bezier(paris, bend, bend, end), p.POMEGRANATE, 2.6, "12 9")
    sides = {
        "paris": ("left", -14),
        "tetouan": ("right", 22),
        "tangier": ("left", -8),
        "casablanca": ("left", 14),
        "rabat": ("right", 14),
        "tunis": ("right", 0),
        "damascus": ("right", -8),
        "baghdad": ("right", 14),
        "jerusalem": ("right", 16),
        "tehran": ("right", 0),
        "isfahan": ("right", 0),
        "hamadan": ("right", -16),
        "kermanshah": ("left", 0),
        "shiraz": ("right", 0),
    }
    for key, (side, dy) in sides.items():
        town(chart, key, 40, side, dy)
    cartouche(sheet, 470, 985, 860, 320, p.POMEGRANATE)
    compass(sheet, 250, 340, 120)
    map_frame(sheet, window, p.INK)


@picture("map-morocco", 1700, 1700, p.PAPER_BLUE)
def map_morocco(sheet: Sheet) -> None:
    """The strait and the Atlantic shore with the four towns."""
    window = g.rectangle(90, 90, 1520, 1520)
    chart = Chart(sheet, -10.6, 37.1, 226, 90, 90)
    draw_land(chart, window, p.INDIGO_PALE, p.PAPER, p.INDIGO, 7)
    with sheet.canvas.clipped([window]):
        graticule(chart, window, 1, p.STONE)
        _ship(sheet, 420, 560, 1.5)
    for key, side, dy in (
        ("tetouan", "right", 16),
        ("tangier", "left", 18),
        ("rabat", "right", 10),
        ("casablanca", "right", 20),
    ):
        town(chart, key, 58, side, dy)
    cartouche(sheet, 830, 1150, 700, 390, p.INDIGO)
    compass(sheet, 330, 300, 130)
    map_frame(sheet, window, p.INK)


@picture("map-iran", 1900, 1700, p.PAPER_WARM)
def map_iran(sheet: Sheet) -> None:
    """Iran with its five towns, tinted along the border."""
    window = g.rectangle(90, 90, 1720, 1520)
    chart = Chart(sheet, 42.8, 40.6, 94, 90, 90)
    draw_land(chart, window, p.TURQUOISE_PALE, p.PAPER, p.TURQUOISE, 6)
    border = chart.ring(coast.IRAN)
    with sheet.canvas.clipped([window]):
        graticule(chart, window, 2, p.STONE)
        with sheet.canvas.clipped([border]):
            sheet.canvas.polygon(border, p.GLOW, opacity=0.35)
            sheet.canvas.polygon(border, None, p.ROSE, 36)
        sheet.canvas.path(path_of(border), None, p.POMEGRANATE, 4, dash="16 10")
        for crest in coast.RANGES[6:8]:
            _hachures(chart, chart.ring(crest, False))
    for key, side, dy in (
        ("tehran", "right", 0),
        ("isfahan", "right", 0),
        ("hamadan", "right", -10),
        ("kermanshah", "left", 14),
        ("shiraz", "right", 0),
    ):
        town(chart, key, 58, side, dy)
    cartouche(sheet, 150, 1170, 640, 380, p.TURQUOISE)
    compass(sheet, 1600, 1290, 120)
    map_frame(sheet, window, p.INK)


def _ship(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A small lateen-rigged ship."""
    pen, c = sheet.pen, sheet.canvas
    hull = g.bezier((-70, 0), (-50, 34), (40, 34), (76, -6), 16)
    c.polygon(g.moved([*hull, (60, 0)], x, y, size), p.WOOD_DARK, p.INK, 3)
    for mast, foot, reach in ((-22, -30, 78), (26, 10, 58)):
        sail = [
            *g.bezier(
                (mast, -reach * 1.5),
                (mast + 46, -reach),
                (mast + 56, -40),
                (mast + 44, -14),
                12,
            ),
            (foot - 16, -20),
        ]
        placed = g.moved(sail, x, y, size)
        c.polygon(placed, p.PAPER, p.INK, 3)
        pen.hatch([placed], 70, 11, 0.5)
        c.line(g.moved([(mast, -reach * 1.55), (foot + 8, 6)], x, y, size), p.INK, 4)
    for k in range(3):
        wave = [
            (x - 130 + i * 20, y + 44 + k * 18 + (5 if i % 2 else -5)) for i in range(14 - 2 * k)
        ]
        c.line(g.smooth(wave), p.INDIGO, 2.6)
