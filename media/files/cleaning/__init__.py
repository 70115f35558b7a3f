"""Documents without what programs noted in them: who wrote them, when, where, with what.

What is on the page stays, pixel for pixel and letter for letter.
"""

from collections.abc import Callable
from pathlib import Path

from media.files.cleaning import office, pdf, tiff

WRITERS: dict[str, Callable[[Path, Path], None]] = {
    ".pdf": pdf.write,
    **dict.fromkeys((".tif", ".tiff"), tiff.write),
    **dict.fromkeys((".docx", ".xlsx", ".odt"), office.write),
}
"""By the ending of a name, what writes a clean copy of a file (first path) to another (second)."""
FAILURES: tuple[type[Exception], ...] = (tiff.Damaged, *pdf.FAILURES, *office.FAILURES)
"""What they raise for a file that cannot be cleaned."""


def is_needed(name: str) -> bool:
    """May a file of this name hold what visitors shall not get? Plain text has no such place."""
    return Path(name).suffix.lower() in WRITERS


def write(source: Path, target: Path) -> None:
    """Write a clean copy of a file to one with the same ending. Raises `FAILURES`, and OSError."""
    WRITERS[target.suffix](source, target)
