"""What a visitor asks for: words, and phrases in quotation marks."""

import re

from modelsearch.query import And, Phrase, PlainText, SearchQuery

from .normalise import normalise

# A pair of marks around words; a mark within a word is a Hebrew abbreviation's.
QUOTED = re.compile(r"(?<!\w)[\"“”„«]([^\"“”„«»]+)[\"“”»](?!\w)")


def read(query: str) -> str | SearchQuery:
    """Return what to search for: all words, and what stands in quotation marks as it stands."""
    phrases: list[SearchQuery] = [Phrase(words) for words in QUOTED.findall(query)]
    if not phrases:
        return query
    if rest := QUOTED.sub(" ", query).strip():
        phrases.append(PlainText(rest, operator="and"))
    return phrases[0] if len(phrases) == 1 else And(phrases)


def share_of_title(query: str, title: str) -> float:
    """Return how much a title is what was asked for: more where it begins with it.

    One word somewhere in a title makes no name of it: 0, as where words are missing.
    """
    asked, words = normalise(query).split(), normalise(title).split()
    if not asked or not set(asked) <= set(words):
        return 0.0
    share = len(asked) / len(words)
    if words[: len(asked)] == asked:
        return 1 + share
    return share if len(asked) > 1 else 0.0
