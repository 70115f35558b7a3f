"""The rules for one date: a day, a year, a season, a century, in words and in numbers."""

from collections.abc import Iterator
from dataclasses import replace

from . import hebrew
from .pieces import Piece
from .single_words import Found, SingleWords, rule


class OneDate(SingleWords):
    """Says every piece of a date that can stand at a place."""

    @rule
    def piece(self, place: int) -> Found[Piece]:
        yield from self.whole(place)
        for part, start in self.word("part", place):
            for middle in (start, *(end for _, end in self.word("hyphen", start))):
                for piece, end in self.whole(middle):
                    if not piece.day:
                        yield replace(piece, part=str(part)), end

    def whole(self, place: int) -> Found[Piece]:
        yield from self.with_era(place)
        yield from self.named(place)
        yield from self.numeric(place)
        for season, middle in self.word("season", place):
            yield from self.with_year(Piece(season=int(season)), middle)
        for feast, middle in self.word("feast", place):
            yield from self.with_year(Piece(feast=str(feast)), middle)

    def named(self, place: int) -> Found[Piece]:
        """A day, a month in words and a year, of which some may be missing."""
        for month, middle in self.month(place):
            yield month, middle
            yield from self.with_year(month, middle)
            for day, start in self.day(middle):
                yield replace(month, day=day), start
                for after in (start, *(end for _, end in self.word("comma", start))):
                    yield from self.with_year(replace(month, day=day), after)
        for day, middle in self.day(place):
            yield Piece(day=day), middle
            for _, start in self.word("comma", middle):
                yield from self.with_year(Piece(day=day), start)
            for between in (middle, *(end for _, end in self.word("hyphen", middle))):
                for month, start in self.month(between, with_roman=True):
                    whole = replace(month, day=day)
                    yield whole, start
                    for after in (start, *(end for _, end in self.word("hyphen", start))):
                        yield from self.with_year(whole, after)

    def numeric(self, place: int) -> Found[Piece]:
        """Numbers alone: 23.12.1862, 12/1862, 1862-12-23; 3/4/1862 is two days."""
        for sign in (".", "/", "-"):
            for numbers, end in self.numbers(sign, place):
                yield from ((piece, end) for piece in _from_numbers(numbers, sign))

    def numbers(self, sign: str, place: int) -> Found[tuple[str, ...]]:
        for first, middle in self.number(place):
            if self.at(middle) == sign:
                for second, end in self.number(middle + 1, filled=False):
                    yield (first, second), end
                    if self.at(end) == sign:
                        for third, last in self.number(end + 1, filled=False):
                            yield (first, second, third), last

    def with_year(self, piece: Piece, place: int) -> Found[Piece]:
        for year, end in self.year(place):
            yield replace(piece, year=year.year, hebrew_year=year.hebrew_year, era=year.era), end

    def with_era(self, place: int) -> Found[Piece]:
        yield from self.year(place)
        yield from self.decade(place)
        for century, middle in self.century(place):
            yield century, middle
            for era, end in self.word("era", middle):
                yield replace(century, era=str(era)), end

    @rule
    def year(self, place: int) -> Found[Piece]:
        for number, middle in self.number(place):
            if len(number) <= 4:
                yield Piece(year=number), middle
                for era, end in self.word("era", middle):
                    yield Piece(year=number, era=str(era)), end
        for _, start in self.word("year", place):
            for number, end in self.number(start):
                if len(number) == 3:
                    yield Piece(year=number, era="ce"), end
        for letters, end in self.letters(place):
            if year := hebrew.year_of(letters):
                yield Piece(hebrew_year=year), end

    @rule
    def century(self, place: int) -> Found[Piece]:
        for number, middle in self.ordinal(place):
            yield Piece(ordinal=number), middle
            for start in (middle, *(end for _, end in self.word("hyphen", middle))):
                for _, end in self.word("century", start):
                    yield Piece(century=number), end
        for _, middle in self.word("century", place):
            for number, end in self.ordinal(middle):
                yield Piece(century=number), end

    @rule
    def decade(self, place: int) -> Found[Piece]:
        for piece, end in self.tens(place):
            yield piece, end
            if piece.decade is not None and piece.decade < 100:
                for century, last in self.century(end):
                    if century.century:
                        yield replace(piece, century=century.century), last

    def tens(self, place: int) -> Found[Piece]:
        """1880s, años 1880, the eighties, שנות ה-80."""
        for number, middle in self.number(place):
            if number.endswith("0") and len(number) in (2, 4):
                for _, end in self.word("decade_ending", middle):
                    yield Piece(decade=int(number)), end
        for _, start in self.word("decade", place):
            for number, end in self.number(start):
                if number.endswith("0") and len(number) in (2, 4):
                    yield Piece(decade=int(number)), end
                    for _, last in self.word("decade_ending", end):
                        yield Piece(decade=int(number)), last
            for value, end in self.word("tens", start):
                yield Piece(decade=int(value)), end
        for value, end in self.word("decade_name", place):
            yield Piece(decade=int(value)), end


def _from_numbers(numbers: tuple[str, ...], sign: str) -> Iterator[Piece]:
    """The dates that numbers can be; day and month are told apart only where one is over 12."""
    if len(numbers[0]) == 4:
        if sign == "-" and all(len(number) == 2 for number in numbers[1:]):
            day = int(numbers[2]) if len(numbers) == 3 else 0
            if int(numbers[1]) <= 12 and (len(numbers) == 2 or day):
                yield Piece(year=numbers[0], month=int(numbers[1]), day=day)
        return
    year = numbers[-1]
    first, second = int(numbers[0]), int(numbers[1])
    if len(numbers) == 2:
        if len(year) == 4 and 1 <= first <= 12:
            yield Piece(year=year, month=first)
    elif len(year) in (2, 4):
        for day, month in ((first, second), (second, first)):
            if 1 <= month <= 12 and 1 <= day <= 31:
                yield Piece(year=year, month=month, day=day)
