"""A Hanukkah lamp, 30 cm high and 24 cm wide: a pierced plate of brass,
eight cups and the shamash.
"""

import math

from PIL import Image, ImageDraw

from scripts.demo_art.objects.solid import Material, Part, Profile, box, curve, lathe, sheet, wall
from scripts.demo_art.objects.surfaces import brass, noise, relief, tinted

WIDE, LOW, TALL = 0.2, 0.045, 0.245
FRONT, BACK = -0.026, -0.029
SIDE = 640
"""Of the plate's picture, in px."""


def model() -> list[Part]:
    import numpy as np

    plate = pierced()
    flat = np.zeros((2, 2), np.float32)
    front = sheet(flat, WIDE, TALL, plate).moved(y=LOW + TALL / 2, z=FRONT)
    behind = sheet(flat, WIDE, TALL, plate).turned("y", 180).moved(y=LOW + TALL / 2, z=BACK)
    # Seen from behind, the plate's picture is mirrored, as the plate is.
    behind.uv[:, 0] = 1 - behind.uv[:, 0]
    edges = [
        wall([(x, y + LOW) for x, y in outline], FRONT, BACK, brass())
        for outline in (silhouette(), *(hole[::-1] for hole in holes()))
    ]
    tray = [
        box(0.24, 0.006, 0.08, brass()).moved(y=0.024),
        box(0.232, 0.012, 0.074, brass()).moved(y=0.03),
        box(0.24, 0.0035, 0.08, brass()).moved(y=0.042),
    ]
    feet = curve(
        [
            (0.006, 0.0),
            (0.011, 0.003),
            (0.0125, 0.009),
            (0.0085, 0.015),
            (0.007, 0.019),
            (0.01, 0.024),
        ],
        3,
    )
    legs = [
        lathe(feet, brass(), 14).moved(x, 0, z) for x in (-0.105, 0.105) for z in (-0.028, 0.028)
    ]
    cups = [cup().moved(-0.0945 + 0.027 * n, 0.0455, 0.018) for n in range(8)]
    oil = [
        lathe([(0.009, 0.0105), (0.0002, 0.0105)], OIL, 12).moved(
            -0.0945 + 0.027 * n, 0.0455, 0.018
        )
        for n in range(8)
    ]
    arm = box(0.005, 0.004, 0.03, brass()).moved(0, 0.151, -0.013)
    shamash = cup(1.15).moved(0, 0.153, 0.006)
    knob = curve(
        [
            (0.0002, -0.007),
            (0.003, -0.006),
            (0.0028, -0.003),
            (0.0068, 0.001),
            (0.0062, 0.006),
            (0.0002, 0.0098),
        ],
        3,
    )
    finial = lathe(knob, brass(), 16).moved(0, LOW + TALL + 0.0002, (FRONT + BACK) / 2)
    return [front, behind, *edges, *tray, *legs, *cups, *oil, arm, shamash, finial]


OIL = Material("oil", "#8a6a1c", 0, 0.08)


def cup(size: float = 1) -> Part:
    profile = [
        (0.004, 0.0),
        *curve([(0.0055, 0.0005), (0.0098, 0.005), (0.0118, 0.0125)], 3),
        (0.0122, 0.0135),
        (0.011, 0.0137),
        *curve([(0.0105, 0.0125), (0.0088, 0.006), (0.0002, 0.0032)], 3),
    ]
    return lathe([(r * size, y * size) for r, y in profile], brass(), 16)


def silhouette() -> list[tuple[float, float]]:
    """The plate's outline (x, y), clockwise as seen from the front: a gate with a pointed arch."""
    left = [(-0.1, 0.0), (-0.1, 0.125), (-0.0945, 0.125), (-0.0945, 0.1425)]
    bird = curve(
        [
            (-0.0945, 0.1425),
            (-0.099, 0.149),
            (-0.0985, 0.157),
            (-0.092, 0.1625),
            (-0.0845, 0.161),
            (-0.079, 0.153),
            (-0.071, 0.1475),
            (-0.0665, 0.1465),
        ],
        4,
    )
    arch = curve(
        [
            (-0.0665, 0.1465),
            (-0.061, 0.171),
            (-0.047, 0.196),
            (-0.025, 0.2125),
            (-0.008, 0.226),
            (0.0, 0.2445),
        ],
        6,
    )
    half = [*left, *bird[1:], *arch[1:]]
    return [*half, *((-x, y) for x, y in reversed(half[:-1]))]


