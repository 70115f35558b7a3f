"""The museum's search backend: Wagtail's own database search, in the museum's spelling.

    WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backend"}}

Wagtail chooses SQLite's FTS5 or PostgreSQL's full-text search by the connection. Around either,
texts on their way into the index and words on their way into a query pass through
`search.normalise`, so both databases find the same pages.
"""

import sys
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model
from modelsearch.backends import database
from modelsearch.backends.base import BaseIndex, BaseSearchBackend, BaseSearchResults
from modelsearch.index import BaseField
from modelsearch.query import (
    MATCH_NONE,
    And,
    Boost,
    Fuzzy,
    Not,
    Or,
    Phrase,
    PlainText,
    SearchQuery,
)

from museum.core.languages import codes

from .hebrew import bare_words
from .names.folding import forms
from .normalise import normalise

# PostgreSQL refuses a tsvector of more than 1 MB; 300,000 letters of two or three bytes stay below.
# Of a page with more (over 150 printed pages) the beginning is found.
MAX_INDEXED_CHARACTERS = 300_000
# What a person types. More words than this exceed the depth of FTS5's query parser.
MAX_QUERY_CHARACTERS = 250
MAX_QUERY_WORDS = 32


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:
    """The backend for the default database, as Wagtail asks for it."""
    # "simple" knows no language, so it neither stems nor drops words: four languages share an
    # index.
    return _museum_backend()({"SEARCH_CONFIG": "simple", **params})


@cache
def _museum_backend() -> type[BaseSearchBackend]:
    """The class that Wagtail chooses for the connection, with normalised indexing and queries."""
    chosen: type[BaseSearchBackend] = type(database.SearchBackend({}))
    library = sys.modules[chosen.__module__]
    if not hasattr(library, "ObjectIndexer"):  # before the first migration there is no index
        return chosen
    # The models of each exist on its own database only.
    if connection.vendor == "sqlite":
        from .databases.sqlite import SearchBackend as chosen  # noqa: PLC0415
    elif connection.vendor == "postgresql":
        from .databases.postgresql import SearchBackend as chosen  # noqa: PLC0415
    index = type(
        "MuseumIndex",
        (NormalisedIndex, chosen.index_class),
        {"object_indexer": library.ObjectIndexer},
    )
    return type("MuseumSearchBackend", (NormalisedSearch, chosen), {"index_class": index})


class NormalisedSearch(BaseSearchBackend):
    """Mixin for a backend: what is searched for is normalised."""

    def search(self, query: str | SearchQuery, *args: Any, **kwargs: Any) -> BaseSearchResults:
        return super().search(normalise_query(query), *args, **kwargs)

    def autocomplete(
        self, query: str | SearchQuery, *args: Any, **kwargs: Any
    ) -> BaseSearchResults:
        return super().autocomplete(normalise_query(query), *args, **kwargs)


class NormalisedIndex(BaseIndex):
    """Mixin for an index: what is indexed is normalised."""

    object_indexer: type

    def add_items(self, model: type[Model], items: Iterable[Model]) -> None:
        languages = languages_of(model)
        super().add_items(model, [NormalisedItem(item, self, languages) for item in items])


class NormalisedItem:
    """What Wagtail's indexer asks of an object, with its texts already read and normalised."""

    def __init__(self, item: Model, index: NormalisedIndex, languages: dict[int, str]) -> None:
        self.pk = item.pk
        language = languages.get(getattr(item, "locale_id", 0), "")
        indexer = index.object_indexer(item, index.backend)
        self._fields = list(_normalised_fields(indexer, language))

    def get_search_fields(self) -> list[BaseField]:
        return self._fields


def languages_of(model: type[Model]) -> dict[int, str]:
    """Return the languages by their ids, where the objects of a model have one."""
    if not hasattr(model, "locale_id"):
        return {}
    return codes()


def _normalised_fields(indexer: Any, language: str) -> Iterator[BaseField]:
    """A copy of each text field, related ones included, that answers with normalised text."""
    left = MAX_INDEXED_CHARACTERS
    for field in indexer.search_fields:
        for leaf, *_weight, text in indexer.prepare_field(indexer.obj, field):
            # Wagtail's indexers write an empty field as the word "None".
            words = normalise(text[:left]) if text != "None" else ""
            words = f"{words} {bare_words(words)}".strip()
            words = f"{words} {' '.join(forms(words, language))}".strip()[:left]
            left -= len(words)
            normalised = copy(leaf)
            normalised.get_value = lambda _item, words=words: words
            yield normalised


def normalise_query(query: str | SearchQuery) -> str | SearchQuery:
    """The query in search spelling; parts without any word fall away."""
    if isinstance(query, str):
        return _words(query)
    if isinstance(query, PlainText | Phrase | Fuzzy):
        words = _words(query.query_string)
        query = copy(query)
        query.query_string = words
        return query if words else MATCH_NONE
    if isinstance(query, And | Or):
        parts = [normalise_query(part) for part in query.subqueries]
        parts = [part for part in parts if part is not MATCH_NONE]
        return type(query)(parts) if parts else MATCH_NONE
    if isinstance(query, Boost):
        return Boost(normalise_query(query.subquery), query.boost)
    if isinstance(query, Not) and query is not MATCH_NONE:
        inner = normalise_query(query.subquery)
        return Not(inner) if inner is not MATCH_NONE else MATCH_NONE
    return query


def _words(text: str) -> str:
    return " ".join(normalise(text[:MAX_QUERY_CHARACTERS]).split()[:MAX_QUERY_WORDS])
