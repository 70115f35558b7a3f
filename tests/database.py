"""Bring the tests' database back to what the migrations made, after each test that commits.

Django empties every table, then writes the first rows again one by one. Between some hundred tests
that is minutes; a copy of the template's pages, or of its rows, is a few hundredths of a second.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from typing import Any

from django.db import connection, transaction

from tests import templates


@contextmanager
def taken_back() -> Iterator[None]:
    """Undo at the end what is written meanwhile: for what the tests of a module share."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def restore(_test_case: Any = None) -> None:
    """Make the test database what the template is. Stands in for a test case's own tear-down."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        restore_sqlite(connection.connection)
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(restoring_sql())


def restore_sqlite(database: sqlite3.Connection) -> None:
    template = f"file:{templates.sqlite_template()}?immutable=1"
    with closing(sqlite3.connect(template, uri=True)) as source:
        source.backup(database)


@cache
def restoring_sql() -> str:
    """Empty all tables and refill those that had rows; keys are looked at when it is committed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [connection.ops.quote_name(name) for (name,) in cursor.fetchall()]
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'first_rows'")
        filled = [connection.ops.quote_name(name) for (name,) in cursor.fetchall()]
    empty = [f"DELETE FROM public.{table}" for table in tables]
    refill = [f"INSERT INTO public.{table} SELECT * FROM first_rows.{table}" for table in filled]
    return ";".join([*empty, *refill])
