"""Folders for files in work, on the disk where the finished ones will lie."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = ".work-"
"""The name of a folder in work begins so; no address does."""


@contextmanager
def work_folder(root: Path) -> Iterator[Path]:
    """Give a folder below `root`, which is made where it is missing; removed at the end.

    It is locked as long as its worker lives, so that `sweep` takes only what a dead one left.
    """
    root.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
    with lock(work):
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


@contextmanager
def lock(folder: Path) -> Iterator[bool]:
    """Lock a folder until the end of the block, or of the process; False where another has it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(handle)


def sweep(root: Path) -> int:
    """Remove the folders that killed workers left below `root`. Returns how many."""
    removed = 0
    for work in list(root.glob(f"{PREFIX}*")):
        with lock(work) as is_abandoned:
            if is_abandoned:
                # What a killed worker had begun may be writing still.
                shutil.rmtree(work, ignore_errors=True)
                removed += 1
    return removed
