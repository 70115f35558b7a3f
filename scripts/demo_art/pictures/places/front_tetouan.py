"""The school front in Tetouan."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import elevation
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs import plants
from scripts.demo_art.motifs.figures import figure

GREEN = "#2d6350"  # glazed tiles


@picture("school-front-tetouan", 2100, 1500, p.PAPER)
def tetouan(sheet: Sheet) -> None:
    """Whitewashed front with a horseshoe door, green shutters, the Rif behind."""
    pen, w = sheet.pen, sheet.width
    n.sky(pen, w, 0, 1240, p.PAPER_BLUE)
    n.sun(pen, 330, 300, 110)
    n.mountains(
        pen,
        w,
        1240,
        [
            (-20, 420),
            (260, 640),
            (480, 470),
            (820, 760),
            (1150, 520),
            (1500, 700),
            (1820, 480),
            (2120, 600),
        ],
        p.INDIGO_PALE,
    )
    n.birds(pen, 620, 240, 7, 26)
    n.ground(pen, w, 1240, 1500, p.SAND, 16)
    for x, base, tall in ((170, 1250, 480), (1960, 1252, 560)):
        plants.cypress(pen, x, base, tall)
    wall = pen.on(elevation(330, 1250, 80))
    wall.face(g.rectangle(0, 0, 18, 9.2), p.WHITE, line=1.4)
    for u in (0.0, 15.0):
        wall.hatch([g.rectangle(u, 0, 3, 9.2)], 90, 0.14, 0.3)
    wall.face(g.rectangle(0, 0, 18, 0.9), p.INDIGO_PALE, [(0, 0.12, 0.5)], 1.0)
    a.masonry(wall, 0, 1.0, 18, 8, 0.35, 0.9, 0.1, 0.5)
    a.star_frieze(wall, 0, 4.55, 18, 0.55, p.TURQUOISE)
    a.cornice(wall, 0, 8.6, 18, 0.42)
    _tiled_eave(wall, -0.4, 9.02, 18.8)
    for u in (2.2, 5.2, 12.8, 15.8):
        a.window(wall, u, 1.7, 1.1, 2.1, "round", "bars", p.PAPER_WARM, p.INDIGO_PALE)
        a.window(wall, u, 5.8, 1.1, 1.9, "horseshoe", "shutters", "", p.INDIGO_PALE, p.OLIVE)
    wall.face(g.rectangle(7.0, 0, 4.0, 4.5), p.PAPER_WARM, [(0, 0.16, 0.3)], 1.2)
    a.star_frieze(wall, 7.2, 3.95, 3.6, 0.4, p.POMEGRANATE)
    a.door(wall, 9, 0.12, 2.2, 3.5, "horseshoe", p.WOOD, studs=True)
    a.window(wall, 8.0, 5.8, 1.1, 1.9, "horseshoe", "panes", p.PAPER_WARM)
    a.window(wall, 10.0, 5.8, 1.1, 1.9, "horseshoe", "panes", p.PAPER_WARM)
    _balcony(wall, 7.0, 5.55, 4.0)
    _flag_pole_bell(wall, 9.0, 9.9)
    steps(wall, 9.0, 3.2)
    people = (
        (520, 1390, 120, "child"),
        (610, 1360, 112, "child"),
        (760, 1420, 128, "child"),
        (930, 1330, 170, "robe"),
        (1230, 1370, 122, "child"),
        (1330, 1352, 112, "child"),
        (1560, 1400, 184, "robe"),
    )
    for i, (x, base, tall, kind) in enumerate(people):
        figure(pen, x, base, tall, kind, (p.INK, p.INDIGO, p.INK_BROWN)[i % 3], flip=x > 1050)


def _tiled_eave(wall: Pen, u: float, v: float, w: float) -> None:
    """A narrow roof of green glazed tiles."""
    count = int(w / 0.3)
    wall.face(
        [(u, v), (u + w, v), (u + w - 0.5, v + 0.8), (u + 0.5, v + 0.8)], p.TURQUOISE, line=1.2
    )
    for k in range(count):
        x, lean = u + w * (k + 0.5) / count, 0.5 * (1 - 2 * (k + 0.5) / count)
        wall.line([(x, v), (x + lean, v + 0.8)], 0.8)
        wall.face(g.arc(x, v, 0.13, -0.15, 0, 180, 8), p.TURQUOISE_PALE, line=0.7)


def steps(wall: Pen, u: float, w: float, count: int = 3) -> None:
    """Broad steps in front of a door."""
    for k in range(count):
        half = w / 2 + 0.3 * k
        wall.face(
            g.rectangle(u - half, -0.16 * (k + 1), 2 * half, 0.16), p.PAPER, [(0, 0.05, 0.4)], 1.0
        )


def _balcony(wall: Pen, u: float, v: float, w: float) -> None:
    wall.face(g.rectangle(u, v - 0.2, w, 0.2), p.STONE, [(0, 0.06, 0.5)], 1.1)
    bars = [[(u + w * k / 24, v), (u + w * k / 24, v + 0.75)] for k in range(25)]
    wall.lines(bars, 1.0)
    wall.lines([[(u, v + d), (u + w, v + d)] for d in (0.1, 0.62, 0.75)], 1.4)
    wall.lines(
        [g.ellipse(u + w * (k + 0.5) / 12, v + 0.36, w / 30, 0.2, 14) for k in range(12)], 0.8
    )


def _flag_pole_bell(wall: Pen, u: float, v: float) -> None:
    """A small bell under an arch on the roof."""
    arch = a.opening(u, v - 0.05, 1.3, 1.5, "round")
    wall.face(a.grown(arch, 0.22), p.WHITE, [(60, 0.14, 0.4)], 1.2)
    wall.face(arch, p.PAPER_BLUE, line=1.0)
    bell = [
        (u - 0.36, v + 0.4),
        *g.bezier((u - 0.36, v + 0.4), (u - 0.2, v + 0.5), (u - 0.26, v + 1.0), (u, v + 1.06), 8),
        *g.bezier((u, v + 1.06), (u + 0.26, v + 1.0), (u + 0.2, v + 0.5), (u + 0.36, v + 0.4), 8),
    ]
    wall.face(bell, p.BRASS, [(0, 0.07, 0.6)], 1.0)
