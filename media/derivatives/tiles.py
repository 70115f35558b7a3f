"""Deep zoom: a picture as IIIF Image API 3 level 0 files, made by libvips.

Everything lies below `MEDIA_ROOT/tiles/<key>/`; the key changes with the picture's content, so what
was served once under an address never changes. A set of tiles is written beside its place and moved
there whole: no visitor ever meets a part of it.

Sources: https://iiif.io/api/image/3.0/ and https://iiif.io/api/image/3.0/compliance/ (level 0).
"""

import hashlib
import json
import shutil
from math import ceil
from pathlib import Path
from typing import Any

import pyvips
from django.conf import settings

from media.derivatives import queue
from media.derivatives.failure import noted
from media.derivatives.renditions import SIDES
from media.files import digest, limits, temporary_folders, vips
from media.files.temporary_folders import work_folder
from media.models import MuseumImage, Tiles

LARGEST_SIDE = 6000
"""Longest side in px of the largest picture that is served whole (`full/max`)."""
WORTH_ZOOMING = SIDES[-1]
"""Up to this longest side in px the largest rendition shows every stroke, and no tiles are made."""
LAYOUT = 1
"""Raise it when the files of a set change, so that their addresses do."""


def root() -> Path:
    """Return the folder of all sets of tiles."""
    return Path(settings.MEDIA_ROOT, "tiles")


def folder(key: str) -> Path:
    """Return the folder of one set of tiles."""
    return root() / key


def key_of(image: MuseumImage) -> str:
    """Return the key of a picture's tiles: its id, and a digest of its content."""
    content = image.sha256 or digest.sha256(image.preserved_file.path)
    mark = hashlib.sha256(f"{LAYOUT}:{content}".encode()).hexdigest()[: digest.SHORT]
    return f"{image.pk}-{mark}"


def is_worthwhile(image: MuseumImage) -> bool:
    """Does the picture hold more than its largest rendition shows?"""
    width, height = image.original_width or image.width, image.original_height or image.height
    return max(width, height) > WORTH_ZOOMING


@queue.makes(Tiles)
def make(tiles: Tiles) -> None:
    """Make a picture's tiles, noting the state; a picture that cannot be read has its reason noted.

    Any other failure (a full disk, say) is noted too, and raised.
    """
    with noted(tiles, pyvips.Error), work_folder(root()) as work:
        width, height = write(tiles.image.preserved_file.path, work / "set")
        publish(work / "set", tiles.key)
        if not tiles.note(Tiles.State.READY, width=width, height=height):
            # The picture was deleted or replaced meanwhile.
            remove(tiles.key)


def write(source: str, target: Path) -> tuple[int, int]:
    """Write a picture's tiles, whole sizes and info.json to the new folder `target`.

    Returns width and height in px as they are seen, after the camera's rotation. Raises
    limits.TooLarge before anything is decoded, pyvips.Error for a file that is damaged.
    """
    header = limits.header(source)
    pixels = header.width * header.height
    vips.run("write_tiles", pixels, source, str(target))
    path = target / "info.json"
    described = json.loads(path.read_text())
    width, height = described["width"], described["height"]
    write_whole(source, target, width, height)
    path.write_text(json.dumps(complete(described, whole_sizes(target)), indent=1))
    return width, height


def write_whole(source: str, target: Path, width: int, height: int) -> None:
    """Add the whole picture in the sizes of the tiles' levels, from `LARGEST_SIDE` px down.

    The smallest level is there already: it is the topmost tile.
    """
    levels = [(ceil(width / 2**level), ceil(height / 2**level)) for level in range(20)]
    wanted = [size for size in levels if vips.TILE_SIDE < max(size) <= LARGEST_SIDE]
    sizes = [f"{across},{down}" for across, down in wanted]
    vips.run("write_sizes", width * height, source, str(target), *sizes)
    shutil.copytree(target / "full" / sizes[0], target / "full" / "max")


def whole_sizes(target: Path) -> list[tuple[int, int]]:
    """Return the sizes in px that the whole picture was written in, smallest first."""
    names = (path.name for path in (target / "full").iterdir() if path.name != "max")
    return sorted((int(width), int(height)) for width, height in (n.split(",") for n in names))


def complete(info: dict[str, Any], sizes: list[tuple[int, int]]) -> dict[str, Any]:
    """Add what libvips leaves out of info.json; its address is filled in when it is served."""
    largest_width, largest_height = sizes[-1]
    info.pop("id", None)
    info["sizes"] = [{"width": width, "height": height} for width, height in sizes]
    if largest_width < info["width"]:
        info |= {"maxWidth": largest_width, "maxHeight": largest_height}
    return info


def publish(work: Path, key: str) -> None:
    """Move a finished set to its place; an older set of the same key makes way."""
    place = folder(key)
    work.chmod(0o755)
    if place.exists():
        place.rename(work.with_name("old"))
    work.rename(place)


def remove(key: str) -> None:
    """Remove a set of tiles, first from its address and then from the disk."""
    place = folder(key)
    if not key or not place.exists():
        return
    with work_folder(root()) as leaving:
        place.rename(leaving / "set")


def sweep() -> int:
    """Remove what killed workers left, and sets that no picture knows. Returns how many."""
    if not root().exists():
        return 0
    known = set(Tiles.objects.values_list("key", flat=True))
    strays = [
        path
        for path in root().iterdir()
        if path.name not in known and not path.name.startswith(temporary_folders.PREFIX)
    ]
    for path in strays:
        shutil.rmtree(path, ignore_errors=True)
    return temporary_folders.sweep(root()) + len(strays)
