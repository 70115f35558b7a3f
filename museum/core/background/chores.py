"""What is done again and again: each app registers its chores, and the workers do them when due.

Of several workers one does a chore at a time; what a killed one left is done again at once.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from museum.core.background import workers

logger = logging.getLogger(__name__)

GRACE = timedelta(minutes=5)
"""A chore is overdue once it is this much later than it should have been done."""
LOOK = 5.0
"""Seconds between two looks at whether a chore is due."""
CHORES: dict[str, "Chore"] = {}


@dataclass(frozen=True)
class Chore:
    """A function that is called every so often.

    `at_start` chores are due as soon as there is a worker, the others one interval later. What is
    to be done `once` is tried every so often until it is. A museum in which an `essential` chore
    stands still for long shows what it should not.
    """

    name: str
    every: timedelta
    do: Callable[[], object]
    at_start: bool = False
    once: bool = False
    essential: bool = False


class ChoreRecord(models.Model):
    """When a chore was last begun and done, by whom, and why it failed."""

    name = models.CharField(primary_key=True, max_length=40)
    noted_at = models.DateTimeField(default=timezone.now)
    begun_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    worker = models.CharField(max_length=32, blank=True)
    failure = models.CharField(max_length=500, blank=True)

    class Meta:
        app_label = "museum"
        verbose_name = _("regular work")
        verbose_name_plural = _("regular work")

    def __str__(self) -> str:
        return self.name


def register(chore: Chore) -> None:
    """Have a chore done by the workers from now on."""
    CHORES[chore.name] = chore


def do_if_due(chore: Chore, worker: str) -> bool:
    """Do a chore in the name of a worker, if it is due and nobody does it. A failure is noted."""
    record, _created = ChoreRecord.objects.get_or_create(name=chore.name)
    if not is_due(chore, record) or not claim(record, worker):
        return False
    record.failure = ""
    try:
        chore.do()
    except Exception as failure:
        logger.exception("Regular work failed: %s", chore.name)
        record.failure = f"{type(failure).__name__}: {failure}"[:500]
    else:
        record.done_at = timezone.now()
    record.worker = ""
    record.save(update_fields=["failure", "done_at", "worker"])
    return True


def is_due(chore: Chore, record: ChoreRecord) -> bool:
    if chore.once and record.done_at:
        return False
    if record.worker:
        return record.worker not in workers.alive()
    if record.begun_at is None and chore.at_start:
        return True
    return timezone.now() - (record.begun_at or record.noted_at) >= chore.every


def claim(record: ChoreRecord, worker: str) -> bool:
    """Take a chore for one worker; False where another was faster."""
    now = timezone.now()
    same = ChoreRecord.objects.filter(
        name=record.name, worker=record.worker, begun_at=record.begun_at
    )
    record.worker, record.begun_at = worker, now
    return bool(same.update(worker=worker, begun_at=now))


def overdue_since(chore: Chore, record: ChoreRecord | None) -> datetime | None:
    """Return since when a chore waits to be done, once that is overdue."""
    if record is None or (chore.once and record.done_at):
        return None
    expected = (record.done_at or record.noted_at) + chore.every
    return expected if timezone.now() > expected + GRACE else None
