"""When a school was open: certainly, perhaps or not, by the dates that the sources give.

`frontend/elements/map/years.ts` is the twin of `Years.standing`; vectors.json holds both.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from exhibitions.vocabulary.dates.reading import EDTFDate, Point, Span, read

CENTURY = 100


class Standing(StrEnum):
    """What the sources say of a school in some years."""

    OPEN = "open"
    PERHAPS = "perhaps"
    NOT = "not"


class Years(NamedTuple):
    """The years that a school was open, first and last of each included.

    It may have been open from `earliest` to `latest`, where None is without a bound. It was open
    for certain from `opens` to `closes`, where None is never, and without a bound.
    """

    earliest: int | None = None
    opens: int | None = None
    closes: int | None = None
    latest: int | None = None

    def standing(self, first: int, last: int) -> Standing:
        """Say whether it was open in any of the years from `first` to `last`."""
        if self.earliest is not None and last < self.earliest:
            return Standing.NOT
        if self.latest is not None and first > self.latest:
            return Standing.NOT
        if self.opens is None or last < self.opens:
            return Standing.PERHAPS
        if self.closes is not None and (self.closes < self.opens or first > self.closes):
            return Standing.PERHAPS
        return Standing.OPEN

    @property
    def ends(self) -> list[int]:
        """The years at which it is known to begin or to end; a century alone says neither."""
        pairs = ((self.earliest, self.opens), (self.closes, self.latest))
        known = [[year for year in pair if year is not None] for pair in pairs]
        return [year for years in known for year in years if years[-1] - years[0] < CENTURY - 1]

    def __str__(self) -> str:
        """The four as the page hands them to its script; "-" for None."""
        return " ".join("-" if year is None else str(year) for year in self)


def years_of(opened: str, closed: str) -> Years:
    """Return a school's years from the EDTF of its opening and its closing.

    A closing that is recorded nowhere leaves the school open: most are known by their opening
    alone, and the page says so. One of which no year is known leaves it in doubt from the start.
    """
    earliest, opens = bounds(opened)
    if not closed:
        return Years(earliest, opens)
    closes, latest = bounds(closed)
    return Years(earliest, opens, opens if closes is None else closes, latest)


def within(years: Years, statement: str) -> Years:
    """Narrow a school's years to those in which it stood at a place, in EDTF."""
    if not statement:
        return years
    start, slash, end = statement.partition("/")
    there = years_of(start.strip("."), end.strip(".") if slash else start)
    return Years(
        nearest(max, years.earliest, there.earliest),
        None if None in (years.opens, there.opens) else nearest(max, years.opens, there.opens),
        nearest(min, years.closes, there.closes),
        nearest(min, years.latest, there.latest),
    )


def nearest(choose: Callable[[list[int]], int], *years: int | None) -> int | None:
    known = [year for year in years if year is not None]
    return choose(known) if known else None


def bounds(text: str) -> tuple[int | None, int | None]:
    """Return the first and the last year that a date can mean; None where that has no bound."""
    date = read(text) if text else None
    if date is None:
        return None, None
    doubt = max(map(doubt_of, points(date)), default=0)
    first, last = date.earliest, date.latest
    return None if first is None else first - doubt, None if last is None else last + doubt


def points(date: EDTFDate) -> Iterator[Point]:
    for part in date.parts:
        ends = (part.start, part.end) if isinstance(part, Span) else (part,)
        yield from (end for end in ends if isinstance(end, Point))


def doubt_of(point: Point) -> int:
    """Return by how many years a date that is only about right may be off.

    As the library `edtf` pads them: a year is off by one, a decade by ten, a century by a hundred,
    and by twice as many where it is both uncertain and approximate.
    """
    unit = {"decade": 10, "century": 100}.get(point.kind, 1)
    return unit * (point.uncertain + point.approximate)
