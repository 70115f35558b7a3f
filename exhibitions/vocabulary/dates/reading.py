"""From EDTF text to its parts: points in time, spans, and choices between them."""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Literal

from django.core.exceptions import ValidationError
from edtf import parse_edtf
from edtf.appsettings import SEASON_L2_MONTHS_RANGE
from edtf.parser.edtf_exceptions import EDTFParseException

from . import errors, hebrew
from .errors import DateError

# Longer texts are no dates of a museum, and the grammar's time grows with them.
MAX_LENGTH = 100

Kind = Literal["day", "month", "season", "year", "decade", "century", "range"]
Day = tuple[int, int, int]

_POINT = re.compile(
    r"(?P<q1>[?~%]?)(?P<year>-?[0-9X]{4})(?:S(?P<digits>[1-4]))?(?P<q2>[?~%]?)"
    r"(?:-(?P<q3>[?~%]?)(?P<month>[0-9X]{2})(?P<q4>[?~%]?)"
    r"(?:-(?P<q5>[?~%]?)(?P<day>[0-9X]{2})(?P<q6>[?~%]?))?)?"
    r"(?:T[0-9:.Z+-]+)?"  # the hour of the day is of no interest here
)
# What comes along when a date is copied from a text, or is made of it by a word processor:
# direction marks, spaces of no width, and signs that look like those of EDTF.
_INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_TYPOGRAPHY = (
    dict.fromkeys(map(ord, _INVISIBLE))
    | dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    | dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2212\ufe63\uff0d"), "-")
    | dict.fromkeys(map(ord, "\u02dc\u223c\uff5e"), "~")
    | dict.fromkeys(map(ord, "\u2044\u2215\uff0f"), "/")
    | dict.fromkeys(map(ord, "\u2025\u2026"), "..")
    | {0xFF1F: "?", 0xA0: " ", 0x202F: " "}
)
FUTURE_YEARS = 30
"""What a museum plans lies nearer than so many years; a year farther off is of another calendar."""


class Missing(Enum):
    """What stands where a span has no date: it goes on, or nobody knows."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True)
class Point:
    """One date, as exact as it is known. Years are astronomical: 0 is 1 BCE."""

    year: str
    month: int | None = None
    day: int | None = None
    season: int | None = None
    uncertain: bool = False
    approximate: bool = False
    significant_digits: int | None = None

    @property
    def kind(self) -> Kind:
        if self.year.startswith("-") and "X" in self.year:
            return "range"
        if self.year.endswith("XX") and "X" not in self.year[:-2]:
            return "century"
        if self.year.endswith("X") and "X" not in self.year[:-1]:
            return "decade"
        if "X" in self.year:
            return "range"
        if self.season:
            return "season"
        if self.month:
            return "day" if self.day else "month"
        return "year"

    @property
    def number(self) -> int:
        """The year, or the first year of the decade or century."""
        return int(self.year.replace("X", "0"))

    @property
    def first(self) -> Day:
        """The earliest day that this date can mean, as year, month, day."""
        return min(self._limits())

    @property
    def last(self) -> Day:
        """The latest day that this date can mean, as year, month, day."""
        return max(self._limits())

    def _limits(self) -> Iterator[Day]:
        for filler in "09":
            year = int(self.year.replace("X", filler))
            if self.significant_digits:
                unit = 10 ** (4 - self.significant_digits)
                year = year // unit * unit + (unit - 1 if filler == "9" else 0)
            months = SEASON_L2_MONTHS_RANGE[self.season] if self.season else (1, 12)
            for month in (self.month,) if self.month else months:
                yield year, month, self.day or 1
                yield year, month, self.day or days_in_month(year, month)


@dataclass(frozen=True)
class Span:
    """From one date to another; either end may be open or unknown."""

    start: Point | Missing
    end: Point | Missing

    @property
    def first(self) -> Day | None:
        return self.start.first if isinstance(self.start, Point) else None

    @property
    def last(self) -> Day | None:
        return self.end.last if isinstance(self.end, Point) else None


@dataclass(frozen=True)
class EDTFDate:
    """A date taken apart: all of `parts`, or one of them if `choice` is true."""

    text: str
    parts: tuple[Point | Span, ...]
    choice: bool = False

    @property
    def earliest(self) -> int | None:
        """The first year that this date can mean; None if its beginning is open or unknown."""
        days = [part.first for part in self.parts]
        return None if None in days else min(day for day in days if day)[0]

    @property
    def latest(self) -> int | None:
        """The last year that this date can mean; None if its end is open or unknown."""
        days = [part.last for part in self.parts]
        return None if None in days else max(day for day in days if day)[0]


@lru_cache(maxsize=4096)
def parse(text: str) -> EDTFDate:
    """Understand a curator's date, or raise DateError with a word of help."""
    date = read(text)
    cleaned = clean(text)
    if date is None or len(cleaned) > MAX_LENGTH:
        raise DateError(errors.explain(cleaned))
    for part in date.parts:
        _check(part)
    _check_era(date)
    try:
        parse_edtf(cleaned)
    except (EDTFParseException, AttributeError, TypeError) as error:
        # edtf 5 raises the latter two for a few texts that its grammar lets through.
        raise DateError(errors.explain(cleaned)) from error
    return date


