"""Make the derivatives that are missing, failed or were left half-made; or all of them anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from media.derivatives import registry
from media.derivatives.registry import Kind
from media.models import Derivative
from media.upkeep import sweep_folders

BAR = 24
"""Width of the progress bar in characters."""


class Command(BaseCommand):
    help = (
        "Make the sizes, deep zooms, pages, films and models that are missing, failed or were left"
        " half-made. They are asked for, and the workers make them."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="Make all of them anew.")
        parser.add_argument(
            "--kind", choices=sorted(registry.BY_NAME), help="Only these, instead of every kind."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through the kinds, a bar each; end with what failed."""
        kinds = [kind for kind in registry.KINDS if options["kind"] in (None, kind.name)]
        for kind in kinds:
            kind.add_rows()
            self.rebuild(kind, options["all"])
        swept = sweep_folders()
        failed = [
            row for kind in kinds for row in kind.rows().filter(state=Derivative.State.FAILED)
        ]
        for row in failed:
            self.stderr.write(f"{row._meta.verbose_name}: {row}: {row.reason}")
        self.stdout.write(f"{len(failed)} failed, {swept} stray folders removed.")

    def rebuild(self, kind: Kind, everything: bool) -> None:
        """Make what a kind lacks, or all of it."""
        rows = list(kind.rows().order_by("pk"))
        for place, row in enumerate(rows, start=1):
            self.show(kind, place, len(rows), str(row))
            if everything:
                kind.discard(row)
            if everything or row.state != Derivative.State.READY or kind.is_missing(row):
                kind.start(row)
        if rows and self.stdout.isatty():
            self.stdout.write("")

    def show(self, kind: Kind, place: int, total: int, title: str) -> None:
        """Show how far it is: a bar on a terminal, a line each in a log."""
        line = f"{kind.name} {place}/{total} {title[:40]}"
        if self.stdout.isatty():
            done = "█" * (BAR * place // total)
            self.stdout.write(f"\r\033[K{done:░<{BAR}} {line}", ending="")
            self.stdout.flush()
        else:
            self.stdout.write(line)
