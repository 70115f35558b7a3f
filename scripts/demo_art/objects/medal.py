"""A medal of cast bronze, 5 cm across: tablets, clasped hands and a book in relief,
no lettering.
"""

import math
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

from scripts.demo_art.objects.solid import Material, Part, lathe, sheet
from scripts.demo_art.objects.surfaces import Grey, blurred, noise, relief, tinted

RADIUS, THICK = 0.025, 0.0048
SIDE = 512
DEEP = 0.0011
"""From the ground of the relief to its highest place, in metres."""

Layer = tuple[Image.Image, float, float]
"""A drawing of what is raised, by how much (of the whole depth), and how soft its edges are,
in px.
"""
At = Callable[[float, float], tuple[float, float]]


def model() -> list[Part]:
    front = struck(raised(), "front")
    back = struck(plain(), "back")
    edge = [
        (RADIUS * 0.985, -THICK / 2 + 0.0004),
        (RADIUS * 0.997, -THICK / 2 + 0.0007),
        (RADIUS, -THICK / 2 + 0.0012),
        (RADIUS, THICK / 2 - 0.0012),
        (RADIUS * 0.997, THICK / 2 - 0.0007),
        (RADIUS * 0.985, THICK / 2 - 0.0004),
    ]
    rim = Material("rim", "#b98a5e", 1, 0.34)
    around = lathe(edge, rim, 96).turned("x", 90)
    faces = [face(raised(), front), face(plain(), back).turned("y", 180)]
    return [part.moved(y=RADIUS) for part in (around, *faces)]


def face(heights: Grey, material: Material) -> Part:
    """One side: a sheet bent to a round, rings from the middle outwards."""
    rings, sides = 22, 80
    part = sheet(np.zeros((rings, sides + 1), np.float32), 1, 1, material)
    reach, around = np.meshgrid(
        np.linspace(0, 0.985, rings), np.linspace(0, 2 * math.pi, sides + 1), indexing="ij"
    )
    x, y = reach * np.sin(around), reach * np.cos(around)
    column = np.clip((x * 0.5 + 0.5) * (SIDE - 1), 0, SIDE - 1).astype(int)
    row = np.clip((0.5 - y * 0.5) * (SIDE - 1), 0, SIDE - 1).astype(int)
    soft = blurred(heights, 5)
    z = THICK / 2 - 0.0004 - DEEP * 0.55 + soft[row, column] * DEEP
    z[-1] = THICK / 2 - 0.0004
    part.points[:] = np.stack([x * RADIUS, y * RADIUS, z], 2).reshape(-1, 3)
    part.normals[:] = [0, 0, 1]
    part.corners[:] = part.corners[:, ::-1]
    part.uv[:] = np.stack([x * 0.5 + 0.5, 0.5 - y * 0.5], 2).reshape(-1, 2)
    return part


def struck(heights: Grey, side: str) -> Material:
    """Bronze that is bright on the heights and brown in the depths."""
    hollow = np.clip(blurred(heights, 9) - heights + 0.42, 0, 1)
    spots = noise(51, SIDE, SIDE, (5, 5), 5)
    tone = np.clip(1.12 - 0.95 * hollow - 0.22 * spots + 0.25 * heights, 0, 1)
    fine = np.clip(heights + 0.012 * noise(52, SIDE, SIDE, (90, 90), 2), 0, 2)
    texture = tinted(tone, "#4a3020", "#dcae7e")
    name = f"bronze, {side}"
    return Material(name, metallic=1, roughness=0.36, texture=texture, normals=relief(fine, 7.0))


