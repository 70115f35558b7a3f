"""XLSX, sheet by sheet as a stream; what would swell in memory is found before it is read.

Cells become what a curator sees: 1889 and not 1889.0, a day as 1889-05-04. Formulas are never
run: their last results are read, as the program that saved the file left them.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook

from importing.reading.faults import Fault, Problem, Unreadable
from importing.reading.table import LONGEST_CELL, MOST_COLUMNS, Table

LARGEST_PART = 300 * 1024 * 1024
LARGEST_TEXTS = 60 * 1024 * 1024
"""The table of all texts is held in memory, several times its size."""
MOST_PARTS = 2000
SILENCE = 10_000
"""So many empty rows one after another are the end of a sheet."""
BLOCK = 1024 * 1024
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:$]{1,30})"')
OVERLAP = 200
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
ZEROS = re.compile(r"0+")
BROKEN = (
    *(BadZipFile, ParseError, DefusedXmlException),
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError),
    *(NotImplementedError, RuntimeError),
)
"""What zipfile, the XML parser and openpyxl raise at files that are none of theirs."""


class XlsxFile(Table):
    def __init__(self, path: Path) -> None:
        self.path = path
        with understood():
            look_into(path)
        super().__init__()

    def raw(self) -> Iterator[tuple[int, Sequence[tuple[str, Fault | None]]]]:
        # By its name openpyxl would refuse a file without an ending.
        with understood(), self.path.open("rb") as file:
            workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            try:
                sheets = [one for one in workbook.worksheets if one.sheet_state == "visible"]
                if not sheets:
                    raise Unreadable(Problem(Fault.NO_HEADINGS))
                sheet = sheets[0]
                self.note = sheet.title if len(workbook.sheetnames) > 1 else ""
                # What a file says of its own size is not asked.
                sheet.reset_dimensions()
                silence = 0
                for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), 1):
                    texts = [shown(cell) for cell in cells]
                    while texts and texts[-1] == ("", None):
                        texts.pop()
                    silence = 0 if texts else silence + 1
                    if silence > SILENCE:
                        return
                    yield number, texts
            finally:
                workbook.close()


@contextmanager
def understood() -> Iterator[None]:
    """Say of a file that its own reader cannot read it."""
    try:
        yield
    except BROKEN as error:
        raise Unreadable(Problem(Fault.NO_SPREADSHEET)) from error


def shown(cell: Any) -> tuple[str, Fault | None]:
    """Return a cell's text as a curator sees it."""
    value = cell.value
    if value is None:
        return "", None
    if cell.data_type == "e":
        return str(value), Fault.SPREADSHEET_ERROR
    if isinstance(value, bool):
        return str(value).upper(), None
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return (value.date() if midnight else value).isoformat(), None
    if isinstance(value, date):
        return value.isoformat(), None
    if isinstance(value, int | float):
        return number(value, cell.number_format or ""), None
    return str(value), None


def number(value: float, pattern: str) -> str:
    """Return a number in up to 15 digits, as office programs show it, never with an exponent."""
    text = format(Decimal(format(value, ".15g")), "f")
    if ZEROS.fullmatch(pattern) and text.isdigit():
        return text.zfill(len(pattern))
    return text


def look_into(path: Path) -> None:
    """Refuse what would swell, and what a sheet read as a stream does not tell."""
    with ZipFile(path) as file:
        parts = file.infolist()
        if len(parts) > MOST_PARTS:
            raise Unreadable(Problem(Fault.SWELLS))
        if not any(SHEET.fullmatch(part.filename) for part in parts):
            raise Unreadable(Problem(Fault.NO_SPREADSHEET))
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")):
                look_into_part(file, part)


def look_into_part(file: ZipFile, part: ZipInfo) -> None:
    """Read a part once, in blocks. Raises Unreadable."""
    name = part.filename.lower()
    limit = LARGEST_PART if SHEET.fullmatch(name) else LARGEST_TEXTS
    if part.file_size > limit:
        raise Unreadable(Problem(Fault.SWELLS, detail=part.filename[:80]))
    row, since = 0, 0
    tail = b""
    with file.open(part) as stream:
        while block := stream.read(BLOCK):
            if b"<!DOCTYPE" in tail + block or b"<!ENTITY" in tail + block:
                raise Unreadable(Problem(Fault.NO_SPREADSHEET))
            if found := MERGED.search(tail + block):
                raise Unreadable(Problem(Fault.MERGED, detail=found[1].decode()))
            row += block.count(b"<row")
            last = block.rfind(b"<")
            since = since + len(block) if last < 0 else len(block) - last
            # A character takes at most six bytes as an entity.
            if since > LONGEST_CELL * 6:
                place = row if SHEET.fullmatch(name) else 0
                raise Unreadable(Problem(Fault.LONG_CELL, place, detail=str(LONGEST_CELL)))
            tail = block[-OVERLAP:]
