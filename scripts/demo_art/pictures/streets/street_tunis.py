"""The lane of blue doors in Tunis."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import Camera
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a
from scripts.demo_art.motifs import nature as n
from scripts.demo_art.motifs.figures import figure
from scripts.demo_art.pictures.streets.streets import arch, paving, side_walls


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
    arch(sheet, camera, 2.4, 12, 5.6)
    _awning(sheet, camera)
    _cat(sheet, *camera.see(-1.9, 5.4, 0.12))
    for x, d, kind, flip in (
        (0.3, 15, "robe", False),
        (-1.0, 12, "woman", False),
        (1.2, 9.0, "robe", True),
        (0.4, 7.4, "child", True),
        (0.0, 7.0, "child", False),
    ):
        fx, base = camera.see(x, d, 0)
        tall = camera.scale(d) * (1.7 if kind in {"robe", "woman"} else 1.2)
        figure(pen, fx, base, tall, kind, p.POMEGRANATE if kind == "woman" else p.INK, flip)


def _moucharabieh(wall: Pen, u: float, v: float, w: float, h: float) -> None:
    """A projecting latticed balcony, drawn as a box with a hatched underside."""
    wall.face(
        g.rectangle(u - w / 2 - 0.1, v - 0.35, w + 0.2, 0.35), p.WOOD_DARK, [(45, 0.09, 0.6)], 1.0
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


def _cat(sheet: Sheet, x: float, y: float) -> None:
    """A cat that sits on the step."""
    body = [
        (-44, 0),
        (-52, -52),
        (-30, -104),
        (-26, -138),
        (-34, -178),
        (-12, -164),
        (10, -164),
        (30, -180),
    ]
    body += [(26, -136), (34, -100), (52, -50), (46, 0)]
    placed = g.moved(g.smooth(body, 4, True), x, y, 0.9)
    tail = g.smooth([(x + 38, y - 8), (x + 92, y - 4), (x + 106, y - 44), (x + 84, y - 64)], 8)
    sheet.canvas.line(tail, p.INK_BROWN, 15)
    sheet.canvas.polygon(placed, p.INK_BROWN)
    for side in (-1, 1):
        sheet.canvas.circle(x + side * 11, y - 132, 4, p.GLOW)
        sheet.pen.lines(
            [[(x + side * 8, y - 118), (x + side * 44, y - 124 + 8 * k)] for k in (0, 1)],
            0.5,
            p.PAPER,
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
