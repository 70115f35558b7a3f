"""The wide pictures of the home page and of the three exhibitions."""

import itertools
from math import sin

from .. import architecture as a
from .. import geometry as g
from .. import nature as n
from .. import ornament as o
from .. import palette as p
from .. import solids as s
from ..pen import Pen
from ..perspective import Camera, elevation
from ..sheet import Sheet, picture
from .festivals import flame

WIDTH, HEIGHT = 2400, 1200


@picture("hero-home", WIDTH, HEIGHT, p.NIGHT)
def museum_evening(sheet: Sheet) -> None:
    """A quiet gallery at evening; a doorway shows the next room's light."""
    pen, _c = sheet.pen, sheet.canvas
    camera = Camera(1150, 1200, 560, (0, 0, 1.6))
    half, far, top = 5.4, 11.0, 4.3
    floor = pen.on(camera.floor())
    floor.face([(-half, 2.4), (half, 2.4), (half, far), (-half, far)], p.WOOD_DARK, line=0)
    for k in range(22):
        y = 2.4 + k * 0.4
        floor.line([(-half, y), (half, y)], 0.5)
        floor.lines(
            [
                [
                    (-half + j * 1.2 + (k % 2) * 0.6, y),
                    (-half + j * 1.2 + (k % 2) * 0.6, y + 0.4),
                ]
                for j in range(10)
            ],
            0.4,
        )
    floor.face([(-0.9, far), (0.9, far), (1.7, 3.0), (-1.7, 3.0)], p.BRASS, line=0)
    floor.hatch([[(-0.9, far), (0.9, far), (1.7, 3.0), (-1.7, 3.0)]], 0, 0.34, 0.5, p.BRASS_PALE)
    pen.on(camera.floor(top)).face(
        [(-half, 2.4), (half, 2.4), (half, far), (-half, far)], p.NIGHT, line=0
    )
    back = pen.on(camera.wall((-half, far), (half, far)))
    back.face(g.rectangle(0, 0, 2 * half, top), p.INDIGO, line=1.0)
    _doorway(sheet, camera, back, half)
    for u, w, h, kind in ((1.9, 1.5, 1.1, "map"), (8.9, 1.5, 1.1, "tile")):
        _hung(back, u, 1.65, w, h, kind)
    for side in (-1, 1):
        wall = pen.on(camera.wall((side * half, 2.4), (side * half, far)))
        wall.face(
            g.rectangle(0, 0, far - 2.4, top),
            p.INDIGO if side < 0 else "#2a3760",
            line=1.0,
        )
        if side > 0:
            wall.hatch([g.rectangle(0, 0, far - 2.4, top)], 90, 0.22, 0.35, p.NIGHT)
        wall.face(g.rectangle(0, 0, far - 2.4, 0.16), p.NIGHT, line=0.6)
        wall.face(g.rectangle(0, top - 0.14, far - 2.4, 0.14), p.BRASS_DARK, line=0.6)
        kinds = (
            ("letter", "star", "town", "stripes")
            if side < 0
            else ("stripes", "letter", "tile", "star")
        )
        for k, kind in enumerate(kinds):
            u, w, h = 1.1 + 2.1 * k, (1.2, 1.4, 1.3, 1.2)[k], (1.6, 1.4, 1.0, 1.5)[k]
            _beam(wall, u, w, top)
            _hung(wall, u, 1.65, w, h, kind)
    for x, y in ((-2.4, 6.6), (2.5, 6.2)):
        _showcase(sheet, camera, x, y)
    n.figure(pen, *camera.see(0.5, 9.6, 0), camera.scale(9.6) * 1.7, "robe", p.INK)
    n.figure(pen, *camera.see(0.05, 9.5, 0), camera.scale(9.5) * 1.15, "child", p.INK)


def _doorway(sheet: Sheet, camera: Camera, back: Pen, half: float) -> None:
    """The lit opening with the next room's back wall inside."""
    hole = a.opening(half, 0, 1.9, 3.3, "horseshoe")
    back.face(a.grown(hole, 0.2), p.BRASS_DARK, line=1.0)
    back.face(hole, p.GLOW, line=1.2)
    with sheet.canvas.clipped([back.put(hole)]):
        inner = sheet.pen.on(camera.wall((-2, 15), (2, 15)))
        inner.face(g.rectangle(0, 0, 4, 4), p.BRASS_PALE, line=0.8)
        _hung(inner, 2.0, 1.7, 1.0, 1.3, "star")
        sheet.pen.on(camera.floor()).face(
            [(-2, 11), (2, 11), (2, 15), (-2, 15)], p.TERRACOTTA, [(0, 0.5, 0.4)], 0.6
        )


