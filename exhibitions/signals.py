"""When what is made of a document or a 3D object is ready:
artifacts that show it get their lead image.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import ReferenceIndex
from wagtail.search import index

from exhibitions.blocks import lead_image
from exhibitions.derivatives.changes import showing
from exhibitions.derivatives.room_pictures import draw_anew
from exhibitions.models import Artifact
from media.models import DocumentPages, MuseumDocument, Object3D, became_ready


@receiver(became_ready, sender=DocumentPages)
def show_first_page(instance: DocumentPages, **kwargs: Any) -> None:
    renew_lead_images(instance.document)


@receiver(post_save, sender=Object3D)
def show_poster(
    instance: Object3D, raw: bool = False, created: bool = False, **kwargs: Any
) -> None:
    """A poster was chosen, or made and noted by saving the object."""
    if not raw and not created:
        renew_lead_images(instance)


def renew_lead_images(used: Model) -> None:
    """Look again for the lead images of the artifacts that use a document or 3D object.

    Index its pages.

    What is made of it is made in the background, and becomes ready long after they were saved.
    """
    references = ReferenceIndex.get_references_to(used).filter(
        content_type=ContentType.objects.get_for_model(Artifact)
    )
    ids = [int(pk) for pk in references.values_list("object_id", flat=True)]
    for artifact in Artifact.objects.filter(pk__in=ids):
        image, alt = lead_image.of_views(artifact.views)
        if (artifact.lead_image, artifact.lead_alt) != (image, alt):
            same = Artifact.objects.filter(pk=artifact.pk)
            same.update(lead_image=image, lead_alt=alt)
            draw_anew(showing(same))
        if isinstance(used, MuseumDocument):
            index.insert_or_update_object(artifact)
