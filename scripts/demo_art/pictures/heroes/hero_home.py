"""The home page's wide picture: the museum at evening."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import Camera
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs.figures import figure
from scripts.demo_art.pictures.objects.lamp import flame

WIDTH = 2400


HEIGHT = 1200


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
                [(-half + j * 1.2 + (k % 2) * 0.6, y), (-half + j * 1.2 + (k % 2) * 0.6, y + 0.4)]
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
        wall.face(g.rectangle(0, 0, far - 2.4, top), p.INDIGO if side < 0 else "#2a3760", line=1.0)
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
    figure(pen, *camera.see(0.5, 9.6, 0), camera.scale(9.6) * 1.7, "robe", p.INK)
    figure(pen, *camera.see(0.05, 9.5, 0), camera.scale(9.5) * 1.15, "child", p.INK)


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
        wall.put([(u, top - 0.2), (u + w * 0.6, 0.75), (u - w * 0.6, 0.75)]), p.GLOW, opacity=0.12
    )


def _hung(wall: Pen, u: float, v: float, w: float, h: float, kind: str) -> None:
    """A framed work and its label; the middle of the work at u, v."""
    wall.face(
        g.rectangle(u - w / 2 - 0.12, v - h / 2 - 0.12, w + 0.24, h + 0.24),
        p.BRASS,
        [(45, 0.1, 0.35)],
        1.0,
    )
    wall.face(g.rectangle(u - w / 2 - 0.03, v - h / 2 - 0.03, w + 0.06, h + 0.06), p.INK, line=0)
    wall.face(g.rectangle(u - w / 2, v - h / 2, w, h), p.PAPER, line=0.8)
    left, low = u - w / 2 + w * 0.08, v - h / 2 + h * 0.08
    iw, ih = w * 0.84, h * 0.84
    if kind == "letter":
        wall.lines(
            [
                [
                    (left + iw * (0.0 if k % 4 else 0.1), low + ih * (0.9 - 0.085 * k)),
                    (left + iw * (0.94 if k % 3 else 0.7), low + ih * (0.9 - 0.085 * k)),
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
            (p.POMEGRANATE, p.BRASS_PALE, p.INDIGO, p.PAPER, p.OLIVE, p.BRASS_PALE, p.POMEGRANATE)
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
            [(left + iw * x, low + ih * y) for x, y in g.smooth(land, 4)], p.BRASS_PALE, line=0.7
        )
        wall.face(
            [
                (left + iw * x, low + ih * y)
                for x, y in [(0, 0), (0, 0.42), (0.3, 0.5), (0.5, 0.32), (0.8, 0.28), (0.9, 0)]
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
    front = [corner(-1, -1, 0), corner(1, -1, 0), corner(1, -1, 0.95), corner(-1, -1, 0.95)]
    side = [corner(near, -1, 0), corner(near, 1, 0), corner(near, 1, 0.95), corner(near, -1, 0.95)]
    lid = [corner(-1, -1, 0.95), corner(1, -1, 0.95), corner(1, 1, 0.95), corner(-1, 1, 0.95)]
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
        glass = [corner(-1, -1, 0.95), corner(1, -1, 0.95), corner(1, -1, z), corner(-1, -1, z)]
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
