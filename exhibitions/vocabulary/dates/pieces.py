"""What a text says of one date, and the stretch of time that it is when complete.

A piece may say little: "12" of "12–18 May 1889" has its month and its year from the other end.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import hebrew
from .errors import NO_SUCH_DAY, DateError
from .reading import Point, read

# The shares of a century, decade, year or month.
PARTS = {
    "early": (0.0, 0.3),
    "mid": (0.3, 0.7),
    "late": (0.7, 1.0),
    **{f"half {n}": ((n - 1) / 2, n / 2) for n in (1, 2)},
    **{f"quarter {n}": ((n - 1) / 4, n / 4) for n in (1, 2, 3, 4)},
}
# Of a Hebrew year, these months and seasons fall in the first of its two years; September in both.
_AUTUMN_MONTHS = (9, 10, 11, 12)
_AUTUMN_SEASONS = (23, 24)
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """EDTF of a first and a last date: one point, all of a span, or one unknown day of it.

    Not `sure` is what the text leaves open and only a person can know, as the century of '62.
    """

    first: str
    last: str
    is_choice: bool = False
    sure: bool = True

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first
        return f"[{self.first}..{self.last}]" if self.is_choice else f"{self.first}/{self.last}"

    @property
    def item(self) -> str:
        """The stretch as it stands in a set of dates."""
        return self.first if self.first == self.last else f"{self.first}..{self.last}"

    @property
    def limits(self) -> "Stretch":
        """The stretch by years and months alone, as the ends of sets and open spans have to be: no
        decade, century or season.
        """
        first, last = _limit(self.first, 0), _limit(self.last, -1)
        return replace(self, first=first, last=last)

    def doubted(self, sign: str) -> "Stretch":
        """The stretch with `~` (about), `?` (probably) or `%` (both) at its ends.

        EDTF doubts the ends of a span, not those of a choice, and no season.
        """
        if not sign:
            return self
        whole = self.limits if self.first != self.last or _is_season(self.first) else self
        return replace(whole, first=whole.first + sign, last=whole.last + sign, is_choice=False)


@dataclass(frozen=True)
class Piece:
    """The words of one date. `year` is digits as they stand, `era` bce, ce or empty."""

    part: str = ""
    day: int = 0
    month: int = 0
    hebrew_month: str = ""
    season: int = 0
    feast: str = ""
    year: str = ""
    hebrew_year: int = 0
    era: str = ""
    ordinal: int = 0
    century: int = 0
    decade: int | None = None

    def beside(self, other: "Piece") -> "Piece":
        """This piece with what only the other end of a span says."""
        piece = self
        if piece.ordinal and other.century:
            piece = replace(piece, century=piece.ordinal, ordinal=0)
        if piece.day and not piece.has_month and other.day:
            piece = replace(piece, month=other.month, hebrew_month=other.hebrew_month)
        if not piece.has_year and piece.grain in ("day", "month") and piece.grain == other.grain:
            piece = replace(piece, year=other.year, hebrew_year=other.hebrew_year)
        return replace(piece, era=piece.era or other.era)

    @property
    def has_month(self) -> bool:
        return bool(self.month or self.hebrew_month)

    @property
    def has_year(self) -> bool:
        return bool(self.year or self.hebrew_year)

    @property
    def grain(self) -> str:
        return "day" if self.day else "month" if self.has_month else ""


def stretches(piece: Piece, before: str | None = None) -> Iterator[Stretch]:
    """All that the piece can mean; `before` is what stands for a year at the other end of its span.

    Raises DateError for a day that its month does not have.
    """
    for stretch in _wholes(piece, before):
        if piece.part:
            yield from _part(stretch, piece.part)
        else:
            yield stretch


def _wholes(piece: Piece, before: str | None) -> Iterator[Stretch]:
    if piece.century and piece.decade is None:
        sign = "-" if piece.era == "bce" else ""
        yield _point(f"{sign}{piece.century - 1:02}XX")
    elif piece.decade is not None:
        yield from _decades(piece.decade, piece.century)
    elif not piece.ordinal and (piece.has_month or not piece.day):
        for year, is_hebrew, sure in _years(piece, before):
            found = _of_hebrew_year(piece, year) if is_hebrew else _of_year(piece, year)
            for stretch in found:
                yield replace(stretch, sure=sure)


def _decades(decade: int, century: int) -> Iterator[Stretch]:
    if decade >= 100:
        yield _point(f"{decade // 10:03}X")
        if decade % 100 == 0:  # the 1800s are ten years, or a hundred
            yield _point(f"{decade // 100:02}XX")
    elif century:
        yield _point(f"{century - 1:02}{decade // 10}X")
    else:
        for hundred in _centuries_of(decade):
            yield replace(_point(f"{hundred}{decade // 10}X"), sure=False)


def _years(piece: Piece, before: str | None) -> Iterator[tuple[int, bool, bool]]:
    """Every year that the piece can mean, whether it is Hebrew, and whether that is sure."""
    if piece.hebrew_year:
        yield piece.hebrew_year, True, True
    if not piece.year:
        return
    number = int(piece.year)
    if piece.era:
        yield (1 - number if piece.era == "bce" else number), False, True
    elif len(piece.year) == 4:
        yield number, 5000 <= number < 6000, True
    elif len(piece.year) == 3:
        yield number, False, False
    elif len(piece.year) == 2 and before is None:
        for hundred in _centuries_of(number):
            yield hundred * 100 + number, False, False
    elif before and len(before) == 4 and before[2:] < piece.year:
        yield int(before[:2] + piece.year), False, False


def _centuries_of(number: int) -> list[int]:
    """The hundreds of the years that "62" is written for."""
    return [hundred for hundred in (18, 19, 20) if hundred * 100 + number <= _this_year()]


def _this_year() -> int:
    return datetime.date.today().year


def _of_year(piece: Piece, year: int) -> Iterator[Stretch]:
    if piece.feast or piece.hebrew_month:
        # A year of the common era has parts of two Hebrew years.
        for hebrew_year in (year + hebrew.ERA - 1, year + hebrew.ERA):
            for stretch in _of_hebrew_year(piece, hebrew_year):
                if stretch.first.startswith(_digits(year)):
                    yield stretch
    elif piece.season:
        yield _point(f"{_digits(year)}-{piece.season}")
    else:
        parts = [f"{part:02}" for part in (piece.month, piece.day) if part]
        yield _point("-".join([_digits(year), *parts]))


def _of_hebrew_year(piece: Piece, year: int) -> Iterator[Stretch]:
    autumn, spring = hebrew.year(year)
    if piece.feast:
        yield _span(hebrew.feast(piece.feast, year))
    elif piece.hebrew_month:
        found = hebrew.days(piece.hebrew_month, year, piece.day or None)
        if not found:
            raise DateError(NO_SUCH_DAY)
        yield from map(_span, found)
    elif piece.month or piece.season:
        if piece.month in _AUTUMN_MONTHS or piece.season in _AUTUMN_SEASONS:
            yield from _of_year(piece, autumn)
        if piece.month < 10 and piece.season not in _AUTUMN_SEASONS:
            yield from _of_year(piece, spring)
    else:
        yield Stretch(_digits(autumn), _digits(spring))


def _part(stretch: Stretch, name: str) -> Iterator[Stretch]:
    """The early, middle or late part of a century, decade, year or month."""
    date = read(stretch.first) if stretch.first == stretch.last else None
    if date is None or (first := date.parts[0].first) is None:
        return
    last = date.parts[0].last or first
    if last[0] > first[0]:
        beginning, end = _share(name, first[0], last[0])
        found = (_digits(beginning), _digits(end))
    elif last[1] > first[1]:
        beginning, end = _share(name, first[1], last[1])
        year = _digits(first[0])
        found = (f"{year}-{beginning:02}", f"{year}-{end:02}")
    elif last[2] > first[2]:
        beginning, end = _share(name, first[2], last[2])
        month = f"{_digits(first[0])}-{first[1]:02}"
        found = (f"{month}-{beginning:02}", f"{month}-{end:02}")
    else:
        return
    yield replace(stretch, first=found[0], last=found[1], is_choice=True)


def _share(name: str, first: int, last: int) -> tuple[int, int]:
    start, end = PARTS[name]
    count = last - first + 1
    return first + round(count * start), first + round(count * end) - 1


def day_before(date: str) -> str:
    """The EDTF of the year, month or day before the first one that `date` can mean."""
    return _neighbour(date, -1)


def day_after(date: str) -> str:
    """The EDTF of the year, month or day after the last one that `date` can mean."""
    return _neighbour(date, 1)


def _neighbour(date: str, step: int) -> str:
    found = read(date)
    point = found.parts[0] if found else None
    if not isinstance(point, Point):
        return ""
    year, month, day = point.first if step < 0 else point.last
    sign = date[-1] if date[-1] in "~?%" else ""
    if point.kind == "day" and year > 0:
        return (datetime.date(year, month, day) + step * ONE_DAY).isoformat() + sign
    if point.kind in ("month", "season"):
        months = year * 12 + month - 1 + step
        return f"{_digits(months // 12)}-{months % 12 + 1:02}{sign}"
    return _digits(year + step) + sign


def _limit(date: str, place: int) -> str:
    """The first (0) or last (-1) year or month of a decade, century or season; else the date."""
    found = read(date)
    if found is None or not ("X" in date or _is_season(date)):
        return date
    first, last = found.parts[0].first, found.parts[0].last
    year, month, _ = (first, last)[place] or (0, 0, 0)
    sign = date[-1] if date[-1] in "~?%" else ""
    return _digits(year) + (f"-{month:02}" if _is_season(date) else "") + sign


def _is_season(date: str) -> bool:
    """Whether it is a spring, summer or autumn; a winter has no months within its year."""
    return date[-3:] in ("-21", "-22", "-23") and date.count("-") == 1


def _span(days: hebrew.Days) -> Stretch:
    return Stretch(days[0].isoformat(), days[1].isoformat())


def _point(text: str) -> Stretch:
    return Stretch(text, text)


def _digits(year: int) -> str:
    """A year as EDTF has it, with four digits and a minus before 1 BCE."""
    return f"{year:05}" if year < 0 else f"{year:04}"
