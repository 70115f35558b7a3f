"""The reading room in Paris."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.pen import Pen
from scripts.demo_art.engraving.perspective import Camera
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.motifs import architecture as a


@picture("reading-room-paris", 2000, 1500, p.PAPER)
def reading_room(sheet: Sheet) -> None:
    """Bookcases with a ladder, a long table with green lamps, Paris roofs in the tall window."""
    pen, camera = sheet.pen, Camera(1180, 1000, 720, (0, 0, 2.4))
    half, near, far, top = 5.0, 4.0, 17.0, 7.6
    floor = pen.on(camera.floor())
    floor.face([(-half, 3), (half, 3), (half, far), (-half, far)], p.WOOD_DARK, line=1.0)
    floor.lines([[(x * 0.5, 3.2), (x * 0.5, far)] for x in range(-10, 11)], 0.5)
    floor.face([(-2.4, 4.4), (2.4, 4.4), (2.4, 14.6), (-2.4, 14.6)], p.POMEGRANATE, line=1.0)
    floor.face([(-2.2, 4.7), (2.2, 4.7), (2.2, 14.3), (-2.2, 14.3)], line=0.7, ink=p.BRASS_PALE)
    ceiling = pen.on(camera.floor(top))
    ceiling.face([(-half, 3.4), (half, 3.4), (half, far), (-half, far)], p.INDIGO, line=1.0)
    for y in range(4, int(far), 2):
        beam = [(-half, y), (half, y), (half, y + 0.5), (-half, y + 0.5)]
        ceiling.face(beam, p.WOOD_DARK, [(0, 0.2, 0.5)], 0.9)
    _window_on_paris(sheet, camera, half, far, top)
    for side in (-1, 1):
        wall = pen.on(camera.wall((side * half, near), (side * half, far)))
        length = far - near
        wall.face(g.rectangle(0, 0, length, top), p.WOOD, line=1.0)
        for k in range(6):
            u = length * k / 6
            _shelves(wall, u + 0.16, 0.3, length / 6 - 0.32, 6.4, 12)
            wall.face(g.rectangle(u - 0.14, 0, 0.3, top - 0.5), p.WOOD_DARK, [(0, 0.2, 0.5)], 0.9)
        if side > 0:
            wall.hatch([g.rectangle(0, 0, length, top)], 90, 0.24, 0.5)
        a.cornice(wall, 0, top - 0.6, length, 0.5, fill=p.WOOD)
    _ladder(sheet, camera, half)
    _table(sheet, camera)


def _window_on_paris(sheet: Sheet, camera: Camera, half: float, far: float, top: float) -> None:
    """The end wall with one tall window: mansards, chimneys and a dome at dusk."""
    end = sheet.pen.on(camera.wall((-half, far), (half, far)))
    end.face(g.rectangle(0, 0, 2 * half, top), p.OLIVE, line=1.0)
    end.hatch([g.rectangle(0, 0, 2 * half, top)], 90, 0.3, 0.3)
    for u in (1.55, 8.45):
        _shelves(end, u - 1.25, 0.3, 2.5, 5.6, 10)
    frame = a.opening(half, 1.2, 3.2, 5.6, "round")
    end.face(a.grown(frame, 0.26), p.PAPER_WARM, line=1.2)
    end.face(frame, p.ROSE, line=1.2)
    with sheet.canvas.clipped([end.put(frame)]):
        end.face(g.rectangle(3, 4.9, 4, 2.4), p.INDIGO_PALE, line=0)
        end.face(g.arc(half, 3.2, 0.6, 0.75, 0, 180, 20), p.TURQUOISE, line=0.8)
        for k in range(7):
            u, tall = 3.4 + 0.5 * k, 2.5 + 0.45 * ((k * 3) % 4) / 3
            end.face(g.rectangle(u, 1.2, 0.52, tall - 1.2), p.PAPER_WARM, line=0.7)
            roof = [
                (u - 0.04, tall),
                (u + 0.56, tall),
                (u + 0.46, tall + 0.5),
                (u + 0.06, tall + 0.5),
            ]
            end.face(roof, p.INDIGO, [(70, 0.1, 0.4)], 0.7)
            end.face(g.rectangle(u + 0.3, tall + 0.4, 0.12, 0.3), p.TERRACOTTA, line=0.6)
            for v in (tall - 0.4, tall - 0.9):
                end.face(g.rectangle(u + 0.18, v, 0.16, 0.24), p.GLOW if k % 2 else p.INK, line=0.4)
        bars = [[(half + d, 1.0), (half + d, 7.0)] for d in (-0.8, 0, 0.8)]
        bars += [[(3.0, 1.2 + 1.1 * k), (7.0, 1.2 + 1.1 * k)] for k in range(1, 5)]
        end.lines(bars, 3.0, p.PAPER_WARM)
        end.lines(bars, 0.5)
    end.face(frame, line=1.4)


def _ladder(sheet: Sheet, camera: Camera, half: float) -> None:
    """A library ladder that leans on the right-hand shelves."""
    rails = []
    for y in (7.4, 8.2):
        foot, head = camera.see(half - 1.3, y, 0), camera.see(half - 0.1, y, 5.6)
        rails.append((foot, head))
        sheet.canvas.line([foot, head], p.INK, 17)
        sheet.canvas.line([foot, head], p.SAND, 11)
    for k in range(1, 12):
        t = k / 12
        ends = [(f[0] + (h[0] - f[0]) * t, f[1] + (h[1] - f[1]) * t) for f, h in rails]
        sheet.canvas.line(ends, p.INK, 12)
        sheet.canvas.line(ends, p.SAND, 7)


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
                g.rectangle(x, base, run, tall), wall.random.choice(colours), [(90, 0.09, 0.5)], 0.4
            )
            x += run
        wall.line([(u, base - 0.02), (u + w, base - 0.02)], 1.2, p.WOOD)


def _table(sheet: Sheet, camera: Camera) -> None:
    """The long table: leather top, lamps with pools of light, open letters, a globe."""
    pen, h, w = sheet.pen, 0.85, 1.15
    for y in (12.6, 5.8):
        for x in (-w * 0.9, w * 0.9):
            foot, head, r = camera.see(x, y, 0), camera.see(x, y, h), camera.scale(y) * 0.07
            leg = [
                (foot[0] - r, foot[1]),
                (foot[0] + r, foot[1]),
                (head[0] + r, head[1]),
                (head[0] - r, head[1]),
            ]
            pen.face(leg, p.WOOD, [(90, 7, 0.5)], 1.0)
    top = pen.on(camera.floor(h))
    top.face([(-w, 5.5), (w, 5.5), (w, 13), (-w, 13)], p.WOOD, line=1.2)
    top.face(
        [(-w * 0.84, 5.8), (w * 0.84, 5.8), (w * 0.84, 12.7), (-w * 0.84, 12.7)],
        p.OLIVE,
        [(0, 0.25, 0.4)],
        1.0,
    )
    edge = pen.on(camera.wall((-w, 5.5), (w, 5.5), h - 0.14))
    edge.face(g.rectangle(0, 0, 2 * w, 0.14), p.WOOD_DARK, [(0, 0.05, 0.5)], 1.0)
    for y in (12.0, 10.2, 8.5, 7.0):
        _lamp(sheet, *camera.see(0, y, h), camera.scale(y))
        for x, turn in ((-0.55, 0.1), (0.52, -0.12)):
            page = [
                (x - 0.25, y - 0.5 + turn),
                (x + 0.2, y - 0.5 - turn),
                (x + 0.25, y - 0.05 - turn),
                (x - 0.2, y - 0.05 + turn),
            ]
            top.face(page, p.WHITE, [(0, 0.08, 0.4)], 0.9)
    _small_globe(sheet, *camera.see(0.62, 6.0, h), camera.scale(6.0))


def _lamp(sheet: Sheet, x: float, y: float, m: float) -> None:
    pen = sheet.pen
    pen.canvas.polygon(g.ellipse(x, y, m * 0.75, m * 0.16), p.GLOW, opacity=0.6)
    pen.face(g.rectangle(x - m * 0.025, y - m * 0.5, m * 0.05, m * 0.5), p.BRASS, line=0.9)
    pen.face(g.ellipse(x, y, m * 0.15, m * 0.045), p.BRASS, line=0.9)
    shade = [
        (x - m * 0.32, y - m * 0.42),
        (x + m * 0.32, y - m * 0.42),
        (x + m * 0.17, y - m * 0.64),
        (x - m * 0.17, y - m * 0.64),
    ]
    pen.face(shade, p.TURQUOISE, [(0, 7, 0.5)], 1.0)
    pen.canvas.polygon(g.ellipse(x, y - m * 0.42, m * 0.3, m * 0.04), p.GLOW)


def _small_globe(sheet: Sheet, x: float, y: float, m: float) -> None:
    pen, r = sheet.pen, m * 0.24
    pen.face(
        [
            (x - r * 0.7, y),
            (x + r * 0.7, y),
            (x + r * 0.15, y - r * 0.5),
            (x - r * 0.15, y - r * 0.5),
        ],
        p.WOOD_DARK,
        line=1.0,
    )
    cy = y - r * 1.55
    pen.canvas.circle(x, cy, r * 1.12, p.BRASS, pen.ink, 2.4)
    pen.canvas.circle(x, cy, r, p.TURQUOISE_PALE, pen.ink, 2)
    land = [
        (-0.5, -0.6),
        (0.1, -0.8),
        (0.7, -0.4),
        (0.4, -0.1),
        (0.5, 0.5),
        (0.1, 0.7),
        (-0.2, 0.1),
        (-0.6, -0.1),
    ]
    pen.face(g.moved(g.smooth(land, 5, True), x, cy, r), p.BRASS_PALE, line=0.8)
    pen.lines([g.arc(x, cy, r * k, r, -90, 90, 16) for k in (0.4, 0.75)], 0.6)
    pen.lines([g.arc(x, cy, r * k, r, 90, 270, 16) for k in (0.4, 0.75)], 0.6)
