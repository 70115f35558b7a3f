"""Relief as medal-ruling machines drew it: level lines bent by the heights."""

import re
from functools import partial

import pyvips

from scripts.demo_art.engraving.canvas import Canvas
from scripts.demo_art.engraving.sheet import Sheet

Relief = Canvas  # a canvas painted in greys: lighter is higher


class Heights:
    """Heights 0..1 read from a blurred grey drawing."""

    def __init__(self, drawing: Relief, blur: float) -> None:
        image = pyvips.Image.svgload_buffer(drawing.svg().encode())
        image = image.flatten(background=0).extract_band(0).gaussblur(blur)
        self.width, self.height = image.width, image.height
        self.pixels = bytes(image.cast("uchar").write_to_memory())

    def at(self, x: float, y: float) -> float:
        """The height at a pixel."""
        column, row = (min(max(int(x), 0), self.width - 1), min(max(int(y), 0), self.height - 1))
        return self.pixels[row * self.width + column] / 255

    def slope(self, x: float, y: float) -> float:
        """How much the relief turns from the light at upper left: positive is darker."""
        d = 4
        return (self.at(x - d, y) - self.at(x + d, y)) * 0.6 + (
            self.at(x, y - d) - self.at(x, y + d)
        ) * 0.8


def bronze(relief: Relief, dark: tuple[int, int, int], light: tuple[int, int, int]) -> str:
    """The relief's shapes in flat metal: low parts dark, high parts light."""

    def tint(found: re.Match[str]) -> str:
        digits = found.group(1)
        level = int(digits[:2] if len(digits) == 6 else digits[0] * 2, 16) / 255
        mixed = (
            round(a + (b - a) * min(1, level * 1.15)) for a, b in zip(dark, light, strict=True)
        )
        return "#" + "".join(f"{channel:02x}" for channel in mixed)

    return re.sub(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", tint, "".join(relief.elements[1:]))


def _cut(heights: Heights, sign: int, base: float, x: float, y: float) -> float:
    """How wide the burin cuts a dark (sign 1) or light (sign -1) line at a place."""
    return base + sign * 3.6 * heights.slope(x, y)


def ruled(
    sheet: Sheet,
    heights: Heights,
    x: float,
    y: float,
    r: float,
    gap: float,
    lift: float,
    dark: str,
    light: str,
) -> None:
    """Lines across the disc that rise over the relief; dark in shade, light in light."""
    rows = int(2 * r / gap)
    for ink, sign in ((dark, 1), (light, -1)):
        lines = []
        for k in range(1, rows):
            level = y - r + k * gap
            half = (r * r - (level - y) ** 2) ** 0.5
            count = max(4, int(half / 4))
            lines.append([(x - half + 2 * half * i / count, level) for i in range(count + 1)])
        base = 0.12 if sign > 0 else -0.08
        pen = sheet.pen.on(lambda a, b: (a, b - lift * heights.at(a, b)))
        pen.engrave(
            lines,
            partial(_cut, heights, sign, base),
            gap,
            ink,
            0.08,
        )
