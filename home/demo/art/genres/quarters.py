"""Streets and courtyards in one-point perspective."""

from collections.abc import Callable

from .. import architecture as a
from .. import geometry as g
from .. import nature as n
from .. import ornament as o
from .. import palette as p
from ..pen import Pen
from ..perspective import Camera
from ..sheet import Sheet, picture

Dress = Callable[[Pen, float, float], None]  # dresses a house front: pen, first metre, length


def side_walls(
    sheet: Sheet,
    camera: Camera,
    half: float,
    near: float,
    lengths: list[float],
    heights: list[float],
    tints: tuple[list[str], list[str]],
    dress: Dress,
) -> None:
    """Houses along both sides of a street, the farthest first; the right side lies in shade."""
    ends = [near]
    for length in lengths:
        ends.append(ends[-1] + length)
    for i in reversed(range(len(lengths))):
        for side in (-1, 1):
            wall = sheet.pen.on(camera.wall((side * half, ends[i]), (side * half, ends[i + 1])))
            tall = heights[(i * 2 + (side > 0)) % len(heights)]
            tint = tints[side > 0][i % len(tints[side > 0])]
            wall.face(g.rectangle(0, 0, lengths[i], tall), tint, line=1.2)
            if side > 0:
                wall.hatch([g.rectangle(0, 0, lengths[i], tall)], 90, 0.2, 0.45)
            wall.face(
                g.rectangle(0, tall - 0.3, lengths[i], 0.3),
                p.STONE,
                [(0, 0.1, 0.4)],
                0.9,
            )
            wall.face(g.rectangle(0, 0, lengths[i], 0.7), p.STONE, [(0, 0.12, 0.4)], 0.8)
            dress(wall, lengths[i], tall)


def paving(sheet: Sheet, camera: Camera, half: float, near: float, far: float, tint: str) -> None:
    """A paved street floor with joints towards the vanishing point."""
    floor = sheet.pen.on(camera.floor())
    floor.face([(-half, near), (half, near), (half, far), (-half, far)], tint, line=0.8)
    rows, y = [], near
    while y < far:
        cut = sheet.pen.random.uniform(0, 0.5)
        x = -half + cut
        rows.append([(-half, y), (half, y)])
        while x < half:
            rows.append([(x, y), (x, y + 0.55)])
            x += sheet.pen.random.uniform(0.5, 0.95)
        y += 0.55
    floor.lines(rows, 0.5)


@picture("street-tetouan", 1500, 2000, p.PAPER)
def tetouan(sheet: Sheet) -> None:
    """A white lane under arches, doors of brown wood, a lantern."""
    pen, camera = sheet.pen, Camera(1350, 720, 1150)
    n.sky(pen, 1500, 0, 1160, p.TURQUOISE_PALE, 16)
    n.sun(pen, 760, 560, 120)
    n.mountains(
        pen,
        1500,
        1160,
        [(500, 240), (720, 400), (860, 300), (1000, 380)],
        p.INDIGO_PALE,
    )
    paving(sheet, camera, 2.1, 2.2, 34, p.PAPER_WARM)

    def dress(wall: Pen, length: float, tall: float) -> None:
        a.door(
            wall,
            length * 0.3,
            0.05,
            1.15,
            2.3,
            "horseshoe",
            p.WOOD,
            studs=True,
            trim=p.SAND,
        )
        a.window(wall, length * 0.74, 1.7, 0.7, 1.0, "flat", "bars", p.PAPER_WARM)
        for u in (0.28, 0.72):
            a.window(
                wall,
                length * u,
                3.6,
                0.75,
                1.15,
                "horseshoe",
                "shutters",
                "",
                p.INDIGO_PALE,
                p.OLIVE,
            )
        if tall > 6.6:
            a.window(wall, length * 0.5, 5.6, 0.6, 0.7, "round", "bars", "")

    side_walls(
        sheet,
        camera,
        2.1,
        2.2,
        [3.6, 3.8, 4.2, 4.4, 5.0, 6.0],
        [7.8, 6.2, 6.6, 8.2, 5.8, 6.6],
        ([p.WHITE, p.PAPER, p.WHITE], [p.STONE, p.INDIGO_PALE, p.STONE]),
        dress,
    )
    for depth in (17, 10.5, 6.4):
        _arch(sheet, camera, 2.1, depth, 4.5 if depth != 10.5 else 5.2)
    _lantern(sheet, 720, 520)
    for x, d, kind, flip in (
        (-0.9, 14, "robe", False),
        (0.5, 11, "woman", True),
        (0.9, 8.2, "child", True),
        (-1.2, 6.4, "child", False),
        (-0.7, 6.0, "child", False),
    ):
        fx, base = camera.see(x, d, 0)
        tall = camera.scale(d) * (1.7 if kind in {"robe", "woman"} else 1.2)
        n.figure(
            pen,
            fx,
            base,
            tall,
            kind,
            p.INDIGO if kind == "child" else p.INK_BROWN,
            flip,
        )


