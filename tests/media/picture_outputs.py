"""What the museum shows of a picture, output by output: its size in px,
and its colours at the points.
"""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from media.delivery import download_copies
from media.derivatives import renditions, tiles
from media.files import vips
from media.models import MuseumImage
from tests.media.picture_kinds import POINTS, Kind

Seen = tuple[tuple[int, int], tuple[tuple[int, ...], ...]]
NARROW = 32
"""In px: below this, neighbouring colours run into one."""
CLOSE = 9
"""By so much of 255 a colour may differ: sources and outputs are packed with loss."""


def looked_at(path: str | Path) -> Seen:
    """A file as it is drawn on white paper."""
    with Image.open(path) as opened:
        shown = opened.convert("RGBA")
    paper = Image.new("RGBA", shown.size, "white")
    shown = Image.alpha_composite(paper, shown).convert("RGB")
    width, height = shown.size
    return shown.size, tuple(shown.getpixel((int(width * x), int(height * y))) for x, y in POINTS)  # type: ignore[misc]


def outputs(image: MuseumImage, folder: Path) -> Iterator[tuple[str, Seen]]:
    """Yield what is made of a picture, by name. Tiles are made of small pictures, too."""
    for rendition in image.renditions.all():
        side, file_format = renditions.SPECS[rendition.filter_spec]
        yield f"{file_format} {side}", looked_at(rendition.file.path)
    if max(image.width, image.height) > vips.TILE_SIDE:
        tiles.write(image.preserved_file.path, folder / "tiles")
        yield "tiles", looked_at(folder / "tiles/full/max/0/default.jpg")
    download_copies.write(image.file.path, folder / "copy.jpg", 6000, {})
    yield "download", looked_at(folder / "copy.jpg")


def faults(kind: Kind, image: MuseumImage, folder: Path) -> dict[str, str]:
    """Return what is wrong with each output, by its name; empty words for a right one."""
    found = {"stored size": told((image.width, image.height), kind.size)}
    named = {f"#{r:02x}{g:02x}{b:02x}" for r, g, b in kind.colours}
    near = any(close(as_numbers(image.dominant_colour), as_numbers(one)) for one in named)
    found["main colour"] = (
        "" if near or min(kind.size) <= NARROW * 1.5 else f"{image.dominant_colour}"
    )
    for name, (size, colours) in outputs(image, folder):
        wrong = told(size, within(kind.size, name))
        if min(kind.size) == 1 or min(size) >= NARROW:
            wrong += "".join(
                f" {shown} not {right}"
                for shown, right in zip(colours, kind.colours, strict=True)
                if not close(shown, right)
            )
        found[name] = wrong.strip()
    return found


def within(size: tuple[int, int], name: str) -> tuple[int, int]:
    """The size of an output that is named with its longest side."""
    side = name.rpartition(" ")[2]
    scale = min(1, int(side) / max(size)) if side.isdigit() else 1
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))


def told(size: tuple[int, int], right: tuple[int, int]) -> str:
    near = all(abs(a - b) <= 1 for a, b in zip(size, right, strict=True))
    return "" if near else f"{size} px, not {right}"


def as_numbers(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def close(shown: tuple[int, ...], right: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= CLOSE for a, b in zip(shown, right, strict=True))
