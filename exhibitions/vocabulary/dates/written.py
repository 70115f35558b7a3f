"""Dates as people write them, in four languages and two calendars, read as EDTF.

    understand("vers 1889").edtf      "1889~"
    understand("תר״ן").edtf           "1889/1890"
    understand("3/4/1862").choices    ("1862-04-03", "1862-03-04")
    to_edtf("3/4/1862")               AmbiguousDate
    understand("une vieille photo")   DateError: the words that are not known

The form field, the words beside it and imports ask here. EDTF itself is read first, and stays.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from django.conf import settings
from django.utils.translation import get_language

from . import errors
from .display import format_edtf
from .errors import DateError
from .grammar import Grammar
from .reading import MAX_LENGTH, clean, parse
from .words import atoms, is_known, is_number

_DOTS = re.compile(r"([^\s.\[\]{}]*)\s*\.{2,3}\s*([^\s.\[\]{}]*)")
MOST_CHOICES = 4
MOST_READINGS = 8
"""EDTF's own grammar takes up to 60 ms for each."""


class AmbiguousDate(DateError):
    """A text with several meanings, of which somebody has to choose one."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        language = get_language() or settings.LANGUAGE_CODE
        dates = [(format_edtf(choice, language), choice) for choice in choices]
        super().__init__(errors.ambiguous(dates))
        self.choices = choices


@dataclass(frozen=True)
class Reading:
    """What a text says: one date, or none but `choices`.

    With a date, `choices` are what else it may be meant to say.
    """

    edtf: str
    choices: tuple[str, ...] = ()


def to_edtf(text: str) -> str:
    """The date as EDTF.

    Raises AmbiguousDate for a text with several meanings, and DateError for one with none; both say
    in the active language what to do.
    """
    reading = understand(text)
    if not reading.edtf:
        raise AmbiguousDate(reading.choices)
    return reading.edtf


@lru_cache(maxsize=1024)
def understand(text: str) -> Reading:
    """What the text says, or may say; raises DateError where it says no date.

    A text is never guessed at: a century that is left out, or a day that may be a month, makes
    choices.
    """
    edtf, slip = _as_edtf(text)
    if len(text) > MAX_LENGTH:
        raise slip or DateError(errors.UNREADABLE)
    if not edtf and (spans := _spans(text)):
        return Reading("", spans)
    words = atoms(text)
    grammar = Grammar(words)
    certain: list[str] = []
    possible: list[str] = []
    fault = None
    for made, is_sure in islice(grammar.readings(), MOST_READINGS):
        _, wrong = _as_edtf(made)
        if not wrong:
            (certain if is_sure else possible).append(made)
        elif wrong.message not in errors.SLIPS:
            fault = fault or wrong
    if edtf:
        certain = [edtf]
    found = list(dict.fromkeys([*certain, *possible]))
    if len(set(certain)) == 1:
        return Reading(found[0], tuple(found[1:MOST_CHOICES]))
    if found:
        return Reading("", tuple(found[:MOST_CHOICES]))
    raise grammar.error or fault or _not_understood(words, slip)


def _spans(text: str) -> tuple[str, ...]:
    """What two dots may mean that stand in no brackets: from when to when, or sometime between."""
    dots = _DOTS.fullmatch(clean(text))
    if not dots:
        return ()
    start, end = dots.groups()
    made = [f"{start or '..'}/{end or '..'}", f"[{start}..{end}]"]
    return tuple(one for one in made if not _as_edtf(one)[1])


def _as_edtf(text: str) -> tuple[str, DateError | None]:
    try:
        parse(text)
    except DateError as error:
        return "", error
    return clean(text), None


def _not_understood(words: list[str], slip: DateError | None) -> DateError:
    """Say which words are not known, or that they make no date."""
    unknown = [word for word in words if not (is_known(word) or is_number(word) or _is_plain(word))]
    if unknown:
        return DateError(errors.unknown_words(unknown))
    if any(word.isalpha() for word in words):
        return DateError(errors.NO_DATE_IN_WORDS)
    return slip or DateError(errors.UNREADABLE)


def _is_plain(word: str) -> bool:
    return not word.isalpha() or set(word) <= set("ivxe")
