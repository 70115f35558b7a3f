"""A music stand before empty stools."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.sheet import Sheet, picture


@picture("choir-iran", 1600, 2000, p.PAPER)
def choir(sheet: Sheet) -> None:
    """A music stand with an open score; two rows of empty stools in a schoolroom."""
    pen, c = sheet.pen, sheet.canvas
    c.rect(0, 0, 1600, 1240, p.PAPER_WARM)
    c.rect(0, 980, 1600, 260, p.TURQUOISE)
    for k in range(17):
        o.eight_point_star(c, 50 + k * 94, 1040, 34, p.TURQUOISE_PALE, 4)
    pen.lines([[(0, 980), (1600, 980)], [(0, 1100), (1600, 1100)], [(0, 1240), (1600, 1240)]], 1.2)
    for x in (300, 1300):
        arch = [
            (x - 150, 880),
            (x - 150, 480),
            *g.bezier((x - 150, 480), (x - 150, 320), (x - 60, 250), (x, 200), 14),
            *g.bezier((x, 200), (x + 60, 250), (x + 150, 320), (x + 150, 480), 14),
            (x + 150, 880),
        ]
        pen.face([(x + (a - x) * 1.14, 560 + (b - 560) * 1.07) for a, b in arch], p.PAPER, line=1.2)
        pen.face(arch, p.PAPER_BLUE, line=1.2)
        panes = [p.INDIGO_PALE, p.ROSE, p.GLOW, p.TURQUOISE_PALE]
        with c.clipped([arch]):
            for i in range(5):
                for j in range(9):
                    if (i + j) % 3 == 0:
                        c.polygon(
                            g.regular(x - 150 + i * 75, 200 + j * 84, 44, 4), panes[(i + j) % 4]
                        )
            pen.lines(
                [[(x - 150 + i * 75, 150), (x - 150 + i * 75, 880)] for i in range(5)]
                + [[(x - 150, 200 + j * 84), (x + 150, 200 + j * 84)] for j in range(9)],
                1.0,
            )
        pen.face(arch, line=1.4)
    c.rect(0, 1240, 1600, 760, p.WOOD)
    pen.lines(
        [
            [(800 + (x - 800) * 0.6, 1240), (800 + (x - 800) * 1.5, 2000)]
            for x in range(-300, 2000, 120)
        ],
        0.6,
    )
    for y, scale, count in ((1400, 0.8, 6), (1560, 1.0, 5)):
        for k in range(count):
            _stool(sheet, 800 + (k - (count - 1) / 2) * 300 * scale, y, scale)
    _music_stand(sheet, 800, 1860)


def _stool(sheet: Sheet, x: float, y: float, m: float) -> None:
    pen = sheet.pen
    s.cast(pen, g.ellipse(x + 30 * m, y + 4, 110 * m, 22 * m), 10)
    for dx in (-70, 70, -30, 34):
        top = y - 190 * m
        leg = [
            (x + dx * 0.8 * m - 8, top),
            (x + dx * 0.8 * m + 8, top),
            (x + dx * m + 6, y + (0 if abs(dx) > 50 else 10)),
            (x + dx * m - 6, y + (0 if abs(dx) > 50 else 10)),
        ]
        s.board(pen, leg, p.WOOD_DARK, 90, 8)
    s.turned(pen, x, y - 186 * m, [(98 * m, 0), (100 * m, 26 * m)], p.SAND, 0.26, 9)


def _music_stand(sheet: Sheet, x: float, y: float) -> None:
    pen, c = sheet.pen, sheet.canvas
    s.cast(pen, g.ellipse(x + 80, y + 10, 330, 44), 13)
    for dx in (-230, 230):
        leg = g.smooth(
            [
                (x - 20, y - 200),
                (x + dx * 0.5, y - 110),
                (x + dx, y - 10),
                (x + dx * 1.1, y),
                (x + dx * 0.6, y - 60),
                (x + 20, y - 130),
            ],
            6,
            True,
        )
        pen.face(leg, p.WOOD_DARK, [(60, 11, 0.5)], 1.3)
    s.turned(
        pen,
        x,
        y - 40,
        s.curve(
            (40, 0), (54, 60), (34, 130), (26, 300), (36, 380), (26, 460), (30, 600), (24, 700)
        ),
        p.WOOD_DARK,
        0.2,
        11,
    )
    desk = [(x - 420, y - 760), (x + 420, y - 760), (x + 360, y - 1300), (x - 360, y - 1300)]
    pen.face(desk, p.WOOD, line=1.6)
    s.grain(pen, desk, 0, 18)
    for side in (-1, 1):
        page = [(x, y - 800), (x + side * 350, y - 790), (x + side * 308, y - 1260), (x, y - 1240)]
        pen.face(page, p.WHITE, line=1.2)
        for row in range(6):
            _stave(sheet, x, y - 1200 + row * 70, side)
        pen.hatch(
            [[(x, y - 800), (x + side * 44, y - 798), (x + side * 40, y - 1244), (x, y - 1240)]],
            90,
            9,
            0.5,
        )
    ledge = [(x - 450, y - 760), (x + 450, y - 760), (x + 450, y - 706), (x - 450, y - 706)]
    s.board(pen, ledge, p.SAND, 0, 12)
    c.line([(x - 300, y - 768), (x + 240, y - 790)], pen.ink, 15)
    c.line([(x - 300, y - 768), (x + 240, y - 790)], p.PAPER, 9)
    s.ball(pen, x - 312, y - 766, 26, p.POMEGRANATE)


def _stave(sheet: Sheet, x: float, y: float, side: int) -> None:
    pen, c = sheet.pen, sheet.canvas
    near, far = x + side * 30, x + side * (326 - (y % 500) * 0.02)
    pen.lines([[(near, y + 8 * k), (far, y + 8 * k)] for k in range(5)], 0.5)
    for k in range(7):
        nx = near + (far - near) * (0.14 + 0.12 * k)
        ny = y + 8 * pen.random.randint(0, 4)
        c.polygon(g.moved(g.ellipse(0, 0, 8, 5.6, 14), nx, ny, 1, -20), pen.ink)
        c.line([(nx + 7, ny - 1), (nx + 7, ny - 30)], pen.ink, 2.6)
        if k % 3 == 0:
            c.line([(nx + 7, ny - 30), (nx + 22, ny - 20)], pen.ink, 4)
