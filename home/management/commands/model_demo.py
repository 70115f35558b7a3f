"""`manage.py model_demo [key …] [--posters]`: the demonstration museum's 3D objects, made anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.demo import objects
from media.derivatives import headless_browser


class Command(BaseCommand):
    help = "Make the demonstration museum's 3D objects in home/demo/objects."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("keys", nargs="*", help="Only these objects, by key.")
        parser.add_argument("--posters", action="store_true", help="Take their posters as well.")

    def handle(self, *args: Any, keys: list[str], **options: Any) -> None:
        for key in keys or objects.MODELS:
            if key not in objects.MODELS:
                raise CommandError(f"No object is named {key!r}.")
            path = objects.make(key)
            self.stdout.write(f"{key}  {path.stat().st_size // 1024} kB")
            if options["posters"]:
                objects.poster_of(key).write_bytes(headless_browser.photograph(path))
