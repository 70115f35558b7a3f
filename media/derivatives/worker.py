"""A worker: makes the derivatives that wait, takes up what dead workers left, does the chores.

It ends at once when it is told to, and gives back what it had begun.
"""

import os
import signal
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

from django.db import close_old_connections, connections
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from media.derivatives import queue, registry
from media.models import Derivative
from museum.core.background import chores, workers
from museum.core.background.chores import Chore

ATTEMPTS = 3
"""How often a derivative is begun before it is taken for the reason that workers fall."""
PAUSE = 1.0
"""Seconds before a worker that found nothing to do looks again."""
NICENESS = 10
"""Visitors come first."""

State = Derivative.State


def work(jobs: int) -> None:
    """Work until the process is told to end; `jobs` derivatives are made at a time.

    Raises what a thread fell over, such as a database that is away.
    """
    os.nice(NICENESS)
    ending = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: ending.set())
    with workers.enrolled() as worker:
        take_up_abandoned()
        threads = ThreadPoolExecutor(jobs + len(chores.CHORES))
        going_on = [threads.submit(make_all, worker.key, ending) for _job in range(jobs)]
        for chore in chores.CHORES.values():
            going_on.append(threads.submit(do_again, chore, worker.key, ending))
        for thread in going_on:
            thread.add_done_callback(lambda _thread: ending.set())
        while not ending.wait(workers.BEAT.total_seconds()):
            close_old_connections()
            worker.beat()
        give_back(worker.key)
    end(going_on)


def end(threads: list[Future[None]]) -> None:
    """End the process now, with the programs that it started; a thread's failure goes first.

    Their work is given back, and another worker begins it anew.
    """
    for thread in threads:
        if thread.done():
            thread.result()
    if os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


def make_all(worker: str, ending: Event) -> None:
    """Make what waits, one derivative after another."""
    try:
        while not ending.is_set():
            close_old_connections()
            if not make_next(worker):
                ending.wait(PAUSE)
    finally:
        connections.close_all()


def do_again(chore: Chore, worker: str, ending: Event) -> None:
    """Do a chore whenever it is due."""
    while not ending.is_set():
        try:
            chores.do_if_due(chore, worker)
        finally:
            connections.close_all()
        ending.wait(chores.LOOK)


def work_off() -> None:
    """Do the chores that are due, make all that waits, and end."""
    with workers.enrolled() as worker:
        take_up_abandoned()
        for chore in chores.CHORES.values():
            chores.do_if_due(chore, worker.key)
        while make_next(worker.key):
            pass


def make_next(worker: str) -> bool:
    """Make one waiting derivative; False where nothing waits."""
    for kind in registry.KINDS:
        waiting = kind.model._default_manager.filter(state=State.WAITING).order_by("pk")
        for pk in waiting.values_list("pk", flat=True)[:2]:
            if queue.make(kind.model, pk, worker):
                return True
    return False


def waiting() -> int:
    """Return how many derivatives are still to be made."""
    states = (State.WAITING, State.WORKING)
    return sum(
        kind.model._default_manager.filter(state__in=states).count() for kind in registry.KINDS
    )


def take_up_abandoned() -> int:
    """Let others make what dead workers left. Returns how many derivatives that are.

    A file over which workers fell `ATTEMPTS` times is given up: it would bring down all of them.
    """
    found = 0
    for kind in registry.KINDS:
        begun = list(kind.model._default_manager.filter(state=State.WORKING))
        living = workers.alive()
        for row in begun:
            if row.worker not in living:
                found += leave(row)
    workers.remove_dead()
    return found


def leave(row: Derivative) -> int:
    """Let a derivative wait again, or give it up. Returns 0 where its state changed meanwhile."""
    same = type(row)._default_manager.filter(
        pk=row.pk, state=State.WORKING, worker=row.worker, attempts=row.attempts
    )
    if row.attempts < ATTEMPTS:
        return same.update(state=State.WAITING, worker="", changed_at=timezone.now())
    reason = _(
        "The program that makes it ended %(times)d times without a word, perhaps for want of"
        " memory. Ask the operators to look into the log, and then try again."
    ) % {"times": ATTEMPTS}
    return same.update(state=State.FAILED, worker="", reason=reason, changed_at=timezone.now())


def give_back(worker: str) -> None:
    """Let others make what an orderly end broke off; it was no fault of the file."""
    for kind in registry.KINDS:
        begun = kind.model._default_manager.filter(state=State.WORKING, worker=worker)
        begun.update(state=State.WAITING, worker="", attempts=F("attempts") - 1)
