"""School fronts and gates seen straight on."""

from .. import architecture as a
from .. import geometry as g
from .. import nature as n
from .. import ornament as o
from .. import palette as p
from ..pen import Pen
from ..perspective import elevation
from ..sheet import Sheet, picture


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
        n.cypress(pen, x, base, tall)
    wall = pen.on(elevation(330, 1250, 80))
    wall.face(g.rectangle(0, 0, 18, 9.2), p.WHITE, line=1.4)
    for u in (0.0, 15.0):
        wall.hatch([g.rectangle(u, 0, 3, 9.2)], 90, 0.14, 0.3)
    wall.face(g.rectangle(0, 0, 18, 0.9), p.INDIGO_PALE, [(0, 0.12, 0.5)], 1.0)
    a.masonry(wall, 0, 1.0, 18, 8, 0.35, 0.9, 0.1, 0.5)
    a.star_frieze(wall, 0, 4.55, 18, 0.55, p.TURQUOISE)
    a.cornice(wall, 0, 8.6, 18, 0.42)
    a.battlements(wall, 0, 9.02, 18, 0.85, p.WHITE)
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
        n.figure(
            pen,
            x,
            base,
            tall,
            kind,
            (p.INK, p.INDIGO, p.INK_BROWN)[i % 3],
            flip=x > 1050,
        )


def steps(wall: Pen, u: float, w: float, count: int = 3) -> None:
    """Broad steps in front of a door."""
    for k in range(count):
        half = w / 2 + 0.3 * k
        wall.face(
            g.rectangle(u - half, -0.16 * (k + 1), 2 * half, 0.16),
            p.PAPER,
            [(0, 0.05, 0.4)],
            1.0,
        )


def _balcony(wall: Pen, u: float, v: float, w: float) -> None:
    wall.face(g.rectangle(u, v - 0.2, w, 0.2), p.STONE, [(0, 0.06, 0.5)], 1.1)
    bars = [[(u + w * k / 24, v), (u + w * k / 24, v + 0.75)] for k in range(25)]
    wall.lines(bars, 1.0)
    wall.lines([[(u, v + d), (u + w, v + d)] for d in (0.1, 0.62, 0.75)], 1.4)
    wall.lines(
        [g.ellipse(u + w * (k + 0.5) / 12, v + 0.36, w / 30, 0.2, 14) for k in range(12)],
        0.8,
    )


