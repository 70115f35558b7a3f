"""The school front in Tehran."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import elevation
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs import plants
from scripts.demo_art.motifs.figures import figure


@picture("school-front-tehran", 2100, 1500, p.PAPER)
def tehran(sheet: Sheet) -> None:
    """A brick front with a columned porch and a long pool; the Alborz behind."""
    pen, w = sheet.pen, sheet.width
    n.sky(pen, w, 0, 1060, p.PAPER_ROSE)
    n.mountains(
        pen,
        w,
        1060,
        [
            (-20, 380),
            (240, 560),
            (520, 420),
            (900, 880),
            (1010, 820),
            (1400, 470),
            (1700, 620),
            (2120, 400),
        ],
        p.INDIGO_PALE,
    )
    snow = [
        (760, 300),
        (880, 190),
        (915, 176),
        (960, 215),
        (1080, 300),
        (1010, 268),
        (940, 310),
        (880, 262),
    ]
    pen.canvas.polygon(snow, p.WHITE, pen.ink, 1.4)
    for x, tall in ((120, 520), (2000, 560)):
        plants.tree(pen, x, 1090, tall)
    wall = pen.on(elevation(210, 1080, 84))
    wall.face(g.rectangle(0, 0, 20, 7.4), p.SAND, line=1.4)
    a.masonry(wall, 0, 0.6, 20, 6.8, 0.2, 0.5, 0.34, 0.45, p.INK_BROWN)
    wall.face(g.rectangle(0, 0, 20, 0.6), p.STONE, [(90, 0.25, 0.4)], 1.0)
    for u in (1.7, 4.3, 15.7, 18.3):
        niche = a.opening(u, 0.9, 2.0, 3.3, "pointed")
        wall.face(niche, p.PAPER_WARM, line=1.2)
        a.window(wall, u, 1.4, 1.15, 2.3, "pointed", "lattice", "")
        wall.face(a.grown(niche, 0.12), line=0.7)
        a.window(wall, u, 4.9, 1.3, 1.5, "segment", "panes", p.PAPER_WARM, p.INDIGO_PALE)
    a.star_frieze(wall, 0, 4.32, 20, 0.42, p.TURQUOISE)
    a.cornice(wall, 0, 6.9, 20, 0.5, fill=p.PAPER_WARM)
    _tiled_gate(wall)
    n.ground(pen, w, 1080, 1500, p.PAPER_WARM, 14)
    _pool(sheet)
    for i, (fx, base, tall, kind) in enumerate(
        (
            (420, 1200, 150, "robe"),
            (520, 1215, 104, "child"),
            (600, 1190, 98, "child"),
            (1530, 1180, 100, "girl"),
            (1610, 1200, 106, "girl"),
            (1740, 1235, 158, "woman"),
        )
    ):
        figure(pen, fx, base, tall, kind, (p.INK, p.INDIGO, p.INK_BROWN)[i % 3], flip=fx > 1000)


def _tiled_gate(wall: Pen) -> None:
    """The tall gate: a tiled frame, a pointed arch with a half vault, carved leaves below."""
    wall.face(g.rectangle(6.6, 0, 6.8, 9.4), p.TURQUOISE, line=1.4)
    wall.face(g.rectangle(6.75, 0, 6.5, 9.25), line=0.7)
    for k in range(11):
        for u in (7.02, 12.98):
            wall.face(
                g.star(u, 0.6 + 0.8 * k, 0.24, 0.13, 8), p.GLOW if k % 2 else p.PAPER, line=0.5
            )
    a.star_frieze(wall, 7.3, 8.5, 5.4, 0.62, p.INDIGO, p.GLOW)
    wall.face(g.rectangle(7.3, 0, 5.4, 8.5), p.SAND, line=1.1)
    spandrel = g.rectangle(7.5, 4.6, 5.0, 3.7)
    wall.face(spandrel, p.INDIGO, line=1.0)
    for u in (8.1, 11.9):
        wall.face(g.star(u, 7.5, 0.42, 0.2, 6), p.TURQUOISE_PALE, line=0.7)
        wall.face(g.regular(u, 7.5, 0.14, 8), p.POMEGRANATE, line=0)
    arch = a.opening(10, 0, 4.4, 7.9, "pointed")
    wall.face(a.grown(arch, 0.14), p.BRASS_PALE, line=1.2)
    wall.face(arch, p.PAPER_WARM, line=1.2)
    with wall.canvas.clipped([wall.put(arch)]):
        ribs = [[(10, 7.9), (7.8 + 0.55 * k, 4.4)] for k in range(9)]
        wall.lines(ribs, 0.9)
        wall.lines([g.arc(10, 7.9, r, r * 1.1, 200, 340, 20) for r in (0.9, 1.6, 2.3, 3.0)], 0.9)
        wall.hatch([[(7.8, 0), (8.3, 0), (8.3, 4.4), (10, 7.9), (7.8, 7.9)]], 60, 0.14, 0.6)
        a.star_frieze(wall, 7.8, 3.9, 4.4, 0.5, p.TURQUOISE)
        a.door(wall, 10, 0.1, 2.5, 3.6, "pointed", p.WOOD, studs=True)
    wall.face(arch, line=1.4)


def _pool(sheet: Sheet) -> None:
    pen = sheet.pen
    rim = [(760, 1175), (1340, 1175), (1610, 1440), (490, 1440)]
    pen.face(rim, p.STONE, line=1.2)
    basin = [(790, 1195), (1310, 1195), (1550, 1420), (550, 1420)]
    pen.face(basin, p.TURQUOISE, line=1.0)
    with sheet.canvas.clipped([basin]):
        for x in (880, 960, 1140, 1220):
            shape = [
                (x - 12, 1195),
                (x + 12, 1195),
                (x + 22 + (x - 1050) * 0.2, 1420),
                (x - 22 + (x - 1050) * 0.2, 1420),
            ]
            pen.canvas.polygon(shape, p.TURQUOISE_PALE)
        for i in range(14):
            y = 1205 + i * 15
            u = pen.random.uniform(560, 1300)
            pen.brush([(u, y), (u + 70, y + 3), (u + 150, y)], 1.4, p.PAPER)
    pen.line([(490, 1440), (490, 1462), (1610, 1462), (1610, 1440)], 1.0)
