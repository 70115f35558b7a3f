"""Copies of pictures that visitors take home: as JPEG, with credit and rights inside,
and nothing else.

Of what the camera wrote nothing stays, least of all a position. Copies are made when first asked
for and kept in `MEDIA_ROOT/downloads`, moved there whole; what they say decides their name.
"""

import hashlib
from pathlib import Path

import pyvips
from django.conf import settings

from media.delivery.embedded_metadata import EmbeddedMetadata, iim, xmp
from media.derivatives.tiles import LARGEST_SIDE
from media.files import vips
from media.files.temporary_folders import work_folder
from media.models import MuseumImage

SIDES = {"medium": 1200, "full": LARGEST_SIDE}
"""Longest side in px of each size; a picture is never made larger than it is."""
QUALITY = 90


def folder() -> Path:
    return Path(settings.MEDIA_ROOT, "downloads")


def pixels(image: MuseumImage, size: str) -> tuple[int, int]:
    """Return width and height in px of a copy of a size of `SIDES`."""
    scale = min(1, SIDES[size] / max(image.width, image.height))
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def made(image: MuseumImage, size: str) -> Path | None:
    """Return the copy of a picture that was made last; None before anybody has asked."""
    return next(folder().glob(f"{image.pk}-{size}-*.jpg"), None)


def make(image: MuseumImage, size: str, metadata: EmbeddedMetadata) -> Path:
    """Return a copy with the metadata, made unless it is there. Raises pyvips.Error, OSError.

    A copy that says what is no longer true makes way.
    """
    said = {"xmp-data": xmp(metadata), "iptc-data": iim(metadata)}
    told = hashlib.sha256(b"".join([*said.values(), image.file.name.encode()])).hexdigest()[:16]
    path = folder() / f"{image.pk}-{size}-{told}.jpg"
    if path.exists():
        return path
    forget(image.pk, size)
    with work_folder(folder()) as work:
        written = work / "copy.jpg"
        write(image.file.path, written, SIDES[size], said)
        written.chmod(0o644)
        written.rename(path)
    return path


def forget(image_id: int, size: str = "*") -> None:
    """Remove a picture's copies, of one size or of all."""
    for path in folder().glob(f"{image_id}-{size}-*.jpg"):
        path.unlink(missing_ok=True)


def write(source: str, target: Path, side: int, said: dict[str, bytes]) -> None:
    """Write a picture of at most `side` px to `target`, upright, in sRGB.

    Of its data, these alone.
    """
    picture = vips.within(vips.upright(source), side).copy()
    for kept in picture.get_fields():
        if kept.endswith("-data") or kept.startswith(("exif-", "iptc-", "xmp-")):
            picture.remove(kept)
    for name, data in said.items():
        picture.set_type(pyvips.GValue.blob_type, name, data)
    picture.jpegsave(str(target), Q=QUALITY, optimize_coding=True, keep="xmp|iptc")