def _flag_pole_bell(wall: Pen, u: float, v: float) -> None:
    """A small bell under an arch on the roof."""
    arch = a.opening(u, v - 0.05, 1.3, 1.5, "round")
    wall.face(a.grown(arch, 0.22), p.WHITE, [(60, 0.14, 0.4)], 1.2)
    wall.face(arch, p.PAPER_BLUE, line=1.0)
    bell = [
        (u - 0.36, v + 0.4),
        *g.bezier(
            (u - 0.36, v + 0.4),
            (u - 0.2, v + 0.5),
            (u - 0.26, v + 1.0),
            (u, v + 1.06),
            8,
        ),
        *g.bezier(
            (u, v + 1.06),
            (u + 0.26, v + 1.0),
            (u + 0.2, v + 0.5),
            (u + 0.36, v + 0.4),
            8,
        ),
    ]
    wall.face(bell, p.BRASS, [(0, 0.07, 0.6)], 1.0)


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
        n.tree(pen, x, 1090, tall)
    wall = pen.on(elevation(210, 1080, 84))
    wall.face(g.rectangle(0, 0, 20, 7.4), p.SAND, line=1.4)
    a.masonry(wall, 0, 0.6, 20, 6.8, 0.2, 0.5, 0.34, 0.45, p.INK_BROWN)
    wall.face(g.rectangle(0, 0, 20, 0.6), p.STONE, [(90, 0.25, 0.4)], 1.0)
    for u in (1.7, 4.3, 15.7, 18.3):
        niche = a.opening(u, 0.9, 2.0, 3.3, "pointed")
        wall.face(niche, p.PAPER_WARM, line=1.2)
        a.window(wall, u, 1.4, 1.15, 2.3, "pointed", "panes", "", p.TURQUOISE_PALE)
        wall.face(a.grown(niche, 0.12), line=0.7)
        a.window(wall, u, 4.9, 1.3, 1.5, "segment", "panes", p.PAPER_WARM, p.INDIGO_PALE)
    a.star_frieze(wall, 0, 4.32, 20, 0.42, p.TURQUOISE)
    a.cornice(wall, 0, 6.9, 20, 0.5, fill=p.PAPER_WARM)
    porch = g.rectangle(6, 0, 8, 6.9)
    wall.face(porch, p.TERRACOTTA, [(0, 0.15, 0.5), (58, 0.2, 0.5)], 1.2)
    a.door(wall, 10, 0.4, 1.9, 3.3, "pointed", p.TURQUOISE)
    for u in (7.6, 12.4):
        a.window(wall, u, 1.2, 1.2, 2.3, "pointed", "panes", p.PAPER_WARM)
    fan = a.opening(10, 4.3, 4.6, 1.9, "pointed")
    wall.face(fan, p.TURQUOISE_PALE, line=1.2)
    for k in range(9):
        wall.line([(10, 4.3), (10 + 2.3 * (k / 4 - 1), 6.1)], 0.9)
    for r in (0.6, 1.1, 1.6):
        wall.line(g.arc(10, 4.3, r, r, 0, 180, 20), 0.9)
    a.columns(wall, (6.4, 8.7, 11.3, 13.6), 0.3, 6.0, 0.24, p.PAPER)
    a.star_frieze(wall, 5.8, 6.3, 8.4, 0.6, p.INDIGO, p.GLOW)
    gable = [
        (5.6, 6.9),
        (14.4, 6.9),
        (14.4, 7.5),
        *g.bezier((14.4, 7.5), (12.4, 7.6), (11.6, 9.0), (10, 9.2), 12),
        *g.bezier((10, 9.2), (8.4, 9.0), (7.6, 7.6), (5.6, 7.5), 12),
    ]
    wall.face(gable, p.PAPER_WARM, [(60, 0.2, 0.35)], 1.3)
    x, y = wall.plane(10, 8.1)
    o.eight_point_star(sheet.canvas, x, y, 44, p.POMEGRANATE, 4)
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
        n.figure(
            pen,
            fx,
            base,
            tall,
            kind,
            (p.INK, p.INDIGO, p.INK_BROWN)[i % 3],
            flip=fx > 1000,
        )


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


@picture("gate-casablanca", 1700, 2000, p.PAPER)
def casablanca(sheet: Sheet) -> None:
    """An iron gate under a horseshoe arch, palms and a white courtyard beyond."""
    pen, w = sheet.pen, sheet.width
    n.sky(pen, w, 0, 1650, p.TURQUOISE_PALE, 18)
    n.sun(pen, 850, 900, 240)
    back = pen.on(elevation(330, 1560, 52))
    back.face(g.rectangle(2, 0, 16, 6.5), p.WHITE, [(90, 0.4, 0.3)], 1.0)
    for u in (4, 7, 13, 16):
        a.window(back, u, 3.5, 1.1, 1.8, "horseshoe", "panes", p.PAPER_WARM)
    for u in (4, 7, 10, 13, 16):
        a.recess(back, a.opening(u, 0, 1.7, 2.7, "horseshoe"), p.INDIGO_PALE, 0.14)
    a.cornice(back, 2, 6.2, 16, 0.4)
    n.palm(pen, 560, 1570, 640, -0.06)
    n.palm(pen, 1150, 1575, 560, 0.08)
    n.ground(pen, w, 1560, 2000, p.PAPER_WARM, 20)
    _gate_wall(sheet)
    for i, (x, base, tall, kind) in enumerate(
        ((640, 1690, 130, "child"), (720, 1706, 126, "girl"), (1050, 1690, 190, "robe"))
    ):
        n.figure(
            pen,
            x,
            base,
            tall,
            kind,
            (p.INK, p.INDIGO, p.INK_BROWN)[i % 3],
            flip=x > 900,
        )
    _iron(sheet)


