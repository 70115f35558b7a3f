"""Work on pictures that no visitor and no curator waits for."""

from django_tasks import task

from media import renditions
from media.models import MuseumImage


@task()
def make_renditions(image_id: int) -> None:
    """Make every step of a picture's ladder. A picture that was deleted meanwhile is no error."""
    if image := MuseumImage.objects.filter(pk=image_id).first():
        renditions.make(image)
