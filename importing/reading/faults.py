"""What can be wrong with a file or a row, as codes; `importing.words` says them."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    # Of a file
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    OLD_OR_PROTECTED = "old-or-protected"
    NO_SPREADSHEET = "no-spreadsheet"
    ENCODING = "encoding"
    SWELLS = "swells"
    MERGED = "merged"
    NO_HEADINGS = "no-headings"
    DOUBLED_HEADING = "doubled-heading"
    TOO_MANY_COLUMNS = "too-many-columns"
    TOO_MANY_ROWS = "too-many-rows"
    # Of a cell
    LONG_CELL = "long-cell"
    UNCLOSED_QUOTE = "unclosed-quote"
    CELL_WITHOUT_HEADING = "cell-without-heading"
    SPREADSHEET_ERROR = "spreadsheet-error"


@dataclass(frozen=True)
class Problem:
    """A fault and where it is: a row by its number in a spreadsheet program, a column by letters"""

    fault: Fault
    row: int = 0
    column: str = ""
    detail: str = ""


class Unreadable(Exception):
    """A file that cannot be imported."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem
