"""Remove uploads that nobody goes on with, and bytes that no upload knows."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from media.upkeep import STILL, sweep_uploads


class Command(BaseCommand):
    help = "Remove uploads that stopped on their way. The workers do it twice a day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--days", type=int, default=STILL.days, help="How long an upload may stand still (3)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        uploads, strays = sweep_uploads(timedelta(days=options["days"]))
        self.stdout.write(f"{uploads} uploads and {strays} stray files removed.")
