"""The three maps."""

from __future__ import annotations

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import path_of
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import coast
from scripts.demo_art.pictures.maps.cartography import (
    Chart,
    cartouche,
    compass,
    draw_land,
    graticule,
    hachures,
    map_frame,
    towns,
)


@picture("map-network", 2400, 1420, p.PAPER_WARM)
def map_network(sheet: Sheet) -> None:
    """From the Atlantic to the Gulf, with threads from Paris to each town."""
    window = g.rectangle(80, 80, 2240, 1260)
    chart = Chart(sheet, -13.2, 51.4, 36.4, 80, 80)
    draw_land(chart, window, p.TURQUOISE_PALE, p.PAPER, p.TURQUOISE)
    with sheet.canvas.clipped([window]):
        graticule(chart, window, 5, p.STONE)
        ends = [chart.place(float(row[2]), float(row[1])) for row in sheet.text.rows]
        paris, others = ends[0], ends[1:]
        for end in others:
            lift = abs(0.16 * (end[0] - paris[0]))
            bend = ((paris[0] + end[0]) / 2, (paris[1] + end[1]) / 2 - lift)
            sheet.canvas.line(g.bezier(paris, bend, bend, end), p.POMEGRANATE, 2.6, "12 9")
    sides = {
        "Paris": ("left", -14.0),
        "Tétouan": ("right", 22.0),
        "Tanger": ("left", -16.0),
        "Rabat": ("right", 8.0),
        "Casablanca": ("right", 26.0),
        "Jérusalem": ("right", 8.0),
        "Mikvé Israël": ("left", 18.0),
        "Damas": ("right", -8.0),
        "Bagdad": ("left", 22.0),
        "Hamadan": ("right", -8.0),
        "Kermanchah": ("left", -12.0),
    }
    towns(chart, 38, sides)
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
    towns(
        chart, 58, {"Tétouan": ("right", 16), "Tanger": ("left", 18), "Casablanca": ("right", 20)}
    )
    cartouche(sheet, 830, 1150, 700, 390, p.INDIGO)
    compass(sheet, 330, 300, 130)
    map_frame(sheet, window, p.INK)


@picture("map-iran", 1900, 1700, p.PAPER_WARM)
def map_iran(sheet: Sheet) -> None:
    """Iran with its five towns, tinted along the border."""
    window = g.rectangle(90, 90, 1720, 1520)
    chart = Chart(sheet, 41.6, 40.6, 94, 90, 90)
    draw_land(chart, window, p.TURQUOISE_PALE, p.PAPER, p.TURQUOISE, 6)
    border = chart.ring(coast.IRAN)
    with sheet.canvas.clipped([window]):
        graticule(chart, window, 2, p.STONE)
        with sheet.canvas.clipped([border]):
            sheet.canvas.polygon(border, p.GLOW, opacity=0.35)
            sheet.canvas.polygon(border, None, p.ROSE, 36)
        sheet.canvas.path(path_of(border), None, p.POMEGRANATE, 4, dash="16 10")
        for crest in coast.RANGES[6:8]:
            hachures(chart, chart.ring(crest, False))
    towns(chart, 58, {"Hamadan": ("right", -10), "Kermanchah": ("left", 14)})
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
                (mast, -reach * 1.5), (mast + 46, -reach), (mast + 56, -40), (mast + 44, -14), 12
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
