"""What waits to be made, and who makes it. A derivative's own row is its place in the queue.

A worker takes a row by one conditional update, so that two never make the same film.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from media.models import Derivative
from museum.core.background import workers

logger = logging.getLogger(__name__)

MAKERS: dict[type[Derivative], Callable[[Any], None]] = {}
"""How each kind is made of its row; the maker notes on it how that ended."""

State = Derivative.State
Maker = TypeVar("Maker", bound=Callable[[Any], None])


def makes(model: type[Derivative]) -> Callable[[Maker], Maker]:
    """Mark the function that makes one kind of derivative."""

    def register(maker: Maker) -> Maker:
        MAKERS[model] = maker
        return maker

    return register


def hand_over(row: Derivative) -> None:
    """Have a new row's derivative made once the open transaction is certain.

    A worker finds it by its state. With `DERIVATIVES = "immediate"` it is made by this process.
    """
    if settings.DERIVATIVES == "immediate":
        transaction.on_commit(partial(make, type(row), row.pk))


def ask_again(row: Derivative) -> None:
    """Have a derivative made anew, unless somebody is at it."""
    row.refresh_from_db()
    if row.state == State.WORKING and row.worker in workers.alive():
        return
    row.note(State.WAITING, attempts=0)
    if settings.DERIVATIVES == "immediate":
        make(type(row), row.pk)


def make(model: type[Derivative], pk: int, worker: str = "") -> bool:
    """Make a waiting derivative; False where another took it, or it is gone.

    A failure stands on its row, and in the log. Raises OperationalError and InterfaceError in a
    worker: it cannot note anything on a database that is away, and is succeeded.
    """
    if not take(model, pk, worker):
        return False
    try:
        MAKERS[model](model._default_manager.get(pk=pk))
    except model.DoesNotExist:
        return False
    except Exception as failure:
        logger.exception("Not made: %s %s", model.__name__, pk)
        if worker and isinstance(failure, OperationalError | InterfaceError):
            raise
    return True


def take(model: type[Derivative], pk: int, worker: str) -> bool:
    """Take a waiting derivative for one worker alone."""
    waiting = model._default_manager.filter(pk=pk, state=State.WAITING)
    taken = waiting.update(
        state=State.WORKING,
        worker=worker,
        attempts=F("attempts") + 1,
        reason="",
        changed_at=timezone.now(),
    )
    return bool(taken)
