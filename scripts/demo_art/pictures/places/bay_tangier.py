"""The bay of Tangier."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.perspective import Camera
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs.figures import figure
from scripts.demo_art.pictures.places.river_baghdad import sailing_boat


@picture("bay-tangier", 2400, 1100, p.PAPER)
def tangier(sheet: Sheet) -> None:
    """The white town on its hill, the bay with ships, Spain's mountains over the strait."""
    pen, w, shore = sheet.pen, sheet.width, 560
    n.sky(pen, w, 0, shore, p.PAPER_BLUE, 20)
    n.sun(pen, 1420, 380, 120)
    n.cloud(pen, 1880, 190, 190)
    n.cloud(pen, 1120, 140, 130)
    n.mountains(
        pen,
        w,
        shore,
        [(900, 20), (1120, 90), (1350, 70), (1620, 150), (1900, 90), (2150, 130), (2420, 70)],
        p.INDIGO_PALE,
    )
    n.water(pen, w, shore, 1100, p.TURQUOISE_PALE, p.TURQUOISE, 24)
    hill = [
        (-10, 300),
        (120, 210),
        (330, 160),
        (520, 200),
        (740, 330),
        (960, 470),
        (1160, 560),
        (1230, 610),
        (900, 700),
        (500, 820),
        (-10, 930),
    ]
    pen.face(g.smooth(hill, 6), p.OLIVE_PALE, line=1.0)
    cubes = []
    for row in range(11):
        for k in range(13):
            u, v = k / 12.5, row / 10.5
            x = -40 + u * (640 + 560 * v) + pen.random.uniform(-16, 16) - 60 * v
            top = 190 + 60 * abs(u - 0.42) * 3
            y = top + v * 520 + u * u * 120
            if x < 1060 - abs(v - 0.62) * 700:
                cubes.append((y, x))
    for y, x in sorted(cubes):
        _cube(sheet, x, y + 40, pen.random.uniform(56, 88), pen.random.uniform(48, 92))
    _tower(sheet, 330, 210)
    sand = [
        (-10, 930),
        *g.bezier((500, 830), (900, 720), (1140, 640), (1260, 600), 20),
        *g.bezier((1260, 600), (1180, 760), (800, 960), (420, 1110), 24),
        (-10, 1110),
    ]
    pen.face(sand, p.SAND, line=0.9)
    pen.lines(
        [
            g.bezier(
                (1250 - k * 12, 612 + k * 4),
                (1170 - k * 50, 770),
                (800 - k * 70, 960),
                (430 - k * 80, 1105),
                20,
            )
            for k in range(1, 4)
        ],
        0.5,
    )
    sailing_boat(sheet, 1560, 790, 0.9)
    sailing_boat(sheet, 1980, 690, 0.55)
    _lane(sheet)


def _lane(sheet: Sheet) -> None:
    """The sloping street in front, between two white houses, closed by a parapet."""
    pen, camera = sheet.pen, Camera(1300, 1200, 520, (0, 0, 3.2))
    floor = pen.on(camera.floor())
    floor.face([(-9, 2.6), (9, 2.6), (9, 9), (-9, 9)], p.PAPER_WARM, line=1.0)
    floor.lines([[(-9, y), (9, y)] for y in (7.2, 7.7, 8.2, 8.6)], 0.7)
    parapet = pen.on(camera.wall((-5, 9), (7, 9)))
    parapet.face(g.rectangle(0, 0, 12, 0.75), p.WHITE, [(90, 0.5, 0.25)], 1.2)
    parapet.face(g.rectangle(0, 0.75, 12, 0.14), p.STONE, [(0, 0.05, 0.5)], 1.0)
    for side, near, far, tall in ((-4.6, 3.4, 8.2, 4.9), (6.2, 3.4, 9.0, 5.6)):
        wall = pen.on(camera.wall((side, near), (side, far)))
        length = far - near
        shade = [(90, 0.16, 0.4)] if side > 0 else [(90, 0.6, 0.2)]
        wall.face(g.rectangle(0, 0, length, tall), p.STONE if side > 0 else p.WHITE, shade, 1.3)
        wall.face(g.rectangle(0, tall, length, 0.2), p.PAPER_WARM, line=1.0)
        wall.face(g.rectangle(0, 0, length, 0.8), p.INDIGO_PALE, [(0, 0.14, 0.4)], 1.0)
        a.door(wall, length * 0.72, 0.05, 1.2, 2.4, "horseshoe", p.TURQUOISE, studs=True)
        a.window(wall, length * 0.4, 3.2, 0.8, 1.1, "horseshoe", "bars", p.PAPER_WARM)
        a.window(wall, length * 0.85, 3.3, 0.7, 1.0, "horseshoe", "shutters", "", p.INDIGO_PALE)
    for x, y, tall, kind in (
        (-1.6, 8.0, 1.2, "child"),
        (-1.0, 8.1, 1.15, "girl"),
        (2.6, 8.3, 1.7, "robe"),
    ):
        fx, base = camera.see(x, y, 0)
        figure(
            pen, fx, base, camera.scale(y) * tall, kind, p.INDIGO if kind != "robe" else p.INK_BROWN
        )


def _cube(sheet: Sheet, x: float, y: float, w: float, h: float) -> None:
    """A flat-roofed white house with a shaded side."""
    pen = sheet.pen
    side = w * 0.36
    fill = pen.random.choice([p.WHITE, p.WHITE, p.PAPER, p.PAPER_ROSE, p.PAPER_BLUE])
    pen.face(g.rectangle(x, y - h, w, h), fill, line=0.9)
    dark = [(x + w, y - h), (x + w + side, y - h - 10), (x + w + side, y - 10), (x + w, y)]
    pen.face(dark, p.STONE, [(90, 7, 0.5)], 0.9)
    pen.face(
        [(x, y - h), (x + w, y - h), (x + w + side, y - h - 10), (x + side, y - h - 10)],
        p.PAPER_WARM,
        line=0.8,
    )
    for k in range(pen.random.choice([1, 2, 2])):
        u = x + w * (0.2 + 0.42 * k)
        upright = a.opening(u + 7, -(y - h * 0.4), 13, 20, "round")
        pen.face([(q[0], -q[1]) for q in upright], p.INDIGO, line=0.5)


def _tower(sheet: Sheet, x: float, base: float) -> None:
    pen = sheet.pen
    pen.face(g.rectangle(x, base - 170, 74, 210), p.SAND, [(90, 10, 0.3)], 1.1)
    pen.hatch([g.rectangle(x + 48, base - 170, 26, 210)], 60, 7, 0.6)
    for k in range(3):
        pen.face(g.regular(x + 37, base - 130 + 56 * k, 18, 4), p.TURQUOISE, line=0.9)
    pen.face(g.rectangle(x - 6, base - 182, 86, 14), p.PAPER, line=1.0)
    pen.face(g.rectangle(x + 20, base - 230, 34, 48), p.SAND, [(90, 8, 0.5)], 1.0)
    pen.line([(x + 37, base - 230), (x + 37, base - 268)], 1.4)
