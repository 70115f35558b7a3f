"""In which letters a text file is written: UTF-8, UTF-16, or an office's old Hebrew or Western.

Guessers for all the world's encodings take a short Hebrew table for Thai; here the few that a
museum of these languages meets are told apart by rules.
"""

import codecs
import re
from pathlib import Path

from importing.reading.faults import Fault, Problem, Unreadable

CHOICES = ("utf-8", "utf-16", "cp1255", "cp1252")
"""What a curator may choose instead of what was found."""
SAMPLE = 1024 * 1024
# The letters of windows-1255 are those of windows-1252's à to ú: a Hebrew word has several of
# them in a row, a French or Spanish one has them one by one among plain letters.
HEBREW_RUN = re.compile(rb"[\xe0-\xfa]{2,}")
HIGH = re.compile(rb"[\xc0-\xff]")


def encoding_of(path: Path) -> str:
    """Return the name of the codec that reads a file. Raises Unreadable."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if silent := utf_16_without_mark(sample):
        return silent
    if b"\0" in sample:
        raise Unreadable(Problem(Fault.NO_SPREADSHEET))
    if is_utf_8(path):
        return "utf-8-sig"
    return "cp1255" if mostly_hebrew(path) else "cp1252"


def utf_16_without_mark(sample: bytes) -> str:
    """Commas and line ends have a zero byte beside them, always on the same side."""
    even, odd = sample[:4000:2].count(0), sample[1:4000:2].count(0)
    if max(even, odd) < len(sample[:4000]) / 20 or min(even, odd):
        return ""
    return "utf-16-be" if even else "utf-16-le"


def is_utf_8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while part := file.read(SAMPLE):
                decoder.decode(part)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def mostly_hebrew(path: Path) -> bool:
    in_words = high = 0
    with path.open("rb") as file:
        while part := file.read(SAMPLE):
            in_words += sum(map(len, HEBREW_RUN.findall(part)))
            high += len(HIGH.findall(part))
    return in_words * 2 > high
