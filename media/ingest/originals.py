"""Files are kept as they came; where the museum cannot work with one, it works with a copy.

A copy is made of TIFF and HEIC, which browsers do not show; of very large pictures, which would take
a server's memory; and of pictures that tell where they were taken, which no visitor may learn.
"""

import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.images import ImageFile

from media.files import digest, heic, limits, vips
from media.models import MuseumImage, Preserved
from media.validation import Facts

LONGEST_SIDE = 6000
"""Of a working copy, in px: as large as a picture is ever served whole."""
LONGEST_STEM = 50
NOT_FOR_BROWSERS = ("image/tiff", "image/heic")


def take(instance: Preserved, file: File, path: str, name: str, facts: Facts) -> File:
    """Note a checked file on its model, and return what is to become the model's `file`.

    `file` is what stands at `path`; where a working copy is returned, it is kept as `original`.
    """
    instance.original_name = name[:255]
    instance.original_type = facts.media_type
    instance.original_size = Path(path).stat().st_size
    instance.original_width = facts.width
    instance.original_height = facts.height
    instance.sha256 = digest.sha256(path)
    instance.camera = facts.camera
    instance.is_noted = True
    if not isinstance(instance, MuseumImage) or not needs_copy(facts):
        instance.original = ""
        return file
    instance.original = file
    instance.original.name = short_name(name)
    return working_copy(path, short_name(name))


def short_name(name: str) -> str:
    """Return a file's name, shortened: Hebrew letters take two bytes each, and disks hold 255."""
    path = Path(name)
    return f"{path.stem[:LONGEST_STEM]}{path.suffix}"


def needs_copy(facts: Facts) -> bool:
    """Can the museum not work with this picture itself?"""
    large = (facts.width or 0) * (facts.height or 0) > vips.LARGE
    return large or facts.position or facts.media_type in NOT_FOR_BROWSERS


def working_copy(path: str, name: str) -> ImageFile:
    """Return a JPEG, or where the picture is transparent a WebP, without the camera's notes."""
    with tempfile.TemporaryDirectory() as folder:
        source = heic.readable(path, Path(folder))
        header = limits.header(source)
        suffix = ".webp" if header.hasalpha() else ".jpg"
        # It is removed when the file that is returned is closed.
        copy = tempfile.NamedTemporaryFile(suffix=suffix)  # noqa: SIM115
        pixels = header.width * header.height
        vips.run("write_copy", pixels, source, copy.name, str(LONGEST_SIDE))
    return ImageFile(copy, name=Path(name).with_suffix(suffix).name)