def holes() -> list[list[tuple[float, float]]]:
    """What is cut out: two rows of horseshoe arches, lozenges, and a star of eight points."""
    arches = [horseshoe(-0.07 + 0.035 * n, 0.028, 0.0115, 0.05) for n in range(5)]
    arches += [horseshoe(-0.035 + 0.035 * n, 0.112, 0.0095, 0.028) for n in range(3)]
    lozenges = [rhomb(-0.0875 + 0.035 * n, 0.0925, 0.0042) for n in range(6)]
    lozenges += [rhomb(-0.0875 + 0.035 * n, 0.0135, 0.0042) for n in range(6)]
    star = [
        (math.sin(math.pi * n / 8) * r, 0.186 + math.cos(math.pi * n / 8) * r)
        for n, r in ((n, 0.0135 if n % 2 == 0 else 0.0082) for n in range(16))
    ]
    eyes = [rhomb(sign * 0.0918, 0.1562, 0.0014) for sign in (-1, 1)]
    return [*arches, *lozenges, star, *eyes]


def horseshoe(x: float, low: float, half: float, height: float) -> list[tuple[float, float]]:
    """An arch that is wider than its pillars; clockwise from its foot on the left."""
    radius = half * 1.22
    middle = low + height - radius
    angles = [math.radians(-125 + 250 * n / 14) for n in range(15)]
    arc = [(x + math.sin(a) * radius, middle + math.cos(a) * radius) for a in angles]
    return [(x - half, low), (x - half, arc[0][1]), *arc, (x + half, arc[-1][1]), (x + half, low)]


def rhomb(x: float, y: float, half: float) -> list[tuple[float, float]]:
    return [(x - half, y), (x, y + half), (x + half, y), (x, y - half)]


def pierced() -> Material:
    """The plate's picture: brass with engraved borders, and nothing where it is cut out."""
    import numpy as np

    big = 2 * SIDE

    def px(outline: Profile) -> list[tuple[float, float]]:
        return [((x / WIDE + 0.5) * big, (1 - y / TALL) * big) for x, y in outline]

    mask = Image.new("L", (big, big), 0)
    pen = ImageDraw.Draw(mask)
    pen.polygon(px(silhouette()), 255)
    lines = Image.new("L", (big, big), 0)
    graver = ImageDraw.Draw(lines)
    for hole in holes():
        pen.polygon(px(hole), 0)
        graver.line([*px(hole), px(hole)[0], px(hole)[1]], 255, 26, joint="curve")
    for y in (0.0055, 0.0215, 0.0855, 0.1005):
        graver.line(px([(-0.096, y), (0.096, y)]), 255, 7)
    graver.line(px([(x * 0.93, y * 0.97 + 0.004) for x, y in silhouette()]), 255, 8, joint="curve")
    small = [image.resize((SIDE, SIDE), Image.Resampling.LANCZOS) for image in (mask, lines)]
    cut = np.asarray(small[1].resize((512, 512)), np.float32) / 255
    patina = noise(41, SIDE, SIDE, (4, 4), 5)
    engraved = np.asarray(small[1], np.float32) / 255
    tone = np.clip(1 - 0.5 * np.clip(patina - 0.45, 0, 1) - 0.34 * engraved, 0, 1)
    face = tinted(tone, "#80583a", "#efc98c")
    face.putalpha(small[0])
    return Material(
        "plate", "#ffffff", 1, 0.42, texture=face, normals=relief(1 - cut, 1.6), pierced=True
    )
