"""The first pixels of a file, whoever has to decode them.

libvips reads most kinds line by line. Others know better about:

- HEIC: its decoder is patented and not in libvips' wheel.
- TIFF in CIELab of 8 bits: libvips 8.18 takes it for a format of its own.
- AVIF of several frames: libvips does not know it.
- TIFF in YCbCr that is not packed as JPEG: libvips takes luma and chroma for red, green and blue.
"""

from pathlib import Path
from typing import Any

import pillow_heif
import pyvips
from PIL import AvifImagePlugin, Image, ImageCms, TiffImagePlugin

from media.files import kinds
from media.files.pixels import colours

HEIC = "image/heic"
TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")

PHOTOMETRIC, COMPRESSION, ORIENTATION = 262, 259, 274
"""Tags of TIFF 6.0."""
YCBCR, CIELAB = 6, 8
AS_JPEG = (6, 7)
"""Kinds of compression whose colours libvips converts itself."""


def header(source: str, page: int = 0, **options: Any) -> pyvips.Image:
    """Open a page of a picture to read its size and notes; its pixels may be wrong.

    Raises pyvips.Error for a file that is no picture.
    """
    if odd := by_pillow(source, page):
        with odd:
            return noted(pyvips.Image.black(*odd.size, bands=4 if odd.mode == "RGBA" else 3), odd)
    if page:
        options["page"] = page
    return pyvips.Image.new_from_file(source, access="sequential", **options)


def opened(
    source: str, page: int = 0, whole: bool = False, fail_on: str = "truncated"
) -> pyvips.Image:
    """Open a page of a picture to be decoded, in whatever pixels and position it is stored.

    Its lines can be read once, from above, unless the `whole` is asked for. `fail_on` names what
    libvips takes for an error: `truncated` files, or every `error`. Raises pyvips.Error,
    OSError or ValueError for a file that is damaged or cut.
    """
    if kinds.by_brand(first_bytes(source)) == HEIC:
        return decode_heic(source)
    if odd := by_pillow(source, page):
        return decode_by_pillow(odd)
    options = {"page": page} if page else {}
    access = "random" if whole else "sequential"
    return pyvips.Image.new_from_file(source, access=access, fail_on=fail_on, **options)


def first_bytes(source: str) -> bytes:
    """Return what a file begins with.

    Nothing of one that is not there, which libvips tells best.
    """
    try:
        with Path(source).open("rb") as file:
            return file.read(64)
    except OSError:
        return b""


def decode_heic(source: str) -> pyvips.Image:
    decoded = pillow_heif.open_heif(source, convert_hdr_to_8bit=True)
    width, height = decoded.size
    bands = len(decoded.mode)
    data = bytes(decoded.data)
    # Lines may be longer than the picture is wide.
    row = width * bands
    if decoded.stride != row:
        data = b"".join(data[y * decoded.stride :][:row] for y in range(height))
    picture = from_pixels(data, decoded.size, bands)
    if profile := decoded.info.get("icc_profile"):
        picture.set_type(pyvips.GValue.blob_type, colours.PROFILE, profile)
    return picture


def by_pillow(source: str, page: int) -> Image.Image | None:
    """Open what Pillow reads better than libvips; None for all other files."""
    start = first_bytes(source)
    if start[4:12] == b"ftypavis":
        return AvifImagePlugin.AvifImageFile(source)
    return odd_tiff(source, page) if start[:4] in TIFF else None


def odd_tiff(source: str, page: int) -> TiffImagePlugin.TiffImageFile | None:
    """Open a TIFF whose colours libvips does not read rightly; None for all others."""
    try:
        tiff = TiffImagePlugin.TiffImageFile(source)
        tiff.seek(page)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, EOFError):
        return None  # libvips reads more kinds of TIFF than Pillow does
    photometric, packing = tiff.tag_v2.get(PHOTOMETRIC), tiff.tag_v2.get(COMPRESSION)
    if photometric == CIELAB and tiff.mode == "LAB":
        return tiff
    if photometric == YCBCR and packing not in AS_JPEG:
        return tiff
    tiff.close()
    return None


def decode_by_pillow(opened: Image.Image) -> pyvips.Image:
    with opened:
        if opened.mode == "LAB":
            spaces = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
            picture = ImageCms.profileToProfile(opened, *spaces, outputMode="RGB") or opened
        else:
            picture = opened.convert("RGBA" if opened.mode == "RGBA" else "RGB")
        pixels = from_pixels(picture.tobytes(), picture.size, len(picture.mode))
        return noted(pixels, opened)


def noted(picture: pyvips.Image, opened: Image.Image) -> pyvips.Image:
    """Return a picture with the orientation and the profile that its file notes."""
    picture = picture.copy(interpretation="srgb")
    orientation = opened.getexif().get(ORIENTATION, 1)
    picture.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    if opened.mode != "LAB" and (profile := opened.info.get("icc_profile")):
        picture.set_type(pyvips.GValue.blob_type, colours.PROFILE, profile)
    return picture


def from_pixels(data: bytes, size: tuple[int, int], bands: int) -> pyvips.Image:
    picture = pyvips.Image.new_from_memory(data, *size, bands, "uchar")
    return picture.copy(interpretation="srgb" if bands >= 3 else "b-w")
