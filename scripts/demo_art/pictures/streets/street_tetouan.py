"""The white lane in Tetouan."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import Camera
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs.figures import figure
from scripts.demo_art.pictures.streets.streets import arch, lantern, paving, side_walls


@picture("street-tetouan", 1500, 2000, p.PAPER)
def tetouan(sheet: Sheet) -> None:
    """A white lane under arches, doors of brown wood, a lantern."""
    pen, camera = sheet.pen, Camera(1350, 720, 1150)
    n.sky(pen, 1500, 0, 1160, p.TURQUOISE_PALE, 16)
    n.sun(pen, 760, 560, 120)
    n.mountains(pen, 1500, 1160, [(500, 240), (720, 400), (860, 300), (1000, 380)], p.INDIGO_PALE)
    gate = pen.on(camera.wall((-2.1, 33), (2.1, 33)))
    gate.face(g.rectangle(0, 0, 4.2, 4.4), p.SAND, [(90, 0.5, 0.3)], 1.0)
    a.battlements(gate, 0, 4.4, 4.2, 0.5, p.SAND)
    a.recess(gate, a.opening(2.1, 0, 2.2, 3.4, "horseshoe"), p.INDIGO, 0.3)
    paving(sheet, camera, 2.1, 2.2, 34, p.PAPER_WARM)

    def dress(wall: Pen, length: float, tall: float) -> None:
        a.door(wall, length * 0.3, 0.05, 1.15, 2.3, "horseshoe", p.WOOD, studs=True, trim=p.SAND)
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
        arch(sheet, camera, 2.1, depth, 4.5 if depth != 10.5 else 5.2)
    lantern(sheet, 720, 790)
    _washing(sheet, camera)
    _water_jar(sheet, 270, 1700)
    for x, d, kind, flip in (
        (-0.9, 14, "robe", False),
        (0.5, 11, "woman", True),
        (0.9, 8.2, "child", True),
        (-1.2, 6.4, "child", False),
        (-0.7, 6.0, "child", False),
    ):
        fx, base = camera.see(x, d, 0)
        tall = camera.scale(d) * (1.7 if kind in {"robe", "woman"} else 1.2)
        figure(pen, fx, base, tall, kind, p.INDIGO if kind == "child" else p.INK_BROWN, flip)


def _washing(sheet: Sheet, camera: Camera) -> None:
    """Washing on a line across the lane."""
    left, right = camera.see(-2.1, 8.2, 5.9), camera.see(2.1, 8.2, 6.1)
    line = g.bezier(left, (left[0] + 200, left[1] + 60), (right[0] - 200, right[1] + 60), right, 40)
    sheet.pen.line(line, 1.0)
    tints = (p.WHITE, p.ROSE, p.INDIGO_PALE, p.WHITE, p.BRASS_PALE)
    for k, fill in enumerate(tints):
        (x, y), w, tall = line[5 + 7 * k], 74 - 8 * (k % 2), 110 - 26 * (k % 3)
        cloth = [
            (x, y),
            (x + w, y + 3),
            (x + w + 5, y + tall),
            (x + w * 0.5, y + tall - 8),
            (x - 4, y + tall),
        ]
        sheet.pen.face(cloth, fill, line=1.0)
        sheet.pen.lines(
            [[(x + w * t, y + 12), (x + w * t + 3, y + tall - 16)] for t in (0.3, 0.7)], 0.5
        )


def _water_jar(sheet: Sheet, x: float, y: float) -> None:
    """A two-handled jar beside the wall."""
    profile = s.curve((56, 0), (66, 12), (112, 90), (116, 150), (80, 220), (46, 250), (58, 284))
    s.round_shadow(sheet.pen, x + 10, y, 66, 150)
    for side in (-1, 1):
        handle = g.smooth(
            [(x + side * 52, y - 262), (x + side * 122, y - 250), (x + side * 104, y - 186)], 8
        )
        sheet.canvas.line(handle, sheet.pen.ink, 22)
        sheet.canvas.line(handle, p.TERRACOTTA, 15)
    s.turned(sheet.pen, x, y, profile, p.TERRACOTTA, 0.24, 10)
