"""A classroom globe, 38 cm high and 27 cm wide: printed paper, a brass meridian, a turned foot."""

import math

from PIL import Image, ImageDraw

from scripts.demo_art.motifs import coast
from scripts.demo_art.objects.solid import Material, Part, curve, lathe
from scripts.demo_art.objects.surfaces import brass, noise, wood

RADIUS, CENTRE = 0.1185, 0.245
WIDTH, HEIGHT = 2048, 1024
SEA, LAND, INK, TOWN = (176, 206, 197), (236, 206, 142), (66, 58, 52), (150, 38, 54)


def model() -> list[Part]:
    half = [
        (RADIUS * math.sin(math.pi * step / 28) + 0.0002, -RADIUS * math.cos(math.pi * step / 28))
        for step in range(29)
    ]
    paper = Material("paper", roughness=0.42, texture=printed())
    # The Mediterranean to the front, the axis inclined as the Earth's.
    ball = lathe(half, paper, 48).turned("y", -197).turned("z", -23.5).moved(y=CENTRE)
    ring = [
        (0.1245, -0.0035),
        (0.1345, -0.0035),
        (0.135, 0),
        (0.1345, 0.0035),
        (0.1245, 0.0035),
        (0.1245, -0.0035),
    ]
    meridian = lathe(ring, brass(), 80, 6).turned("x", 90).moved(y=CENTRE)
    foot = curve(
        [
            (0.083, 0.0),
            (0.0855, 0.006),
            (0.08, 0.0115),
            (0.058, 0.0165),
            (0.0305, 0.0265),
            (0.0185, 0.0395),
            (0.0165, 0.0525),
            (0.0235, 0.0635),
            (0.026, 0.0715),
            (0.0195, 0.0825),
            (0.0125, 0.0925),
            (0.0115, 0.1015),
            (0.015, 0.1075),
            (0.012, 0.112),
        ],
        4,
    )
    knob = curve(
        [(0.0002, -0.007), (0.006, -0.004), (0.0065, 0.001), (0.004, 0.0045), (0.0002, 0.0055)], 3
    )
    pole = lathe(knob, brass(), 20).moved(y=0.1245)
    ends = [end.turned("z", -23.5).moved(y=CENTRE) for end in (pole, pole.turned("x", 180))]
    base = Material("felt", "#1d2a22", 0, 0.95)
    under = lathe([(0.0002, 0.0002), (0.083, 0.0)], base, 48)
    return [ball, meridian, lathe(foot, wood(), 40, 3), *ends, under]


def printed() -> Image.Image:
    """Return the world by longitude and latitude, as schoolbooks printed it: coasts, no borders."""
    page = Image.new("RGB", (WIDTH, HEIGHT), SEA)
    pen = ImageDraw.Draw(page)
    for ring in (coast.MAINLAND, *coast.ISLANDS):
        pen.polygon([place(*point) for point in ring], LAND, INK, 2)
    for ring in coast.INNER_SEAS:
        pen.polygon([place(*point) for point in ring], SEA, INK, 2)
    for longitude in range(-180, 181, 15):
        pen.line([place(longitude, -80), place(longitude, 80)], INK, 1)
    for latitude in range(-75, 90, 15):
        pen.line([place(-180, latitude), place(180, latitude)], INK, 2 if latitude == 0 else 1)
    for town in coast.GLOBE_TOWNS:
        x, y = place(*town)
        pen.ellipse([x - 5, y - 5, x + 5, y + 5], TOWN, INK)
    small = page.resize((WIDTH // 2, HEIGHT // 2), Image.Resampling.LANCZOS)
    return aged(small)


def aged(page: Image.Image) -> Image.Image:
    """Return the page as paper that has yellowed in a classroom."""
    spots = noise(31, page.width, page.height, (8, 4), 4)
    varnish = Image.fromarray((255 * (0.35 * spots)).astype("uint8"))
    return Image.composite(Image.new("RGB", page.size, (164, 122, 66)), page, varnish)


def place(longitude: float, latitude: float) -> tuple[float, float]:
    return (longitude + 180) / 360 * WIDTH, (90 - latitude) / 180 * HEIGHT
