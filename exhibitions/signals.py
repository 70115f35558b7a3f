"""When what is made of a document or a 3D object is ready: artifacts that show it get their picture."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from exhibitions.models import lead_image
from media.models import DocumentPages, Object3D, became_ready


@receiver(became_ready, sender=DocumentPages)
def show_first_page(instance: DocumentPages, **kwargs: Any) -> None:
    lead_image.renew(instance.document)


@receiver(post_save, sender=Object3D)
def show_poster(
    instance: Object3D, raw: bool = False, created: bool = False, **kwargs: Any
) -> None:
    """A poster was chosen, or made and noted by saving the object."""
    if not raw and not created:
        lead_image.renew(instance)
