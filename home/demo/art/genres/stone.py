"""The school at Jerusalem and the reading room in Paris."""

from .. import architecture as a
from .. import geometry as g
from .. import nature as n
from .. import palette as p
from ..pen import Pen
from ..perspective import Camera
from ..sheet import Sheet, picture


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
        n.cypress(pen, x, base, tall)
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
        n.figure(
            pen,
            x,
            base,
            tall,
            kind,
            (p.INK, p.INDIGO, p.INK_BROWN)[i % 3],
            flip=x > 1100,
        )
    n.tree(pen, 1720, 1330, 420, p.OLIVE_PALE)


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
                wall,
                u + side,
                4.9,
                0.85,
                2.0,
                "round",
                "panes",
                p.PAPER_WARM,
                shutter=p.OLIVE,
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
                g.arc(x + w / 2, base - h, w * 0.42, w * 0.4, 180, 360, 14),
                p.PAPER_WARM,
                line=0.7,
            )
        pen.face(g.rectangle(x + w * 0.4, base - h * 0.6, 10, 16), p.INDIGO_PALE, line=0.5)


def _yard_wall(sheet: Sheet) -> None:
    pen = sheet.pen
    for x, w in ((-10, 640), (1560, 460)):
        wall = pen.on(lambda u, v, x=x: (x + u * 60, 1440 - v * 60))
        wall.face(g.rectangle(0, -1.2, w / 60, 3.0), p.PAPER_WARM, line=1.3)
        a.masonry(wall, 0, -1.2, w / 60, 2.8, 0.5, 0.9, 0.8, 0.6, p.INK_BROWN)
        wall.face(g.rectangle(-0.1, 1.8, w / 60 + 0.2, 0.3), p.STONE, [(0, 0.1, 0.5)], 1.1)


@picture("reading-room-paris", 2000, 1500, p.PAPER)
def reading_room(sheet: Sheet) -> None:
    """A library with two galleries of books, a glass ceiling, long tables and green lamps."""
    pen, camera = sheet.pen, Camera(1180, 1000, 720, (0, 0, 2.6))
    half, near, far, top = 5.6, 5.2, 22.0, 8.6
    floor = pen.on(camera.floor())
    floor.face([(-half, 3), (half, 3), (half, far), (-half, far)], p.WOOD, line=1.0)
    floor.lines([[(x * 0.56, 3.2), (x * 0.56, far)] for x in range(-10, 11)], 0.5)
    ceiling = pen.on(camera.floor(top))
    ceiling.face([(-half, 3.4), (half, 3.4), (half, far), (-half, far)], p.PAPER_WARM, line=1.0)
    ceiling.face([(-3, 3.4), (3, 3.4), (3, far - 1), (-3, far - 1)], p.PAPER_BLUE, line=1.2)
    ceiling.lines([[(x, 3.4), (x, far - 1)] for x in (-2, -1, 0, 1, 2)], 1.0)
    ceiling.lines([[(-3, y), (3, y)] for y in range(4, int(far))], 1.0)
    end = pen.on(camera.wall((-half, far), (half, far)))
    end.face(g.rectangle(0, 0, 2 * half, top), p.PAPER_WARM, line=1.0)
    a.window(end, half, 3.2, 3.4, 4.6, "round", "panes", p.PAPER, p.PAPER_BLUE)
    for u in (1.8, 9.4):
        _shelves(end, u - 1.3, 0.3, 2.6, 6.6, 10)
    a.door(end, half, 0, 1.6, 2.6, "flat", p.WOOD_DARK)
    for side in (-1, 1):
        wall = pen.on(camera.wall((side * half, near - 1.2), (side * half, far)))
        length = far - near + 1.2
        wall.face(g.rectangle(0, 0, length, top), p.WOOD, line=1.0)
        for k in range(7):
            u = length * k / 7
            _shelves(wall, u + 0.16, 0.3, length / 7 - 0.32, 3.1, 6)
            _shelves(wall, u + 0.16, 4.5, length / 7 - 0.32, 3.2, 6)
            wall.face(
                g.rectangle(u - 0.14, 0, 0.3, top - 0.5),
                p.WOOD_DARK,
                [(0, 0.2, 0.5)],
                0.9,
            )
        if side > 0:
            wall.hatch([g.rectangle(0, 0, length, top)], 90, 0.24, 0.45)
        wall.face(g.rectangle(0, 3.6, length, 0.3), p.BRASS_PALE, [(0, 0.1, 0.4)], 1.0)
        rail = pen.on(camera.wall((side * (half - 0.9), near - 1.2), (side * (half - 0.9), far)))
        rail.face(g.rectangle(0, 3.55, length, 0.28), p.WOOD_DARK, [(0, 0.1, 0.5)], 1.0)
        rail.lines([[(k * 0.3, 3.8), (k * 0.3, 4.7)] for k in range(int(length / 0.3))], 0.9)
        rail.lines([[(0, v), (length, v)] for v in (3.9, 4.72)], 1.6)
        a.cornice(wall, 0, top - 0.5, length, 0.4)
    for x in (-2.1, 2.1):
        for y in (16.5, 11.5, 7.2):
            _table(sheet, camera, x, y)
    for x, y, kind in ((-3.6, 12.5, "robe"), (3.5, 9.5, "robe"), (0.1, 18, "robe")):
        fx, base = camera.see(x, y, 0)
        n.figure(pen, fx, base, camera.scale(y) * 1.7, kind, p.INK, flip=x > 0)


