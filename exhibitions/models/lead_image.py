"""The picture that represents an artifact in lists and rooms: that of the first view that has one."""

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.blocks import StreamValue
from wagtail.models import ReferenceIndex

from media.models import DocumentPages, MuseumImage

Lead = tuple[MuseumImage | None, str]
NOTHING: Lead = (None, "")


def of_views(views: StreamValue) -> Lead:
    """Return the picture of the first view that has one, with its alternative text."""
    found = (FINDERS[view.block_type](view.value) for view in views if view.block_type in FINDERS)
    return next((lead for lead in found if lead[0] is not None), NOTHING)


def of_picture(value: Any) -> Lead:
    image = value["image"]
    return (image, image.contextual_alt_text or "") if image else NOTHING


def of_pages(value: Any) -> Lead:
    """Return a document's first page, once all its pages are there."""
    pages = MuseumImage.objects.filter(
        document=value["document"], document__paging__state=DocumentPages.State.READY
    )
    page = pages.order_by("page_number").first() if value["document"] else None
    return (page, value["caption"] or value["document"].title) if page else NOTHING


def of_object(value: Any) -> Lead:
    """Return a 3D object's poster, once it was chosen or made."""
    thing = value["object"]
    return (thing.poster, value["caption"] or thing.title) if thing and thing.poster else NOTHING


FINDERS: dict[str, Callable[[Any], Lead]] = {
    "picture": of_picture,
    "pages": of_pages,
    "object": of_object,
}


def renew(used: Model) -> None:
    """Look again for the lead pictures of the artifacts that use a document or 3D object.

    What is made of it is made in the background, and becomes ready long after they were saved.
    """
    from exhibitions.models import Artifact

    references = ReferenceIndex.get_references_to(used).filter(
        content_type=ContentType.objects.get_for_model(Artifact)
    )
    ids = [int(pk) for pk in references.values_list("object_id", flat=True)]
    for artifact in Artifact.objects.filter(pk__in=ids):
        image, alt = of_views(artifact.views)
        if (artifact.lead_image, artifact.lead_alt) != (image, alt):
            Artifact.objects.filter(pk=artifact.pk).update(lead_image=image, lead_alt=alt)
