"""`manage.py work`: a worker, which makes derivatives and does what is done regularly."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from media.derivatives import worker


class Command(BaseCommand):
    help = "Work in the background until told to end. Any number of workers share the work."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--jobs", type=int, default=2, help="How many derivatives are made at a time (2)."
        )
        parser.add_argument(
            "--batch", action="store_true", help="Do what waits and what is due, and end."
        )

    def handle(self, *args: Any, jobs: int, batch: bool, **options: Any) -> None:
        worker.work_off() if batch else worker.work(jobs)
