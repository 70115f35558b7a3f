"""How words make a date: one grammar for all languages, whose words stand in `words/`.

Each rule is a method that says, from a place among the words on, everything that can stand there
and where it ends. So a text has as many readings as it has meanings, and nothing is chosen in
secret.

    date    = both | set | open | side
    both    = BETWEEN side AND side | [SINCE] side TO side
    set     = side {"," side} (OR | AND) side
    open    = SINCE side | UNTIL side | BEFORE side | AFTER side | side OR_EARLIER | ...
    side    = {ABOUT | PROBABLY} piece {ABOUT | PROBABLY}
    piece   = [PART] (day month year | month year | season year | feast year | century | ...)

Filling words ("the", "de", "של") may stand before every word.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from .errors import DateError
from .one_date import OneDate
from .pieces import Piece, Stretch, day_after, day_before, stretches
from .single_words import Found, rule

Made = tuple[str, bool]
"""EDTF, and whether the words say it for certain."""
LONGEST_SET = 8


SIGNS_OF_DOUBT = {"about": "~", "probably": "?"}
Doubts = frozenset[str]


@dataclass(frozen=True)
class Side:
    """A piece with its doubts."""

    piece: Piece
    doubts: Doubts = frozenset()

    @property
    def sign(self) -> str:
        if len(self.doubts) == len(SIGNS_OF_DOUBT):
            return "%"
        return "".join(SIGNS_OF_DOUBT[doubt] for doubt in self.doubts)


class Grammar(OneDate):
    """Reads a whole text."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self.error: DateError | None = None

    def readings(self) -> Iterator[Made]:
        """Every EDTF text that the words can mean, and whether they say so for certain."""
        found = (made for made, end in self.date(0) if len(self.words) in self.starts(end))
        yield from dict.fromkeys(found)

    # What a whole text can be

    def date(self, place: int) -> Found[Made]:
        yield from self.alone(place)
        yield from self.between(place)
        yield from self.span(place)
        yield from self.several(place)
        yield from self.open(place)

    def alone(self, place: int) -> Found[Made]:
        for side, end in self.side(place):
            for stretch in self.stretches(side):
                yield (str(stretch), stretch.sure), end

    def between(self, place: int) -> Found[Made]:
        for doubts, before in self.doubts(place):
            for _, start in self.word("between", before):
                for kind in ("and", "to", "hyphen"):
                    for (first, last), end in self.pair(kind, start, doubts):
                        yield (_between(first.limits, last.limits), first.sure and last.sure), end

    def span(self, place: int) -> Found[Made]:
        for start in self.after_optional("since", place):
            for kind in ("to", "hyphen"):
                for (first, last), end in self.pair(kind, start):
                    yield (_span(first, last), first.sure and last.sure), end

    def several(self, place: int) -> Found[Made]:
        for sides, start in self.listed(place):
            for kind, form in (("or", "[{}]"), ("and", "{{{}}}")):
                for _, middle in self.word(kind, start):
                    for last, end in self.side(middle):
                        yield from self.made_set(form, [*sides, last], end)

    def made_set(self, form: str, sides: list[Side], end: int) -> Found[Made]:
        last = sides[-1]
        items = [replace(side, piece=side.piece.beside(last.piece)) for side in sides]
        found = [list(self.stretches(side)) for side in items]
        if all(len(choices) == 1 for choices in found):
            text = ",".join(choices[0].item for choices in found)
            yield (form.format(text), all(choices[0].sure for choices in found)), end

    def open(self, place: int) -> Found[Made]:
        for kind, form in _BEFORE_A_SIDE.items():
            for _, start in self.word(kind, place):
                for side, end in self.side(start):
                    yield from self.made_open(form, side, end)
        for start in self.after_optional("since", place):
            for side, middle in self.side(start):
                for kind, form in _AFTER_A_SIDE.items():
                    for _, end in self.word(kind, middle):
                        yield from self.made_open(form, side, end)
        for start in self.after_optional("until", place):
            for side, middle in self.side(start):
                for _, end in self.word("start_unknown", middle):
                    yield from self.made_open(lambda stretch: f"/{_end(stretch).last}", side, end)

    def made_open(self, form: Callable[[Stretch], str], side: Side, end: int) -> Found[Made]:
        for stretch in self.stretches(side):
            yield (form(stretch), stretch.sure), end

    # What a text is made of

    def pair(
        self, kind: str, place: int, doubts: Doubts = frozenset()
    ) -> Found[tuple[Stretch, Stretch]]:
        for first, middle in self.side(place):
            for _, start in self.word(kind, middle):
                for last, end in self.side(start):
                    pair = (Side(side.piece, side.doubts | doubts) for side in (first, last))
                    for made in self.made_pair(*pair):
                        yield made, end

    def made_pair(self, first: Side, last: Side) -> Iterator[tuple[Stretch, Stretch]]:
        beginning = replace(first, piece=first.piece.beside(last.piece))
        ending = replace(last, piece=last.piece.beside(first.piece))
        is_year = first.piece == Piece(year=first.piece.year)
        for start in self.stretches(beginning, before=""):
            for end in self.stretches(ending, before=first.piece.year if is_year else ""):
                yield start, end

    def listed(self, place: int) -> Found[tuple[Side, ...]]:
        found: list[tuple[tuple[Side, ...], int]] = [
            ((side,), end) for side, end in self.side(place)
        ]
        for _ in range(LONGEST_SET):
            yield from found
            found = [
                ((*sides, side), end)
                for sides, middle in found
                for _, start in self.word("comma", middle)
                for side, end in self.side(start)
            ]

    @rule
    def side(self, place: int) -> Found[Side]:
        for before, start in self.doubts(place):
            for piece, middle in self.piece(start):
                for after, end in self.doubts(middle):
                    yield Side(piece, before | after), end

    def doubts(self, place: int) -> Found[Doubts]:
        """Words of doubt, before a date or after it: "probably about 1889", "1889 environ ?"."""
        found: list[tuple[Doubts, int]] = [(frozenset(), place)]
        for doubts, start in found:
            yield doubts, start
            for kind in SIGNS_OF_DOUBT:
                found += [(doubts | {kind}, end) for _, end in self.word(kind, start)]

    def stretches(self, side: Side, before: str | None = None) -> list[Stretch]:
        """What a side can mean; a day that does not exist is noted."""
        try:
            found = list(stretches(side.piece, before))
        except DateError as error:
            self.error = error
            return []
        return [stretch.doubted(side.sign) for stretch in found]


