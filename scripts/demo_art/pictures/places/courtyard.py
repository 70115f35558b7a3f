"""The striped courtyard in Damascus."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import Camera
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs import plants
from scripts.demo_art.motifs.figures import figure


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
        for u in (4.7, 8.0):
            back.face(g.rectangle(u, 0.75, 1.3, 0.16), p.SAND, line=1.0)
            back.face(g.rectangle(u, 0, 1.3, 0.75), p.WOOD, [(90, 0.2, 0.5)], 0.9)
        for k in range(9):
            back.line([(7, 6.6), (4.4 + 0.65 * k, 4.4)], 0.9, p.INDIGO_PALE)
        for r in (0.8, 1.4, 2.0):
            back.line(g.arc(7, 6.5, r, r, 200, 340, 16), 0.9, p.INDIGO_PALE)
    for u in (1.6, 12.4):
        a.door(back, u, 0.1, 1.4, 2.7, "round", p.WOOD)
        a.window(back, u, 4.4, 1.2, 1.8, "round", "lattice", p.PAPER)
    a.star_frieze(back, 0, 7.2, 14, 0.6, p.POMEGRANATE)
    for x, y, tall in ((-4.6, 12.5, 4.6), (4.8, 12.5, 4.4), (-4.9, 8.2, 4.4), (5.0, 8.4, 4.2)):
        px, base = camera.see(x, y, 0)
        pen.canvas.polygon(
            g.ellipse(px, base, camera.scale(y) * 0.8, camera.scale(y) * 0.2), p.STONE, pen.ink, 2
        )
        plants.tree(pen, px, base, camera.scale(y) * tall, p.OLIVE_PALE, p.TERRACOTTA)
    _fountain(sheet, camera)
    _slate(sheet, *camera.see(1.25, 5.75, 0))
    for x, d, kind, flip in (
        (-1.6, 14, "girl", False),
        (-1.1, 13.6, "girl", False),
        (1.8, 13.4, "woman", True),
        (2.9, 9.2, "child", True),
        (-2.9, 7.6, "child", False),
        (-2.4, 7.3, "child", False),
    ):
        fx, base = camera.see(x, d, 0)
        figure(
            pen,
            fx,
            base,
            camera.scale(d) * (1.6 if kind == "woman" else 1.15),
            kind,
            p.INK_BROWN if kind == "woman" else p.INDIGO,
            flip,
        )


def _slate(sheet: Sheet, x: float, y: float) -> None:
    """A school slate that leans on the fountain."""
    frame = [(x - 60, y + 4), (x + 70, y + 16), (x + 88, y - 150), (x - 34, y - 166)]
    sheet.pen.face(frame, p.WOOD, [(80, 8, 0.4)], 1.3)
    middle = (x + 16, y - 74)
    inner = [
        (middle[0] + (a_ - middle[0]) * 0.76, middle[1] + (b - middle[1]) * 0.8) for a_, b in frame
    ]
    sheet.pen.face(inner, p.INK_BLUE, line=1.0)
    for k in range(3):
        top = y - 112 + k * 34
        sheet.pen.line([(x - 18, top), (x + 52 - 14 * k, top + 8)], 1.4, p.PAPER)


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
    for z, r, fill in ((0.0, 1.75, p.STONE), (0.62, 1.75, p.PAPER), (0.62, 1.5, p.TURQUOISE)):
        ring = [camera.see(x + r * u, y + r * v, z) for u, v in g.regular(0, 0, 1, 8, 22.5)]
        if z == 0.62 and r == 1.75:
            low = [camera.see(x + r * u, y + r * v, 0) for u, v in g.regular(0, 0, 1, 8, 22.5)]
            for k in range(8):
                quad = [low[k], low[(k + 1) % 8], ring[(k + 1) % 8], ring[k]]
                pen.face(quad, p.PAPER_WARM, [(90, 12, 0.4)] if quad[0][0] > 1000 else (), 1.0)
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
