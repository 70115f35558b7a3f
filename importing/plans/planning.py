"""The dry run: what will become of each row, written down before anything is changed."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail_localize.strings import StringValue

from exhibitions.models import Artifact
from importing.artifacts.fields import BY_NAME, NUMBER, PICTURES, SOURCE_ID, Field
from importing.artifacts.lookups import Lookups, pictures_of
from importing.artifacts.standing import Standing, standing
from importing.models import Import, PlannedRow, SourceIdentity
from importing.neutral import NeutralRecord
from importing.reading import Unreadable, opened
from importing.refusals import Refused, Unsure
from importing.words import said

logger = logging.getLogger(__name__)

TOGETHER = 500
"""Rows that are planned with the same few queries."""
SOURCE = settings.LANGUAGE_CODE
NEEDED = ("title", NUMBER)
Outcome = PlannedRow.Outcome
Change = dict[str, Any]


def plan(run: Import) -> None:
    """Read an import's file and write its plan; what an earlier attempt wrote goes first."""
    run.rows.all().delete()
    with override(run.language):
        try:
            write(run)
        except Unreadable as error:
            fail(run, said(error.problem))
        except FileNotFoundError:
            fail(run, _("The file is gone. Send it again."))
        except OperationalError:
            # The database is away, or another holds it: the plan waits.
            raise
        except Exception:
            logger.exception("Import %s cannot be planned", run.pk)
            fail(run, _("The plan could not be made. Ask the operators to look into the log."))
        else:
            run.go(Import.State.PLANNED, rows_read=run.rows_read)


def write(run: Import) -> None:
    table = opened(run.path, run.encoding)
    planner = Planner(run)
    for records in together(run.mapping.records(table.rows())):
        PlannedRow.objects.bulk_create(planner.rows(records))
        run.rows_read += len(records)
        Import.objects.filter(pk=run.pk).update(rows_read=run.rows_read)


def fail(run: Import, words: str) -> None:
    """Leave no half of a plan."""
    run.rows.all().delete()
    run.go(Import.State.FAILED, failure=words)


def together(records: Iterable[NeutralRecord]) -> Iterator[list[NeutralRecord]]:
    remaining = iter(records)
    while some := list(islice(remaining, TOGETHER)):
        yield some