def raised() -> Grey:
    """The heights of the front: rays, two tablets, two hands, an open book, a beaded rim."""
    big = 4 * SIDE
    layers: list[Layer] = []

    def layer(height: float, soft: float) -> ImageDraw.ImageDraw:
        image = Image.new("L", (big, big), 0)
        layers.append((image, height, soft))
        return ImageDraw.Draw(image)

    def at(x: float, y: float) -> tuple[float, float]:
        return (x * 0.5 + 0.5) * big, (0.5 - y * 0.5) * big

    pen = layer(0.22, 2.0)
    for n in range(48):
        angle = math.radians(-100 + 200 * n / 47)
        far = 0.8 if n % 2 == 0 else 0.7
        pen.line(
            [
                at(0.18 * math.sin(angle), 0.3 + 0.1 * math.cos(angle)),
                at(far * math.sin(angle), 0.12 + far * 0.84 * math.cos(angle)),
            ],
            255,
            13,
        )
    pen = layer(0.42, 2.4)
    for sign in (-1, 1):
        left, right = sorted((sign * 0.02, sign * 0.27))
        pen.rounded_rectangle([*at(left, 0.56), *at(right, 0.02)], 30, 255)
        pen.pieslice([*at(left, 0.685), *at(right, 0.435)], 180, 360, 255)
    pen = layer(-0.16, 1.0)
    for sign in (-1, 1):
        for n in range(5):
            y = 0.49 - n * 0.085
            pen.line([at(sign * 0.065, y), at(sign * 0.225, y)], 255, 15)
    pen = layer(0.5, 3.4)
    for sign in (-1, 1):
        pen.polygon(
            [
                at(sign * 0.66, -0.02),
                at(sign * 0.4, -0.03),
                at(sign * 0.4, -0.21),
                at(sign * 0.66, -0.24),
            ],
            255,
        )
        pen.polygon(
            [
                at(sign * 0.42, -0.045),
                at(sign * 0.12, -0.01),
                at(sign * 0.02, -0.05),
                at(sign * 0.02, -0.2),
                at(sign * 0.14, -0.225),
                at(sign * 0.42, -0.2),
            ],
            255,
        )
    pen = layer(0.24, 2.2)
    for n in range(4):
        y = -0.055 - n * 0.042
        pen.line([at(-0.06, y), at(0.1 - n * 0.012, y - 0.012)], 255, 62)
    pen.line([at(-0.12, -0.035), at(0.03, 0.0)], 255, 58)
    pen = layer(-0.14, 1.2)
    for sign in (-1, 1):
        pen.line([at(sign * 0.42, -0.025), at(sign * 0.42, -0.215)], 255, 14)
    pen = layer(0.4, 2.6)
    for sign in (-1, 1):
        pen.polygon(
            [
                at(0, -0.43),
                at(sign * 0.12, -0.395),
                at(sign * 0.31, -0.425),
                at(sign * 0.33, -0.6),
                at(sign * 0.14, -0.57),
                at(0, -0.615),
            ],
            255,
        )
    pen = layer(-0.16, 1.0)
    pen.line([at(0, -0.43), at(0, -0.61)], 255, 14)
    for sign in (-1, 1):
        for n in range(4):
            y = -0.445 - n * 0.032
            pen.line([at(sign * 0.05, y), at(sign * 0.27, y - 0.006)], 255, 8)
    pen = layer(0.34, 2.0)
    for sign in (-1, 1):
        for n in range(8):
            angle = math.radians(112 + n * 7.5)
            x, y = sign * 0.72 * math.sin(angle), 0.72 * math.cos(angle)
            for tilt in (-0.5, 0.5):
                dx, dy = 0.05 * math.sin(angle + 1.1 + tilt), 0.05 * math.cos(angle + 1.1 + tilt)
                pen.line([at(x, y), at(x + sign * dx, y + dy)], 255, 30)
    rimmed(layer(0.75, 2.6), at)
    return stacked(layers)


def plain() -> Grey:
    """The heights of the back: a wreath of beads around an empty field."""
    big = 4 * SIDE
    image = Image.new("L", (big, big), 0)

    def at(x: float, y: float) -> tuple[float, float]:
        return (x * 0.5 + 0.5) * big, (0.5 - y * 0.5) * big

    pen = ImageDraw.Draw(image)
    rimmed(pen, at)
    pen.ellipse([*at(-0.7, 0.7), *at(0.7, -0.7)], None, 255, 12)
    return stacked([(image, 0.75, 2.6)])


def rimmed(pen: ImageDraw.ImageDraw, at: At) -> None:
    """The raised edge, and the beads within it."""
    pen.ellipse([*at(-0.985, 0.985), *at(0.985, -0.985)], None, 255, 62)
    for n in range(88):
        angle = 2 * math.pi * n / 88
        x, y = at(0.875 * math.sin(angle), 0.875 * math.cos(angle))
        pen.ellipse([x - 24, y - 24, x + 24, y + 24], 255)


def stacked(layers: list[Layer]) -> Grey:
    """Lay reliefs over one another, each as high and as soft as it says."""
    total = np.zeros((SIDE, SIDE), np.float32)
    for image, height, soft in layers:
        small = image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
        total += height * blurred(np.asarray(small, np.float32) / 255, soft)
    return np.clip(total, 0, 1.4) / 1.4
