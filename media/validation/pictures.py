"""Pictures: whole, no larger than the museum can show, and nothing else beside a picture.

The header is read first, so that a bomb (a few bytes that claim billions of pixels) is refused
before anything is decoded; then every line is decoded once, by libvips, in little memory.
"""

import re
import struct
import zipfile
from functools import partial

import pillow_heif
import pyvips
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, TiffImagePlugin

from media.files import kinds, limits
from media.validation.answers import Facts, Refused

MAX_FRAMES = 1000
"""Of an animation. Pages of a TIFF have a limit of their own."""
MAX_PAGES = 2000
ANIMATED = ("image/gif", "image/webp")
# What other programs would take the file for: pages, scripts, documents, packed programs.
FOREIGN = re.compile(rb"<(?:\?php\s|script[\s>]|html[\s>]|!doctype html)|%pdf-1\.\d|rar!\x1a\x07")
# Tags of EXIF 2.32 that tell how a picture was made.
MADE_WITH = (
    "Make", "Model", "Software", "DateTime", "DateTimeOriginal", "ExposureTime", "FNumber",
    "ISOSpeedRatings", "FocalLength", "LensMake", "LensModel", "ScanningSoftware",
)  # fmt: skip


def check(path: str) -> Facts:
    """Return a picture's facts once every line was decoded. Raises Refused."""
    facts = describe(path)
    refuse_foreign(path)
    decode(path, facts)
    return facts


def describe(path: str) -> Facts:
    """Return a picture's facts by its header alone. Raises Refused."""
    kind = kinds.media_type(path)
    if not kind.startswith("image/"):
        raise Refused(_("This is no picture."))
    try:
        header = limits.header(path)
        pages = count_pages(path, kind, header)
    except limits.TooLarge as large:
        raise Refused(str(large)) from large
    except pyvips.Error as broken:
        raise Refused(damaged()) from broken
    exif = read_exif(path, kind, header)
    width, height = seen_size(header)
    return Facts(
        kind, width, height, pages, camera=camera(exif), position=has_position(exif, header)
    )


def damaged() -> str:
    return _("This picture is damaged or incomplete. Send it again from where it came.")


def seen_size(header: pyvips.Image) -> tuple[int, int]:
    """Return width and height in px after the camera's rotation."""
    turned = "orientation" in header.get_fields() and header.get("orientation") >= 5
    size = header.width, header.height
    return size[::-1] if turned else size


def count_pages(path: str, kind: str, header: pyvips.Image) -> int:
    """Return the number of pages; an animation is one. Raises TooLarge, and Refused beyond what the museum shows.

    The smaller copies that some scanners put behind a TIFF's picture are no pages.
    """
    pages = header.get("n-pages") if "n-pages" in header.get_fields() else 1
    if kind == "image/tiff":
        limits.check_pixels(header.width * header.height)
        if pages > MAX_PAGES:
            raise too_many(pages, MAX_PAGES)
        whole = 0
        for number in range(pages):
            page = limits.header(path, page=number)
            whole += 2 * max(page.width, page.height) > max(header.width, header.height)
        return whole
    if kind in ANIMATED:
        if pages > MAX_FRAMES:
            raise too_many(pages, MAX_FRAMES)
        width, height = canvas(path) if kind == "image/gif" else (header.width, header.height)
        limits.check_pixels(width * height * pages)
    return 1


def canvas(path: str) -> tuple[int, int]:
    """Return the size in px that a GIF claims; libvips looks at its frames only."""
    with open(path, "rb") as file:
        width, height = struct.unpack("<6xHH", file.read(10))
    return width, height


def too_many(pages: int, limit: int) -> Refused:
    said = _("This file has %(pages)d pages or frames; the museum takes at most %(limit)d.")
    return Refused(said % {"pages": pages, "limit": limit})


def refuse_foreign(path: str) -> None:
    """Refuse a picture that is something else, too: an archive, a page, a script, a document."""
    beside = zipfile.is_zipfile(path)
    with open(path, "rb") as file:
        overlap = b""
        for chunk in iter(partial(file.read, 1 << 22), b""):
            beside = beside or bool(FOREIGN.search(overlap + chunk.lower()))
            overlap = chunk[-32:].lower()
    if beside:
        raise Refused(
            _(
                "This file holds something else beside the picture: a program, a page or an archive. Save the picture anew, and send that."
            )
        )


def decode(path: str, facts: Facts) -> None:
    """Decode every line of every page once. Raises Refused for a file that is cut or damaged."""
    try:
        if facts.media_type == "image/heic":
            len(pillow_heif.open_heif(path).data)
            return
        for number in range(facts.pages):
            page = which(facts, number)
            picture = pyvips.Image.new_from_file(path, access="sequential", fail_on="error", **page)
            picture.avg()
    except (pyvips.Error, ValueError, RuntimeError, EOFError, OSError) as broken:
        raise Refused(damaged()) from broken


def which(facts: Facts, number: int) -> dict[str, int]:
    """Return libvips' options for one page of a TIFF, or for all frames of an animation."""
    if facts.media_type in ANIMATED:
        return {"n": -1}
    return {"page": number} if facts.pages > 1 else {}


def read_exif(path: str, kind: str, header: pyvips.Image) -> Image.Exif:
    """Return what the camera noted; nothing where the notes cannot be read."""
    exif = Image.Exif()
    try:
        if kind == "image/tiff":
            # Not by Image.open, whose limit of pixels is lower than the museum's.
            with TiffImagePlugin.TiffImageFile(path) as tiff:
                return tiff.getexif()
        if "exif-data" in header.get_fields():
            exif.load(header.get("exif-data"))
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, EOFError):
        return Image.Exif()
    return exif


def camera(exif: Image.Exif) -> dict[str, str]:
    """Return how a picture was made, by the names of EXIF's tags; never where."""
    found = {**exif, **part(exif, ExifTags.IFD.Exif)}
    named = {ExifTags.TAGS.get(tag, ""): value for tag, value in found.items()}
    return {
        name: "".join(letter for letter in str(named[name]) if letter.isprintable())[:100]
        for name in MADE_WITH
        if named.get(name)
    }


def part(exif: Image.Exif, ifd: int) -> dict[int, object]:
    """Return one directory of the camera's notes; empty where it is damaged."""
    try:
        return dict(exif.get_ifd(ifd))
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, EOFError):
        return {}


def has_position(exif: Image.Exif, header: pyvips.Image) -> bool:
    """Does a picture tell where it was taken, in EXIF or in XMP?"""
    if ExifTags.IFD.GPSInfo in exif or part(exif, ExifTags.IFD.GPSInfo):
        return True
    xmp = header.get("xmp-data") if "xmp-data" in header.get_fields() else b""
    return b"GPSL" in xmp
