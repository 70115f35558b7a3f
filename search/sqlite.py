"""SQLite's full-text index, asked once a search instead of once a result.

Wagtail's compiler leaves SQLite to look up the full-text table for each page and to rank each hit
in a subquery of its own, so that a word that stands on 20,000 pages takes over a minute. The same
search takes a tenth of a second when the hits are read, with their scores, in one pass.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, FloatField, Func, QuerySet
from django.db.models.sql.compiler import SQLCompiler
from modelsearch.backends.database.sqlite.query import AndNot, MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    IndexEntry,
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import And, Or, Phrase, PlainText
from modelsearch.utils import get_descendants_content_types_pks

# Weights of the columns autocomplete, body and title: a word in the title tells most.
WEIGHTS = "1.0, 1.0, 10.0"


class Score(Func):
    """The BM25 score of a row, the lower the better, from a list of hits made once a query."""

    output_field = FloatField()

    def __init__(self, match: MatchExpression, content_types: Sequence[int]) -> None:
        super().__init__(F("pk"))
        self.match = match
        self.content_types = content_types

    def as_sql(  # type: ignore[override]
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, list[Any]]:
        condition, match_params = self.match.as_sql(compiler, connection)
        pk, pk_params = compiler.compile(self.source_expressions[0])
        hits, entry = SQLiteFTSIndexEntry._meta.db_table, IndexEntry._meta.db_table
        types = ", ".join(["%s"] * len(self.content_types))
        sql = (
            "(WITH hit(id, score) AS MATERIALIZED "
            f"(SELECT rowid, bm25({hits}, {WEIGHTS}) FROM {hits} WHERE {condition}) "
            f"SELECT hit.score FROM hit JOIN {entry} entry ON entry.id = hit.id "
            f"WHERE entry.content_type_id IN ({types}) AND entry.object_id = CAST({pk} AS TEXT))"
        )
        return sql, [*match_params, *self.content_types, *pk_params]


class QueryCompiler(SQLiteSearchQueryCompiler):
    """Whole words."""

    def search(
        self, config: Any, start: int | None, stop: int | None, score_field: str | None = None
    ) -> QuerySet[Any]:
        query = normalize(self.query)
        if not isinstance(query, PlainText | Phrase | And | Or | AndNot):
            return super().search(config, start, stop, score_field)

        content_types = get_descendants_content_types_pks(self.queryset.model)
        match = MatchExpression(
            self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(query, config=config)
        )
        hits = SQLiteFTSIndexEntry.objects.filter(match).values("pk")
        entries = IndexEntry.objects.filter(content_type__in=content_types, pk__in=hits)
        queryset = self.queryset.filter(pk__in=entries.values("object_id"))

        if self.order_by_relevance and score_field is None:
            score_field = "_score"
        if score_field is not None:
            queryset = queryset.annotate(**{score_field: Score(match, content_types)})
        if self.order_by_relevance:
            queryset = queryset.order_by(score_field, "-pk")
        elif not queryset.query.order_by:
            queryset = queryset.order_by("-pk")  # a stable order across pages
        return queryset[start:stop]


class AutocompleteQueryCompiler(QueryCompiler, SQLiteAutocompleteQueryCompiler):
    """Whole words and the beginning of the last one."""


class SearchBackend(SQLiteSearchBackend):
    """Wagtail's SQLite backend with compilers that read the full-text index in one pass."""

    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