def _gate_wall(sheet: Sheet) -> None:
    pen = sheet.pen
    wall = pen.on(elevation(0, 1760, 100))
    hole = a.opening(8.5, 0, 7.6, 12.4, "horseshoe")
    outer = g.rectangle(-0.5, 0, 18, 16.2)
    wall.face(outer, p.PAPER_WARM, line=1.4, holes=[hole])
    with sheet.canvas.clipped([wall.put(outer), wall.put(hole)]):
        a.masonry(wall, 0, 0, 17, 16, 0.55, 1.2, 0.16, 0.5)
        ring, inner = a.grown(hole, 0.9), hole
        wall.face(ring, p.PAPER, line=1.2)
        x, y = 8.5, 8.2
        for k in range(25):
            t0, t1 = -24 + 228 * k / 25, -24 + 228 * (k + 1) / 25
            wedge = [
                *g.arc(x, y, 4.25, 4.25, t0, t1, 3),
                *g.arc(x, y, 5.2, 5.2, t1, t0, 3),
            ]
            wall.face(
                wedge,
                p.TERRACOTTA if k % 2 else p.PAPER,
                [(t0, 0.12, 0.4)] if k % 2 else (),
                0.8,
            )
        wall.face(inner, line=1.2)
        for side in (0, 14.0):
            shade = g.rectangle(side + 1.6, 0, 1.2, 16)
            wall.hatch([shade], 90, 0.14, 0.5)
    for u in (0.4, 14.2):
        wall.face(g.rectangle(u, 0, 2.4, 1.4), p.STONE, [(0, 0.14, 0.5)], 1.2)
        wall.face(g.rectangle(u + 0.2, 1.4, 2.0, 7.8), p.PAPER, [(90, 0.25, 0.3)], 1.1)
        for k in range(3):
            x, y = wall.plane(u + 1.2, 2.9 + 2.4 * k)
            o.eight_point_star(sheet.canvas, x, y, 78, p.TURQUOISE, 7)
    a.star_frieze(wall, 0, 14.2, 17, 1.0, p.TURQUOISE)
    a.cornice(wall, 0, 15.5, 17, 0.55)
    a.battlements(wall, 0, 16.05, 17, 1.3, p.PAPER_WARM)


def _iron(sheet: Sheet) -> None:
    """Two open leaves of a wrought-iron gate, foreshortened."""
    pen, c = sheet.pen, sheet.canvas
    for side in (-1, 1):
        x0 = 850 + side * 380

        def leaf(u: float, v: float, side: int = side, x0: float = x0) -> tuple[float, float]:
            return x0 - side * u * 190, 1760 + 40 * u - v * (1 + 0.07 * u)

        wrought = pen.on(leaf)
        bars = [[(k / 7, 0), (k / 7, 660 + 120 * (1 - (k / 7) ** 2))] for k in range(8)]
        wrought.lines(bars, 3.6, p.INK)
        for v in (40, 300, 560, 640):
            wrought.line([(0, v), (1, v)], 4.0, p.INK)
        for k in range(7):
            u = (k + 0.5) / 7
            for v in (110, 200, 380, 470):
                curl = g.smooth(
                    [
                        (u - 0.06, v + 60),
                        (u + 0.05, v + 40),
                        (u + 0.04, v),
                        (u - 0.05, v - 10),
                        (u - 0.03, v + 16),
                    ],
                    5,
                )
                wrought.line(curl, 1.8, p.INK)
            top = 660 + 120 * (1 - (k / 7) ** 2)
            x, y = leaf(k / 7, top)
            c.polygon(g.moved([(0, -34), (9, -8), (0, 2), (-9, -8)], x, y), p.BRASS, p.INK, 2)


