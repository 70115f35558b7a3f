"""Doing what was asked for many artifacts, in the background, and taking it back.

Each artifact is changed and noted in one transaction: what a killed worker left is done by the
next one, and nothing twice.
"""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext

from exhibitions.admin.register.changing import Refused, take_back
from exhibitions.admin.register.many.actions import ACTIONS
from exhibitions.models import Artifact, RegisterBatch, RegisterItem
from museum.core.background.chores import Chore
from museum.core.models import User

logger = logging.getLogger(__name__)

AT_A_TIME = 60.0
"""Seconds after which a worker lets other work of its kind be seen to."""
EVERY = timedelta(seconds=10)
State, Item = RegisterBatch.State, RegisterItem.State
GOING_ON = (State.WORKING, State.UNDOING)


@transaction.atomic
def begin(user: User, action: str, value: str, pages: QuerySet[Artifact]) -> RegisterBatch:
    """Record what is to be done with these pages, and hand it to the workers."""
    batch = RegisterBatch.objects.create(
        owner=user,
        action=action,
        value=value,
        said=ACTIONS[action].say(value)[:255],
        language=translation.get_language() or settings.LANGUAGE_CODE,
    )
    rows = pages.order_by("accession_number", "pk").values_list("pk", "title")
    RegisterItem.objects.bulk_create(
        (RegisterItem(batch=batch, page_id=pk, title=title) for pk, title in rows.iterator()),
        batch_size=500,
    )
    hand_over()
    return batch


@transaction.atomic
def undo(batch: RegisterBatch, user: User) -> None:
    """Have all that a batch changed taken back; only once, and only when it is done."""
    same = RegisterBatch.objects.filter(pk=batch.pk, state=State.DONE)
    if same.update(state=State.UNDOING, undone_by=user):
        batch.items.filter(state=Item.DONE).update(state=Item.UNDOING)
        hand_over()


def hand_over() -> None:
    """Let a worker find it; where the museum has none, do it once it is certain."""
    if settings.DERIVATIVES == "immediate":
        transaction.on_commit(work)


def work() -> None:
    """Do what waits, the oldest first."""
    until = time.monotonic() + AT_A_TIME
    for batch in RegisterBatch.objects.filter(state__in=GOING_ON).order_by("pk"):
        with translation.override(batch.language):
            if not go_on(batch, until):
                return


def go_on(batch: RegisterBatch, until: float) -> bool:
    """Go on with a batch; False where the time was over before it was done."""
    is_undone = batch.state == State.UNDOING
    waits = Item.UNDOING if is_undone else Item.WAITING
    person = batch.undone_by if is_undone else batch.owner
    for item in batch.items.filter(state=waits).order_by("pk"):
        if time.monotonic() > until:
            return False
        (take_item_back if is_undone else do_item)(item, batch, person)
    RegisterBatch.objects.filter(pk=batch.pk, state=batch.state).update(
        state=State.UNDONE if is_undone else State.DONE
    )
    return True


def do_item(item: RegisterItem, batch: RegisterBatch, user: User | None) -> None:
    action = ACTIONS[batch.action]

    def do() -> None:
        made = action.do(item.page_id or 0, known(user), batch.value)
        item.note(Item.DONE, **(vars(made) if made else {}))

    noted(item, do, Item.REFUSED)


def take_item_back(item: RegisterItem, batch: RegisterBatch, user: User | None) -> None:
    def do() -> None:
        take_back(item.page_id or 0, known(user), item)
        item.note(Item.UNDONE)

    noted(item, do, Item.LEFT)


def noted(item: RegisterItem, do: Callable[[], Any], otherwise: str) -> None:
    """Do something with an item as a whole, or note why it was not done."""
    try:
        with transaction.atomic():
            do()
    except Refused as reason:
        item.note(otherwise, str(reason))
    except (OperationalError, InterfaceError):
        # Nothing can be noted on a database that is away.
        raise
    except Exception:
        # One artifact keeps the others from nothing.
        logger.exception("Not changed: artifact %s", item.page_id)
        item.note(otherwise, gettext("It failed; the museum’s log says why."))


def known(user: User | None) -> User:
    """Return who asked for it. Raises Refused for an account that is gone or closed."""
    if user is None or not user.is_active:
        raise Refused(gettext("Who asked for it has no account any more."))
    return user


CHORE = Chore("changes of many artifacts", EVERY, work, at_start=True)
