"""Pictures: whole, no larger than the museum can show, and nothing else beside a picture.

The header is read first, so that a bomb (a few bytes that claim billions of pixels) is refused
before anything is decoded; then every line is decoded once, by libvips, in little memory. A heavy
picture is decoded in the background alone, before its smaller copies are made (`check_lines`).
"""

import re
import struct
import zipfile
from functools import partial
from pathlib import Path

import pyvips
import willow
import willow.image
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, TiffImagePlugin

from media.files import kinds, limits, vips
from media.files.pixels import colours, decoders
from media.validation.answers import Facts, Refused

MAX_FRAMES = 1000
"""Of an animation. Pages of a TIFF have a limit of their own."""
MAX_PAGES = 2000
ANIMATED = ("image/gif", "image/webp")
SHOWN = ("image/jpeg", "image/png", "image/gif", "image/webp", "image/avif")
"""What browsers show."""
PLAIN_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")
"""Pillow's names of pixels that Wagtail makes renditions of without a change of colours."""
# What other programs would take the file for: pages, scripts, documents, packed programs.
FOREIGN = re.compile(rb"<(?:\?php\s|script[\s>]|html[\s>]|!doctype html)|%pdf-1\.\d|rar!\x1a\x07")
# Tags of EXIF 2.32 that tell how a picture was made.
MADE_WITH = (
    "Make", "Model", "Software", "DateTime", "DateTimeOriginal", "ExposureTime", "FNumber",
    "ISOSpeedRatings", "FocalLength", "LensMake", "LensModel", "ScanningSoftware",
)  # fmt: skip


def check(path: str) -> Facts:
    """Return a picture's facts once every line was decoded, unless it is heavy. Raises Refused."""
    facts = describe(path)
    refuse_foreign(path)
    if not is_heavy(facts):
        decode(path, facts)
    return facts


def check_lines(path: str) -> None:
    """Decode every line of a heavy picture, which no door did. Raises Refused."""
    facts = describe(path)
    if is_heavy(facts):
        decode(path, facts)


def is_heavy(facts: Facts) -> bool:
    """Would it take a web server too long to decode this picture?"""
    return (facts.width or 0) * (facts.height or 0) > vips.HEAVY


def describe(path: str) -> Facts:
    """Return a picture's facts by its header alone. Raises Refused."""
    kind = kinds.media_type(path)
    if not kind.startswith("image/"):
        raise Refused(_("This is no picture."))
    try:
        header = limits.header(path)
        limits.check_whole(header, kind)
        pages = count_pages(path, kind, header)
    except limits.TooLarge as large:
        raise Refused(str(large)) from large
    except (pyvips.Error, OSError, SyntaxError, ValueError) as broken:
        raise Refused(damaged()) from broken
    exif = read_exif(path, kind, header)
    width, height = vips.seen_size(header)
    return Facts(
        kind,
        width,
        height,
        pages,
        camera=camera(exif),
        position=has_position(exif, header),
        plain=kind in SHOWN and is_plain(path, header),
    )


def damaged() -> str:
    return _(
        "This picture is damaged or incomplete. Send it again from where it came,"
        " or save it anew as JPEG, PNG or TIFF."
    )


def is_plain(source: str, header: pyvips.Image) -> bool:
    """Do libvips, Wagtail and browsers all see a file's pixels alike, as they are stored?

    Upright, 8 bits a channel, sRGB, and no colour that stands for transparency.
    """
    if vips.is_turned(header) or header.format != "uchar":
        return False
    if header.interpretation not in ("srgb", "b-w"):
        return False
    if colours.PROFILE in header.get_fields() and not colours.is_srgb(header.get(colours.PROFILE)):
        return False
    with Path(source).open("rb") as file:
        try:
            # Wagtail makes renditions by these two, and they know fewer kinds than libvips does.
            willow.Image.open(file)
            seen = Image.open(file)
        except (willow.image.UnrecognisedImageFormatError, OSError):
            return False
        keyed = "transparency" in seen.info and seen.mode in ("1", "L", "RGB")
        return seen.mode in PLAIN_MODES and not keyed


def count_pages(path: str, kind: str, header: pyvips.Image) -> int:
    """Return the number of pages; an animation is one.

    Raises TooLarge, and Refused beyond what the museum shows.

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
    with Path(path).open("rb") as file:
        width, height = struct.unpack("<6xHH", file.read(10))
    return width, height


def too_many(pages: int, limit: int) -> Refused:
    said = _("This file has %(pages)d pages or frames; the museum takes at most %(limit)d.")
    return Refused(said % {"pages": pages, "limit": limit})


def refuse_foreign(path: str) -> None:
    """Refuse a picture that is something else, too: an archive, a page, a script, a document."""
    beside = zipfile.is_zipfile(path)
    with Path(path).open("rb") as file:
        overlap = b""
        for chunk in iter(partial(file.read, 1 << 22), b""):
            beside = beside or bool(FOREIGN.search(overlap + chunk.lower()))
            overlap = chunk[-32:].lower()
    if beside:
        raise Refused(
            _(
                "This file holds something else beside the picture: a program, a page or an"
                " archive. Save the picture anew, and send that."
            )
        )


def decode(path: str, facts: Facts) -> None:
    """Decode every line of every page once. Raises Refused for a file that is cut or damaged."""
    try:
        for number in range(facts.pages):
            if facts.media_type in ANIMATED:
                # All frames are decoded, one below the other.
                frames = {"n": -1, "access": "sequential", "fail_on": "error"}
                pyvips.Image.new_from_file(path, **frames).avg()
            else:
                decoders.opened(path, number, fail_on="error").avg()
    except (pyvips.Error, ValueError, RuntimeError, EOFError, OSError) as broken:
        raise Refused(damaged()) from broken


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