@lru_cache(maxsize=4096)
def read(text: str) -> EDTFDate | None:
    """Take a date apart without asking the grammar, which needs 5 to 25 ms; None if it is none.

    Stored dates were validated when they were saved, so this is what pages use.
    """
    text = clean(text)
    choice = text.startswith("[") and text.endswith("]")
    if choice or (text.startswith("{") and text.endswith("}")):
        parts = [_read_part(item.strip(), "..") for item in text[1:-1].split(",")]
    else:
        parts = [_read_part(text, "/")]
    found = tuple(part for part in parts if part)
    return EDTFDate(text, found, choice) if len(found) == len(parts) else None


def clean(text: str) -> str:
    """The text in EDTF's own signs, without surrounding space and invisible marks."""
    return text.translate(_TYPOGRAPHY).strip()


def validate_edtf(value: str) -> None:
    """Django validator: the value is a date in EDTF."""
    try:
        parse(value)
    except DateError as error:
        raise ValidationError(error.message, code="invalid_date") from error


def earliest_year(text: str) -> int | None:
    """The first year that the date can mean; None if open, unknown, empty or no date."""
    date = read(text)
    return date.earliest if date else None


def latest_year(text: str) -> int | None:
    """The last year that the date can mean; None if open, unknown, empty or no date."""
    date = read(text)
    return date.latest if date else None


def extent(text: str) -> tuple[Day | None, Day | None]:
    """The first and the last day that the date can mean; None where that is open,
    unknown or no date.
    """
    date = read(text)
    if date is None:
        return None, None
    firsts = [part.first for part in date.parts]
    lasts = [part.last for part in date.parts]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    return first, last


def csl_date(text: str) -> dict[str, Any] | None:
    """The date as citations have it (CSL-JSON): exact where it is, else its years;
    None if open or unknown.

    CSL counts years as historians do: -500 is 500 BCE, and there is no year 0.
    """
    date = read(text)
    first, last = extent(text)
    if date is None or first is None or last is None:
        return None
    point = date.parts[0]
    points = [part for part in date.parts if isinstance(part, Point)]
    circa = {"circa": True} if any(part.approximate or part.uncertain for part in points) else {}
    if len(date.parts) == 1 and isinstance(point, Point) and point.kind in ("day", "month", "year"):
        known = [part for part in (point.month, point.day) if part is not None]
        return {"date-parts": [[_historical(point.number), *known]], **circa}
    years = [first[0]] if first[0] == last[0] else [first[0], last[0]]
    return {"date-parts": [[_historical(year)] for year in years], **circa}


def _historical(year: int) -> int:
    """An astronomical year as historians count it, without a year 0."""
    return year if year > 0 else year - 1


def days_in_month(year: int, month: int) -> int:
    """In the Gregorian calendar carried back without end, as ISO 8601 does."""
    return calendar.monthrange(year, month)[1]


def _read_part(text: str, separator: str) -> Point | Span | None:
    if separator not in text or text == separator:
        return _read_point(text)
    start, end = (_read_end(bound, separator) for bound in text.split(separator, 1))
    if start is None or end is None or (isinstance(start, Missing) and isinstance(end, Missing)):
        return None
    return Span(start, end)


def _read_end(text: str, separator: str) -> Point | Missing | None:
    """One end of a span: in sets `..1898` means open, in intervals `/1898` means unknown."""
    if text == "" and separator == "..":
        return Missing.OPEN
    if text in ("", ".."):
        return Missing(text)
    return _read_point(text)


def _read_point(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    if not match:
        return None
    signs = "".join(match[f"q{number}"] or "" for number in range(1, 7))
    number = _known(match["month"])
    if number is not None and not (1 <= number <= 12 or 21 <= number <= 41):
        return None
    season = number if number and number > 12 else None
    digits = int(match["digits"]) if match["digits"] else None
    return Point(
        year=match["year"],
        month=None if season else number,
        day=_known(match["day"]),
        season=season,
        uncertain="?" in signs or "%" in signs,
        approximate="~" in signs or "%" in signs or digits is not None,
        significant_digits=digits,
    )


def _known(digits: str | None) -> int | None:
    return int(digits) if digits and "X" not in digits else None


def _check(part: Point | Span) -> None:
    """Refuse days that no calendar has and spans that run backwards."""
    for point in _ends(part):
        _check_calendar(point)
    if part.first and part.last and part.first > part.last:
        raise DateError(errors.BACKWARDS)


def _check_era(date: EDTFDate) -> None:
    """Refuse years that are still far away: they are counted by another calendar."""
    ends = [end for part in date.parts for end in _ends(part)]
    year = max((end.first[0] for end in ends), default=0)
    if year <= datetime.date.today().year + FUTURE_YEARS:
        return
    if 5000 <= year < 6000:
        raise DateError(errors.hebrew_year(year, year - hebrew.ERA))
    raise DateError(errors.OTHER_CALENDAR)


def _ends(part: Point | Span) -> list[Point]:
    ends = [part] if isinstance(part, Point) else [part.start, part.end]
    return [end for end in ends if isinstance(end, Point)]


def _check_calendar(point: Point) -> None:
    if point.month is None or point.day is None:
        return
    # With an unknown digit in the year, any leap year will do.
    year = int(point.year) if "X" not in point.year else 2000
    if not 1 <= point.day <= days_in_month(year, point.month):
        raise DateError(errors.NO_SUCH_DAY)
