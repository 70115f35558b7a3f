"""`manage.py make_demo_recordings`: the demonstration's film, its voices and its sound, made anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = (
        "Make the demonstration museum's film, its voices and its sound into home/demo/recordings."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            from home.demo.film import make
        except ModuleNotFoundError as missing:
            raise CommandError(
                f"This needs the development requirements ({missing.name} is not installed)."
            ) from missing
        for path in (make.make_sound(), make.make_film(), *make.make_voices()):
            self.stdout.write(f"{path.name}  {path.stat().st_size // 1024} kB")
