"""Spreadsheets of what a list in the editor shows, in every language: CSV and XLSX.

Both open in an office program as they are, and nothing in them is run there. A CSV begins with a
byte-order mark, without which Excel takes Hebrew for something else; an XLSX sheet of a Hebrew
editor runs from right to left.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_bidi, override
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from wagtail.admin.views.mixins import Echo

from museum.core.spreadsheets.formulas import kept, marked

BYTE_ORDER_MARK = "\ufeff".encode()
# Rows whose translations are fetched together: memory stays the same for a list of any length.
TOGETHER = 500


@dataclass(frozen=True)
class Field:
    """A column. With `by_language` it is one column for each of the museum's languages."""

    label: Any
    value: Callable[[Any], Any]
    by_language: bool = False


def safe(value: Any) -> Any:
    """Return a CSV cell's value; a text that would be run as a formula follows an apostrophe."""
    return marked(value) if isinstance(value, str) else value


def storable(value: Any) -> Any:
    """Return an XLSX cell's value without the control characters that the format cannot hold."""
    return kept(ILLEGAL_CHARACTERS_RE.sub("", value)) if isinstance(value, str) else value


class SpreadsheetExport:
    """For a list's view, before Wagtail's: writes the `export_fields` of what the list shows."""

    export_fields: Sequence[Field] = ()
    export_related: Sequence[str] = ()
    """What the fields ask of other tables, for `select_related`."""
    model: Any

    @property
    def list_export(self) -> list[str]:
        """Return the headings; a column of a language ends in its code: `Title [he]`."""
        return list(self.cells(None, {}))

    def cells(self, item: Any, twins: dict[str, Any]) -> dict[str, Any]:
        """Return a row by its headings. `twins` are the item in each language, by code."""
        row: dict[str, Any] = {}
        for field in self.export_fields:
            label = capfirst(str(field.label))
            columns = {label: item}
            if field.by_language:
                codes = [code for code, _name in settings.LANGUAGES]
                columns = {f"{label} [{code}]": twins.get(code) for code in codes}
            for heading, one in columns.items():
                row[heading] = "" if one is None else field.value(one)
        return row

    def rows(self, found: Any) -> Iterator[dict[str, Any]]:
        """Yield the rows of a queryset, or of a search's results, of any length.

        One query for each TOGETHER of them.
        """
        if isinstance(found, QuerySet):
            # Of what Wagtail fetches for its list no more than which rows there are.
            found = found.prefetch_related(None).values_list("pk", "translation_key", named=True)
            found = found.iterator(chunk_size=TOGETHER)
        remaining = iter(found)
        while items := list(islice(remaining, TOGETHER)):
            keys = {item.translation_key for item in items}
            same = self.model._default_manager.filter(translation_key__in=keys)
            same = same.select_related("locale", *self.export_related)
            every = {one.pk: one for one in same}
            twins: dict[Any, dict[str, Any]] = defaultdict(dict)
            for one in every.values():
                # An alias shows the words of another language: in its own there are none.
                if not getattr(one, "alias_of_id", None):
                    twins[one.translation_key][one.locale.language_code] = one
            for item in items:
                yield self.cells(every[item.pk], twins[item.translation_key])

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        # It is sent once the view is left, and with it the editor's language.
        return self.lines(queryset, get_language() or settings.LANGUAGE_CODE)

    def lines(self, queryset: Any, language: str) -> Iterator[bytes]:
        rows = self.rows(queryset)
        with override(language):
            headings = self.list_export
        writer = csv.DictWriter(Echo(), headings)
        yield BYTE_ORDER_MARK + writer.writeheader()
        while True:
            with override(language):
                row = next(rows, None)
            if row is None:
                return
            yield writer.writerow({heading: safe(value) for heading, value in row.items()})

    def write_xlsx(self, queryset: Any, output: BytesIO) -> None:
        workbook = Workbook(write_only=True)
        sheet = workbook.create_sheet(capfirst(str(self.model._meta.verbose_name_plural))[:31])
        sheet.sheet_view.rightToLeft = get_language_bidi()
        sheet.freeze_panes = "A2"
        sheet.append(self.list_export)
        for row in self.rows(queryset):
            sheet.append([text_cell(sheet, value) for value in row.values()])
        workbook.save(output)


def text_cell(sheet: Any, value: Any) -> WriteOnlyCell:
    """Return a cell that holds numbers as numbers and every text as it is, none as a formula."""
    cell = WriteOnlyCell(sheet, storable(value))
    if cell.data_type == "f":
        cell.data_type = "s"
    return cell
