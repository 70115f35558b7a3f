"""Imports for tests: a table, planned and run as by the worker."""

import csv
from collections.abc import Iterable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import override
from openpyxl import Workbook

from importing.mapping import propose
from importing.models import Import, PlannedRow, folder
from importing.plans.running import work_through
from importing.reading import opened
from museum.core.models import User

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def csv_of(*rows: Iterable[Any]) -> bytes:
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def xlsx_of(*rows: Iterable[Any]) -> bytes:
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.active.append(list(row))
    book.save(out)
    return out.getvalue()


def upload(content: bytes, user: User, **fields: Any) -> Import:
    """Store a file as the upload does, its columns as they are proposed."""
    run = Import(file_name="list.csv", language="en", created_by=user, run_by=user, **fields)
    folder().mkdir(parents=True, exist_ok=True)
    Path(run.path).write_bytes(content)
    with override("en"):
        run.columns = run.columns or propose(opened(run.path).headings, LANGUAGES)
    run.save()
    return run


def planned(content: bytes, user: User, **fields: Any) -> Import:
    run = upload(content, user, state=Import.State.PLANNING, **fields)
    work_through()
    run.refresh_from_db()
    return run


def then(run: Import, state: str) -> Import:
    """Have the worker run or take back an import."""
    run.go(state)
    work_through()
    run.refresh_from_db()
    return run


def ran(content: bytes, user: User, **fields: Any) -> Import:
    return then(planned(content, user, **fields), Import.State.RUNNING)


def row(run: Import, number: int) -> PlannedRow:
    return run.rows.get(number=number)


def outcomes(run: Import) -> list[str]:
    return list(run.rows.values_list("outcome", flat=True))


def states(run: Import) -> list[str]:
    return list(run.rows.values_list("state", flat=True))
