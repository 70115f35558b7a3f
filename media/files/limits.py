"""How large a picture may be.

The size is read from the file's header, before a pixel is decoded.
"""

from typing import Any

import pyvips
from django.utils.translation import gettext as _

from media.files.pixels import decoders

MAX_PIXELS = 600_000_000
"""Twice the largest scan that the museum expects, of 20,000 × 15,000 px."""
MAX_WHOLE = 200_000_000
"""Of a picture that can only be decoded whole, in memory: three bytes a pixel,
a progressive JPEG six.
"""
READ_WHOLE = ("image/webp", "image/avif", "image/heic", "image/gif")


class TooLarge(Exception):
    """A picture beyond the museum's limit; its message is written for curators."""


def header(path: str, **options: Any) -> pyvips.Image:
    """Open a picture without decoding it.

    Raises TooLarge beyond the limit, and pyvips.Error for a file that is no picture.
    """
    opened = decoders.header(path, **options)
    check_pixels(opened.width * opened.height)
    return opened


def check_pixels(pixels: int) -> None:
    """Raise TooLarge for a number of pixels beyond the limit."""
    if pixels > MAX_PIXELS:
        raise TooLarge(
            _(
                "This picture claims %(millions)d million pixels;"
                " the museum takes at most %(limit)d million."
            )
            % {"millions": pixels // 1_000_000, "limit": MAX_PIXELS // 1_000_000}
        )


def check_whole(picture: pyvips.Image, kind: str) -> None:
    """Raise TooLarge for a picture of a media type that would take too much memory to decode."""
    fields = picture.get_fields()
    marks = [name for name in ("interlaced", "jpeg-multiscan") if name in fields]
    whole = kind in READ_WHOLE or any(picture.get(name) for name in marks)
    if whole and picture.width * picture.height > MAX_WHOLE:
        raise TooLarge(
            _(
                "This picture is stored in a way that it can only be read whole (interlaced,"
                " progressive, WebP, HEIC, AVIF or GIF); of that kind the museum takes at most"
                " %(limit)d million pixels. Save it as TIFF, or as JPEG or PNG that is neither"
                " interlaced nor progressive."
            )
            % {"limit": MAX_WHOLE // 1_000_000}
        )
