"""Spreadsheets as rows of texts, read one by one: CSV and XLSX. Pure Python.

Whatever is in a file, memory stays bounded: a file that cannot be read is `Unreadable` before or
while it is read, a row that cannot is given with its faults. Nothing that a file names is fetched.
"""

from pathlib import Path

from importing.reading.csv_files import CsvFile
from importing.reading.faults import Fault, Problem, Unreadable
from importing.reading.table import Row, Table
from importing.reading.xlsx_files import XlsxFile

__all__ = ["LARGEST", "CsvFile", "Fault", "Problem", "Row", "Table", "Unreadable", "opened"]

LARGEST = 100 * 1024 * 1024
"""The most bytes that a file may have."""
ZIP = b"PK\x03\x04"
# Workbooks of Excel before 2007, and protected ones.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def opened(path: Path, encoding: str = "") -> Table:
    """Return a file as a table. `encoding` is the curator's word on a CSV's. Raises Unreadable."""
    if path.stat().st_size > LARGEST:
        raise Unreadable(Problem(Fault.TOO_LARGE))
    with path.open("rb") as file:
        start = file.read(8)
    if not start:
        raise Unreadable(Problem(Fault.EMPTY))
    if start == OLE:
        raise Unreadable(Problem(Fault.OLD_OR_PROTECTED))
    return XlsxFile(path) if start.startswith(ZIP) else CsvFile(path, encoding)
