"""What a full disk looks like, from whichever library the news comes."""

import errno

WORDS = ("No space left", "disk is full")
"""How libvips, ffmpeg and PostgreSQL say it, and SQLite."""


def is_full(failure: BaseException) -> bool:
    """Did the disk not take more?"""
    said = str(failure)
    return getattr(failure, "errno", None) == errno.ENOSPC or any(word in said for word in WORDS)
