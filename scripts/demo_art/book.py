"""The class register as a PDF of fourteen pages, bound at the right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import gmtime

from PIL import Image

from home.demo import register
from scripts.demo_art import draw
from scripts.demo_art.engraving.sheet import Sheet
from scripts.demo_art.pictures.papers.tables import register_tetouan

WIDTH_CM = 46
"""The register's own width, as its record gives it."""
PIXELS = 2040
"""Width of a page's picture in px: as much as the largest rendition shows."""
QUALITY = 60


def draw_register(path: Path) -> Path:
    """Write the register, the same to the byte every time, and return its path."""
    leaves = [leaf(number, page) for number, page in enumerate(register.pages(), start=1)]
    path.parent.mkdir(parents=True, exist_ok=True)
    leaves[0].save(
        path,
        "PDF",
        save_all=True,
        append_images=leaves[1:],
        resolution=PIXELS / WIDTH_CM * 2.54,
        quality=QUALITY,
        creationDate=gmtime(0),
        modDate=gmtime(0),
    )
    return path


def leaf(number: int, page: register.Page) -> Image.Image:
    """Draw one page with the hand, the paper and the binding of the first."""
    picture = draw.PICTURES[register.KEY]
    made = Sheet(f"{register.KEY}-{number}", picture.width, picture.height, picture.background)
    own = draw.sheet(register.KEY).text
    made.__dict__["text"] = replace(
        own,
        heading=page.heading,
        lines=page.subtitle,
        rows=page.rows,
        signature=page.signature,
        stamp=own.stamp if number == 1 else "",
    )
    register_tetouan(made)
    pixels = made.canvas.raster().resize(PIXELS / picture.width)
    return Image.fromarray(pixels.numpy())
