"""`manage.py load_demo [--remove]`: the demonstration museum."""

from time import monotonic
from typing import Any

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

    def handle(self, *args: Any, remove: bool = False, **options: Any) -> None:
        started = monotonic()

        def progress(step: str) -> None:
            self.stdout.write(f"[{monotonic() - started:5.0f} s] {step}")
            self.stdout.flush()

        remove_demo(progress) if remove else load(progress)
        progress("Done")
