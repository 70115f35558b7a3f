"""What streets in one-point perspective share: walls, paving, arches, lanterns."""

from collections.abc import Callable

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import Camera
from scripts.demo_art.engraving.sheet import Sheet

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
            wall.face(g.rectangle(0, tall - 0.3, lengths[i], 0.3), p.STONE, [(0, 0.1, 0.4)], 0.9)
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


def arch(sheet: Sheet, camera: Camera, half: float, depth: float, height: float) -> None:
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


def lantern(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    pen.line([(x, y - 210), (x, y - 70)], 1.2)
    c.circle(x, y, 96, p.GLOW, opacity=0.55)
    body = [(x - 44, y - 40), (x + 44, y - 40), (x + 34, y + 52), (x - 34, y + 52)]
    pen.face(body, p.GLOW, line=1.4)
    pen.lines([[(x - 15, y - 40), (x - 11, y + 52)], [(x + 15, y - 40), (x + 11, y + 52)]], 1.0)
    pen.face([(x - 52, y - 40), (x + 52, y - 40), (x, y - 84)], p.BRASS_DARK, [(0, 9, 0.6)], 1.2)
    pen.face([(x - 34, y + 52), (x + 34, y + 52), (x, y + 84)], p.BRASS_DARK, [(0, 9, 0.6)], 1.2)
