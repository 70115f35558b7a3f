"""The street of mud-brick walls in Tehran."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import Camera
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs import plants
from scripts.demo_art.pictures.streets.streets import lantern, side_walls


@picture("street-tehran", 1500, 2100, p.PAPER)
def tehran(sheet: Sheet) -> None:
    """Mud-brick walls, a channel under plane trees, the bazaar's dome, the Alborz; no people."""
    pen, camera = sheet.pen, Camera(1300, 780, 1250, (0, 0, 1.9))
    n.sky(pen, 1500, 0, 1260, p.PAPER_ROSE, 20)
    n.sun(pen, 470, 560, 105)
    alborz = [(-20, 380), (260, 560), (520, 470), (860, 900), (1130, 560), (1330, 640), (1520, 420)]
    n.mountains(pen, 1500, 1260, alborz, p.INDIGO_PALE)
    snow = [(742, 490), (820, 392), (862, 352), (902, 386), (976, 486), (910, 446), (862, 500)]
    pen.canvas.polygon([*snow, (806, 448)], p.WHITE, pen.ink, 1.6)
    floor = pen.on(camera.floor())
    floor.face([(-3.4, 2.2), (3.4, 2.2), (3.4, 30), (-3.4, 30)], p.SAND, line=0.8)
    floor.lines([[(x, 2.4), (x, 30)] for x in (-1.6, -0.7, 0.4, 0.6)], 0.5)
    _bazaar(sheet, camera)

    def dress(wall: Pen, length: float, tall: float) -> None:
        a.masonry(wall, 0, 0.7, length, tall - 1.0, 0.22, 0.5, 0.34, 0.45, p.INK_BROWN)
        a.door(wall, length * 0.34, 0.05, 1.3, 2.5, "pointed", p.WOOD, studs=True, trim=p.SAND)
        a.window(wall, length * 0.76, 2.5, 0.8, 1.1, "pointed", "lattice", p.PAPER)
        if tall > 5:
            a.star_frieze(wall, 0, tall - 1.0, length, 0.4, p.TURQUOISE)

    sand, shade = [p.SAND, p.PAPER_WARM, "#d9bd8d"], [p.STONE, "#cbb58f", p.STONE]
    lengths, heights = [3.8, 4.4, 5.0, 5.6], [4.6, 5.6, 5.8, 4.4, 4.2, 5.4]
    side_walls(sheet, camera, 3.4, 2.2, lengths, heights, (sand, shade), dress)
    channel = [(-2.3, 2.3), (-1.5, 2.3), (-1.5, 24), (-2.3, 24)]
    floor.face(channel, p.TURQUOISE, [(0, 0.3, 0.6)], 1.2)
    for x in (-2.45, -1.5):
        floor.face(g.rectangle(x, 2.3, 0.15, 21.7), p.STONE, [(0, 0.5, 0.4)], 0.9)
    for depth in (18, 12.5, 8.8):
        x, base = camera.see(-2.85, depth, 0)
        plants.tree(pen, x, base, camera.scale(depth) * 4.9)
    _lantern_on_bracket(sheet, *camera.see(3.4, 6.4, 3.7))


def _bazaar(sheet: Sheet, camera: Camera) -> None:
    """The domed bazaar entrance that closes the street."""
    front = sheet.pen.on(camera.wall((-3.4, 22), (3.4, 22)))
    front.face(g.rectangle(0, 0, 6.8, 5.4), p.TERRACOTTA, [(0, 0.3, 0.4)], 1.2)
    dome = [
        *g.arc(3.4, 6.2, 2.2, 1.9, 0, 90, 14),
        (3.4, 8.5),
        *g.arc(3.4, 6.2, 2.2, 1.9, 90, 180, 14),
    ]
    front.face([(5.6, 5.4), *dome, (1.2, 5.4)], p.TURQUOISE, line=1.2)
    front.hatch([[q for q in dome if q[0] > 3.8]], 70, 0.16, 0.6)
    front.face(g.rectangle(1.2, 5.4, 4.4, 0.7), p.INDIGO, [(90, 0.4, 0.5)], 1.0)
    front.line([(3.4, 8.5), (3.4, 9.1)], 1.6)
    front.face(g.rectangle(1.5, 0, 3.8, 5.1), p.TURQUOISE_PALE, line=1.1)
    a.recess(front, a.opening(3.4, 0, 2.8, 4.3, "pointed"), p.INDIGO, 0.22)
    for u in (1.75, 5.05):
        for k in range(5):
            front.face(g.regular(u, 0.6 + k, 0.2, 4), p.POMEGRANATE, line=0.6)


def _lantern_on_bracket(sheet: Sheet, x: float, y: float) -> None:
    """A lantern on an iron arm that stands out from the right wall."""
    sheet.pen.line([(x, y), (x - 150, y - 20)], 2.4)
    sheet.pen.line(
        g.bezier((x, y + 90), (x - 60, y + 80), (x - 110, y + 40), (x - 120, y - 14)), 1.8
    )
    lantern(sheet, x - 150, y + 150)