@picture("gate-mikveh-israel", 2100, 1450, p.PAPER)
def mikveh(sheet: Sheet) -> None:
    """A stone gate, an avenue of palms to the vanishing point, furrows on both sides."""
    pen, w = sheet.pen, sheet.width
    horizon, vx = 800, 1050
    n.sky(pen, w, 0, horizon, p.PAPER_WARM, 18)
    n.sun(pen, vx, horizon - 90, 150)
    n.mountains(
        pen,
        w,
        horizon,
        [
            (-20, 60),
            (300, 110),
            (620, 60),
            (900, 84),
            (1400, 56),
            (1800, 110),
            (2120, 70),
        ],
        p.TURQUOISE_PALE,
    )
    pen.canvas.rect(0, horizon, w, 700, p.OLIVE_PALE)
    for i in range(-16, 17):
        if abs(i) >= 3:
            x = vx + i * 330
            pen.canvas.polygon(
                [(vx + i * 6, horizon), (x - 70, 1450), (x + 70, 1450)],
                p.WOOD if i % 2 else p.OLIVE_PALE,
            )
    furrows = [
        [(vx + i * 3, horizon), (vx + i * 165 + 40, 1450)] for i in range(-34, 35) if abs(i) >= 5
    ]
    pen.lines(furrows, 0.6)
    road = [(vx - 14, horizon), (vx + 14, horizon), (vx + 470, 1450), (vx - 470, 1450)]
    pen.face(road, p.SAND, line=1.0)
    pen.lines(
        [[(vx + s * 8, horizon + 30), (vx + s * 240, 1450)] for s in (-1, -0.6, 0.7, 1)],
        0.5,
    )
    for depth in (14, 10, 7.4, 5.6, 4.3, 3.4):
        for side in (-1, 1):
            x, base = vx + side * 2300 / depth * 0.95, horizon + 1500 / depth
            n.palm(pen, x, base, 2300 / depth, side * 0.03)
    _gate_of_two_pillars(sheet)
    for i, (fx, base, tall) in enumerate(((930, 1180, 100), (1010, 1200, 104), (1330, 1290, 150))):
        n.figure(
            pen,
            fx,
            base,
            tall,
            "child" if i < 2 else "robe",
            (p.INK, p.INDIGO, p.INK_BROWN)[i],
            flip=i == 2,
        )


def _gate_of_two_pillars(sheet: Sheet) -> None:
    pen = sheet.pen
    for side in (-1, 1):
        wall = pen.on(elevation(1050 + side * 700 - 130, 1400, 100))
        wall.face(g.rectangle(0, 0, 2.6, 6.4), p.PAPER, line=1.4)
        a.masonry(wall, 0, 0, 2.6, 6.4, 0.46, 0.7, 0.85, 0.6)
        wall.hatch([g.rectangle(1.7, 0, 0.9, 6.4)], 62, 0.11, 0.6)
        wall.face(g.rectangle(-0.25, 6.4, 3.1, 0.35), p.STONE, [(0, 0.1, 0.5)], 1.2)
        wall.face(
            [(-0.1, 6.75), (2.7, 6.75), (1.3, 7.7)],
            p.TERRACOTTA,
            [(60, 0.16, 0.5)],
            1.2,
        )
        wall.face(g.rectangle(-0.2, 0, 3.0, 0.7), p.STONE, [(0, 0.12, 0.5)], 1.2)
        low = g.rectangle(-9, 0, 9, 2.3) if side < 0 else g.rectangle(2.6, 0, 9, 2.3)
        wall.face(low, p.PAPER_WARM, line=1.2)
        a.masonry(wall, low[0][0], 0, 9, 2.3, 0.46, 0.8, 0.7, 0.5)
        wall.face(g.rectangle(low[0][0], 2.3, 9, 0.25), p.STONE, [(0, 0.09, 0.4)], 1.0)
    arch = [
        *g.arc(1050, 760, 760, 560, 200, 340, 40),
        *g.arc(1050, 800, 720, 560, 338, 202, 40),
    ]
    pen.face(arch, p.INK, line=1.0)
    letters = sheet.pen.canvas
    o.text_on_circle(sheet, "מקוה ישראל", 1050, 1010, 735, o.Type("frank", 104, 700), p.INK)
    x, y = 1050, 196
    o.eight_point_star(letters, x, y - 90, 48, p.POMEGRANATE, 6)
