"""The engraver's pen: slightly living lines, hatching, tone lines and stipple on a canvas."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from math import hypot

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Canvas, Point, Ring, path_of

Tone = Callable[[float, float], float]  # darkness 0..1 at a place of the picture


class Pen:
    """Draws on a canvas with a seeded hand; ``plane`` maps local to picture coordinates."""

    def __init__(self, canvas: Canvas, seed: str, ink: str = p.INK) -> None:
        self.canvas, self.ink = canvas, ink
        self.random = random.Random(seed)
        self.plane: g.Map = lambda x, y: (x, y)
        self.weight = 2.2  # width of an ordinary line, in pixels

    def on(self, plane: g.Map) -> Pen:
        """A pen of the same hand that draws on another plane."""
        other = Pen.__new__(Pen)
        other.__dict__.update(self.__dict__, plane=plane)
        return other

    def put(self, points: Ring) -> list[Point]:
        """The points in the picture."""
        return [self.plane(x, y) for x, y in points]

    def face(
        self,
        ring: Ring,
        fill: str | None = None,
        hatch: Sequence[tuple[float, ...]] = (),
        line: float | None = 1.0,
        holes: Sequence[Ring] = (),
        ink: str | None = None,
    ) -> None:
        """A surface: flat tint, hatchings of (angle, gap[, weight]), outline of that weight."""
        rings = [self.put(r) for r in (ring, *holes)]
        if fill:
            self.canvas.path("".join(path_of(r) for r in rings), fill)
        for angle, gap, *weight in hatch:
            self.hatch([ring, *holes], angle, gap, weight[0] if weight else 0.6, ink)
        if line:
            data = "".join(path_of(r) for r in rings)
            self.canvas.path(data, None, ink or self.ink, self.weight * line)

    def hatch(
        self,
        rings: Sequence[Ring],
        angle: float,
        gap: float,
        weight: float = 0.6,
        ink: str | None = None,
        tone: Tone | None = None,
    ) -> None:
        """Hatching inside the rings; with a tone (in local units) the lines swell and break."""
        segments = g.hatch(rings, angle, gap, self.random.uniform(0, gap))
        if tone:
            self.engrave([_divide(a, b, gap * 1.5) for a, b in segments], tone, gap, ink)
            return
        data = []
        for a, b in segments:
            (x0, y0), (x1, y1) = self.plane(*a), self.plane(*b)
            trim = self.random.uniform(0, 0.03)
            data.append(
                f"M{x0 + (x1 - x0) * trim:.1f} {y0 + (y1 - y0) * trim:.1f}"
                f"L{x1 - (x1 - x0) * trim:.1f} {y1 - (y1 - y0) * trim:.1f}"
            )
        self.canvas.path("".join(data), None, ink or self.ink, self.weight * weight)

    def engrave(
        self,
        lines: Iterable[Ring],
        tone: Tone,
        gap: float,
        ink: str | None = None,
        floor: float = 0.07,
    ) -> None:
        """Lines as a burin cuts them: as wide as the tone is dark, absent where it is light."""
        data = []
        for line in lines:
            run: list[Point] = []
            widths: list[float] = []
            for x, y in line:
                dark = tone(x, y)
                if dark > floor:
                    run.append(self.plane(x, y))
                    widths.append(min(dark, 0.92) * gap)
                elif run:
                    data.append(_burin(run, widths))
                    run, widths = [], []
            data.append(_burin(run, widths))
        self.canvas.path("".join(data), ink or self.ink)

    def line(self, points: Ring, weight: float = 1.0, ink: str | None = None) -> None:
        """A plain line."""
        points = self.put(points)
        self.canvas.line(points, ink or self.ink, self.weight * weight)

    def lines(self, many: Iterable[Ring], weight: float = 1.0, ink: str | None = None) -> None:
        """Many plain lines as one element."""
        data = "".join(path_of(self.put(points), closed=False) for points in many)
        self.canvas.path(data, None, ink or self.ink, self.weight * weight)

    def brush(self, points: Ring, weight: float = 2.0, ink: str | None = None) -> None:
        """A line that swells in the middle and ends in points."""
        points = self.put(points)
        n = len(points) - 1
        widths = [self.weight * weight * (1 - abs(2 * i / n - 1) ** 2) for i in range(n + 1)]
        self.canvas.polygon(g.swelling(points, widths), ink or self.ink)

    def stipple(
        self,
        ring: Ring,
        count: int,
        radius: float = 1.6,
        tone: Tone | None = None,
        ink: str | None = None,
    ) -> None:
        """Dots inside a ring, denser where the tone is darker."""
        left, top, right, bottom = g.bounds([ring])
        data = []
        for _ in range(count):
            x, y = self.random.uniform(left, right), self.random.uniform(top, bottom)
            if g.inside((x, y), ring) and (not tone or self.random.random() < tone(x, y)):
                x, y = self.plane(x, y)
                data.append(f"M{x:.1f} {y:.1f}h.1")
        self.canvas.path("".join(data), None, ink or self.ink, 2 * radius)

    def jitter(self, points: Ring, amount: float) -> list[Point]:
        """The points moved a little, each by up to ``amount``."""
        u = self.random.uniform
        return [(x + u(-amount, amount), y + u(-amount, amount)) for x, y in points]


def _divide(a: Point, b: Point, step: float) -> list[Point]:
    n = max(2, int(hypot(b[0] - a[0], b[1] - a[1]) / step))
    return [(a[0] + (b[0] - a[0]) * i / n, a[1] + (b[1] - a[1]) * i / n) for i in range(n + 1)]


def _burin(run: list[Point], widths: list[float]) -> str:
    if len(run) < 2:
        return ""
    tapered = [w * min(1, (i + 0.3) / 2, (len(run) - 0.7 - i) / 2) for i, w in enumerate(widths)]
    return path_of(g.swelling(run, tapered))
