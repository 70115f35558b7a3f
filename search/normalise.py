"""One spelling for search: what is indexed and what is typed are brought to the same plain words.

    >>> normalise("L’École de garçons, כי״ח, בֵּית־סֵפֶר")
    'l ecole de garcons כיח בית ספר'

Both databases then see nothing but letters, digits and spaces, so neither a tokenizer's taste nor
a query language's signs make a difference between them.
"""

import re
import unicodedata
from functools import cache
from itertools import chain

# Letters that Unicode does not take apart, though people type them apart (Ladino, Polish, Turkish
# and Yiddish names among them).
_LETTERS = str.maketrans(
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
    text = unicodedata.normalize("NFKD", text).casefold()
    text = unicodedata.normalize("NFKD", text).translate(_LETTERS)
    text = "".join(character for character in text if not _is_silent(character))
    text = _HEBREW_MARKS.sub("", text)
    return " ".join("".join(map(_word_character, text)).split())


def _is_silent(character: str) -> bool:
    """Points, accents and controls, which vanish and leave their word whole."""
    if ord(character) in _MODIFIERS:
        return True
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


def _word_character(character: str) -> str:
    """The letter itself, a digit in its common form, or a space."""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return character if category[0] in "LN" or category == "Mc" else " "


def run_together(text: str) -> str:
    """The text without its silent characters: it holds every word of `normalise(text)`, and more.

    Twenty times as quick, so that long texts are looked through first with this.
    """
    text = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFKD", text).translate(_silent_and_digits())


@cache
def _silent_and_digits() -> dict[int, int | str | None]:
    table: dict[int, int | str | None] = dict(_LETTERS)
    # Marks, controls and digits stand in these planes of Unicode alone.
    for number in chain(range(0x20000), range(0xE0000, 0xE0200)):
        character = chr(number)
        if _is_silent(character) or character in _MARKS:
            table[number] = None
        elif unicodedata.category(character) == "Nd":
            table[number] = str(unicodedata.decimal(character))
    return table
