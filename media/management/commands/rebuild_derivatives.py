"""Make renditions and deep-zoom tiles that are missing, or all of them anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from media import renditions, tiles
from media.models import MuseumImage, MuseumRendition, Tiles


class Command(BaseCommand):
    help = (
        "Make the renditions and deep-zoom tiles that are missing, failed or were left half-made."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="Make all of them anew.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through the pictures, one line each; end with what failed."""
        images = list(MuseumImage.objects.order_by("pk"))
        for place, image in enumerate(images, start=1):
            self.stdout.write(f"{place}/{len(images)} {image.title}")
            rebuild(image, options["all"])
        swept = tiles.sweep()
        failed = Tiles.objects.filter(state=Tiles.State.FAILED)
        for row in failed.select_related("image"):
            self.stderr.write(f"{row.image.title}: {row.reason}")
        self.stdout.write(
            f"{len(images)} pictures, {len(failed)} failed, {swept} stray folders removed."
        )


def rebuild(image: MuseumImage, everything: bool) -> None:
    """Make a picture's missing derivatives, or all of them."""
    if everything:
        for rendition in MuseumRendition.objects.filter(image=image):
            rendition.file.delete(save=False)
            rendition.delete()
    renditions.make(image)
    row = Tiles.objects.filter(image=image).first()
    if row is None and tiles.is_worthwhile(image):
        key = tiles.key_of(image)
        row = Tiles.objects.create(image=image, file_name=image.file.name, key=key)
    missing = row and (row.state != Tiles.State.READY or not tiles.folder(row.key).exists())
    if row and (everything or missing):
        tiles.make(row)
