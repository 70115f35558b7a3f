"""`manage.py work_imports`: what imports wait for, in a process of its own.

While it saves many pages the search index is written once for all of them; the signals that it
keeps from being heard meanwhile are those of its process. Of several processes one does it.

It ends after a minute, so that the worker that called it sees to what else is due; the rows that
are left are done the next time.
"""

import fcntl
import os
from typing import Any

from django.core.management.base import BaseCommand

from importing.models import folder
from importing.plans.running import work_through

AT_A_TIME = 60.0
"""Seconds after which no more rows are begun."""


class Command(BaseCommand):
    help = "Plan, run and take back imports that wait. The museum's worker calls it."

    def handle(self, *args: Any, **options: Any) -> None:
        folder().mkdir(parents=True, exist_ok=True)
        handle = os.open(folder() / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        work_through(AT_A_TIME)
