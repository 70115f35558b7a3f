"""A table of texts: headings, and rows by their numbers in a spreadsheet program."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importing.reading.faults import Fault, Problem, Unreadable
from museum.core.spreadsheets.formulas import unmarked

LONGEST_CELL = 100_000
"""The most characters of a cell; XLSX itself has room for 32 767."""
MOST_COLUMNS = 200
MOST_ROWS = 100_000
"""The most rows with something in them."""
WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Row:
    """A row's texts, one for each heading, and what is wrong with it."""

    number: int
    cells: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


class Table(ABC):
    """A file whose first row with a word in it are the headings.

    `headings` are plain texts; a column without one has "".
    """

    encoding = ""
    note = ""
    """The sheet's name, where a file has several."""

    def __init__(self) -> None:
        self.headings: tuple[str, ...] = ()
        self.first = 0
        for number, cells in self.raw():
            texts = [text.strip() for text, _fault in cells]
            if any(WORD.search(text) for text in texts):
                self.first, self.headings = number, headings_of(number, texts)
                return
        raise Unreadable(Problem(Fault.NO_HEADINGS))

    @abstractmethod
    def raw(self) -> Iterator[tuple[int, Sequence[tuple[str, Fault | None]]]]:
        """Yield each row's number and cells. Raises Unreadable."""

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the headings that have something in them. Raises Unreadable."""
        wanted = len(self.headings)
        found = 0
        for number, cells in self.raw():
            if number <= self.first or not any(text.strip() or fault for text, fault in cells):
                continue
            found += 1
            if found > MOST_ROWS:
                raise Unreadable(Problem(Fault.TOO_MANY_ROWS, number, detail=str(MOST_ROWS)))
            texts = [plain(text) for text, _fault in cells]
            yield Row(
                number,
                (*texts[:wanted], *[""] * (wanted - len(texts))),
                tuple(problems_of(number, cells, wanted)),
            )


def headings_of(number: int, texts: list[str]) -> tuple[str, ...]:
    while texts and not texts[-1]:
        texts.pop()
    if len(texts) > MOST_COLUMNS:
        raise Unreadable(
            Problem(Fault.TOO_MANY_COLUMNS, number, letters(MOST_COLUMNS), str(MOST_COLUMNS))
        )
    places: dict[str, int] = {}
    for place, text in enumerate(texts):
        known = places.setdefault(text.casefold(), place)
        if text and known != place:
            both = f"{letters(known)}, {letters(place)}"
            raise Unreadable(Problem(Fault.DOUBLED_HEADING, number, both, text[:80]))
    return tuple(plain(text) for text in texts)


def problems_of(
    number: int, cells: Sequence[tuple[str, Fault | None]], wanted: int
) -> Iterator[Problem]:
    for place, (text, fault) in enumerate(cells):
        where = (number, letters(place))
        if fault:
            yield Problem(fault, *where, text[:80])
        if len(text) > LONGEST_CELL:
            yield Problem(Fault.LONG_CELL, *where, str(LONGEST_CELL))
        if place >= wanted and text.strip():
            yield Problem(Fault.CELL_WITHOUT_HEADING, *where, text.strip()[:80])


def plain(text: str) -> str:
    """Return a cell's text without what the museum's own export put before formulas."""
    if len(text) > LONGEST_CELL:
        return ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unmarked(text).strip()


def letters(place: int) -> str:
    """Return a column's name in a spreadsheet program: 0 → A, 26 → AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
