"""CSV of any kind: comma, semicolon, tab or bar; with or without a byte-order mark."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from importing.reading.encodings import encoding_of
from importing.reading.faults import Fault, Problem, Unreadable
from importing.reading.table import LONGEST_CELL, Table

DELIMITERS = ",;\t|"
LONGEST_LINE = 4 * 1024 * 1024
SAMPLED_ROWS = 50


class CsvFile(Table):
    def __init__(self, path: Path, encoding: str = "") -> None:
        self.path = path
        if encoding == "utf-8":
            encoding = "utf-8-sig"
        self.encoding = encoding or encoding_of(path)
        self.delimiter = self.find_delimiter()
        super().__init__()

    def raw(self) -> Iterator[tuple[int, Sequence[tuple[str, Fault | None]]]]:
        for number, cells in enumerate(self.read(self.delimiter), 1):
            yield number, [(text.replace("\0", ""), None) for text in cells]

    def read(self, delimiter: str) -> Iterator[list[str]]:
        """Yield the rows, empty ones too. Raises Unreadable with the row that ends the reading."""
        number = 0
        try:
            with self.path.open(encoding=self.encoding, newline="") as file:
                for cells in csv.reader(lines(file), delimiter=delimiter):
                    number += 1
                    yield cells
        except UnicodeError as error:
            raise Unreadable(Problem(Fault.ENCODING, number + 1, detail=self.encoding)) from error
        except csv.Error as error:
            # A quotation mark that is never closed takes in all that follows.
            raise Unreadable(
                Problem(Fault.UNCLOSED_QUOTE, number + 1, detail=str(LONGEST_CELL))
            ) from error

    def find_delimiter(self) -> str:
        """Return what parts the headings into most columns, which the rows below have too."""
        return max(DELIMITERS, key=lambda one: fitness(self.sample(one)))

    def sample(self, delimiter: str) -> list[list[str]]:
        """Return the first rows with something in them, up to one that cannot be read."""
        found: list[list[str]] = []
        try:
            for cells in self.read(delimiter):
                if any(map(str.strip, cells)):
                    found.append(cells)
                if len(found) == SAMPLED_ROWS:
                    break
        except Unreadable as error:
            if error.problem.fault == Fault.ENCODING:
                raise
        return found


def fitness(rows: list[list[str]]) -> int:
    if not rows:
        return -1
    wanted = len(rows[0])
    return (wanted - 1) * sum(len(row) == wanted for row in rows)


def lines(file: TextIO) -> Iterable[str]:
    """Yield a file's lines, none longer than memory should hold. Raises csv.Error."""
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise csv.Error("long line")
        yield line
