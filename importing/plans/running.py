"""The plan is run, and taken back: each row in a transaction of its own, with its new state.

Whoever ends in the middle, however, has done some rows whole and the others not at all; the next
worker goes on with those.
"""

import logging
import math
import time
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, OperationalError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.log_actions import LogContext
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from exhibitions.models import Artifact
from importing.artifacts.undoing import take_back
from importing.artifacts.writing import Writer
from importing.models import Import, PlannedRow
from importing.plans.planning import plan
from importing.refusals import Refused
from museum.core.models import User
from search.indexing import index_all, indexing_paused

logger = logging.getLogger(__name__)

TOGETHER = 100
"""Rows after which the indexes are written."""
State = PlannedRow.State


def work_through(seconds: float = math.inf) -> None:
    """Do what imports wait for, and begin no more rows once the time is over.

    What another, or a killed, worker left is gone on with.
    """
    until = time.monotonic() + seconds
    for run in Import.objects.filter(state__in=Import.WORKING).order_by("pk"):
        if run.state == Import.State.PLANNING:
            plan(run)
        elif not go_on(run, until):
            return


def go_on(run: Import, until: float) -> bool:
    """Do the rows of a plan that are not done yet, or take back those that were, the last ones
    first. False where the time was over before."""
    if run.state == Import.State.UNDOING:
        done = run.rows.filter(state=State.DONE).order_by("-number")
        if ended := each(run, done, undo_row, State.LEFT, until):
            run.go(Import.State.UNDONE)
        return ended
    wanted = run.rows.filter(outcome__in=PlannedRow.WORK, state=State.PLANNED).order_by("number")
    if ended := each(run, wanted, run_row, State.REFUSED, until):
        run.go(Import.State.DONE)
        # Its plan says all that undo needs; the file may tell what the museum did not take.
        run.path.unlink(missing_ok=True)
    return ended


def run_row(row: PlannedRow, user: User) -> None:
    row.trace = Writer(row, user, row.run.publishes).write()
    row.state = State.DONE


def undo_row(row: PlannedRow, user: User) -> None:
    take_back(row, user)
    row.state = State.UNDONE


def each(
    run: Import,
    rows: QuerySet[PlannedRow],
    do: Callable[[PlannedRow, User], None],
    refused: str,
    until: float,
) -> bool:
    """Do something with every row, or note why not; False where the time was over before.

    The indexes of search and of references are written once for some rows together. Those that
    a killed process left out come first.
    """
    waiting = list(rows.values_list("pk", "state"))
    settle(run.rows.exclude(state=State.PLANNED).order_by("-number")[:TOGETHER])
    with override(run.language), LogContext(user=run.run_by):
        for first in range(0, len(waiting), TOGETHER):
            if time.monotonic() > until:
                return False
            some = waiting[first : first + TOGETHER]
            with indexing_paused(), disable_reference_index_auto_update():
                for pk, before in some:
                    one(run, pk, before, do, refused)
            settle(run.rows.filter(pk__in=[pk for pk, _before in some]))
    return True


def one(
    run: Import, pk: int, before: str, do: Callable[[PlannedRow, User], None], refused: str
) -> None:
    try:
        with transaction.atomic():
            row = PlannedRow.objects.select_for_update().get(pk=pk, state=before)
            row.run = run
            if run.run_by is None:
                raise Refused(_("Whoever asked for it has no account any more."))
            do(row, run.run_by)
            row.save(update_fields=["state", "trace", "translation_key"])
    except PlannedRow.DoesNotExist:
        # Another process has done it.
        return
    except OperationalError:
        # The database is away, or another holds it: the rows wait.
        raise
    except Exception as error:  # noqa: BLE001 (whatever a row is, the others go on)
        note(pk, before, refused, words(error, pk))


def settle(rows: QuerySet[PlannedRow]) -> None:
    """Note what the artifacts of some rows say, and to what they point."""
    keys = [key for key in rows.values_list("translation_key", flat=True) if key]
    pages = list(Artifact.objects.filter(translation_key__in=keys).select_related("locale"))
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)
    index_all(pages)


def words(error: Exception, pk: int) -> list[str]:
    if isinstance(error, ValidationError):
        return error.messages
    if isinstance(error, Refused):
        return [str(error)]
    logger.exception("Row %s of an import failed", pk)
    if isinstance(error, DataError | IntegrityError):
        return [_("The database refused it: something in the row does not fit the museum.")]
    return [_("It could not be saved. Ask the operators to look into the log.")]


def note(pk: int, before: str, state: str, reasons: list[str]) -> None:
    PlannedRow.objects.filter(pk=pk, state=before).update(state=state, reasons=reasons)
