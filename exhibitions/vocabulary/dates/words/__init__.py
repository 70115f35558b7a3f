"""The words of dates in the museum's four languages, and texts cut into such words.

A language is a module here with one table: kinds of words, their values, and how they are written.
All languages are read together, since a curator copies "vers 1889" from a letter into a Hebrew
form; a word with two meanings has both, and the grammar finds which of them makes a date.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from babel import Locale

from .. import hebrew
from ..reading import clean
from . import en, es, fr, he

Value = int | str
Table = dict[str, Any]
"""By kind of word: how it is written, with commas between; or that by what it says."""
TABLES: dict[str, Table] = {"he": he.WORDS, "es": es.WORDS, "fr": fr.WORDS, "en": en.WORDS}
NUMBERED_MONTHS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

# Whatever stands for a geresh or for gershayim on some keyboard or in some book.
_MARKS = dict.fromkeys(map(ord, "\u05f3\u2019\u2018\u201b\u00b4`\u02bc\u02b9\u2032\u059c"), "'")
_MARKS |= dict.fromkeys(
    map(ord, "\u05f4\u201c\u201d\u201e\u201f\u02ba\u2033\u059e\u00ab\u00bb"), '"'
)
_MARKS |= dict.fromkeys(map(ord, "\u2013\u2014\u2015\u05be"), "-")
_MARKS |= {ord("\u2248"): "~", ord("\u00b1"): "~"}
_ATOM = re.compile(
    r"""[א-ת]+(?:['"][א-ת]+)*['"]?   # a Hebrew word, abbreviation or number
    |[0-9]+
    |[^\W\d_]+
    |(?<=[0-9])\.(?=\s*[0-9])          # a point says something only between numbers
    |[^\w\s.'"()\[\]]                  # another sign
    |[^\W_]""",
    re.VERBOSE,
)
_PREFIXES = frozenset("בהולמכ")


class Meaning(NamedTuple):
    """What a phrase is and says: `month`, 5."""

    kind: str
    value: Value


def atoms(text: str) -> list[str]:
    """Cut a text into words, numbers and signs, without case, accents and vowel points."""
    found = _ATOM.findall(_plain(text))
    cut: list[str] = []
    for place, atom in enumerate(found):
        follows_prefix = bool(cut) and cut[-1] in _PREFIXES and atom == "-"
        if not (follows_prefix and place + 1 < len(found)):
            cut += _without_prefixes(atom)
    return cut


def meanings(words: list[str], place: int) -> Iterator[tuple[Meaning, int]]:
    """Every phrase that begins at `place`, and where it ends."""
    if place < len(words):
        for phrase, meaning in _phrases().get(bare(words[place]), ()):
            end = place + len(phrase)
            if tuple(map(bare, words[place:end])) == phrase:
                yield meaning, end


def is_known(word: str) -> bool:
    """Whether any phrase has the word."""
    return bare(word) in _vocabulary()


def bare(word: str) -> str:
    """The word without geresh and gershayim. A single letter keeps them: ל׳ is 30, ל is "to"."""
    return word.replace("'", "").replace('"', "") if len(word) > 2 else word


def _plain(text: str) -> str:
    text = clean(text).translate(_MARKS)
    letters = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return re.sub(r"''", '"', plain.translate(_MARKS))


def _without_prefixes(word: str) -> list[str]:
    """A Hebrew word apart from the letters before it that are words of their own."""
    is_marked_number = is_number(word) and word != bare(word)
    if len(word) < 3 or word[0] not in _PREFIXES or is_known(word) or is_marked_number:
        return [word]
    rest = _without_prefixes(word[1:].lstrip("'\""))
    if is_known(rest[-1]) or (is_number(rest[-1]) and not is_number(word)):
        return [word[0], *rest]
    return [word]


def is_number(word: str) -> bool:
    """Whether the word is a number in Hebrew letters."""
    return hebrew.numeral(word) is not None


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Meaning]]]:
    """All phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Meaning]]] = defaultdict(list)
    for meaning, text in _written():
        phrase = tuple(bare(atom) for atom in _ATOM.findall(_plain(text)))
        if phrase and (phrase, meaning) not in found[phrase[0]]:
            found[phrase[0]].append((phrase, meaning))
    for phrases in found.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return dict(found)


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(
        word for phrases in _phrases().values() for phrase, _ in phrases for word in phrase
    )


def _written() -> Iterator[tuple[Meaning, str]]:
    for number, roman in enumerate(NUMBERED_MONTHS, 1):
        yield Meaning("roman_month", number), roman
    for language, table in TABLES.items():
        for names in (Locale(language).months["format"][form] for form in ("wide", "abbreviated")):
            for number, name in names.items():
                yield Meaning("month", number), name
        for kind, entries in table.items():
            values = entries if isinstance(entries, dict) else {kind: entries}
            for value, texts in values.items():
                for text in texts.split(","):
                    yield Meaning(kind, value), text
