"""Records that a record's statements lead to, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from records.models import Record
from records.presentation.years import said


@dataclass(frozen=True)
class Related:
    """A record that is shown with another: `words` say what it has to do with it."""

    record: Any
    row: Any
    words: str = ""

    @property
    def title(self) -> str:
        return self.record.title_in(get_language())

    @property
    def address(self) -> str:
        return self.record.address_in(get_language())

    @property
    def years(self) -> str:
        return said(self.row.years)


def related(model: type[Record], rows: Iterable[Any], field: str) -> list[Related]:
    """Return the records of `model` in a field of some rows, as far as visitors see them.

    Two queries, beside that of the rows; none without rows.
    """
    rows = list(rows)
    ids = {getattr(row, f"{field}_id") for row in rows} - {None}
    if not ids:
        return []
    shown = {record.pk: record for record in model.objects.shown().filter(pk__in=ids)}
    pairs = [(shown.get(getattr(row, f"{field}_id")), row) for row in rows]
    return [Related(record, row, words(row)) for record, row in pairs if record]


def words(row: Any) -> str:
    """Say what a statement is: a person's role."""
    role = getattr(row, "get_role_display", None)
    return str(role()) if role else ""
