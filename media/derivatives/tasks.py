"""Work that no visitor and no curator waits for.

A task may be asked for twice, by a worker's start and by a curator: what is ready already is left alone.
"""

from typing import TypeVar

from django.db.models import QuerySet
from django_tasks import task

from media.derivatives import document_pages, posters, recordings, renditions, tiles, web_models
from media.models import (
    Derivative,
    DocumentPages,
    Ladder,
    Poster,
    RecordingRendition,
    Tiles,
    WebModel,
)

Row = TypeVar("Row", bound=Derivative)


def wanted(rows: QuerySet[Row]) -> Row | None:
    """Return the derivative that is still to be made; one whose original was deleted or replaced is no error."""
    return rows.exclude(state=Derivative.State.READY).first()


@task()
def make_renditions(image_id: int) -> None:
    """Make every step of a picture's ladder."""
    if found := wanted(Ladder.objects.filter(image_id=image_id).select_related("image")):
        renditions.make_all(found)


@task()
def make_tiles(image_id: int) -> None:
    """Make a picture's tiles."""
    if found := wanted(Tiles.objects.filter(image_id=image_id).select_related("image")):
        tiles.make(found)


@task()
def make_web_model(object_id: int) -> None:
    """Pack a 3D object for the web, then ask for its poster."""
    rows = WebModel.objects.filter(object_id=object_id).select_related("object")
    if found := wanted(rows):
        web_models.make(found)
        if found.state == WebModel.State.READY and posters.await_one(found.object):
            make_poster.enqueue(found.object.pk)


@task()
def make_poster(object_id: int) -> None:
    """Make the poster of a 3D object that has none."""
    if found := wanted(Poster.objects.filter(object_id=object_id).select_related("object")):
        posters.make(found)


@task()
def make_recording(rendition_id: int) -> None:
    """Make a rendition of a film or sound."""
    rows = RecordingRendition.objects.filter(pk=rendition_id)
    if found := wanted(rows.select_related("recording")):
        recordings.make(found)


@task()
def make_pages(document_id: int) -> None:
    """Make a document's pages."""
    rows = DocumentPages.objects.filter(document_id=document_id)
    if found := wanted(rows.select_related("document")):
        document_pages.make(found)
