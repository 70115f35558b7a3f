"""An inkwell of glass with a collar of brass, 6 cm high and 7 cm wide, half full of ink."""

from scripts.demo_art.objects.solid import Material, Part, curve, lathe
from scripts.demo_art.objects.surfaces import brass

# Thick old glass has a little of the sea; what is behind it shines through.
GLASS = Material("glass", "#cfe3e0", 0, 0.04, opacity=0.24, double_sided=False)
INNER = Material("inner glass", "#b9d2cf", 0, 0.08, opacity=0.16)
INK = Material("ink", "#070b1c", 0, 0.32)


def model() -> list[Part]:
    glass = [
        (0.0002, 0.0),
        (0.029, 0.0),
        *curve(
            [
                (0.0325, 0.0015),
                (0.0348, 0.006),
                (0.035, 0.016),
                (0.0338, 0.025),
                (0.0285, 0.0335),
                (0.0205, 0.0385),
            ],
            5,
        ),
        (0.0172, 0.0402),
    ]
    ink = [
        (0.0002, 0.0052),
        *curve([(0.0255, 0.0052), (0.0292, 0.0082), (0.0302, 0.0165), (0.0298, 0.0212)], 4),
        (0.0285, 0.0216),
        (0.0002, 0.0214),
    ]
    inner = curve(
        [(0.0298, 0.0212), (0.0288, 0.026), (0.0242, 0.0318), (0.0175, 0.036), (0.0142, 0.0392)], 3
    )
    collar = [
        (0.0142, 0.0392),
        (0.0186, 0.0388),
        (0.0193, 0.0402),
        (0.0186, 0.0418),
        *curve([(0.0165, 0.0428), (0.0157, 0.046), (0.017, 0.0492), (0.0206, 0.0532)], 4),
        (0.0216, 0.0552),
        (0.0216, 0.0574),
        (0.0206, 0.0592),
        (0.019, 0.06),
        *curve([(0.017, 0.0594), (0.0145, 0.055), (0.0132, 0.048), (0.0132, 0.0392)], 4),
    ]
    throat = [(0.0132, 0.0392), (0.0132, 0.0445), (0.0002, 0.0445)]
    dark = Material("throat", "#0d0c10", 0, 0.9, double_sided=True)
    return [
        lathe(ink, INK, 48),
        lathe(collar, brass(), 48, 1),
        lathe(throat[1:], dark, 24),
        lathe(inner, INNER, 48),
        lathe(glass, GLASS, 56),
    ]
