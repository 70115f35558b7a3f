"""When a picture arrives: find its dominant colour, then make its renditions and tiles.

When it is replaced or deleted, its tiles go with it; Wagtail removes the renditions.
"""

from functools import partial
from io import BytesIO
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from PIL import Image

from media.delivery import download_copies
from media.derivatives import queue, tiles
from media.models import Ladder, MuseumImage, Tiles


def dominant_colour(picture: BytesIO) -> str:
    """Return the most frequent of a picture's eight main colours, as `#rrggbb`.

    Raises OSError for a file that is no picture.
    """
    with Image.open(picture) as image:
        image.draft("RGB", (64, 64))
        small = image.convert("RGB")
        small.thumbnail((64, 64))
        reduced = small.quantize(colors=8)
        palette = reduced.getpalette() or [0, 0, 0]
        colours: list[tuple[int, Any]] = reduced.getcolors() or [(1, 0)]
        _count, index = max(colours)
    red, green, blue = palette[3 * index : 3 * index + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"


@receiver(post_save, sender=MuseumImage)
def prepare_picture(instance: MuseumImage, raw: bool = False, **kwargs: Any) -> None:
    """Prepare a new or replaced file; a change of title or credit makes nothing anew.

    Wagtail's form deletes the old file's renditions itself; other doors do not.
    """
    if raw:
        return
    same = Ladder.objects.filter(image=instance, file_name=instance.file.name)
    if not (instance.dominant_colour and same.exists()):
        note_colour(instance)
    prepare_renditions(instance)
    prepare_tiles(instance)


def note_colour(image: MuseumImage) -> None:
    """Note the colour of a new or replaced file, for which it is decoded."""
    with image.open_file() as file:
        image.dominant_colour = dominant_colour(file)
    MuseumImage.objects.filter(pk=image.pk).update(dominant_colour=image.dominant_colour)


def prepare_renditions(image: MuseumImage) -> None:
    """Ask for the smaller copies of a new or replaced file."""
    current = Ladder.objects.filter(image=image).first()
    if current and current.file_name == image.file.name:
        return
    if current:
        current.delete()
        for rendition in image.renditions.all():
            rendition.delete()
    queue.hand_over(Ladder.objects.create(image=image, file_name=image.file.name))


def prepare_tiles(image: MuseumImage) -> None:
    """Ask for the tiles of a new or replaced file, and remove those of the file before it."""
    current = Tiles.objects.filter(image=image).first()
    if current and current.file_name == image.preserved_file.name:
        return
    if current:
        current.delete()
    if tiles.is_worthwhile(image):
        name = str(image.preserved_file.name)
        queue.hand_over(Tiles.objects.create(image=image, file_name=name, key=tiles.key_of(image)))


@receiver(post_delete, sender=Tiles)
def remove_tiles(instance: Tiles, **kwargs: Any) -> None:
    """Remove the files once the deletion is certain, unless the same picture came back."""

    def remove() -> None:
        if not Tiles.objects.filter(key=instance.key).exists():
            tiles.remove(instance.key)

    transaction.on_commit(remove)


@receiver(post_delete, sender=MuseumImage)
def remove_copies(instance: MuseumImage, **kwargs: Any) -> None:
    """Remove the copies that visitors took home, once the deletion is certain."""
    transaction.on_commit(partial(download_copies.forget, instance.pk))
