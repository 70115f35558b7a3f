"""Deep zoom: a picture as IIIF Image API 3 level 0 files, made by libvips.

Everything lies below `MEDIA_ROOT/tiles/<key>/`; the key changes with the picture's content, so what
was served once under an address never changes. A set of tiles is written beside its place and moved
there whole: no visitor ever meets a part of it.

Sources: https://iiif.io/api/image/3.0/ and https://iiif.io/api/image/3.0/compliance/ (level 0).
"""

import hashlib
import json
import logging
import shutil
import tempfile
from math import ceil
from pathlib import Path
from typing import Any

import pyvips
from django.conf import settings
from django.utils.translation import gettext as _

from media import limits
from media.models import MuseumImage, Tiles
from media.renditions import SIDES

TILE_SIDE = 1024
"""Width and height of a tile in px: four times fewer files than the usual 512."""
LARGEST_SIDE = 6000
"""Longest side in px of the largest picture that is served whole (`full/max`)."""
QUALITY = 84
"""JPEG quality of the tiles, 1–100."""
WORTH_ZOOMING = SIDES[-1]
"""Up to this longest side in px the largest rendition shows every stroke, and no tiles are made."""
LAYOUT = 1
"""Raise it when the files of a set change, so that their addresses do."""
PREFIX = ".work-"
"""The name of a folder in work begins so; no address does."""

logger = logging.getLogger(__name__)


def root() -> Path:
    """Return the folder of all sets of tiles."""
    return Path(settings.MEDIA_ROOT, "tiles")


def folder(key: str) -> Path:
    """Return the folder of one set of tiles."""
    return root() / key


def key_of(image: MuseumImage) -> str:
    """Return the key of a picture's tiles: its id, and a digest of its content."""
    digest = hashlib.sha256(f"{LAYOUT}:".encode())
    with image.open_file() as file:
        for chunk in iter(lambda: file.read(1 << 20), b""):
            digest.update(chunk)
    return f"{image.pk}-{digest.hexdigest()[:16]}"


def is_worthwhile(image: MuseumImage) -> bool:
    """Does the picture hold more than its largest rendition shows?"""
    return max(image.width, image.height) > WORTH_ZOOMING


def make(tiles: Tiles) -> None:
    """Make a picture's tiles, noting the state; a picture that cannot be read has its reason noted.

    Any other failure (a full disk, say) is noted too, and raised.
    """
    tiles.note(Tiles.State.WORKING)
    root().mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root()))
    try:
        width, height = write(tiles.image.file.path, work / "set")
        publish(work / "set", tiles.key)
    except (limits.TooLarge, pyvips.Error) as reason:
        logger.warning("Tiles of image %s: %s", tiles.image_id, reason)
        tiles.note(Tiles.State.FAILED, explain(reason))
    except Exception as reason:
        tiles.note(Tiles.State.FAILED, explain(reason))
        raise
    else:
        if not tiles.note(Tiles.State.READY, width=width, height=height):
            # The picture was deleted or replaced meanwhile.
            remove(tiles.key)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def explain(reason: Exception) -> str:
    """Return a failure's reason as one line for the curator, in the active language."""
    if isinstance(reason, limits.TooLarge):
        return str(reason)
    first_line = (str(reason).strip() or type(reason).__name__).splitlines()[0]
    return _("The tiles could not be made: %(reason)s") % {"reason": first_line}


def write(source: str, target: Path) -> tuple[int, int]:
    """Write a picture's tiles, whole sizes and info.json to the new folder `target`.

    Returns width and height in px as they are seen, after the camera's rotation. Raises
    limits.TooLarge before anything is decoded, pyvips.Error for a file that is damaged.
    """
    limits.check(source)
    picture = upright(source)
    picture.dzsave(
        str(target),
        layout="iiif3",
        tile_size=TILE_SIDE,
        suffix=f".jpg[Q={QUALITY},optimize_coding]",
        keep="none",
    )
    width, height = picture.width, picture.height
    write_whole(source, target, width, height)
    path = target / "info.json"
    info = complete(json.loads(path.read_text()), whole_sizes(target))
    path.write_text(json.dumps(info, indent=1))
    return width, height


def upright(source: str) -> pyvips.Image:
    """Open a picture as the eye sees it: rotated, in sRGB, on white, 8 bits a channel."""
    picture = pyvips.Image.new_from_file(source, access="sequential", fail_on="truncated")
    if "orientation" in picture.get_fields() and picture.get("orientation") > 1:
        # A rotation reads lines in another order than they are stored in.
        picture = pyvips.Image.new_from_file(source, fail_on="truncated").autorot()
    return to_srgb(picture)


def to_srgb(picture: pyvips.Image) -> pyvips.Image:
    """Return a picture in the web's colours, without transparency."""
    if "icc-profile-data" in picture.get_fields():
        picture = picture.icc_transform("srgb", embedded=True)
    elif picture.interpretation != "srgb":
        picture = picture.colourspace("srgb")
    if picture.hasalpha():
        picture = picture.flatten(background=255)
    return picture.cast("uchar")


def write_whole(source: str, target: Path, width: int, height: int) -> None:
    """Add the whole picture in the sizes of the tiles' levels, from `LARGEST_SIDE` px down.

    The smallest level is there already: it is the topmost tile.
    """
    levels = [(ceil(width / 2**level), ceil(height / 2**level)) for level in range(20)]
    wanted = [size for size in levels if TILE_SIDE < max(size) <= LARGEST_SIDE]
    exact: dict[str, Any] = {"height": wanted[0][1], "size": "force"}
    whole = to_srgb(pyvips.Image.thumbnail(source, wanted[0][0], **exact)).copy_memory()
    for across, down in wanted:
        path = target / "full" / f"{across},{down}" / "0" / "default.jpg"
        path.parent.mkdir(parents=True)
        size = whole.thumbnail_image(across, height=down, size="force")
        size.write_to_file(f"{path}[Q={QUALITY},optimize_coding,keep=none]")
    largest = target / "full" / f"{whole.width},{whole.height}"
    shutil.copytree(largest, target / "full" / "max")


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
    leaving = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root()))
    place.rename(leaving / "set")
    shutil.rmtree(leaving)


def sweep() -> int:
    """Remove folders that no picture knows: those of workers that were killed. Returns how many."""
    if not root().exists():
        return 0
    known = set(Tiles.objects.values_list("key", flat=True))
    strays = [path for path in root().iterdir() if path.name not in known]
    for path in strays:
        shutil.rmtree(path)
    return len(strays)
