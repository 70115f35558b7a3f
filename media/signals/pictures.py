"""When a picture arrives: have its renditions and tiles made. No pixel is read here.

When it is replaced or deleted, its tiles go with it; Wagtail removes the renditions.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from media.delivery import download_copies
from media.derivatives import queue, tiles
from media.models import Ladder, MuseumImage, Tiles


@receiver(post_save, sender=MuseumImage)
def prepare_picture(instance: MuseumImage, raw: bool = False, **kwargs: Any) -> None:
    """Prepare a new or replaced file; a change of title or credit makes nothing anew.

    Wagtail's form deletes the old file's renditions itself; other doors do not.
    """
    if raw:
        return
    prepare_renditions(instance)
    prepare_tiles(instance)


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