class Planner:
    """Plans rows; it remembers which items the rows before have named."""

    def __init__(self, run: Import) -> None:
        run.rows_read = 0
        self.run = run
        self.lookups = Lookups(run.choices)
        self.named: dict[tuple[str, str], int] = {}

    def rows(self, records: list[NeutralRecord]) -> list[PlannedRow]:
        by_number, by_source_id = self.found(records)
        keys = {key for keys in by_number.values() for key in keys} | set(by_source_id.values())
        known = standing(keys)
        return [self.row(record, by_number, by_source_id, known) for record in records]

    def found(self, records: list[NeutralRecord]) -> tuple[dict[str, list[UUID]], dict[str, UUID]]:
        """Return the artifacts that have the records' numbers, and those of their identifiers."""
        numbers = {record.one(NUMBER) for record in records} - {""}
        pages = Artifact.objects.filter(
            accession_number__in=numbers, alias_of=None, locale__language_code=SOURCE
        )
        by_number: dict[str, list[UUID]] = {}
        for number, key in pages.values_list(NUMBER, "translation_key"):
            by_number.setdefault(number, []).append(key)
        ids = {record.source_id for record in records} - {""}
        identities = SourceIdentity.objects.filter(
            kind=self.run.kind, source=self.run.source, source_id__in=ids
        )
        return by_number, dict(identities.values_list("source_id", "translation_key"))

    def row(
        self,
        record: NeutralRecord,
        by_number: dict[str, list[UUID]],
        by_source_id: dict[str, UUID],
        known: dict[UUID, Standing],
    ) -> PlannedRow:
        row = PlannedRow(
            run=self.run,
            number=record.place,
            title=record.one("title", SOURCE)[:255],
            accession_number=record.one(NUMBER)[:255],
            source_id=record.source_id[:255],
            reasons=list(record.problems),
        )
        self.refuse_doubles(row)
        same = [key for key in by_number.get(row.accession_number, []) if key in known]
        key = by_source_id.get(record.source_id)
        if key not in known:
            key = same[0] if len(same) == 1 else None
            if len(same) > 1:
                row.reasons.append(
                    _("%(count)d artifacts have the number %(number)s. Give each its own first.")
                    % {"count": len(same), "number": row.accession_number}
                )
        elif any(other != key for other in same):
            title = known[next(other for other in same if other != key)].source.title
            row.reasons.append(
                _("The number %(number)s is that of another artifact, “%(title)s”.")
                % {"number": row.accession_number, "title": title}
            )
        at = known[key] if key else None
        if at is not None:
            row.translation_key = key
            row.seen = at.seen()
            row.title = row.title or at.source.title[:255]
            row.accession_number = row.accession_number or at.source.accession_number
            self.refuse_locked(row, at)
        self.add_changes(row, record, at)
        if at is not None and row.changes and self.run.publishes:
            self.refuse_drafts(row, at)
        if at is None and not row.reasons:
            self.refuse_incomplete(row, record)
        if record.source_id and (not key or by_source_id.get(record.source_id) != key):
            row.changes.insert(0, identity(record))
        row.outcome = outcome(row)
        return row

    def refuse_doubles(self, row: PlannedRow) -> None:
        for name, text in ((NUMBER, row.accession_number), (SOURCE_ID, row.source_id)):
            if not text:
                continue
            first = self.named.setdefault((name, text), row.number)
            if first != row.number:
                row.reasons.append(
                    _("Row %(row)d has the same %(field)s, “%(text)s”.")
                    % {"row": first, "field": BY_NAME[name].label, "text": text}
                )

    def refuse_locked(self, row: PlannedRow, at: Standing) -> None:
        if at.source.locked:
            row.reasons.append(_("The artifact's page is locked."))
        elif at.in_review:
            row.reasons.append(_("The artifact's page waits for approval; answer that first."))

    def refuse_drafts(self, row: PlannedRow, at: Standing) -> None:
        """Publish nothing that somebody has not finished."""
        if any(page.live and page.has_unpublished_changes for page in at.pages.values()):
            row.reasons.append(
                _("The page has a draft that is not published. Publish it, or plan drafts.")
            )

    def refuse_incomplete(self, row: PlannedRow, record: NeutralRecord) -> None:
        if not record.one(NUMBER):
            row.reasons.append(_("A new artifact needs an accession number."))
        if not record.one("title", SOURCE):
            row.reasons.append(_("A new artifact needs a title in the museum's own language."))

    # Fields

    def add_changes(self, row: PlannedRow, record: NeutralRecord, at: Standing | None) -> None:
        """Compare each value with what stands; first those of the source language."""
        cells = [
            (BY_NAME[name], language or SOURCE, texts)
            for name, by_language in record.values.items()
            for language, texts in by_language.items()
        ]
        after: dict[str, str] = {}
        for field, language, texts in sorted(cells, key=lambda cell: cell[1] != SOURCE):
            with noted(row, field):
                change = self.change(field, language, texts, at)
                if change and language != SOURCE and (at is None or at.is_translated(language)):
                    change = self.translated(change, field, at, after)
                if change:
                    row.changes.append(change)
                    if language == SOURCE:
                        after[field.name] = change["after"]
        if record.pictures:
            with noted(row, BY_NAME[PICTURES]):
                if change := self.pictures(record.pictures, at):
                    row.changes.append(change)

    def change(
        self, field: Field, language: str, texts: tuple[str, ...], at: Standing | None
    ) -> Change | None:
        now = at.said(field, language, self.lookups) if at else [""]
        if not texts:
            if not now[0]:
                return None
            if field.name in NEEDED:
                raise Refused(_("%(field)s: every artifact has one.") % {"field": field.title})
            return changed(field, language, now[0], "", "")
        if texts[0] in now:
            return None
        value = field.read(texts[0], self.lookups)
        scratch = Artifact()
        field.give(scratch, value)
        after = field.said(scratch, self.lookups)
        return None if after in now else changed(field, language, now[0], after, value)

    def translated(
        self, change: Change, field: Field, at: Standing | None, after: dict[str, str]
    ) -> Change | None:
        """Return a change of a translated text, paragraph by paragraph; none where it says what
        the source says: such a text is not translated yet.
        """
        source = after.get(field.name)
        if at is not None and (source is None or (at.source.live and not self.run.publishes)):
            # Translators work on what is published, until the change is.
            page = at.pages[SOURCE] if at.source.live else at.drafts[SOURCE]
            source = field.said(page, self.lookups)
        if change["after"] == source:
            return None
        by_paragraph = field.name == "description"
        parts = change["after"].splitlines() if by_paragraph else [change["after"]]
        if not change["after"]:
            return {**change, "value": []}
        wanted = len((source or "").splitlines()) if by_paragraph else int(bool(source))
        if len(parts) != wanted:
            raise Refused(
                _(
                    "%(field)s (%(language)s): the museum's own language has %(wanted)d "
                    "paragraphs here, the translation %(found)d. Translate it on its page."
                )
                % {
                    "field": field.title,
                    "language": change["language"],
                    "wanted": wanted,
                    "found": len(parts),
                }
            )
        return {**change, "value": [str(StringValue.from_plaintext(part).data) for part in parts]}

    def pictures(self, names: tuple[str, ...], at: Standing | None) -> Change | None:
        field = BY_NAME[PICTURES]
        wanted = dict.fromkeys(field.read(name, self.lookups) for name in names)
        draft = at.drafts[SOURCE] if at else Artifact()
        new = [pk for pk in wanted if pk not in pictures_of(draft)]
        if not new:
            return None
        before = field.said(draft, self.lookups)
        added = "\n".join(self.lookups.names_by_picture[pk] for pk in new)
        return changed(field, SOURCE, before, f"{before}\n{added}".strip(), new)


@contextmanager
def noted(row: PlannedRow, field: Field) -> Iterator[None]:
    """Note in a row what is refused or unsure in the block, and go on."""
    try:
        yield
    except Refused as error:
        row.reasons.append(str(error))
    except Unsure as error:
        row.options.append({"field": field.name, "text": error.text, "options": error.options})


def changed(field: Field, language: str, before: str, after: str, value: Any) -> Change:
    return {
        "field": field.name,
        "language": language if field.by_language else "",
        "before": before,
        "after": after,
        "value": value,
    }


def identity(record: NeutralRecord) -> Change:
    return changed(BY_NAME[SOURCE_ID], "", "", record.source_id, record.source_id)


def outcome(row: PlannedRow) -> str:
    if row.reasons:
        return Outcome.REFUSED
    if row.options:
        return Outcome.UNSURE
    if not row.translation_key:
        return Outcome.NEW
    return Outcome.CHANGED if row.changes else Outcome.SAME
