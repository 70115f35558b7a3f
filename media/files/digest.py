"""What tells a file's content from every other: SHA-256 (FIPS 180-4)."""

import hashlib
from pathlib import Path

SHORT = 16
"""Hexadecimal digits of a digest in a file's name or address: 64 bits."""


def sha256(path: str | Path) -> str:
    """Return a file's digest in hexadecimal, read piece by piece."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def short(path: str | Path) -> str:
    """Return the beginning of a file's digest, for names that no other content ever has."""
    return sha256(path)[:SHORT]
