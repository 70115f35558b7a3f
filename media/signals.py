"""When a picture arrives: find its dominant colour, then make its renditions."""

from io import BytesIO
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from PIL import Image

from media.models import MuseumImage
from media.tasks import make_renditions


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

    Wagtail clears `file_hash` when the file changes, and deletes the old file's renditions itself.
    """
    if raw:
        return
    with instance.open_file() as file:
        colour = dominant_colour(file)
    if colour != instance.dominant_colour:
        instance.dominant_colour = colour
        MuseumImage.objects.filter(pk=instance.pk).update(dominant_colour=colour)
    transaction.on_commit(lambda: make_renditions.enqueue(instance.pk))
