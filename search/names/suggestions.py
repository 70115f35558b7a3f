"""“Did you mean”: the museum's own words and names that a query is nearly, or was meant to be."""

import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA
from wagtail.models import Page

from museum.core.requests import known
from museum.core.visibility import visible
from records.naming import script_of

from ..backend import MAX_QUERY_CHARACTERS
from ..hebrew import bare_words
from ..normalise import normalise
from .dictionary import Dictionary
from .folding import fold
from .keyboards import on_the_other

MOST_WORDS = 6
SHORTEST = 4
"""Letters of a word that is looked for in other spellings; below, everything is near."""
_TOKEN = re.compile(r"[^\W_]+(?:[\"'’׳״][^\W_]+)*")


class Vocabulary:
    """The words that everybody may read in titles and names, as they are written."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.written: dict[str, str] = {}
        self.of_script: dict[str, dict[str, str]] = defaultdict(dict)
        for text in texts:
            for token in _TOKEN.findall(text):
                for word in normalise(token).split():
                    shown = token if normalise(token) == word else word
                    self.written.setdefault(fold(word), shown)
        for word, shown in self.written.items():
            if len(word) >= SHORTEST:
                self.of_script[script_of(word)][word] = shown

    def __contains__(self, word: str) -> bool:
        return any(fold(one) in self.written for one in (word, *bare_words(word).split()))

    def near(self, word: str) -> str:
        """Return the word itself if it is known, else the nearest in its script, or nothing.

        One letter may be wrong, missing, added or swapped; in six letters or more, two.
        """
        if word in self:
            return self.written.get(fold(word), word)
        if len(word) < SHORTEST:
            return ""
        words = self.of_script.get(script_of(word), {})
        most = 1 if len(word) < 6 else 2
        found = process.extractOne(fold(word), list(words), scorer=OSA.distance, score_cutoff=most)
        return words[found[0]] if found else ""


def names_only(names: Dictionary) -> Vocabulary:
    """Return the words of the records' names. No query."""
    return known.once("search words of names", lambda: Vocabulary(spellings(names)))


def vocabulary(names: Dictionary) -> Vocabulary:
    """Return the museum's words, those of names first. Two queries, or none."""

    def read() -> Vocabulary:
        pages = visible(Page.objects.filter(alias_of=None)).order_by("pk")
        return Vocabulary([*spellings(names), *pages.values_list("title", flat=True)])

    return known.once("search words", read)


def spellings(names: Dictionary) -> list[str]:
    return [name.text for entity in names.entities for name in entity.names]


def suggest(text: str, words: Vocabulary) -> str:
    """Return another query that may have been meant: on another keyboard, or nearly spelled so."""
    text = text[:MAX_QUERY_CHARACTERS]
    plain = normalise(on_the_other(text)).split()
    is_long = any(len(word) >= SHORTEST for word in plain)
    if is_long and len(plain) <= MOST_WORDS and all(word in words for word in plain):
        return " ".join(words.near(word) for word in plain)
    asked = normalise(text).split()
    if not 0 < len(asked) <= MOST_WORDS:
        return ""
    meant = [words.near(word) for word in asked]
    is_other = normalise(" ".join(meant)).split() != asked
    return " ".join(meant) if all(meant) and is_other else ""
