"""Single words of a date, whatever language and script they are in: months, numbers, ordinals."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, TypeVar

from . import hebrew
from .pieces import Piece
from .words import Value, meanings

T = TypeVar("T")
Found = Iterator[tuple[T, int]]
"""What stands at a place among the words, and where it ends; each in turn."""
ROMAN = {"i": 1, "v": 5, "x": 10}
SIGNS = {"hyphen": "-/", "comma": ","}


def rule(method: Callable[[Any, int], Found[T]]) -> Callable[[Any, int], Found[T]]:
    """Remember what stands at a place, so that no text takes long."""

    @wraps(method)
    def remembered(grammar: Any, place: int) -> Found[T]:
        key = (method.__name__, place)
        if key not in grammar.memory:
            grammar.memory[key] = list(dict.fromkeys(method(grammar, place)))
        return iter(grammar.memory[key])

    return remembered


class SingleWords:
    """Reads one text, cut into words."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.memory: dict[tuple[str, int], list[Any]] = {}

    def ordinal(self, place: int) -> Found[int]:
        for value, end in self.word("ordinal", place):
            yield int(value), end
        for number, end in self.number(place):
            if 1 <= int(number) <= 21 and len(number) <= 2:
                yield int(number), end
                yield from ((int(number), last) for _, last in self.word("ordinal_ending", end))
        for letters, end in self.letters(place):
            if letters <= 21:
                yield letters, end
        for start in self.starts(place):
            if roman := _roman(self.at(start)):
                yield roman, start + 1

    def day(self, place: int) -> Found[int]:
        for number, end in self.number(place):
            if len(number) <= 2 and 1 <= int(number) <= 31:
                yield int(number), end
                yield from ((int(number), last) for _, last in self.word("ordinal_ending", end))
        for letters, end in self.letters(place):
            if letters <= 30:
                yield letters, end
        for value, end in self.word("ordinal", place):
            if value == 1:
                yield 1, end

    def month(self, place: int, with_roman: bool = False) -> Found[Piece]:
        for kind in ("month", "roman_month") if with_roman else ("month",):
            for value, end in self.word(kind, place):
                yield Piece(month=int(value)), end
        for value, end in self.word("hebrew_month", place):
            yield Piece(hebrew_month=str(value)), end

    def number(self, place: int, filled: bool = True) -> Found[str]:
        for start in self.starts(place) if filled else (place,):
            if (word := self.at(start)).isdecimal() and word.isascii():
                yield word, start + 1

    def letters(self, place: int) -> Found[int]:
        """A number in Hebrew letters."""
        for start in self.starts(place):
            if (number := hebrew.numeral(self.at(start))) is not None:
                yield number, start + 1

    def word(self, kind: str, place: int) -> Found[Value]:
        """A phrase of the kind, or a sign."""
        if kind in SIGNS:
            if self.at(place) and self.at(place) in SIGNS[kind]:
                yield kind, place + 1
            return
        for start in self.starts(place):
            for meaning, end in meanings(self.words, start):
                if meaning.kind == kind:
                    yield meaning.value, end

    def after_optional(self, kind: str, place: int) -> Iterator[int]:
        yield place
        yield from (end for _, end in self.word(kind, place))

    def starts(self, place: int) -> list[int]:
        """The place itself, and those after any filling words that stand there."""
        found = [place]
        for start in found:
            for meaning, end in meanings(self.words, start):
                if meaning.kind == "filler" and end not in found:
                    found.append(end)
        return found

    def at(self, place: int) -> str:
        return self.words[place] if place < len(self.words) else ""


def _roman(word: str) -> int:
    """The number of a century in Roman letters, with its French ending; 0 for any other word."""
    letters = word
    for ending in ("ieme", "eme", "er", "e"):
        letters = letters.removesuffix(ending)
    if not letters or set(letters) - set(ROMAN):
        return 0
    values = [ROMAN[letter] for letter in letters]
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if total <= 21 else 0
