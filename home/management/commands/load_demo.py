"""`manage.py load_demo [--remove]`: the demonstration museum."""

import fcntl
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from home.demo.load import load
from home.demo.remove import remove as remove_demo


class Command(BaseCommand):
    help = "Load what is missing of the demonstration museum, or remove it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--remove",
            action="store_true",
            help="Remove the demonstration and nothing else.",
        )
        parser.add_argument(
            "--hebrew", action="store_true", help="Leave the translations to a later run."
        )

    def handle(
        self, *args: Any, remove: bool = False, hebrew: bool = False, **options: Any
    ) -> None:
        started = monotonic()

        def progress(step: str) -> None:
            self.stdout.write(f"[{monotonic() - started:5.0f} s] {step}")
            self.stdout.flush()

        # Two that load at once would make everything twice.
        with Path(settings.VAR_DIR, "demonstration.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            remove_demo(progress) if remove else load(progress, in_hebrew_alone=hebrew)
        progress("Done")
