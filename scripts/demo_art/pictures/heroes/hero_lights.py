"""The wide picture of lights and hands."""

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving import solids as s
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.pictures.heroes.hero_home import HEIGHT, WIDTH
from scripts.demo_art.pictures.objects.lamp import flame


@picture("hero-lights-and-hands", WIDTH, HEIGHT, p.NIGHT)
def lights_and_hands(sheet: Sheet) -> None:
    """Nine flames at the middle of a workbench, tools on both sides in their light."""
    pen, c = sheet.pen, sheet.canvas
    pen.ink = "#120f12"
    c.rect(0, 0, WIDTH, HEIGHT, "#241a17")
    for r, fill in ((1050, "#33231b"), (760, "#4a321f"), (520, "#6b4924"), (330, "#8f6a2f")):
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
            [(300 + dx * 0.6, 826), (300 + dx + lean, 826 - tall)], (p.WOOD, p.SAND, p.STONE)[k], 11
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
        s.turned(pen, cx, top + 8, s.curve((14, 0), (34, 18), (40, 40), (34, 50)), p.BRASS, 0.24, 7)
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
        top = [s_(dx, 0, z + h), s_(dx + w, 0, z + h), s_(dx + w, 230, z + h), s_(dx, 230, z + h)]
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
    handle = [(x - 160, y + 30), (x - 136, y + 48), (x + 110, y - 190), (x + 84, y - 210)]
    s.cast(pen, [(q[0] + 30, q[1] + 40) for q in handle])
    s.board(pen, handle, p.SAND, -44, 9)
    head = [(x + 20, y - 250), (x + 190, y - 110), (x + 110, y - 30), (x - 60, y - 170)]
    s.board(pen, head, p.WOOD, 40, 12)
    end = [(x + 190, y - 110), (x + 216, y - 134), (x + 140, y - 58), (x + 110, y - 30)]
    s.board(pen, end, p.WOOD_DARK, -40, 8, 20)
