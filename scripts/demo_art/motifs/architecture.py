"""Parts of buildings, drawn on a wall plane: u metres to the right, v metres upwards."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Point
from scripts.demo_art.engraving.pen import Pen

Hatching = Sequence[tuple[float, ...]]


def opening(u: float, v: float, w: float, h: float, head: str = "flat") -> list[Point]:
    """Outline of an opening whose foot is centred at u, v; height h to the crown."""
    left, right, r = u - w / 2, u + w / 2, w / 2
    if head == "flat":
        return [(left, v), (right, v), (right, v + h), (left, v + h)]
    if head == "round":
        return [(left, v), (right, v), *g.arc(u, v + h - r, r, r, 0, 180, 16)]
    if head == "segment":
        return [(left, v), (right, v), *g.arc(u, v + h - r * 0.9, r * 1.28, r * 0.9, 38, 142, 12)]
    if head == "horseshoe":
        spring = v + h - r * 1.12
        return [
            (left, v),
            (right, v),
            (right, spring - r * 0.5),
            (right - r * 0.03, spring - r * 0.5),
            *g.arc(u, spring, r * 1.12, r * 1.12, -27, 207, 24),
            (left, spring - r * 0.5),
        ]
    spring = v + h - r * 1.25  # pointed, slightly ogee as in Persia
    return [
        (left, v),
        (right, v),
        (right, spring),
        *g.bezier(
            (right, spring),
            (right, spring + r * 0.72),
            (u + r * 0.5, v + h - r * 0.2),
            (u, v + h),
            10,
        ),
        *g.bezier(
            (u, v + h),
            (u - r * 0.5, v + h - r * 0.2),
            (left, spring + r * 0.72),
            (left, spring),
            10,
        ),
    ]


def grown(ring: Sequence[Point], by: float) -> list[Point]:
    """The outline enlarged by ``by`` metres on each side (its foot stays level)."""
    left, low, right, high = g.bounds([ring])
    u, w, h = (left + right) / 2, right - left, high - low
    return [(u + (a - u) * (w + 2 * by) / w, low + (b - low) * (h + by) / h) for a, b in ring]


def recess(
    pen: Pen, ring: Sequence[Point], fill: str, gap: float = 0.09, ink: str | None = None
) -> None:
    """A dark opening: tint, level hatching, and a second hatching towards the upper left."""
    pen.face(ring, fill, [(0, gap, 0.55)], 1.0, ink=ink)
    left, low, right, high = g.bounds([ring])
    with pen.canvas.clipped([pen.put(ring)]):
        shade = [
            (left, high),
            (right, high),
            (right, high - (high - low) * 0.16),
            (left + (right - left) * 0.3, high - (high - low) * 0.2),
            (left + (right - left) * 0.24, low),
            (left, low),
        ]
        pen.hatch([shade], 52, gap, 0.6, ink)


def window(
    pen: Pen,
    u: float,
    v: float,
    w: float,
    h: float,
    head: str = "round",
    kind: str = "panes",
    trim: str = p.PAPER,
    tint: str = p.INDIGO_PALE,
    shutter: str = p.OLIVE,
) -> None:
    """A window: panes, bars, lattice, or open shutters beside panes."""
    ring = opening(u, v, w, h, head)
    if trim:
        pen.face(grown(ring, w * 0.16), trim, line=0.9)
    recess(pen, ring, tint, max(w / 11, 0.07))
    with pen.canvas.clipped([pen.put(ring)]):
        if kind in {"panes", "shutters"}:
            bars = [[(u, v), (u, v + h)]]
            bars += [[(u - w, v + h * k / 4), (u + w, v + h * k / 4)] for k in (1, 2, 3)]
            pen.lines(bars, 2.6, p.PAPER)
            pen.lines(bars, 0.6)
        elif kind == "bars":
            bars = [
                [(u + w * (k / 6 - 0.5), v), (u + w * (k / 6 - 0.5), v + h)] for k in range(1, 6)
            ]
            bars += [[(u - w, v + h * k / 4), (u + w, v + h * k / 4)] for k in (1, 2, 3)]
            pen.lines(bars, 1.2)
        elif kind == "lattice":
            pen.face(ring, p.WOOD, line=0.8)
            for angle in (45, -45):
                pen.hatch([ring], angle, w / 7, 1.2, p.INK_BROWN)
    pen.face(ring, line=1.2)
    if kind == "shutters":
        for side in (-1, 1):
            _shutter(
                pen, u + side * w * 0.78, v, w * 0.46, h * (0.8 if head != "flat" else 1), shutter
            )
    sill = g.rectangle(u - w * 0.66, v - w * 0.12, w * 1.32, w * 0.12)
    pen.face(sill, trim or p.PAPER, [(0, 0.04, 0.4)], 0.9)


def _shutter(pen: Pen, u: float, v: float, w: float, h: float, fill: str) -> None:
    pen.face(g.rectangle(u - w / 2, v, w, h), fill, line=1.0)
    slats = int(h / 0.11)
    pen.lines(
        [
            [(u - w * 0.36, v + h * (k + 0.5) / slats), (u + w * 0.36, v + h * (k + 0.5) / slats)]
            for k in range(slats)
        ],
        0.6,
    )


def door(
    pen: Pen,
    u: float,
    v: float,
    w: float,
    h: float,
    head: str = "round",
    fill: str = p.WOOD,
    studs: bool = False,
    trim: str = p.PAPER,
    leaves: int = 2,
) -> None:
    """A panelled or studded door in its frame, with a step."""
    ring = opening(u, v, w, h, head)
    if trim:
        pen.face(grown(ring, w * 0.13), trim, line=1.1)
        pen.face(grown(ring, w * 0.05), line=0.6)
    pen.face(ring, fill, [(90, w / 14, 0.45)], 1.2)
    with pen.canvas.clipped([pen.put(ring)]):
        if studs:
            _studs(pen, u, v, w, h)
        else:
            for side in (-0.25, 0.25) if leaves == 2 else (0.0,):
                for low, tall in ((0.08, 0.32), (0.46, 0.4)):
                    box = g.rectangle(u + w * side - w * 0.16, v + h * low, w * 0.32, h * tall)
                    pen.face(box, None, [(45, w / 12, 0.4)], 1.0)
        shade = [
            (u - w / 2, v),
            (u - w * 0.36, v),
            (u - w * 0.3, v + h * 0.86),
            (u + w, v + h * 0.9),
            (u + w, v + h),
            (u - w / 2, v + h),
        ]
        pen.hatch([shade], 60, w / 18, 0.7)
    if leaves == 2:
        pen.line([(u, v), (u, v + h)], 1.2)
    pen.face(g.rectangle(u - w * 0.75, v - 0.12, w * 1.5, 0.12), p.PAPER, [(0, 0.035, 0.4)], 1.0)


def _studs(pen: Pen, u: float, v: float, w: float, h: float) -> None:
    for side in (-0.25, 0.25):
        for row in range(int(h / 0.24)):
            dots = [(u + w * side + w * 0.2 * k / 3, v + 0.16 + row * 0.24) for k in range(-3, 4)]
            if row % 4 == 2:
                dots = [(u + w * side, v + 0.16 + row * 0.24)]
                diamond = g.regular(*dots[0], w * 0.17, 4)
                pen.face(diamond, None, line=1.2)
            for dot in dots:
                x, y = pen.plane(*dot)
                pen.canvas.circle(x, y, pen.weight * 1.3, p.INK)


def masonry(
    pen: Pen,
    u: float,
    v: float,
    w: float,
    h: float,
    course: float,
    block: float,
    share: float = 0.6,
    weight: float = 0.5,
    ink: str | None = None,
) -> None:
    """Joints of a bonded wall; only a ``share`` of them is drawn, as engravers do."""
    joints = []
    rows = int(h / course)
    for row in range(rows + 1):
        level = v + row * course
        start = u
        while start < u + w - 1e-6:
            end = min(start + block * pen.random.uniform(0.8, 2.4), u + w)
            if pen.random.random() < share:
                joints.append([(start, level), (end, level)])
            if row < rows and pen.random.random() < share * 0.7 and start > u:
                joints.append([(start, level), (start, level + course)])
            start = end
    pen.lines(joints, weight, ink)


def cornice(
    pen: Pen, u: float, v: float, w: float, h: float, dentils: bool = True, fill: str = p.PAPER
) -> None:
    """A moulded band that throws a hatched shadow on the wall below."""
    pen.face(g.rectangle(u, v - h * 1.1, w, h * 1.1), p.STONE, [(60, h * 0.32, 0.6)], 0)
    pen.face(g.rectangle(u - h * 0.4, v, w + h * 0.8, h), fill, line=1.1)
    pen.lines([[(u - h * 0.4, v + h * k), (u + w + h * 0.4, v + h * k)] for k in (0.3, 0.75)], 0.6)
    if dentils:
        count = int(w / h)
        for k in range(count):
            pen.face(
                g.rectangle(u + w * (k + 0.2) / count, v - h * 0.45, w * 0.6 / count, h * 0.45),
                fill,
                line=0.7,
            )


def battlements(pen: Pen, u: float, v: float, w: float, size: float, fill: str = p.PAPER) -> None:
    """Stepped merlons in the manner of the Maghreb."""
    count = round(w / (size * 1.3))
    step = w / count
    for k in range(count):
        x = u + step * k
        shape = [
            (x, v),
            (x + step * 0.8, v),
            (x + step * 0.8, v + size * 0.4),
            (x + step * 0.62, v + size * 0.4),
            (x + step * 0.62, v + size * 0.7),
            (x + step * 0.5, v + size * 0.7),
            (x + step * 0.4, v + size),
            (x + step * 0.3, v + size * 0.7),
            (x + step * 0.18, v + size * 0.7),
            (x + step * 0.18, v + size * 0.4),
            (x, v + size * 0.4),
        ]
        pen.face(shape, fill, line=0.9)
        pen.hatch(
            [
                [
                    (x + step * 0.5, v),
                    (x + step * 0.8, v),
                    (x + step * 0.8, v + size * 0.4),
                    (x + step * 0.5, v + size * 0.7),
                ]
            ],
            70,
            size / 6,
            0.5,
        )


def star_frieze(
    pen: Pen, u: float, v: float, w: float, h: float, fill: str, star: str = p.PAPER
) -> None:
    """A band of eight-point star tiles."""
    pen.face(g.rectangle(u, v, w, h), fill, line=1.0)
    count = max(1, round(w / h))
    for k in range(count):
        centre = (u + w * (k + 0.5) / count, v + h / 2)
        pen.face(g.star(*centre, h * 0.4, h * 0.26, 8, 22.5), star, line=0.6)
        pen.face(g.regular(*centre, h * 0.13, 8), fill, line=0)
