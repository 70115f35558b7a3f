"""Small silhouettes of people; nobody in particular."""

from __future__ import annotations

from scripts.demo_art.engraving import geometry as g
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.canvas import Point
from scripts.demo_art.engraving.pen import Pen

# Parts of a body one unit tall, feet at 0, facing right; y upwards.
PARTS: dict[str, list[list[Point]]] = {
    "robe": [
        [(-0.16, 0), (0.16, 0), (0.13, 0.3), (0.1, 0.55), (0.1, 0.76), (0.05, 0.83), (-0.05, 0.83)]
        + [(-0.1, 0.76), (-0.1, 0.55), (-0.13, 0.3)],
        [(-0.09, 0.78), (-0.17, 0.5), (-0.13, 0.38), (-0.07, 0.42), (-0.06, 0.7)],
        [(0.09, 0.78), (0.18, 0.52), (0.16, 0.4), (0.09, 0.44), (0.06, 0.7)],
    ],
    "woman": [
        [(-0.19, 0), (0.19, 0), (0.17, 0.3), (0.15, 0.6), (0.1, 0.8), (0.09, 0.9), (0.0, 0.97)]
        + [(-0.09, 0.9), (-0.1, 0.8), (-0.15, 0.6), (-0.17, 0.3)],
    ],
    "child": [
        [(-0.11, 0), (-0.02, 0), (-0.02, 0.36), (-0.11, 0.36)],
        [(0.03, 0), (0.13, 0), (0.11, 0.36), (0.02, 0.36)],
        [(-0.15, 0.26), (0.15, 0.26), (0.11, 0.6), (0.09, 0.72), (-0.09, 0.72), (-0.11, 0.6)],
        [(-0.08, 0.72), (-0.17, 0.5), (-0.2, 0.4), (-0.15, 0.38), (-0.07, 0.56)],
        [(0.08, 0.72), (0.18, 0.5), (0.15, 0.44), (0.08, 0.56)],
    ],
    "girl": [
        [(-0.07, 0), (-0.01, 0), (-0.01, 0.3), (-0.07, 0.3)],
        [(0.03, 0), (0.09, 0), (0.08, 0.3), (0.02, 0.3)],
        [(-0.19, 0.22), (0.19, 0.22), (0.08, 0.54), (0.08, 0.72), (-0.08, 0.72), (-0.08, 0.54)],
        [(-0.07, 0.72), (-0.17, 0.5), (-0.2, 0.42), (-0.15, 0.4), (-0.07, 0.58)],
        [(0.07, 0.72), (0.17, 0.52), (0.15, 0.44), (0.07, 0.58)],
    ],
}


def figure(
    pen: Pen, x: float, base: float, height: float, kind: str, ink: str, flip: bool = False
) -> None:
    """A small silhouette with its shadow: robe, woman, child or girl."""
    side = -1 if flip else 1

    def at(a: float, b: float) -> Point:
        return x + side * a * height, base - b * height

    shade = [at(-0.1, 0), at(0.2, 0.01), at(side * 0.75, -0.06), at(side * 0.6, -0.1)]
    pen.canvas.polygon(shade, pen.ink, opacity=0.3)
    for part in PARTS[kind]:
        pen.canvas.polygon([at(a, b) for a, b in part], ink, ink, height / 60)
    if kind == "woman":
        pen.lines([[at(0.02, 0.86), at(0.06, 0.1)], [at(-0.05, 0.7), at(-0.09, 0.08)]], 0.5, p.ROSE)
        return
    if kind == "robe":
        pen.canvas.circle(*at(0.01, 0.89), 0.068 * height, ink)
        fez = [at(-0.055, 0.92), at(0.07, 0.92), at(0.055, 1.01), at(-0.04, 1.01)]
        pen.canvas.polygon(fez, p.POMEGRANATE)
        pen.lines([[at(0.01, 0.8), at(0.01, 0.04)], [at(0.06, 0.5), at(0.09, 0.05)]], 0.5, p.ROSE)
        return
    pen.canvas.circle(*at(0.01, 0.82), 0.1 * height, ink)
    if kind == "child":
        cap = [at(*q) for q in g.arc(0.01, 0.85, 0.1, 0.09, 0, 180, 12)]
        pen.canvas.polygon(cap, p.BRASS)
    else:
        plait = [at(-0.06, 0.84), at(-0.13, 0.72), at(-0.11, 0.62)]
        pen.canvas.line(plait, ink, height * 0.05)
    pen.canvas.polygon([at(-0.05, 0.72), at(0.06, 0.72), at(0.005, 0.64)], p.WHITE)
    bag = [at(-0.26, 0.42), at(-0.12, 0.42), at(-0.12, 0.26), at(-0.26, 0.26)]
    pen.canvas.polygon(bag, p.POMEGRANATE, pen.ink, height / 90)
