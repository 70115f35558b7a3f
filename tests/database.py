"""Empty and refill the tests' database as Django does around tests that commit, in fewer statements.

Django brings back what the migrations made row by row, in two statements each, and PostgreSQL
truncates every table, at the price of a new file each. Between some hundred tests that is minutes.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from itertools import groupby
from typing import Any

from django.core import serializers
from django.core.serializers.base import DeserializedObject
from django.db import transaction
from django.db.backends.base.creation import BaseDatabaseCreation
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.models import Model


@contextmanager
def taken_back() -> Iterator[None]:
    """Undo at the end what is written meanwhile: for what the tests of a module share."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def refill(creation: BaseDatabaseCreation, data: str) -> None:
    """Insert what `serialize_db_to_string` wrote down, a model at a time; what is there stays.

    It is all there before the first test that commits.
    """
    with transaction.atomic(), creation.connection.constraint_checks_disabled():
        rows = serializers.deserialize("json", StringIO(data))
        for model, alike in groupby(rows, key=lambda row: type(row.object)):
            insert(model, list(alike))


def insert(model: type[Model], rows: Sequence[DeserializedObject]) -> None:
    if model._meta.parents:  # Django does not insert many rows of two tables at once.
        for row in rows:
            row.save()
        return
    model._base_manager.bulk_create((row.object for row in rows), ignore_conflicts=True)
    for row in rows:
        for name, related in row.m2m_data.items():
            getattr(row.object, name).set(related)


def deletions(
    operations: BaseDatabaseOperations, style: Any, tables: Sequence[str], **options: bool
) -> list[str]:
    """The SQL that empties the tables; foreign keys are looked at when it is committed."""
    return ["; ".join(f"DELETE FROM {operations.quote_name(table)}" for table in tables)]