def _shelves(wall: Pen, u: float, v: float, w: float, h: float, rows: int) -> None:
    """Shelves full of bound books in four colours."""
    wall.face(g.rectangle(u, v, w, h), p.INK_BROWN, line=0.8)
    colours = [p.POMEGRANATE, p.OLIVE, p.INDIGO, p.BRASS, p.SAND, p.TERRACOTTA]
    for row in range(rows):
        x, base, room = u + 0.03, v + h * row / rows + 0.03, h / rows - 0.06
        while x < u + w - 0.1:
            run = min(wall.random.uniform(0.18, 0.6), u + w - x - 0.03)
            tall = room * wall.random.uniform(0.7, 0.96)
            wall.face(
                g.rectangle(x, base, run, tall),
                wall.random.choice(colours),
                [(90, 0.09, 0.5)],
                0.4,
            )
            x += run
        wall.line([(u, base - 0.02), (u + w, base - 0.02)], 1.2, p.WOOD)


def _table(sheet: Sheet, camera: Camera, x: float, y: float) -> None:
    pen = sheet.pen
    w, deep, h = 1.25, 1.7, 0.85
    top = [
        camera.see(x + sx * w, y + sy * deep, h) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    for lx, ly in ((-1, 1), (1, 1), (-1, -1), (1, -1)):
        foot, head = (
            camera.see(x + lx * w * 0.92, y + ly * deep * 0.94, 0),
            camera.see(x + lx * w * 0.92, y + ly * deep * 0.94, h),
        )
        r = camera.scale(y + ly * deep) * 0.05
        pen.face(
            [
                (foot[0] - r, foot[1]),
                (foot[0] + r, foot[1]),
                (head[0] + r, head[1]),
                (head[0] - r, head[1]),
            ],
            p.WOOD_DARK,
            line=0.9,
        )
    edge = [top[0], top[1], (top[1][0], top[1][1] + 14), (top[0][0], top[0][1] + 14)]
    pen.face(top, p.OLIVE, line=1.2)
    pen.hatch([top], 0, 13, 0.45)
    pen.face(edge, p.WOOD_DARK, [(0, 5, 0.6)], 1.0)
    for sy in (-0.5, 0.5):
        lx, ly = camera.see(x, y + sy * deep, h)
        m = camera.scale(y + sy * deep)
        pen.canvas.polygon(g.ellipse(lx, ly, m * 0.62, m * 0.2), p.GLOW, opacity=0.7)
        pen.face(
            g.rectangle(lx - m * 0.03, ly - m * 0.5, m * 0.06, m * 0.5),
            p.BRASS,
            line=0.9,
        )
        pen.face(g.ellipse(lx, ly, m * 0.16, m * 0.05), p.BRASS, line=0.9)
        shade = [
            (lx - m * 0.3, ly - m * 0.44),
            (lx + m * 0.3, ly - m * 0.44),
            (lx + m * 0.16, ly - m * 0.66),
            (lx - m * 0.16, ly - m * 0.66),
        ]
        pen.face(shade, p.TURQUOISE, [(0, 7, 0.5)], 1.0)
        for bx in (-0.75, 0.72):
            cx, cy = camera.see(x + bx, y + sy * deep, h)
            for d in (-1, 1):
                leaf = [
                    (cx, cy),
                    (cx + d * m * 0.24, cy - m * 0.04),
                    (cx + d * m * 0.26, cy - m * 0.13),
                    (cx + d * m * 0.02, cy - m * 0.1),
                ]
                pen.face(leaf, p.WHITE, [(0, 5, 0.35)], 0.9)
