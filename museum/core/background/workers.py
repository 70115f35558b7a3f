"""The processes that work in the background, and which of them still live.

A worker holds a lock on a file as long as its process lives, however that ends: on its own machine
a dead worker is known at once. One on another machine is taken for dead after a long silence.
"""

import fcntl
import os
import socket
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

BEAT = timedelta(seconds=15)
"""How often a worker says that it lives."""
SILENCE = timedelta(minutes=2)
"""After this time without a beat a worker of another machine is taken for dead."""


class Worker(models.Model):
    """A process that works in the background. Its row goes with it, or after it."""

    key = models.CharField(primary_key=True, max_length=32)
    host = models.CharField(max_length=255)
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "museum"
        verbose_name = _("worker")
        verbose_name_plural = _("workers")

    def __str__(self) -> str:
        return f"{self.host} {self.key}"

    @property
    def path(self) -> Path:
        """The file that it keeps locked on its own machine."""
        return folder() / self.key

    @property
    def is_alive(self) -> bool:
        if self.path.exists():
            return is_locked(self.path)
        return self.host != socket.gethostname() and timezone.now() - self.seen_at < SILENCE

    def beat(self) -> None:
        """Say that it lives. A row that somebody removed comes back."""
        self.seen_at = timezone.now()
        self.save()


def folder() -> Path:
    return Path(settings.VAR_DIR, "workers")


@contextmanager
def enrolled() -> Iterator[Worker]:
    """Give this process a worker's name until the end of the block, or of the process."""
    worker = Worker(key=uuid.uuid4().hex, host=socket.gethostname())
    folder().mkdir(parents=True, exist_ok=True)
    handle = os.open(worker.path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        worker.save(force_insert=True)
        yield worker
    finally:
        os.close(handle)
        remove(worker)


def alive() -> set[str]:
    """Return the keys of the workers that live."""
    return {worker.key for worker in Worker.objects.all() if worker.is_alive}


def remove_dead() -> None:
    """Forget the workers that ended without a word."""
    for worker in Worker.objects.all():
        if not worker.is_alive:
            remove(worker)


def remove(worker: Worker) -> None:
    Worker.objects.filter(pk=worker.key).delete()
    worker.path.unlink(missing_ok=True)


def is_locked(path: Path) -> bool:
    """Does a living process hold this file?"""
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
