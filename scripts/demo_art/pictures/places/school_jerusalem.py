"""The stone school at Jerusalem."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import Camera, elevation
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs import plants
from scripts.demo_art.motifs.figures import figure


@picture("school-jerusalem", 2000, 1500, p.PAPER)
def jerusalem(sheet: Sheet) -> None:
    """A two-storey stone house with arcades seen over its corner; domes on the hill."""
    pen = sheet.pen
    n.sky(pen, 2000, 0, 1100, p.PAPER_WARM, 18)
    n.sun(pen, 1640, 330, 120)
    n.mountains(
        pen,
        2000,
        1100,
        [(-20, 150), (400, 230), (800, 170), (1300, 260), (1700, 190), (2020, 240)],
        p.STONE,
    )
    _town(sheet)
    n.ground(pen, 2000, 1080, 1500, p.SAND, 18)
    camera = Camera(1500, 960, 1010, (0, 0, 1.7))
    corner = (-1.2, 14.0)
    left, right = (-10.5, 20.5), (12.2, 24.0)
    for x, base, tall in ((170, 1120, 640), (290, 1135, 480), (1830, 1110, 560)):
        plants.cypress(pen, x, base, tall)
    lit = pen.on(camera.wall(corner, right))
    shade = pen.on(camera.wall(left, corner))
    _front(lit, 16.7, False)
    _front(shade, 11.3, True)
    _roof(sheet, camera, corner, left, right)
    _yard_wall(sheet)
    for i, (x, base, tall, kind) in enumerate(
        (
            (820, 1300, 130, "child"),
            (900, 1320, 136, "child"),
            (1010, 1290, 190, "robe"),
            (1280, 1270, 120, "girl"),
            (1350, 1282, 124, "girl"),
            (1500, 1262, 170, "woman"),
        )
    ):
        figure(pen, x, base, tall, kind, (p.INK, p.INDIGO, p.INK_BROWN)[i % 3], flip=x > 1100)
    plants.tree(pen, 1720, 1330, 420, p.OLIVE_PALE)


def _front(wall: Pen, length: float, shade: bool) -> None:
    tall = 8.4
    wall.face(g.rectangle(0, 0, length, tall), p.STONE if shade else p.PAPER, line=1.3)
    a.masonry(wall, 0, 0, length, tall, 0.38, 0.75, 0.62, 0.45, p.INK_BROWN)
    if shade:
        wall.hatch([g.rectangle(0, 0, length, tall)], 62, 0.17, 0.5)
    bays = 3 if shade else 5
    for k in range(bays):
        u = length * (k + 0.5) / bays
        if shade:
            a.window(wall, u, 1.2, 1.0, 2.0, "segment", "bars", p.PAPER)
        elif k == 2:
            a.door(wall, u, 0.1, 1.7, 3.2, "round", p.OLIVE)
        else:
            a.recess(wall, a.opening(u, 0.1, 2.3, 3.4, "pointed"), p.WOOD, 0.16)
            a.window(wall, u, 1.0, 0.9, 1.6, "round", "panes", p.PAPER)
        for side in (-0.62, 0.62):
            a.window(
                wall, u + side, 4.9, 0.85, 2.0, "round", "panes", p.PAPER_WARM, shutter=p.OLIVE
            )
    a.cornice(wall, 0, 4.15, length, 0.28, dentils=False, fill=p.PAPER_WARM)
    a.cornice(wall, 0, 8.1, length, 0.4, fill=p.PAPER_WARM)


def _roof(
    sheet: Sheet,
    camera: Camera,
    corner: tuple[float, float],
    left: tuple[float, float],
    right: tuple[float, float],
) -> None:
    """A hipped roof of red tiles on both visible walls."""
    top = 11.4
    ridge_a, ridge_b = camera.see(-2.2, 20.6, top), camera.see(6.0, 25.0, top)
    eave_c = camera.see(corner[0], corner[1] - 0.6, 8.5)
    eave_l = camera.see(left[0] - 0.5, left[1], 8.5)
    eave_r = camera.see(right[0] + 0.5, right[1] - 0.3, 8.5)
    pen = sheet.pen
    for ring, angle, dark in (
        ([eave_l, eave_c, ridge_a], 40, True),
        ([eave_c, eave_r, ridge_b, ridge_a], 66, False),
    ):
        pen.face(ring, p.TERRACOTTA, [(angle, 15, 0.5)], 1.4)
        pen.hatch([ring], -8 if not dark else 26, 22, 0.5)
        if dark:
            pen.hatch([ring], 84, 13, 0.6)


def _town(sheet: Sheet) -> None:
    """Domed houses far off on the ridge, and a tower."""
    pen = sheet.pen
    for k in range(34):
        x = 60 + k * 58 + pen.random.uniform(-14, 14)
        base = 1085 - 60 * abs(((k * 37) % 10) / 10)
        w, h = pen.random.uniform(44, 74), pen.random.uniform(40, 84)
        pen.face(g.rectangle(x, base - h, w, h + 30), p.PAPER, [(90, 9, 0.3)], 0.7)
        if k % 3 == 0:
            pen.face(
                g.arc(x + w / 2, base - h, w * 0.42, w * 0.4, 180, 360, 14), p.PAPER_WARM, line=0.7
            )
        pen.face(g.rectangle(x + w * 0.4, base - h * 0.6, 10, 16), p.INDIGO_PALE, line=0.5)


def _yard_wall(sheet: Sheet) -> None:
    pen = sheet.pen
    for x, w in ((-10, 640), (1560, 460)):
        wall = pen.on(elevation(x, 1440, 60))
        wall.face(g.rectangle(0, -1.2, w / 60, 3.0), p.PAPER_WARM, line=1.3)
        a.masonry(wall, 0, -1.2, w / 60, 2.8, 0.5, 0.9, 0.8, 0.6, p.INK_BROWN)
        wall.face(g.rectangle(-0.1, 1.8, w / 60 + 0.2, 0.3), p.STONE, [(0, 0.1, 0.5)], 1.1)