def _arch(sheet: Sheet, camera: Camera, half: float, depth: float, height: float) -> None:
    """A buttress arch that spans the lane, its soffit hatched."""
    for deep, fill in ((depth + 0.7, p.STONE), (depth, p.WHITE)):
        wall = sheet.pen.on(camera.wall((-half, deep), (half, deep)))
        under = g.arc(half, height - 1.0, half * 0.98, 0.9, 0, 180, 24)
        shape = [
            (0, height - 1.0),
            (0, height + 0.6),
            (2 * half, height + 0.6),
            (2 * half, height - 1.0),
            *under,
        ]
        hatching = [(60, 0.12, 0.6)] if fill == p.STONE else [(90, 0.5, 0.25)]
        wall.face(shape, fill, hatching, 1.1)
        wall.line(g.arc(half, height - 1.0, half * 0.98, 1.15, 0, 180, 24), 0.6)


def _lantern(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    pen.line([(x, y - 210), (x, y - 70)], 1.2)
    c.circle(x, y, 96, p.GLOW, opacity=0.55)
    body = [(x - 44, y - 40), (x + 44, y - 40), (x + 34, y + 52), (x - 34, y + 52)]
    pen.face(body, p.GLOW, line=1.4)
    pen.lines(
        [[(x - 15, y - 40), (x - 11, y + 52)], [(x + 15, y - 40), (x + 11, y + 52)]],
        1.0,
    )
    pen.face(
        [(x - 52, y - 40), (x + 52, y - 40), (x, y - 84)],
        p.BRASS_DARK,
        [(0, 9, 0.6)],
        1.2,
    )
    pen.face(
        [(x - 34, y + 52), (x + 34, y + 52), (x, y + 84)],
        p.BRASS_DARK,
        [(0, 9, 0.6)],
        1.2,
    )


@picture("street-tunis", 1600, 2000, p.PAPER)
def tunis(sheet: Sheet) -> None:
    """White walls, studded blue doors, a latticed balcony and a vaulted passage."""
    pen, camera = sheet.pen, Camera(1450, 900, 1180)
    n.sky(pen, 1600, 0, 1200, p.PAPER_BLUE, 16)
    paving(sheet, camera, 2.4, 2.5, 30, p.SAND)

    def dress(wall: Pen, length: float, tall: float) -> None:
        a.door(
            wall,
            length * 0.36,
            0.05,
            1.5,
            2.7,
            "horseshoe",
            p.TURQUOISE,
            studs=True,
            trim=p.PAPER_WARM,
        )
        a.window(wall, length * 0.8, 1.7, 0.7, 1.1, "flat", "bars", "", p.INDIGO_PALE)
        _moucharabieh(wall, length * 0.42, 3.7, 1.5, 1.7)
        a.window(wall, length * 0.85, 4.0, 0.6, 1.0, "round", "bars", "")

    side_walls(
        sheet,
        camera,
        2.4,
        2.5,
        [4.2, 4.4, 4.8, 5.4, 6.0],
        [7.4, 6.6, 8.0, 6.2, 7.0],
        ([p.WHITE, p.PAPER, p.WHITE], [p.STONE, p.PAPER_BLUE, p.STONE]),
        dress,
    )
    end = pen.on(camera.wall((-2.4, 22), (2.4, 22)))
    end.face(g.rectangle(0, 0, 4.8, 6.2), p.PAPER_WARM, line=1.0)
    a.recess(end, a.opening(2.4, 0, 2.6, 3.9, "horseshoe"), p.INDIGO, 0.2)
    minaret = g.rectangle(860, 620, 120, 330)
    pen.face(minaret, p.PAPER, [(90, 9, 0.3)], 1.1)
    pen.face(g.rectangle(848, 600, 144, 22), p.STONE, line=1.0)
    pen.face(g.rectangle(888, 540, 64, 60), p.PAPER, line=1.0)
    pen.face([(880, 540), (960, 540), (920, 480)], p.OLIVE, [(60, 9, 0.5)], 1.0)
    pen.face(a.opening(920, 700, 44, 90, "flat"), p.INDIGO_PALE, [(0, 8, 0.5)], 0.9)
    _arch(sheet, camera, 2.4, 12, 5.6)
    _awning(sheet, camera)
    for x, d, kind, flip in (
        (0.3, 15, "robe", False),
        (-1.0, 12, "woman", False),
        (1.2, 9.0, "robe", True),
        (0.4, 7.4, "child", True),
        (0.0, 7.0, "child", False),
    ):
        fx, base = camera.see(x, d, 0)
        tall = camera.scale(d) * (1.7 if kind in {"robe", "woman"} else 1.2)
        n.figure(pen, fx, base, tall, kind, p.POMEGRANATE if kind == "woman" else p.INK, flip)


def _moucharabieh(wall: Pen, u: float, v: float, w: float, h: float) -> None:
    """A projecting latticed balcony, drawn as a box with a hatched underside."""
    wall.face(
        g.rectangle(u - w / 2 - 0.1, v - 0.35, w + 0.2, 0.35),
        p.WOOD_DARK,
        [(45, 0.09, 0.6)],
        1.0,
    )
    wall.face(g.rectangle(u - w / 2, v, w, h), p.TURQUOISE, line=1.2)
    for k in range(3):
        panel = g.rectangle(u - w / 2 + 0.08 + k * w / 3, v + 0.3, w / 3 - 0.12, h * 0.62)
        wall.face(panel, p.TURQUOISE_PALE, [(45, 0.1, 0.7), (-45, 0.1, 0.7)], 0.9)
    wall.face(
        [
            (u - w / 2 - 0.15, v + h),
            (u + w / 2 + 0.15, v + h),
            (u + w / 2 - 0.1, v + h + 0.35),
            (u - w / 2 + 0.1, v + h + 0.35),
        ],
        p.OLIVE,
        [(0, 0.1, 0.5)],
        1.0,
    )


def _awning(sheet: Sheet, camera: Camera) -> None:
    """A striped awning over a shop on the left."""
    for k in range(8):
        y0, y1 = 7.0 + 0.32 * k, 7.0 + 0.32 * (k + 1)
        strip = [
            camera.see(-2.4, y0, 3.2),
            camera.see(-2.4, y1, 3.2),
            camera.see(-1.3, y1, 2.6),
            camera.see(-1.3, y0, 2.6),
        ]
        sheet.pen.face(strip, p.POMEGRANATE if k % 2 else p.PAPER, line=0.8)
        drop = [
            camera.see(-1.3, y0, 2.6),
            camera.see(-1.3, y1, 2.6),
            camera.see(-1.3, (y0 + y1) / 2, 2.36),
        ]
        sheet.pen.face(drop, p.POMEGRANATE if k % 2 else p.PAPER, line=0.8)


@picture("street-tehran", 2000, 1450, p.PAPER)
def tehran(sheet: Sheet) -> None:
    """A broad avenue with plane trees and water channels; Damavand closes the view."""
    pen, camera = sheet.pen, Camera(1150, 1000, 860, (0, 0, 2.2))
    n.sky(pen, 2000, 0, 870, p.PAPER_ROSE, 18)
    n.mountains(
        pen,
        2000,
        870,
        [
            (-20, 240),
            (420, 330),
            (700, 300),
            (1000, 640),
            (1300, 320),
            (1640, 360),
            (2020, 220),
        ],
        p.INDIGO_PALE,
    )
    pen.canvas.polygon(
        [
            (905, 330),
            (975, 252),
            (1005, 238),
            (1035, 262),
            (1110, 350),
            (1050, 318),
            (1005, 362),
            (960, 316),
        ],
        p.WHITE,
        pen.ink,
        1.4,
    )
    floor = pen.on(camera.floor())
    floor.face([(-14, 3.2), (14, 3.2), (14, 120), (-14, 120)], p.PAPER_WARM, line=0)
    floor.face([(-4.4, 3.2), (4.4, 3.2), (4.4, 120), (-4.4, 120)], p.SAND, line=0.8)
    for x in (-5.4, 4.6):
        floor.face(
            [(x, 3.2), (x + 0.9, 3.2), (x + 0.9, 120), (x, 120)],
            p.TURQUOISE,
            [(90, 0.22, 0.5)],
            1.0,
        )
    ruts = [[(x, 3.4), (x, 90)] for x in (-2.2, -2.0, 1.6, 1.9)]
    floor.lines(ruts, 0.5)

    def dress(wall: Pen, length: float, tall: float) -> None:
        for k in range(2):
            u = length * (0.25 + 0.5 * k)
            a.recess(
                wall,
                a.opening(u, 0.1, 2.0, 2.9, "pointed"),
                p.TURQUOISE_PALE if k else p.TERRACOTTA,
                0.2,
            )
            if tall > 5:
                a.window(wall, u, 3.6, 1.2, 1.5, "segment", "panes", p.PAPER)
        a.star_frieze(wall, 0, 3.1, length, 0.35, p.TURQUOISE)

    side_walls(
        sheet,
        camera,
        8.4,
        5.0,
        [7, 8, 9, 10, 14],
        [6.0, 5.6, 4.4, 6.4, 5.2],
        ([p.SAND, p.PAPER_WARM, p.SAND], [p.STONE, p.SAND, p.STONE]),
        dress,
    )
    for depth in (30, 21, 15, 11):
        for side in (-1, 1):
            x, base = camera.see(side * 6.1, depth, 0)
            n.tree(pen, x, base, camera.scale(depth) * 6.6)
    _droshky(sheet, *camera.see(-0.6, 10.0, 0), camera.scale(10.0))
    for x, d, kind, flip in (
        (3.0, 14, "robe", True),
        (2.4, 14.4, "woman", True),
        (-3.4, 8.4, "child", False),
        (-3.0, 8.1, "child", False),
        (3.4, 7.4, "robe", True),
    ):
        fx, base = camera.see(x, d, 0)
        n.figure(
            pen,
            fx,
            base,
            camera.scale(d) * (1.7 if kind in {"robe", "woman"} else 1.2),
            kind,
            p.INK,
            flip,
        )


def _droshky(sheet: Sheet, x: float, base: float, m: float) -> None:
    """A one-horse carriage in silhouette; m is pixels a metre."""
    pen, c = sheet.pen, sheet.canvas
    horse = [
        (0.1, 0),
        (0.18, 0.7),
        (0.3, 0.85),
        (0.9, 0.82),
        (1.0, 0.6),
        (1.02, 0),
        (1.12, 0),
        (1.14, 0.75),
        (1.3, 1.0),
        (1.5, 1.5),
        (1.75, 1.35),
        (1.72, 1.25),
        (1.55, 1.28),
        (1.42, 1.62),
        (1.34, 1.66),
        (1.1, 1.3),
        (0.9, 1.2),
        (0.3, 1.22),
        (0.1, 1.1),
        (-0.05, 0.7),
        (0.02, 0),
    ]
    c.polygon([(x + a_ * m, base - b * m) for a_, b in horse], p.INK_BROWN)
    for cx, r in ((-0.75, 0.5), (-1.9, 0.62)):
        c.circle(x + cx * m, base - r * m, r * m, None, p.INK, 5)
        pen.lines(
            [
                [(x + cx * m, base - r * m), q]
                for q in g.ellipse(x + cx * m, base - r * m, r * m, r * m, 10)
            ],
            0.8,
        )
    cab = [
        (-2.3, 0.75),
        (-0.6, 0.75),
        (-0.4, 1.15),
        (-1.0, 1.1),
        (-1.2, 1.2),
        (-2.3, 1.25),
    ]
    c.polygon([(x + a_ * m, base - b * m) for a_, b in cab], p.POMEGRANATE, p.INK, 2.5)
    hood = [(-2.4, 1.2), *g.arc(-1.9, 1.5, 0.62, 0.75, 180, 40, 12), (-1.75, 1.25)]
    c.polygon([(x + a_ * m, base - b * m) for a_, b in hood], p.INK)
    c.line([(x - 0.4 * m, base - 0.9 * m), (x + 1.3 * m, base - 0.85 * m)], p.INK, 4)
    n.figure(pen, x - 0.75 * m, base - 1.1 * m, 0.95 * m, "robe", p.INK)


@picture("courtyard-damascus", 2000, 1600, p.PAPER)
def damascus(sheet: Sheet) -> None:
    """A striped courtyard with an iwan, a fountain and orange trees."""
    pen, camera = sheet.pen, Camera(1500, 1000, 820, (0, 0, 2.1))
    n.sky(pen, 2000, 0, 900, p.TURQUOISE_PALE, 12)
    floor = pen.on(camera.floor())
    floor.face([(-7, 3.4), (7, 3.4), (7, 16), (-7, 16)], p.PAPER_WARM, line=1.0)
    for i in range(-7, 7):
        for j in range(3, 16):
            if (i + j) % 2:
                floor.face(g.rectangle(i, j, 1, 1), p.ROSE if (i % 3) else p.STONE, line=0.4)
    for side in (-1, 1):
        wall = pen.on(camera.wall((side * 7, 4.2), (side * 7, 16)))
        _striped(wall, 11.8, 7.2, shade=side > 0)
        for u in (2.0, 5.0, 8.0, 10.6):
            a.window(wall, u, 0.9, 1.1, 2.2, "round", "bars", p.PAPER)
            a.window(wall, u, 4.3, 1.1, 1.8, "round", "lattice", p.PAPER)
    back = pen.on(camera.wall((-7, 16), (7, 16)))
    _striped(back, 14, 7.8, shade=False)
    iwan = a.opening(7, 0, 5.2, 6.6, "pointed")
    back.face(a.grown(iwan, 0.5), p.PAPER, line=1.2)
    back.face(iwan, p.INDIGO, line=1.2)
    with sheet.canvas.clipped([back.put(iwan)]):
        back.face(g.rectangle(5.2, 0.4, 3.6, 4.2), p.TERRACOTTA, [(0, 0.24, 0.6)], 1.0)
        a.door(back, 7, 0.4, 1.4, 2.6, "round", p.WOOD)
        for k in range(9):
            back.line([(7, 6.6), (4.4 + 0.65 * k, 4.4)], 0.9, p.INDIGO_PALE)
        for r in (0.8, 1.4, 2.0):
            back.line(g.arc(7, 6.5, r, r, 200, 340, 16), 0.9, p.INDIGO_PALE)
    for u in (1.6, 12.4):
        a.door(back, u, 0.1, 1.4, 2.7, "round", p.WOOD)
        a.window(back, u, 4.4, 1.2, 1.8, "round", "lattice", p.PAPER)
    a.star_frieze(back, 0, 7.2, 14, 0.6, p.POMEGRANATE)
    for x, y, tall in (
        (-4.6, 12.5, 4.6),
        (4.8, 12.5, 4.4),
        (-4.9, 8.2, 4.4),
        (5.0, 8.4, 4.2),
    ):
        px, base = camera.see(x, y, 0)
        pen.canvas.polygon(
            g.ellipse(px, base, camera.scale(y) * 0.8, camera.scale(y) * 0.2),
            p.STONE,
            pen.ink,
            2,
        )
        n.tree(pen, px, base, camera.scale(y) * tall, p.OLIVE_PALE, p.TERRACOTTA)
    _fountain(sheet, camera)
    for x, d, kind, flip in (
        (-1.6, 14, "girl", False),
        (-1.1, 13.6, "girl", False),
        (1.8, 13.4, "woman", True),
        (2.9, 9.2, "child", True),
        (-2.9, 7.6, "child", False),
        (-2.4, 7.3, "child", False),
    ):
        fx, base = camera.see(x, d, 0)
        n.figure(
            pen,
            fx,
            base,
            camera.scale(d) * (1.6 if kind == "woman" else 1.15),
            kind,
            p.INK,
            flip,
        )


def _striped(wall: Pen, length: float, tall: float, shade: bool) -> None:
    """Alternate courses of dark and light stone (ablaq)."""
    wall.face(g.rectangle(0, 0, length, tall), p.PAPER, line=1.2)
    rows = int(tall / 0.6)
    for k in range(0, rows, 2):
        wall.face(
            g.rectangle(0, k * 0.6, length, 0.6),
            p.TERRACOTTA if k % 4 else p.STONE_DARK,
            [(0, 0.15, 0.4)],
            0.6,
        )
    if shade:
        wall.hatch([g.rectangle(0, 0, length, tall)], 90, 0.22, 0.55)
    wall.face(g.rectangle(0, tall, length, 0.3), p.STONE, [(0, 0.1, 0.5)], 1.0)


def _fountain(sheet: Sheet, camera: Camera) -> None:
    pen = sheet.pen
    x, y = 0.0, 7.6
    for z, r, fill in (
        (0.0, 1.75, p.STONE),
        (0.62, 1.75, p.PAPER),
        (0.62, 1.5, p.TURQUOISE),
    ):
        ring = [camera.see(x + r * u, y + r * v, z) for u, v in g.regular(0, 0, 1, 8, 22.5)]
        if z == 0.62 and r == 1.75:
            low = [camera.see(x + r * u, y + r * v, 0) for u, v in g.regular(0, 0, 1, 8, 22.5)]
            for k in range(8):
                quad = [low[k], low[(k + 1) % 8], ring[(k + 1) % 8], ring[k]]
                pen.face(
                    quad,
                    p.PAPER_WARM,
                    [(90, 12, 0.4)] if quad[0][0] > 1000 else (),
                    1.0,
                )
                cx = sum(q[0] for q in quad) / 4
                cy = sum(q[1] for q in quad) / 4
                o.eight_point_star(sheet.canvas, cx, cy, 26, p.POMEGRANATE, 3)
        pen.face(ring, fill, line=1.1)
    top = camera.see(x, y, 1.5)
    for side in (-3, -2, -1, 1, 2, 3):
        end = camera.see(x + side * 0.34, y, 0.66)
        jet = g.bezier(top, (top[0] + side * 14, top[1] - 60), (end[0], top[1] - 20), end, 14)
        pen.line(jet, 1.2, p.WHITE)
        pen.line([(a_ + 3, b) for a_, b in jet], 0.5)
    foot = camera.see(x, y, 0.62)
    pen.face(
        [
            (foot[0] - 16, foot[1]),
            (foot[0] + 16, foot[1]),
            (top[0] + 8, top[1]),
            (top[0] - 8, top[1]),
        ],
        p.PAPER,
        [(0, 8, 0.5)],
        1.0,
    )
