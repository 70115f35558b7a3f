"""The wide picture of the first schools."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.perspective import elevation
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs import plants
from scripts.demo_art.motifs.figures import figure
from scripts.demo_art.pictures.heroes.hero_home import HEIGHT, WIDTH


@picture("hero-first-schools", WIDTH, HEIGHT, p.PAPER)
def first_schools(sheet: Sheet) -> None:
    """Morning over the white town under the Rif; children walk towards the open door."""
    pen = sheet.pen
    pen.ink = p.NIGHT
    n.sky(pen, WIDTH, 0, 860, p.PAPER_ROSE, 20)
    sheet.canvas.circle(1640, 520, 210, p.GLOW)
    n.mountains(
        pen,
        WIDTH,
        860,
        [
            (-20, 460),
            (330, 640),
            (620, 500),
            (980, 720),
            (1330, 470),
            (1700, 330),
            (2050, 520),
            (2420, 420),
        ],
        p.INDIGO_PALE,
    )
    n.mountains(
        pen,
        WIDTH,
        900,
        [(-20, 240), (400, 330), (900, 250), (1400, 330), (1900, 240), (2420, 330)],
        "#7f8bb0",
    )
    n.birds(pen, 1150, 190, 9, 28)
    for row in range(7):
        x = 620.0 + row * 14 - (row % 2) * 50
        base = 610 + row * 54
        while x < 2080 - row * 10:
            w, h = pen.random.uniform(70, 120), pen.random.uniform(60, 120)
            if abs(x - 1350) < 520 + row * 50:
                _house(sheet, x, base, w, h)
            x += w + pen.random.uniform(4, 26)
    wall = pen.on(elevation(1190, 610, 30))
    wall.face(g.rectangle(0, 0, 2.6, 9.5), p.SAND, [(90, 0.4, 0.3)], 1.0)
    a.battlements(wall, 0, 9.5, 2.6, 0.7, p.SAND)
    wall.face(g.rectangle(0.8, 10, 1.0, 1.8), p.SAND, line=0.9)
    for k in range(3):
        wall.face(g.regular(1.3, 2.2 + 2.6 * k, 0.7, 4), p.TURQUOISE, line=0.8)
    n.ground(pen, WIDTH, 960, 1200, p.SAND, 10)
    _school_corner(sheet)
    for x, base, tall in ((2190, 1000, 520), (2290, 1010, 640), (2080, 995, 400)):
        plants.cypress(pen, x, base, tall)
    for i, (x, base, tall, kind) in enumerate(
        (
            (820, 1110, 118, "child"),
            (900, 1100, 112, "child"),
            (1010, 1130, 122, "child"),
            (1160, 1096, 108, "child"),
            (1300, 1120, 176, "robe"),
            (1400, 1126, 116, "child"),
            (1640, 1090, 104, "child"),
            (1720, 1094, 108, "child"),
        )
    ):
        figure(
            pen,
            x,
            base,
            tall,
            kind,
            (p.NIGHT, p.INDIGO, p.POMEGRANATE)[i % 3] if kind == "child" else p.INK_BROWN,
            flip=True,
        )


def _house(sheet: Sheet, x: float, base: float, w: float, h: float) -> None:
    pen = sheet.pen
    pen.face(
        g.rectangle(x, base - h, w, h + 60),
        pen.random.choice([p.WHITE, p.WHITE, p.PAPER, p.PAPER_BLUE]),
        line=0.9,
    )
    pen.hatch([g.rectangle(x, base - h, w * 0.24, h + 60)], 90, 9, 0.45)
    pen.face(g.rectangle(x - 3, base - h - 8, w + 6, 9), p.PAPER_WARM, line=0.8)
    for k in range(2):
        u, v = x + w * (0.42 + 0.3 * k), base - h * 0.55
        pen.face(
            [(u - 8, v + 14), (u - 8, v - 6), *g.arc(u, v - 6, 8, 8, 180, 360, 8), (u + 8, v + 14)],
            p.INDIGO if pen.random.random() < 0.8 else p.GLOW,
            line=0.6,
        )


def _school_corner(sheet: Sheet) -> None:
    """The school's front on the left, its door open to the light."""
    wall = sheet.pen.on(elevation(-60, 1040, 76))
    wall.face(g.rectangle(0, 0, 9.6, 9.6), p.WHITE, line=1.5)
    wall.hatch([g.rectangle(0, 0, 9.6, 9.6)], 90, 0.2, 0.28)
    wall.face(g.rectangle(0, 0, 9.6, 0.8), p.INDIGO_PALE, [(0, 0.12, 0.5)], 1.0)
    a.star_frieze(wall, 0, 4.9, 9.6, 0.6, p.TURQUOISE)
    a.cornice(wall, 0, 9.0, 9.6, 0.45)
    a.battlements(wall, 0, 9.45, 9.6, 0.9, p.WHITE)
    for u in (2.0, 5.0, 8.0):
        a.window(wall, u, 6.1, 1.2, 2.0, "horseshoe", "shutters", "", p.INDIGO_PALE, p.OLIVE)
    for u in (1.9, 4.2):
        a.window(wall, u, 1.7, 1.1, 2.1, "round", "bars", p.PAPER_WARM, p.INDIGO_PALE)
    hole = a.opening(7.2, 0.1, 2.1, 3.9, "horseshoe")
    wall.face(a.grown(hole, 0.4), p.POMEGRANATE, [(0, 0.14, 0.4)], 1.2)
    wall.face(hole, p.GLOW, line=1.3)
    for side in (-1, 1):
        leaf = [
            (7.2 + side * 1.05, 0.1),
            (7.2 + side * 1.9, -0.25),
            (7.2 + side * 1.9, 2.9),
            (7.2 + side * 1.05, 2.7),
        ]
        wall.face(leaf, p.WOOD, [(90, 0.14, 0.5)], 1.2)
    wall.face([(6.2, 0.0), (8.2, 0.0), (9.6, -1.2), (6.6, -1.2)], p.GLOW, line=0)
