"""When a room's picture no longer shows it: the room changed, what hangs in it, or who may see it.

What a picture showed may be what nobody is to see any more: no page names it from that moment.
"""

from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.signals import page_published, page_unpublished, post_page_move

from exhibitions.derivatives.room_pictures import draw_anew, remove_all
from exhibitions.models import Artifact, Exhibition, Room, RoomPicture
from media.models import Ladder, MuseumImage, Object3D, WebModel, became_ready
from museum.core.models import OneLanguageOnly


def naming(model: type[Model], ids: "QuerySet[Any] | list[int]") -> "QuerySet[Room]":
    """Return the rooms that name these pages or pictures on their walls or their floor."""
    rows = ReferenceIndex.objects.filter(
        content_type=ContentType.objects.get_for_model(Room),
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=[str(pk) for pk in ids],
    )
    return Room.objects.filter(pk__in=[int(pk) for pk in rows.values_list("object_id", flat=True)])


def showing(artifacts: "QuerySet[Artifact]") -> "QuerySet[Room]":
    """Return the rooms in which artifacts hang, in whichever language they were chosen."""
    keys = artifacts.values_list("translation_key", flat=True)
    ids = Page.objects.filter(translation_key__in=list(keys)).values_list("pk", flat=True)
    return naming(Page, ids)


@receiver([page_published, page_unpublished])
def draw_page_anew(instance: Page, **kwargs: Any) -> None:
    """A room changed, or something that hangs in rooms or lies behind their doors."""
    if isinstance(instance, Room):
        draw_anew(Room.objects.filter(pk=instance.pk))
    elif isinstance(instance, Exhibition):
        draw_anew(Room.objects.child_of(instance))
    draw_around(instance)


@receiver(pre_delete, sender=Artifact)
@receiver(pre_delete, sender=Exhibition)
@receiver(pre_delete, sender=Room)
def draw_around(instance: Page, **kwargs: Any) -> None:
    """Something changed, or goes, that other rooms name."""
    twins = Page.objects.filter(translation_key=instance.translation_key)
    rooms = naming(Page, twins.values_list("pk", flat=True))
    draw_anew(rooms.exclude(pk=instance.pk))


@receiver(pre_delete, sender=MuseumImage)
def draw_without_picture(instance: MuseumImage, **kwargs: Any) -> None:
    draw_with_picture(instance)


def draw_with_picture(image: MuseumImage) -> None:
    draw_anew(naming(MuseumImage, [image.pk]))
    draw_anew(showing(Artifact.objects.filter(lead_image=image)))


@receiver(became_ready, sender=Ladder)
def draw_with_sizes(instance: Ladder, **kwargs: Any) -> None:
    """A picture has the sizes that rooms hang."""
    draw_with_picture(instance.image)


@receiver(became_ready, sender=WebModel)
def draw_with_object(instance: WebModel, **kwargs: Any) -> None:
    """A 3D object can stand on its plinth."""
    rows = ReferenceIndex.objects.filter(
        content_type=ContentType.objects.get_for_model(Artifact),
        to_content_type=ContentType.objects.get_for_model(Object3D),
        to_object_id=str(instance.object_id),
    )
    ids = [int(pk) for pk in rows.values_list("object_id", flat=True)]
    draw_anew(showing(Artifact.objects.filter(pk__in=ids)))


@receiver([post_save, post_delete], sender=PageViewRestriction)
@receiver([post_save, post_delete], sender=OneLanguageOnly)
@receiver(post_page_move)
def draw_all_anew(**kwargs: Any) -> None:
    """Who may see what has changed: a restriction reaches far."""
    draw_anew(Room.objects.filter(picture__isnull=False))


@receiver(post_delete, sender=RoomPicture)
def remove_files(instance: RoomPicture, **kwargs: Any) -> None:
    """Remove a deleted room's files, once the deletion is certain."""
    transaction.on_commit(partial(remove_all, instance.room_id))
