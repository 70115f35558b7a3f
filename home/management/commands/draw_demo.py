"""`manage.py draw_demo [key …]`: the demonstration museum's pictures and documents, drawn anew."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.demo import register
from home.demo.content import DOCUMENTS, ORIGINALS


class Command(BaseCommand):
    help = "Draw the demonstration museum's pictures and documents into home/demo."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("keys", nargs="*", help="Only these pictures, by key.")

    def handle(self, *args: Any, keys: list[str], **options: Any) -> None:
        try:
            from home.demo.art.book import draw_register
            from home.demo.art.draw import draw_all
            from home.demo.art.large import KEY as MAP
            from home.demo.art.large import draw_large
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
        for key, draw, path in (
            (register.KEY, draw_register, DOCUMENTS / f"{register.KEY}.pdf"),
            (MAP, draw_large, ORIGINALS / f"{MAP}.webp"),
        ):
            if not keys or key in keys:
                draw(path)
                progress(key, path)
