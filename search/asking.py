"""What a visitor asks for: words, names in any spelling, and phrases in quotation marks."""

import re
from dataclasses import dataclass
from functools import lru_cache

from modelsearch.query import And, Or, Phrase, PlainText, SearchQuery

from .backend import MAX_QUERY_CHARACTERS, MAX_QUERY_WORDS
from .names.dictionary import Dictionary, Entity, Span, Spelling, Words
from .names.folding import alternatives, fold
from .normalise import normalise

# A pair of marks around words; a mark within a word is a Hebrew abbreviation's.
QUOTED = re.compile(r"(?<!\w)[\"“”„«]([^\"“”„«»]+)[\"“”»](?!\w)")
MOST_SPELLINGS = 40
"""Of one name in a query, whoever bears it."""


@dataclass(frozen=True)
class Asked:
    """A query as it was understood.

    `titles` are the words, in search spelling, of titles that bear the asked name; `words` are
    those that a text may have; `entities` are whose names the query has, and `names` the words of
    these as they were typed. `is_name` says that there is nothing else in the query.
    """

    query: SearchQuery | None
    titles: tuple[Words, ...] = ()
    words: frozenset[str] = frozenset()
    entities: tuple[Entity, ...] = ()
    names: tuple[Words, ...] = ()
    is_name: bool = False


def understand(text: str, names: Dictionary) -> Asked:
    """Return what to search for: all words, each in its forms, or the names that they are in
    every other spelling; and what stands in quotation marks as it stands.
    """
    text = text[:MAX_QUERY_CHARACTERS]
    phrases = [plain for plain in map(normalise, QUOTED.findall(text)) if plain]
    words = normalise(QUOTED.sub(" ", text)).split()[:MAX_QUERY_WORDS]
    spans = names.spans(words)
    parts: list[SearchQuery] = [Phrase(plain) for plain in phrases]
    parts += [named(words, span) for span in spans]
    within = {place for span in spans for place in range(span.start, span.end)}
    parts += [in_any_form(word) for place, word in enumerate(words) if place not in within]
    if not parts:
        return Asked(None)
    spellings = [name for span in spans for name in spellings_of(span)]
    whole = not phrases and len(spans) == 1 and len(within) == len(words)
    titles = [
        tuple(" ".join([*phrases, *words]).split()),
        *(name.words for name in spellings if whole),
    ]
    plain = {word for phrase in phrases for word in phrase.split()}
    plain.update(form for word in words for form in alternatives(word))
    plain.update(word for name in spellings for word in name.words)
    found = tuple(dict.fromkeys(entity for span in spans for entity in span.entities))
    query = parts[0] if len(parts) == 1 else And(parts)
    typed = tuple(tuple(words[span.start : span.end]) for span in spans)
    return Asked(query, tuple(titles), frozenset(plain), found, typed, whole)


def spellings_of(span: Span) -> list[Spelling]:
    """Return the names of whoever bears this one, each spelling once, as many as are asked for."""
    found = {name.words: name for entity in span.entities for name in entity.names}
    return list(found.values())[:MOST_SPELLINGS]


def named(words: list[str], span: Span) -> SearchQuery:
    """Return the words of a span as they stand, or any other name of whoever bears it."""
    asked = [all_of([in_any_form(word) for word in words[span.start : span.end]])]
    others = [all_of([in_its_spellings(word) for word in one.words]) for one in spellings_of(span)]
    return Or([*asked, *others])


def in_any_form(word: str) -> SearchQuery:
    return any_of(alternatives(word))


def in_its_spellings(word: str) -> SearchQuery:
    """Return a word of a name: names have neither plural nor gender."""
    folded = [fold(word)] if fold(word) != word else []
    return any_of([word, *folded])


def any_of(words: list[str]) -> SearchQuery:
    return PlainText(words[0]) if len(words) == 1 else Or([PlainText(word) for word in words])


def all_of(parts: list[SearchQuery]) -> SearchQuery:
    return parts[0] if len(parts) == 1 else And(parts)


def share_of_title(asked: Words, title: Words) -> float:
    """Return how much a title is what was asked for: more where it begins with it.

    One word somewhere in a title makes no name of it: 0, as where words are missing.
    """
    if not asked or not set(asked) <= set(title):
        return 0.0
    share = len(asked) / len(title)
    if title[: len(asked)] == asked:
        return 1 + share
    return share if len(asked) > 1 else 0.0


@lru_cache(maxsize=10_000)
def words_of(title: str) -> Words:
    """Return a title's words in search spelling. Thousands are asked for by one frequent word."""
    return tuple(normalise(title).split())


def bears(asked: Asked, title: str) -> float:
    """Return how much a title is what was asked for, in whichever spelling."""
    return max((share_of_title(one, words_of(title)) for one in asked.titles), default=0.0)
