"""How large a picture may be. The size is read from the file's header, before a pixel is decoded."""

from typing import Any

import pyvips
from django.utils.translation import gettext as _

MAX_PIXELS = 600_000_000
"""Twice the largest scan that the museum expects, of 20,000 × 15,000 px."""


class TooLarge(Exception):
    """A picture beyond the museum's limit; its message is written for curators."""


def header(path: str, **options: Any) -> pyvips.Image:
    """Open a picture without decoding it.

    Raises TooLarge beyond the limit, and pyvips.Error for a file that is no picture.
    """
    opened = pyvips.Image.new_from_file(path, access="sequential", **options)
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
