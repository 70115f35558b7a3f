"""TIFF files without what is not needed to draw them, pixel for pixel as they were.

Sources: TIFF 6.0, and the BigTIFF extension. Only the directories change; they are rewritten in
place.
"""

import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

DRAWING = frozenset(
    {
        *(254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281),
        *(282, 283, 284, 286, 287, 288, 289, 290, 291, 292, 293, 296, 297, 301),
        *(317, 318, 319, 320, 321, 322, 323, 324, 325, 326, 327, 328, 330, 332, 333, 334, 336, 337),
        *(338, 339, 340, 341, 342, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521),
        *(529, 530, 531, 532, 34675),
    }
)
"""Tags that say how the pixels lie and what colours they are (34675: the colour profile)."""
COPYRIGHT = 33432
KEPT = DRAWING | {COPYRIGHT}
SUB_DIRECTORIES, EXIF, GPS, INTEROPERABILITY = 330, 34665, 34853, 40965
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
SIZES |= {16: 8, 17: 8, 18: 8}
"""Bytes of each type of value."""
MOST_DIRECTORIES = 20_000


class Damaged(Exception):
    """The directories cannot be followed."""


@dataclass(frozen=True)
class Layout:
    """How the file writes numbers: `offset` is the format of an address,
    `count` of a directory's length.
    """

    order: str
    count: str
    offset: str

    @property
    def inline(self) -> int:
        """Bytes of a value that stands in its entry."""
        return struct.calcsize(self.offset)

    @property
    def entry(self) -> str:
        """Tag, type, number of values, and the values or their address."""
        return f"{self.order}HH{self.offset}{self.inline}s"


CLASSIC, BIG = ("H", "I"), ("Q", "Q")


def write(source: Path, target: Path) -> None:
    """Write a stripped copy of a file. Raises Damaged."""
    shutil.copyfile(source, target)
    with target.open("r+b") as file:
        strip(file)


def bare(content: bytes) -> bytes:
    """Return the content of a stripped TIFF. Raises Damaged."""
    file = BytesIO(content)
    strip(file)
    return file.getvalue()


def strip(file: BinaryIO) -> None:
    """Remove every tag that is not `KEPT` from an open file, with its content. Raises Damaged."""
    try:
        layout, first = head(file)
        waiting = [first]
        seen: set[int] = set()
        while waiting:
            place = waiting.pop()
            if place in (0, *seen):
                continue
            seen.add(place)
            if len(seen) > MOST_DIRECTORIES:
                raise Damaged("too many directories")
            waiting += strip_directory(file, layout, place)
    except struct.error as error:
        raise Damaged("breaks off") from error


def head(file: BinaryIO) -> tuple[Layout, int]:
    """Return how the file is written, and where its first directory lies."""
    file.seek(0)
    start = file.read(16)
    order = {b"II": "<", b"MM": ">"}.get(start[:2])
    if order is None:
        raise Damaged("no TIFF")
    (version,) = struct.unpack_from(f"{order}H", start, 2)
    if version == 42:
        return Layout(order, *CLASSIC), struct.unpack_from(f"{order}I", start, 4)[0]
    if version == 43:
        return Layout(order, *BIG), struct.unpack_from(f"{order}Q", start, 8)[0]
    raise Damaged("no TIFF")


@dataclass(frozen=True)
class Entry:
    """A directory's entry; `raw` is its value, or in its first bytes the address of its value."""

    tag: int
    kind: int
    number: int
    raw: bytes

    def size(self) -> int:
        return SIZES.get(self.kind, 1) * self.number

    def address(self, layout: Layout) -> int:
        return int(struct.unpack(layout.order + layout.offset, self.raw)[0])


def entries(file: BinaryIO, layout: Layout, place: int) -> tuple[list[Entry], int]:
    """Return the entries of the directory at `place`, and where the next one lies."""
    file.seek(place)
    size = struct.calcsize(layout.order + layout.count)
    (number,) = struct.unpack(layout.order + layout.count, file.read(size))
    if number > 4096:
        raise Damaged("a directory without end")
    step = struct.calcsize(layout.entry)
    rows = [Entry(*struct.unpack(layout.entry, file.read(step))) for _ in range(number)]
    following = file.read(layout.inline)
    after = struct.unpack(layout.order + layout.offset, following)[0] if following else 0
    return rows, int(after)


def strip_directory(file: BinaryIO, layout: Layout, place: int) -> list[int]:
    """Strip one directory; return where those lie that it leads to."""
    found, following = entries(file, layout, place)
    kept = [entry for entry in found if entry.tag in KEPT]
    leads = [following]
    for entry in found:
        if entry.tag == SUB_DIRECTORIES:
            leads += addresses(file, layout, entry)
        elif entry.tag not in KEPT:
            erase(file, layout, entry)
    written = struct.pack(layout.order + layout.count, len(kept))
    for entry in kept:
        written += struct.pack(layout.entry, entry.tag, entry.kind, entry.number, entry.raw)
    written += struct.pack(layout.order + layout.offset, following)
    # What the directory no longer needs is blank.
    written += bytes((len(found) - len(kept)) * struct.calcsize(layout.entry))
    file.seek(place)
    file.write(written)
    return leads


def addresses(file: BinaryIO, layout: Layout, entry: Entry) -> Iterator[int]:
    """Yield where the directories lie that an entry names."""
    code = layout.order + {8: "Q"}.get(SIZES.get(entry.kind, 4), "I")
    content = entry.raw
    if entry.size() > layout.inline:
        file.seek(entry.address(layout))
        content = file.read(entry.size())
    width = struct.calcsize(code)
    for start in range(0, min(entry.number, 64) * width, width):
        yield struct.unpack_from(code, content, start)[0]


def erase(file: BinaryIO, layout: Layout, entry: Entry) -> None:
    """Overwrite what an entry names elsewhere in the file: a value, or a directory of values."""
    if entry.tag in (EXIF, GPS, INTEROPERABILITY):
        place = entry.address(layout) if entry.size() != 4 else first_address(layout, entry)
        inner, _following = entries(file, layout, place)
        for one in inner:
            erase(file, layout, one)
        size = struct.calcsize(layout.order + layout.count)
        size += len(inner) * struct.calcsize(layout.entry)
        overwrite(file, place, size)
    elif entry.size() > layout.inline:
        overwrite(file, entry.address(layout), entry.size())


def first_address(layout: Layout, entry: Entry) -> int:
    return int(struct.unpack_from(f"{layout.order}I", entry.raw)[0])


def overwrite(file: BinaryIO, place: int, size: int) -> None:
    """Write zeros over a part of the file that is within it."""
    end = file.seek(0, 2)
    if 8 <= place < end:
        file.seek(place)
        file.write(bytes(min(size, end - place)))