def _between(first: Stretch, last: Stretch) -> str:
    """One unknown day of a span; EDTF has no doubts in it."""
    is_doubted = any(sign in first.first + last.last for sign in "~?%")
    return f"{first.first}/{last.last}" if is_doubted else f"[{first.first}..{last.last}]"


def _span(first: Stretch, last: Stretch) -> str:
    if any(sign in first.first + last.last for sign in "~?%"):
        first, last = first.limits, last.limits
    return f"{first.first}/{last.last}"


def _end(stretch: Stretch) -> Stretch:
    """An end of an open span, which may be a season, but no decade or century."""
    return stretch.limits if "X" in stretch.first + stretch.last else stretch


def _before(date: str) -> str:
    """What is earlier; with a doubt it is a span that is open at its beginning."""
    return f"../{date}" if date[-1:] in "~?%" else f"[..{date}]"


def _after(date: str) -> str:
    return f"{date}/.." if date[-1:] in "~?%" else f"[{date}..]"


_BEFORE_A_SIDE: dict[str, Callable[[Stretch], str]] = {
    "since": lambda stretch: f"{_end(stretch).first}/..",
    "until": lambda stretch: f"../{_end(stretch).last}",
    "before": lambda stretch: _before(day_before(stretch.first)),
    "after": lambda stretch: _after(day_after(stretch.last)),
    "at_latest": lambda stretch: _before(stretch.limits.last),
    "at_earliest": lambda stretch: _after(stretch.limits.first),
}
_AFTER_A_SIDE: dict[str, Callable[[Stretch], str]] = {
    "or_earlier": lambda stretch: _before(stretch.limits.last),
    "or_later": lambda stretch: _after(stretch.limits.first),
    "end_unknown": lambda stretch: f"{_end(stretch).first}/",
}
