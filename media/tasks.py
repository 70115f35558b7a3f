"""Work on pictures that no visitor and no curator waits for."""

from django_tasks import task

from media import renditions, tiles
from media.models import MuseumImage, Tiles


@task()
def make_renditions(image_id: int) -> None:
    """Make every step of a picture's ladder. A picture that was deleted meanwhile is no error."""
    if image := MuseumImage.objects.filter(pk=image_id).first():
        renditions.make(image)


@task()
def make_tiles(image_id: int) -> None:
    """Make a picture's tiles. A picture that was deleted or replaced meanwhile is no error."""
    if found := Tiles.objects.filter(image_id=image_id).select_related("image").first():
        tiles.make(found)
