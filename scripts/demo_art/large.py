"""The network's map in a hundred million pixels: the same drawing,
with what only a glass would show.
"""

from __future__ import annotations

from pathlib import Path

import pyvips

from scripts.demo_art.draw import sheet
from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import path_of
from scripts.demo_art.engraving.sheet import Sheet
from scripts.demo_art.lettering.typesetting import Type, shape
from scripts.demo_art.pictures.maps.cartography import Chart

KEY = "map-network"
SCALE = 5.5
"""Pixels of the large picture to one of the small: 13,200 × 7,810."""
QUALITY = 45
# What the facts sheet knows of each town, in the map's own language.
NOTES = {
    "Paris": ["Siège de l’Alliance,", "fondée en 1860"],
    "Tétouan": ["Première école du réseau, 23 décembre 1862", "École de filles, 4 juillet 1864"],
    "Tanger": [
        "École fondée en 1864, ou en 1869 :",
        "les sources divergent",
        "École de filles, 1883",
    ],
    "Rabat": ["Une photographie : des enfants coiffés", "de couronnes en forme de bougies"],
    "Casablanca": ["Écoles Maïmonide, Normale Hébraïque,", "Narcisse Leven"],
    "Tunis": ["Une photographie : un garçon allume", "les bougies de Hanoucca"],
    "Thessalie": ["David Cazès, de Tétouan,", "y dirigea des écoles"],
    "Jérusalem": ["Une école,", "et une rue qui porte le nom de Crémieux"],
    "Mikvé Israël": ["Fondée par Charles Netter en 1870"],
    "Damas": ["École de 1864, rouverte en 1880", "241 garçons et 232 filles en 1907"],
    "Bagdad": ["Première école,", "1864 ou 1865"],
    "Kermanchah": ["Parmi les 27 écoles", "hors de Téhéran"],
    "Hamadan": ["Parmi les 27 écoles hors de Téhéran"],
    "Ispahan": ["Parmi les 27 écoles hors de Téhéran"],
    "Téhéran": ["1889, ou 15 avril 1898 :", "les sources divergent"],
}
LEFT = {"Paris": -14.0, "Tanger": -16.0, "Mikvé Israël": 18.0, "Bagdad": 22.0, "Kermanchah": -12.0}
LOWER = {
    "Tétouan": 22.0,
    "Rabat": 8.0,
    "Casablanca": 26.0,
    "Jérusalem": 8.0,
    "Damas": -8.0,
    "Hamadan": -8.0,
}


def draw_large(path: Path) -> Path:
    """Write the map as WebP without metadata, and return its path."""
    made = sheet(KEY)
    engrave(made)
    drawn = pyvips.Image.svgload_buffer(made.canvas.svg().encode(), scale=SCALE, unlimited=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn.flatten(background=255).webpsave(str(path), Q=QUALITY, effort=5, keep="none")
    return path


def engrave(made: Sheet) -> None:
    """Add the hairlines of every degree, their numbers, and the notes beside the towns."""
    window = g.rectangle(80, 80, 2240, 1260)
    chart = Chart(made, -13.2, 51.4, 36.4, 80, 80)
    with made.canvas.clipped([window]):
        degrees(chart)
    for name, latitude, longitude in made.text.rows:
        x, y = chart.place(float(longitude), float(latitude))
        note(made, name, x, y)


def degrees(chart: Chart) -> None:
    """A hairline for every degree, numbered where it leaves the map."""
    lines = []
    for degree in range(-13, 64):
        x, _ = chart.place(degree, 0)
        lines.append(path_of([(x, 80), (x, 1340)], False))
        chart.sheet.write(f"{abs(degree)}°", x, 1337, Type("standard", 5), ink=p.STONE_DARK)
    for degree in range(17, 52):
        _, y = chart.place(0, degree)
        lines.append(path_of([(80, y), (2320, y)], False))
        chart.sheet.write(f"{degree}°", 84, y - 1.5, Type("standard", 5), "left", p.STONE_DARK)
    chart.sheet.canvas.path("".join(lines), None, p.STONE_DARK, 0.18)


def note(made: Sheet, name: str, x: float, y: float) -> None:
    """Write what is known of a town after its name, or under a name that stands to the left."""
    type_ = Type("standard", 6.4, italic=True)
    end = shape(name, Type("standard", 38, 700)).width
    for line, words in enumerate(NOTES.get(name, [])):
        if name in LEFT:
            place = (x - 20, y + 11.4 + LEFT[name] + 10 + 8 * line, "right")
        else:
            place = (x + 20 + end + 6, y + 2.4 + LOWER.get(name, 0) + 8 * line, "left")
        shaped = shape(words, type_)
        left = place[0] - (shaped.width if place[2] == "right" else 0)
        data = shaped.path(left, place[1])
        made.canvas.path(data, None, p.PAPER, 1.6)
        made.canvas.path(data, p.INK)
