"""What is wrong with a date, said so that a curator can mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

DATE_HELP = _(
    "As you would write it: 12 May 1889, about 1889, 1862–1883, before 1900, the 1880s, "
    "late 19th century, תר״ן, Hanukkah 1949. Or as EDTF: 1889-05-12, 1889~, 1862/1883, 188X; "
    "there the year 0000 is 1 BCE: 500 BCE is -0499."
)

EMPTY = _("Write a date, for example 1862, 1889-05-12 or 1889~ (about 1889).")
YEAR_FIRST = _(
    "Write the year first, then the month and the day with two digits each, for example 1889-05-12."
)
SPAN_OF_YEARS = _(
    "Write a span of years with a slash, for example 1889/1898. Months go from 01 to 12."
)
FOUR_DIGITS = _("Write the year with four digits, for example 1862 or 0896.")
NO_WORDS = _(
    "Write the date with numbers and signs instead of words: 1889~ is about 1889, "
    "1862? is probably 1862, 188X are the 1880s."
)
NO_DATE_IN_WORDS = _(
    "The museum knows these words, but not the date that they make together. Write it like one of "
    "these: about 1889, 12 May 1889, 1862–1883, between 1889 and 1898, late 19th century, 1889~"
)
TOO_LONG = _("This date is too long. Write fewer dates, or from when to when.")
NO_SUCH_DAY = _(
    "There is no such day in the calendar. Check the month and the day, for example 1889-05-31."
)
BACKWARDS = _(
    "The end is earlier than the beginning. Write the earlier date first, for example 1862/1883."
)
OTHER_CALENDAR = _(
    "This year is still far away. Write the year of the common era, for example 1928, whatever "
    "calendar the item itself uses."
)
UNREADABLE = _(
    "The museum cannot read this date. Write it like one of these: 1862, 1889-05, 1889-05-12, "
    "1862/1883, 188X, 1889~, 1862?"
)

# The usual slips, most telling first. Letters that EDTF itself uses (S, T, X, Z) are no words.
_SLIPS: tuple[tuple[re.Pattern[str], StrPromise], ...] = (
    (re.compile(r"[^\W\d_STXZ]"), NO_WORDS),
    (
        re.compile(r"[0-9]+([./])[0-9]+\1[0-9]+|[0-9]{1,2}-[0-9]{1,2}-[0-9]+"),
        YEAR_FIRST,
    ),
    (re.compile(r"[0-9]{1,2}[./-][0-9]{4}"), YEAR_FIRST),
    (re.compile(r"[0-9]{4}-[0-9](?:-[0-9]{1,2})?|[0-9]{4}-[0-9]{2}-[0-9]"), YEAR_FIRST),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), NO_SUCH_DAY),
    (re.compile(r"[0-9]{4}\s*[-–—]\s*[0-9]{2,4}"), SPAN_OF_YEARS),
    (re.compile(r"-?(?:[0-9X]{1,3}|[0-9X]{5,})[?~%]?"), FOUR_DIGITS),
)

# What is wrong with the signs of a text, and not with the date that they say.
SLIPS = frozenset({UNREADABLE, EMPTY, *(message for _, message in _SLIPS)} - {NO_SUCH_DAY})


class DateError(ValueError):
    """A date that cannot be understood; `message` is translated when it is shown."""

    def __init__(self, message: StrPromise | str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


def hebrew_year(year: int, began: int) -> str:
    """Say what a year of the Hebrew calendar is in the common era, in which it began in autumn."""
    return _(
        "%(year)d looks like a year of the Hebrew calendar. Write it in the common era: "
        "%(began)d/%(ended)d, since it began in the autumn of %(began)d."
    ) % {"year": year, "began": began, "ended": began + 1}


def ambiguous(choices: list[tuple[str, str]]) -> str:
    """Say which dates a text can mean, each in words and as EDTF."""
    dates = "; ".join(f"{words} ({edtf})" for words, edtf in choices)
    return _("This can mean several dates. Write the one that you mean: %(dates)s.") % {
        "dates": dates
    }


def unknown_words(words: list[str]) -> str:
    """Say which words of a date are not known."""
    quoted = ", ".join(f"“{word}”" for word in words[:3])
    return ngettext(
        "The museum does not know this word in a date: %(words)s. Write it like one of these: "
        "about 1889, 12 May 1889, between 1889 and 1898, late 19th century, 1889~",
        "The museum does not know these words in a date: %(words)s. Write it like one of these: "
        "about 1889, 12 May 1889, between 1889 and 1898, late 19th century, 1889~",
        len(words),
    ) % {"words": quoted}


def explain(text: str) -> StrPromise:
    """The most helpful message for a text that is not EDTF."""
    if not text:
        return EMPTY
    if re.match(r"Y", text):
        return FOUR_DIGITS
    for pattern, message in _SLIPS:
        found = pattern.search(text) if message is NO_WORDS else pattern.fullmatch(text)
        if found:
            return message
    return UNREADABLE