def _beam(wall: Pen, u: float, w: float, top: float) -> None:
    """A spotlight's cone on the wall."""
    cone = wall.put([(u, top - 0.2), (u + w * 0.85, 0.6), (u - w * 0.85, 0.6)])
    wall.canvas.polygon(cone, p.GLOW, opacity=0.13)
    wall.canvas.polygon(
        wall.put([(u, top - 0.2), (u + w * 0.6, 0.75), (u - w * 0.6, 0.75)]),
        p.GLOW,
        opacity=0.12,
    )


def _hung(wall: Pen, u: float, v: float, w: float, h: float, kind: str) -> None:
    """A framed work and its label; the middle of the work at u, v."""
    wall.face(
        g.rectangle(u - w / 2 - 0.12, v - h / 2 - 0.12, w + 0.24, h + 0.24),
        p.BRASS,
        [(45, 0.1, 0.35)],
        1.0,
    )
    wall.face(
        g.rectangle(u - w / 2 - 0.03, v - h / 2 - 0.03, w + 0.06, h + 0.06),
        p.INK,
        line=0,
    )
    wall.face(g.rectangle(u - w / 2, v - h / 2, w, h), p.PAPER, line=0.8)
    left, low = u - w / 2 + w * 0.08, v - h / 2 + h * 0.08
    iw, ih = w * 0.84, h * 0.84
    if kind == "letter":
        wall.lines(
            [
                [
                    (left + iw * (0.0 if k % 4 else 0.1), low + ih * (0.9 - 0.085 * k)),
                    (
                        left + iw * (0.94 if k % 3 else 0.7),
                        low + ih * (0.9 - 0.085 * k),
                    ),
                ]
                for k in range(10)
            ],
            0.8,
            p.INK_BROWN,
        )
        wall.face(
            g.ellipse(left + iw * 0.82, low + ih * 0.1, iw * 0.09, iw * 0.09, 24),
            p.POMEGRANATE,
            line=0,
        )
    elif kind == "star":
        wall.face(g.rectangle(left, low, iw, ih), p.TURQUOISE, line=0.6)
        for r, fill in ((0.46, p.PAPER), (0.36, p.INDIGO), (0.22, p.BRASS)):
            wall.face(g.star(u, v, min(iw, ih) * r, min(iw, ih) * r * 0.76, 8), fill, line=0.7)
    elif kind == "tile":
        for i in range(4):
            for j in range(3):
                x, y = left + iw * (i + 0.5) / 4, low + ih * (j + 0.5) / 3
                wall.face(
                    g.rectangle(x - iw / 8, y - ih / 6, iw / 4, ih / 3),
                    (p.INDIGO_PALE, p.PAPER)[(i + j) % 2],
                    line=0.4,
                )
                wall.face(
                    g.star(x, y, iw * 0.1, iw * 0.06, 8),
                    (p.POMEGRANATE, p.TURQUOISE)[(i + j) % 2],
                    line=0.4,
                )
    elif kind == "stripes":
        for k, fill in enumerate(
            (
                p.POMEGRANATE,
                p.BRASS_PALE,
                p.INDIGO,
                p.PAPER,
                p.OLIVE,
                p.BRASS_PALE,
                p.POMEGRANATE,
            )
        ):
            wall.face(g.rectangle(left, low + ih * k / 7, iw, ih / 7), fill, line=0.5)
    elif kind == "map":
        wall.face(g.rectangle(left, low, iw, ih), p.TURQUOISE_PALE, line=0.6)
        land = [
            (0, 1),
            (0, 0.7),
            (0.2, 0.62),
            (0.4, 0.75),
            (0.52, 0.55),
            (0.66, 0.7),
            (0.8, 0.6),
            (0.86, 0.4),
            (1, 0.46),
            (1, 1),
        ]
        wall.face(
            [(left + iw * x, low + ih * y) for x, y in g.smooth(land, 4)],
            p.BRASS_PALE,
            line=0.7,
        )
        wall.face(
            [
                (left + iw * x, low + ih * y)
                for x, y in [
                    (0, 0),
                    (0, 0.42),
                    (0.3, 0.5),
                    (0.5, 0.32),
                    (0.8, 0.28),
                    (0.9, 0),
                ]
            ],
            p.BRASS_PALE,
            line=0.7,
        )
    else:
        wall.face(g.rectangle(left, low, iw, ih), p.PAPER_ROSE, line=0.6)
        for k in range(6):
            x, tall = left + iw * k / 6, ih * (0.3 + 0.3 * ((k * 5) % 3) / 2)
            wall.face(
                g.rectangle(x, low, iw / 6, tall),
                p.WHITE if k % 2 else p.SAND,
                [(90, 0.06, 0.4)],
                0.6,
            )
    wall.face(g.rectangle(u + w / 2 + 0.2, v - h / 2, 0.2, 0.14), p.PAPER, line=0.5)


