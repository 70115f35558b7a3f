"""`manage.py draw_demo [key …]`: the demonstration museum's pictures, drawn anew."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Draw the demonstration museum's pictures into home/demo/pictures."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("keys", nargs="*", help="Only these pictures, by key.")

    def handle(self, *args: Any, keys: list[str], **options: Any) -> None:
        try:
            from home.demo.art import draw_all
        except ModuleNotFoundError as missing:
            raise CommandError(
                f"Drawing needs the development requirements ({missing.name} is not installed)."
            ) from missing

        def progress(key: str, path: Path) -> None:
            self.stdout.write(f"{key}  {path.stat().st_size // 1024} kB")
            self.stdout.flush()

        try:
            draw_all(keys=keys or None, progress=progress)
        except KeyError as unknown:
            raise CommandError(unknown.args[0]) from unknown
