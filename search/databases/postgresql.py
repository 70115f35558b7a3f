"""PostgreSQL's full-text index, with its results in the order that SQLite has them too."""

from typing import Any

from django.db.models import Case, F, FloatField, Value, When
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)

TITLE, BODY = F("index_entries__title"), F("index_entries__body")


class QueryCompiler(PostgresSearchQueryCompiler):
    """Whole words. The rank is 1 where the title matches, else 0; the newest of equals is first."""

    def get_index_vectors(self, search_query: Any) -> list[tuple[Any, float]]:
        return [(TITLE, 1.0), (BODY, 1.0)]

    def build_tsrank(
        self, vector: Any, query: Any, config: Any = None, boost: float = 1.0
    ) -> Case | Value:
        if vector is BODY:
            return Value(0.0)
        matches = When(index_entries__title=self.build_tsquery(query, config), then=Value(1.0))
        return Case(matches, default=Value(0.0), output_field=FloatField())


class AutocompleteQueryCompiler(PostgresAutocompleteQueryCompiler):
    """Whole words and the beginning of the last one."""

    build_tsrank = QueryCompiler.build_tsrank


class SearchBackend(PostgresSearchBackend):
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
