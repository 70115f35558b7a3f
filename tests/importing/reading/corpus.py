"""Bad spreadsheets, made by hand: what each is, and what it must be refused for."""

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from importing.reading import Fault

Maker = Callable[[Path], None]
MEGABYTE = 1024 * 1024


def workbook(path: Path, *rows: list[object]) -> None:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def altered(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Write a small workbook anew with one part changed."""
    workbook(path, ["Title", "Date"], ["Bell", 1889])
    with ZipFile(path) as file:
        parts = {part: file.read(part) for part in file.namelist()}
    parts[name] = change(parts[name])
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for part, content in parts.items():
            file.writestr(part, content)


SHEET = "xl/worksheets/sheet1.xml"


def swelling(path: Path) -> None:
    blanks = b" " * MEGABYTE
    altered(path, SHEET, lambda xml: xml.replace(b"</sheetData>", blanks * 301 + b"</sheetData>"))


def long_cell(path: Path) -> None:
    cell = b'<row r="3"><c r="A3" t="inlineStr"><is><t>' + b"a" * MEGABYTE + b"</t></is></c></row>"
    altered(path, SHEET, lambda xml: xml.replace(b"</sheetData>", cell + b"</sheetData>"))


def merged(path: Path) -> None:
    tag = b'</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>'
    altered(path, SHEET, lambda xml: xml.replace(b"</sheetData>", tag))


def entities(path: Path) -> None:
    kind = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet'
    altered(path, SHEET, lambda xml: re.sub(b"<worksheet", kind, xml, count=1))


def other_zip(path: Path) -> None:
    with ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "<a/>")


def many_columns(path: Path) -> None:
    path.write_text(",".join(f"c{number}" for number in range(250)))


def written(content: bytes) -> Maker:
    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


BAD: dict[str, tuple[Maker, Fault]] = {
    "nothing": (written(b""), Fault.EMPTY),
    "blank lines": (written(b"\n\n,,\n"), Fault.NO_HEADINGS),
    "a picture": (written(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\2"), Fault.NO_SPREADSHEET),
    "an old workbook": (
        written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"-" * 99),
        Fault.OLD_OR_PROTECTED,
    ),
    "half a workbook": (written(b"PK\x03\x04" + b"\x14" * 200), Fault.NO_SPREADSHEET),
    "a letter in a zip": (other_zip, Fault.NO_SPREADSHEET),
    "a bomb": (swelling, Fault.SWELLS),
    "a cell of a megabyte": (long_cell, Fault.LONG_CELL),
    "merged cells": (merged, Fault.MERGED),
    "entities": (entities, Fault.NO_SPREADSHEET),
    "doubled headings": (written(b"Title,Date,title\n"), Fault.DOUBLED_HEADING),
    "too many columns": (many_columns, Fault.TOO_MANY_COLUMNS),
    "a quote that stays open": (
        written(b'Title,Date\nBell,"1889\n' + b"and so on\n" * 20_000),
        Fault.UNCLOSED_QUOTE,
    ),
    "a line without an end": (written(b"Title,Date\n" + b"a" * 5 * MEGABYTE), Fault.UNCLOSED_QUOTE),
}
