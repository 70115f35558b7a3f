"""How large a picture may be. The size is read from the file's header, before a pixel is decoded."""

import pyvips
from django.utils.translation import gettext as _

MAX_PIXELS = 600_000_000
"""Twice the largest scan that the museum expects, of 20,000 × 15,000 px."""


class TooLarge(Exception):
    """A picture beyond the museum's limit; its message is written for curators."""


def check(path: str) -> tuple[int, int]:
    """Return a picture's width and height in px as its header claims.

    Raises TooLarge beyond the limit, and pyvips.Error for a file that is no picture.
    """
    header = pyvips.Image.new_from_file(path, access="sequential")
    if header.width * header.height > MAX_PIXELS:
        raise TooLarge(
            _(
                "This picture claims %(millions)d million pixels;"
                " the museum takes at most %(limit)d million."
            )
            % {
                "millions": header.width * header.height // 1_000_000,
                "limit": MAX_PIXELS // 1_000_000,
            }
        )
    return header.width, header.height
