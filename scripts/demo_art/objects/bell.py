"""A school handbell, 24 cm high and 13 cm wide: cast brass, a turned handle, a clapper within."""

from scripts.demo_art.objects.solid import Material, Part, curve, lathe
from scripts.demo_art.objects.surfaces import brass, wood

RIM, SHOULDER = 0.065, 0.107


def model() -> list[Part]:
    body = [
        (0.0565, 0.006),
        (0.0605, 0.0065),
        (RIM, 0.0085),
        (0.0648, 0.0118),
        (0.0622, 0.0135),
        *curve(
            [(0.0618, 0.0145), (0.0565, 0.026), (0.0475, 0.048), (0.0432, 0.072), (0.0405, 0.088)],
            5,
        ),
        (0.0412, 0.0892),
        (0.0412, 0.0918),
        (0.04, 0.093),
        *curve([(0.0398, 0.0935), (0.037, 0.1), (0.028, SHOULDER), (0.014, 0.1102)], 4),
        (0.0118, 0.111),
    ]
    inside = curve(
        [(0.008, 0.102), (0.03, 0.098), (0.037, 0.085), (0.044, 0.048), (0.0565, 0.006)], 4
    )
    dark = Material("inside", "#5a3f1c", 1, 0.62)
    collar = [(0.0118, 0.111), (0.0165, 0.1125), (0.0172, 0.1155), (0.0165, 0.1185), (0.012, 0.12)]
    handle = curve(
        [
            (0.0105, 0.119),
            (0.013, 0.124),
            (0.0128, 0.13),
            (0.0098, 0.139),
            (0.0102, 0.15),
            (0.0148, 0.171),
            (0.0172, 0.194),
            (0.016, 0.212),
            (0.0115, 0.2235),
            (0.0092, 0.2275),
            (0.0112, 0.2318),
            (0.0102, 0.2362),
            (0.006, 0.2392),
            (0.0002, 0.24),
        ],
        4,
    )
    clapper = curve(
        [(0.0002, 0.0), (0.008, 0.002), (0.0115, 0.01), (0.008, 0.018), (0.0025, 0.0215)], 4
    )
    rod = [(0.0025, 0.0215), (0.0022, 0.1)]
    iron = Material("iron", "#4a4644", 0.9, 0.5)
    return [
        lathe(body, brass(), 56, 2),
        lathe(inside, dark, 36),
        lathe(curve(collar, 3), brass(), 48, 1),
        lathe(handle, wood(), 32),
        lathe(clapper, iron, 24),
        lathe(rod, iron, 12),
    ]
