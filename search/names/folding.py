"""Spellings and forms in which one word is written, brought to one.

    >>> fold("בניין"), fold("אברהם")
    ('בנינ', 'אברהמ')

The index holds these forms beside the words of a text, each behind a mark, so that quotation marks
still find a word as it stands. A query asks for its words, and for their forms.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from snowballstemmer import english_stemmer, french_stemmer, spanish_stemmer

STEMMERS = {
    "en": english_stemmer.EnglishStemmer,
    "es": spanish_stemmer.SpanishStemmer,
    "fr": french_stemmer.FrenchStemmer,
}
MARK = "zq"
"""Begins a form in the index; no word of our languages begins so."""
SHORTEST = 4
"""Letters of a word that has other forms."""
MOST_DROPPED = 2
"""Letters that a stem may lack: stemmers make one word of university and universe."""
_NO_PLURALS = (
    "bras cas congres corps cours fils gens lens mars news paris progres proces repas temps tunis"
    " alas bis dios jesus lunes martes mes pais tras"
)
NO_PLURALS = frozenset(_NO_PLURALS.split())
"""Words that end like a plural, and whose singular is another word or none."""

_LETTERS = str.maketrans(
    {
        # Final letters
        "ך": "כ",
        "ם": "מ",
        "ן": "נ",
        "ף": "פ",
        "ץ": "צ",
        # Arabic letters as Persian and Egyptian keyboards have them
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ڪ": "ك",
        "ة": "ه",
        "ۃ": "ه",
        "ە": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ٱ": "ا",
        "ء": None,
    }
)
_DOUBLED = re.compile("([וי])\\1+")
_HEBREW = re.compile("[\u05d0-\u05ea]+")
_LATIN = re.compile("[a-z]+")
_SILENT = re.compile("(?<!^)[אוי]|(?<!^)ה$")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in search spelling with one letter for each letter's variants.

    Final letters, doubled vav and yod (ktiv male), and the Arabic letters that keyboards differ in.
    """
    return _DOUBLED.sub(r"\1", word.translate(_LETTERS))


def consonants(word: str) -> str:
    """Return a Hebrew word without the letters that only some spellings of a foreign name have.

    >>> consonants("קאזאבלאנקה") == consonants("קזבלנקה") == consonants("קזבלנקא")
    True

    Words of other scripts, and what is left with less than three letters, stay as they are.
    """
    word = fold(word)
    bare = _SILENT.sub("", word) if _HEBREW.fullmatch(word) else word
    return bare if len(bare) >= 3 else word


def singulars(word: str) -> list[str]:
    """Return what a folded Hebrew word may be the plural of: תמונות of תמונה, תלמידים of תלמיד."""
    if not _HEBREW.fullmatch(word) or not word.endswith(("ימ", "ות")):
        return []
    bare = word[:-2]
    return [one for one in (bare, bare + "ה") if len(one) >= 3]


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return a Latin word without its endings, as far as they are certain.

    Spanish words keep their vowel: a puerta is no puerto.
    """
    if len(word) < SHORTEST or word in NO_PLURALS or not _LATIN.fullmatch(word):
        return word
    # A stemmer holds the word that it works on: none is shared between threads.
    found: str = STEMMERS[language]().stemWord(word)
    single = word.removesuffix("s")
    if language == "es" and single[len(found) :] in ("a", "o"):
        return single
    if len(word) - len(found) <= MOST_DROPPED:
        return found
    return stem(single, language) if single != word else word


def forms(words: str, language: str) -> Iterator[str]:
    """Yield what the index holds of a text beside its words, each once."""
    known = set()
    for word in words.split():
        if word not in known:
            known.add(word)
            yield from (form for form in forms_of(word, language) if form not in known)
            known.update(forms_of(word, language))


@lru_cache(maxsize=65536)
def forms_of(word: str, language: str) -> tuple[str, ...]:
    """Return the marked forms of a word of a text in `language`; none where it is plain itself."""
    folded = fold(word)
    found = [folded] if folded != word else []
    found += [f"he{one}" for one in singulars(folded)]
    if language in STEMMERS and (root := stem(word, language)) != word:
        found.append(f"{language}{root}")
    return tuple(MARK + form for form in found)


def is_singular(one: str, word: str) -> bool:
    """Is one a word whose plural this may be, and no mere stem of it?"""
    return one in (word.removesuffix("s"), word.removesuffix("es")) or word.endswith("aux")


def alternatives(word: str) -> list[str]:
    """Return what to ask the index for instead of a word: itself first, then its forms.

    The language of a query is not known: a Latin word is asked for as each would have it.
    """
    folded = fold(word)
    found = [word]
    if not _LATIN.fullmatch(word):
        found += [folded, MARK + folded]
    if _HEBREW.fullmatch(word):
        found.append(f"{MARK}he{folded}")
    for one in singulars(folded):
        found += [one, MARK + one, f"{MARK}he{one}"]
    if len(word) >= SHORTEST and _LATIN.fullmatch(word):
        roots = {language: stem(word, language) for language in STEMMERS}
        found += [f"{MARK}{language}{root}" for language, root in roots.items()]
        # Names of four languages stand together in the index, without the forms of any.
        plain = [*roots.values(), word.removesuffix("s")] if set(roots.values()) != {word} else []
        found += [one for one in plain if is_singular(one, word)]
    return list(dict.fromkeys(found))