def _showcase(sheet: Sheet, camera: Camera, x: float, y: float) -> None:
    """A plinth with a small lamp under glass."""
    pen, w = sheet.pen, 0.42

    def corner(dx: float, dy: float, z: float) -> tuple[float, float]:
        return camera.see(x + dx * w, y + dy * w, z)

    near = 1 if x < 0 else -1
    front = [
        corner(-1, -1, 0),
        corner(1, -1, 0),
        corner(1, -1, 0.95),
        corner(-1, -1, 0.95),
    ]
    side = [
        corner(near, -1, 0),
        corner(near, 1, 0),
        corner(near, 1, 0.95),
        corner(near, -1, 0.95),
    ]
    lid = [
        corner(-1, -1, 0.95),
        corner(1, -1, 0.95),
        corner(1, 1, 0.95),
        corner(-1, 1, 0.95),
    ]
    pen.face(side, p.STONE_DARK, [(90, 9, 0.5)], 1.0)
    pen.face(front, p.PAPER_WARM, [(90, 16, 0.3)], 1.0)
    pen.face(lid, p.PAPER, line=1.0)
    m = camera.scale(y)
    cx, cy = camera.see(x, y, 0.98)
    s.turned(
        pen,
        cx,
        cy,
        s.curve(
            (m * 0.16, 0),
            (m * 0.05, m * 0.08),
            (m * 0.03, m * 0.2),
            (m * 0.14, m * 0.28),
            (m * 0.13, m * 0.34),
        ),
        p.BRASS,
        0.2,
        6,
    )
    flame(sheet, cx, cy - m * 0.36, m * 0.14)
    for z in (1.55,):
        glass = [
            corner(-1, -1, 0.95),
            corner(1, -1, 0.95),
            corner(1, -1, z),
            corner(-1, -1, z),
        ]
        pen.canvas.polygon(glass, p.PAPER_BLUE, opacity=0.14)
        pen.lines(
            [
                [*glass, glass[0]],
                [corner(near, -1, z), corner(near, 1, z), corner(near, 1, 0.95)],
                [corner(-near, -1, z), corner(-near, 1, z), corner(near, 1, z)],
            ],
            0.6,
            p.PAPER,
        )


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
        n.cypress(pen, x, base, tall)
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
        n.figure(
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
            [
                (u - 8, v + 14),
                (u - 8, v - 6),
                *g.arc(u, v - 6, 8, 8, 180, 360, 8),
                (u + 8, v + 14),
            ],
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


@picture("hero-the-road-east", WIDTH, HEIGHT, p.PAPER_ROSE)
def road_east(sheet: Sheet) -> None:
    """One long landscape from Damascus over the Tigris to the mountain of Tehran."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, WIDTH, HEIGHT, "#c8574f")
    c.rect(0, 330, WIDTH, 300, "#d98471")
    c.rect(0, 540, WIDTH, 300, p.ROSE)
    c.circle(1230, 640, 250, p.GLOW)
    pen.lines(
        [
            [
                (pen.random.uniform(-100, 900), 40 + k * 26),
                (pen.random.uniform(1200, 2400), 40 + k * 26),
            ]
            for k in range(19)
        ],
        0.5,
        p.INK_RED,
    )
    n.mountains(
        pen,
        WIDTH,
        860,
        [(1300, 60), (1560, 200), (1780, 330), (2060, 660), (2230, 420), (2440, 300)],
        p.INDIGO_PALE,
    )
    c.polygon(
        [
            (1975, 300),
            (2040, 218),
            (2064, 202),
            (2096, 232),
            (2150, 306),
            (2104, 280),
            (2066, 316),
            (2020, 284),
        ],
        p.WHITE,
        pen.ink,
        1.5,
    )
    n.mountains(
        pen,
        WIDTH,
        870,
        [(-20, 150), (300, 220), (700, 120), (1100, 100), (1500, 60), (2420, 150)],
        "#b06a6e",
    )
    c.rect(0, 860, WIDTH, 340, p.SAND)
    _damascus(sheet, 90, 880)
    _river(sheet)
    _tehran_gate(sheet, 1830, 930)
    _wires(sheet)
    _caravan(sheet)


def _damascus(sheet: Sheet, x: float, base: float) -> None:
    pen = sheet.pen
    for k, (dx, w, h) in enumerate(
        (
            (0, 120, 150),
            (110, 150, 210),
            (250, 120, 160),
            (360, 170, 240),
            (520, 130, 150),
        )
    ):
        wall = pen.on(elevation(x + dx, base, 30))
        wall.face(
            g.rectangle(0, 0, w / 30, h / 30),
            p.PAPER if k % 2 else p.PAPER_WARM,
            line=1.0,
        )
        for row in range(0, int(h / 30), 2):
            wall.face(
                g.rectangle(0, row, w / 30, 1),
                p.TERRACOTTA if k % 2 else p.STONE_DARK,
                line=0.5,
            )
        for u in (w / 90, w / 45):
            a.recess(wall, a.opening(u, h / 60, 0.8, 1.7, "round"), p.NIGHT, 0.2)
    for dx, r, rise in ((190, 78, 210), (450, 92, 240)):
        dome = g.arc(x + dx, base - rise, r, r * 0.95, 180, 360, 30)
        pen.face(dome, p.OLIVE, line=1.1)
        pen.hatch([[q for q in dome if q[0] > x + dx + r * 0.2]], 70, 9, 0.6)
        pen.line([(x + dx, base - rise - r), (x + dx, base - rise - r - 46)], 1.6)
    for dx, tall in ((70, 430), (330, 520)):
        wall = pen.on(elevation(x + dx, base, 30))
        wall.face(g.rectangle(0, 0, 1.5, tall / 30), p.PAPER_WARM, [(90, 0.3, 0.4)], 1.0)
        wall.face(g.rectangle(-0.3, tall / 30 * 0.72, 2.1, 0.5), p.STONE, line=0.9)
        wall.face(
            [(0, tall / 30), (1.5, tall / 30), (0.75, tall / 30 + 2)],
            p.INDIGO,
            line=1.0,
        )
    for dx in (-30, 650, 700):
        n.cypress(pen, x + dx, base + 6, 230 + dx % 60)


def _river(sheet: Sheet) -> None:
    pen, c = sheet.pen, sheet.canvas
    river = [
        *g.bezier((1000, 862), (960, 930), (1240, 980), (1080, 1210), 30),
        *g.bezier((1620, 1210), (1560, 1000), (1180, 940), (1190, 862), 30),
    ]
    c.polygon(river, p.TURQUOISE_PALE, pen.ink, 2)
    with c.clipped([river]):
        for k in range(34):
            y = 880 + k * 10
            x = pen.random.uniform(1000, 1450)
            pen.brush([(x, y), (x + 50, y + 3), (x + 110, y)], 1.4, p.TURQUOISE)
        c.polygon([(1120, 862), (1200, 862), (1300, 1210), (1140, 1210)], p.GLOW, opacity=0.5)
    for x, base, tall, lean in (
        (930, 900, 330, -0.05),
        (985, 930, 260, 0.06),
        (1320, 900, 300, 0.05),
        (1400, 940, 380, -0.03),
    ):
        n.palm(pen, x, base, tall, lean)
    for k in range(5):
        x = 1230 + k * 66
        wall = pen.on(elevation(x, 880 + k * 6, 24))
        wall.face(g.rectangle(0, 0, 2.6, 3.4 + k % 2), p.SAND, [(90, 0.4, 0.3)], 0.9)
        wall.face(
            g.rectangle(0.3, 1.8, 2.0, 1.0),
            p.WOOD_DARK,
            [(45, 0.24, 0.6), (-45, 0.24, 0.6)],
            0.9,
        )


def _tehran_gate(sheet: Sheet, x: float, base: float) -> None:
    """A tiled gate of the old city with slim towers."""
    wall = sheet.pen.on(elevation(x, base, 34))
    wall.face(g.rectangle(0, 0, 13, 6), p.TERRACOTTA, [(0, 0.4, 0.4)], 1.2)
    for u, h in ((3.2, 7.4), (6.5, 9.4), (9.8, 7.4)):
        w = 3.0 if u == 6.5 else 2.4
        wall.face(g.rectangle(u - w / 2 - 0.2, 0, w + 0.4, h), p.TURQUOISE, line=1.2)
        for k in range(int(h / 1.1)):
            for side in (-1, 1):
                wall.face(
                    g.regular(u + side * (w / 2 - 0.05), 0.7 + k * 1.1, 0.3, 4),
                    p.GLOW,
                    line=0.6,
                )
        arch = a.opening(u, 0, w * 0.66, h * 0.74, "pointed")
        wall.face(a.grown(arch, 0.18), p.PAPER, line=0.9)
        wall.face(arch, p.NIGHT if u != 6.5 else p.GLOW, [(0, 0.3, 0.4)], 1.0)
    for u in (0.2, 1.7, 4.7, 8.2, 11.2, 12.6):
        tall = 9.6 if u in (4.7, 8.2) else 8.2
        wall.face(g.rectangle(u - 0.34, 0, 0.68, tall), p.BRASS_PALE, [(58, 0.3, 0.7)], 1.0)
        wall.face(
            [
                (u - 0.5, tall),
                (u + 0.5, tall),
                (u + 0.2, tall + 0.9),
                (u - 0.2, tall + 0.9),
            ],
            p.TURQUOISE,
            line=0.9,
        )


def _wires(sheet: Sheet) -> None:
    """Telegraph poles along the whole road."""
    pen = sheet.pen
    tops = []
    for k in range(9):
        x, base = -60 + k * 330, 1120 - 30 * sin(k)
        tall = 330.0
        pen.line([(x, base), (x, base - tall)], 3.4)
        for d in (14, 46):
            pen.line([(x - 44, base - tall + d), (x + 44, base - tall + d)], 2.2)
            for e in (-36, 36):
                sheet.canvas.circle(x + e, base - tall + d - 9, 6, p.PAPER, pen.ink, 2)
        tops.append((x, base - tall))
    for (x0, y0), (x1, y1) in itertools.pairwise(tops):
        for d, e in ((5, -36), (5, 36), (37, 36)):
            pen.line(
                g.bezier(
                    (x0 + e, y0 + d),
                    (x0 + 120, y0 + d + 54),
                    (x1 - 120, y1 + d + 54),
                    (x1 + e, y1 + d),
                    16,
                ),
                0.8,
            )


def _caravan(sheet: Sheet) -> None:
    """Camels and walkers in silhouette on the near ridge."""
    pen, c = sheet.pen, sheet.canvas
    ridge = [
        (0, 1130),
        *g.bezier((0, 1130), (700, 1060), (1500, 1160), (2400, 1080), 40),
        (2400, 1200),
        (0, 1200),
    ]
    c.polygon(ridge, p.TERRACOTTA, pen.ink, 2)
    pen.hatch([ridge], 4, 14, 0.6)
    camel = [
        (-92, 0),
        (-86, 52),
        (-96, 84),
        (-80, 112),
        (-46, 122),
        (-24, 148),
        (0, 156),
        (24, 146),
        (44, 122),
        (72, 118),
        (86, 96),
        (104, 92),
        (118, 118),
        (124, 158),
        (142, 170),
        (162, 160),
        (158, 150),
        (140, 146),
        (138, 108),
        (122, 74),
        (96, 62),
        (84, 46),
        (86, 0),
        (76, 0),
        (70, 50),
        (58, 54),
        (52, 0),
        (42, 0),
        (42, 56),
        (-42, 56),
        (-50, 0),
        (-60, 0),
        (-60, 48),
        (-74, 44),
        (-80, 0),
    ]
    for k, x in enumerate((500, 800, 1560, 1880)):
        base = 1102 + 12 * (k % 2)
        body = [(x + q[0] * 1.05, base - q[1] * 1.05) for q in camel]
        c.polygon(body, p.INK)
        load = [
            (x - 44, base - 116),
            (x - 20, base - 164),
            (x + 30, base - 164),
            (x + 46, base - 112),
            (x + 20, base - 84),
            (x - 30, base - 84),
        ]
        c.polygon(load, (p.INDIGO, p.POMEGRANATE)[k % 2], pen.ink, 2.4)
        pen.lines(
            [
                [(x - 36, base - 132), (x + 40, base - 132)],
                [(x - 36, base - 110), (x + 40, base - 110)],
            ],
            0.8,
            p.BRASS_PALE,
        )
    for x, base, kind in (
        (1010, 1108, "robe"),
        (1090, 1112, "child"),
        (2080, 1096, "robe"),
        (330, 1110, "robe"),
    ):
        n.figure(pen, x, base, 150 if kind == "robe" else 104, kind, p.INK)


@picture("hero-lights-and-hands", WIDTH, HEIGHT, p.NIGHT)
def lights_and_hands(sheet: Sheet) -> None:
    """Nine flames at the middle of a workbench, tools on both sides in their light."""
    pen, c = sheet.pen, sheet.canvas
    pen.ink = "#120f12"
    c.rect(0, 0, WIDTH, HEIGHT, "#241a17")
    for r, fill in (
        (1050, "#33231b"),
        (760, "#4a321f"),
        (520, "#6b4924"),
        (330, "#8f6a2f"),
    ):
        c.circle(1200, 470, r, fill)
    rays = [
        [
            (1200 + (250 + k % 3 * 30) * cosine, 470 + (250 + k % 3 * 30) * sine),
            (1200 + 1400 * cosine, 470 + 1400 * sine),
        ]
        for k, (cosine, sine) in enumerate(g.ellipse(0, 0, 1, 1, 96))
    ]
    pen.lines(rays, 0.5, p.BRASS_DARK)
    c.rect(0, 860, WIDTH, 340, p.WOOD_DARK)
    c.polygon(g.ellipse(1200, 900, 980, 130), p.WOOD)
    c.rect(0, 1100, WIDTH, 100, "#5a3d25")
    s.grain(pen, g.rectangle(0, 860, WIDTH, 240), 0, 22)
    pen.lines([[(0, 860), (WIDTH, 860)], [(0, 1100), (WIDTH, 1100)]], 1.4)
    _menorah(sheet, 1200, 960)
    _thread_and_needle(sheet, 640, 990)
    s.turned(
        pen,
        300,
        1010,
        s.curve((96, 0), (112, 24), (118, 110), (94, 170), (100, 190)),
        p.TERRACOTTA,
        0.24,
        10,
    )
    for k, (dx, tall, lean) in enumerate(((-40, 300, -60), (0, 340, 10), (36, 280, 70))):
        c.line([(300 + dx * 0.6, 826), (300 + dx + lean, 826 - tall)], pen.ink, 17)
        c.line(
            [(300 + dx * 0.6, 826), (300 + dx + lean, 826 - tall)],
            (p.WOOD, p.SAND, p.STONE)[k],
            11,
        )
        c.polygon(
            g.moved(
                [(-16, 0), (16, 0), (10, -52), (0, -66), (-10, -52)],
                300 + dx + lean,
                826 - tall + 8,
                1,
                lean / 6,
            ),
            (p.STONE, p.BRASS, p.STONE_DARK)[k],
            pen.ink,
            2.4,
        )
    _book_stack(sheet, 1800, 1010)
    _mallet(sheet, 2120, 1030)


def _menorah(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    s.round_shadow(pen, x, y + 8, 250, 120)
    s.turned(
        pen,
        x,
        y,
        s.curve(
            (210, 0),
            (216, 20),
            (150, 44),
            (60, 80),
            (30, 130),
            (40, 170),
            (26, 210),
            (22, 330),
            (34, 350),
            (22, 372),
            (20, 470),
        ),
        p.BRASS,
        0.2,
        9,
    )
    for k in range(4, 0, -1):
        r = k * 108
        arm = g.arc(x, y - 440, r, r * 0.8, 0, 180, 40)
        for width, ink in ((34, pen.ink), (27, p.BRASS), (7, p.BRASS_PALE)):
            c.line(arm if width != 7 else [(a_, b - 5) for a_, b in arm], ink, width)
        s.ball(pen, x, y - 440 + r * 0.8, 24, p.BRASS_PALE)
    for k in range(-4, 5):
        cx, top = x + k * 108, y - 440 - (58 if k == 0 else 0)
        s.turned(
            pen,
            cx,
            top + 8,
            s.curve((14, 0), (34, 18), (40, 40), (34, 50)),
            p.BRASS,
            0.24,
            7,
        )
        s.turned(pen, cx, top - 36, [(15, 0), (15, 84)], p.PAPER, 0.24, 7)
        flame(sheet, cx, top - 122, 66)


def _thread_and_needle(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    for dx, ink in ((-70, p.POMEGRANATE), (60, p.TURQUOISE)):
        s.round_shadow(pen, x + dx, y, 52, 60)
        s.turned(pen, x + dx, y, [(58, 0), (58, 16)], p.WOOD, 0.22, 7)
        s.turned(pen, x + dx, y - 16, [(42, 0), (48, 30), (42, 96)], ink, 0.22, 6, 1.2)
        s.turned(pen, x + dx, y - 112, [(54, 0), (54, 16)], p.WOOD, 0.22, 7)
    thread = g.smooth(
        [
            (x - 110, y - 60),
            (x - 180, y + 40),
            (x - 60, y + 80),
            (x + 80, y + 60),
            (x + 180, y + 84),
            (x + 250, y + 50),
        ],
        12,
    )
    c.line(thread, p.POMEGRANATE, 4)
    c.line([(x + 200, y + 76), (x + 330, y + 16)], p.STONE, 7)


def _book_stack(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    b = s.Bench(x - 210, y, 26, 0.5)
    for k, (w, fill) in enumerate(((400, p.POMEGRANATE), (360, p.INDIGO), (380, p.OLIVE))):
        dx = (0, 24, 6)[k]
        z = k * 66
        s_, h = b.see, 62
        front = [s_(dx, 0, z), s_(dx + w, 0, z), s_(dx + w, 0, z + h), s_(dx, 0, z + h)]
        side = [
            s_(dx + w, 0, z + 8),
            s_(dx + w, 230, z + 8),
            s_(dx + w, 230, z + h - 8),
            s_(dx + w, 0, z + h - 8),
        ]
        top = [
            s_(dx, 0, z + h),
            s_(dx + w, 0, z + h),
            s_(dx + w, 230, z + h),
            s_(dx, 230, z + h),
        ]
        pen.face(side, p.PAPER, [(-26, 6, 0.4)], 1.0)
        pen.face(front, fill, [(0, 13, 0.4)], 1.3)
        pen.face(top, fill, [(0, 15, 0.35)], 1.3)
        for u in (0.12, 0.32, 0.68, 0.88):
            pen.line([s_(dx + w * u, 0, z), s_(dx + w * u, 0, z + h)], 2.6, p.BRASS)
    cx, cy = b.see(190, 110, 198)
    o.eight_point_star(c, cx, cy, 30, p.BRASS_PALE, 3)


def _mallet(sheet: Sheet, x: float, y: float) -> None:
    """A wooden mallet leaning on the bench."""
    pen = sheet.pen
    handle = [
        (x - 160, y + 30),
        (x - 136, y + 48),
        (x + 110, y - 190),
        (x + 84, y - 210),
    ]
    s.cast(pen, [(q[0] + 30, q[1] + 40) for q in handle])
    s.board(pen, handle, p.SAND, -44, 9)
    head = [(x + 20, y - 250), (x + 190, y - 110), (x + 110, y - 30), (x - 60, y - 170)]
    s.board(pen, head, p.WOOD, 40, 12)
    end = [(x + 190, y - 110), (x + 216, y - 134), (x + 140, y - 58), (x + 110, y - 30)]
    s.board(pen, end, p.WOOD_DARK, -40, 8, 20)
