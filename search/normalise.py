"""One spelling for search: what is indexed and what is typed are brought to the same plain words.

    >>> normalise("L’École de garçons, כי״ח, בֵּית־סֵפֶר")
    'l ecole de garcons כיח בית ספר'

Both databases then see nothing but letters, digits and spaces, so neither a tokenizer's taste nor
a query language's signs make a difference between them.
"""

import re
import unicodedata
from collections.abc import Callable

# Letters that Unicode does not take apart, though people type them apart (Ladino, Polish, Turkish
# and Yiddish names among them).
_LETTERS: dict[int, str | None] = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ð": "d",
        "þ": "th",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "װ": "וו",
        "ױ": "וי",
        "ײ": "יי",
        "ـ": None,  # Arabic tatweel only stretches a word
    }
)
# Geresh and gershayim, typed as themselves or as any quotation mark, belong to the Hebrew word
# before them: כי״ח and כי"ח are כיח. Elsewhere the same marks part words: l’école is "l ecole".
_MARKS = "\u05f3\u05f4\"'`´’‘‛“”„‟ʼ"
_HEBREW_MARKS = re.compile(f"(?<=[\u05d0-\u05ea])[{_MARKS}]+")
# Spacing modifier letters: the half rings and primes of scholarly transliteration (ʿAbd, ḥaʾim).
_MODIFIERS = range(0x02B0, 0x0300)


def normalise(text: str) -> str:
    """The text's words in search spelling, parted by single spaces; "" if it has no word.

    Compatibility forms are unfolded (NFKD), case is folded, and accents, Hebrew points and
    cantillation, Arabic vowel signs and invisible controls (bidirectional marks, joiners, soft
    hyphens) are dropped. Maqaf, hyphens, punctuation and symbols part words.

    Final letters stay: ם or ך mark where a word ends, and two words that differ only there
    (an inflected form against a proper ending) are different words to a Hebrew reader.
    """
    text = _HEBREW_MARKS.sub("", _unfolded(text).translate(_HEARD))
    return " ".join(text.translate(_IN_WORDS).split())


def run_together(text: str) -> str:
    """The text without its silent characters: it holds every word of `normalise(text)`, and more.

    Quicker still, so that long texts are looked through first with this.
    """
    return _unfolded(text).translate(_RUN_TOGETHER)


def _unfolded(text: str) -> str:
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())


class _Table(dict[int, str | None]):
    """For `str.translate`: how a character is written, asked once for each that is met."""

    def __init__(self, spelling: Callable[[str], str | None]) -> None:
        super().__init__()
        self.spelling = spelling

    def __missing__(self, number: int) -> str | None:
        written = self.spelling(chr(number))
        # What people write stands in these planes of Unicode; strangers cannot fill the memory.
        if number < 0x20000:
            self[number] = written
        return written


def _heard(character: str) -> str | None:
    """The letter as people type it; None for points, accents and controls, which leave their word
    whole."""
    if ord(character) in _LETTERS:
        return _LETTERS[ord(character)]
    silent = ord(character) in _MODIFIERS or unicodedata.category(character) in ("Mn", "Me", "Cf")
    return None if silent else character


def _in_words(character: str) -> str:
    """The letter itself, a digit in its common form, or a space."""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return character if category[0] in "LN" or category == "Mc" else " "


def _without_marks(character: str) -> str | None:
    if character in _MARKS:
        return None
    digit = unicodedata.category(character) == "Nd"
    return str(unicodedata.decimal(character)) if digit else _heard(character)


_HEARD = _Table(_heard)
_IN_WORDS = _Table(_in_words)
_RUN_TOGETHER = _Table(_without_marks)
