"""When a 3D object arrives: pack it for the web, then make its poster.

When it is replaced or deleted, what was made of it goes with it.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from media.derivatives import posters, queue
from media.models import Object3D, Poster, WebModel
from media.signals.removal import remove_later


@receiver(post_save, sender=Object3D)
def prepare_object(instance: Object3D, raw: bool = False, **kwargs: Any) -> None:
    """Ask for the web model of a new or replaced file.

    A change of title makes nothing anew, one of the unit does.
    """
    if raw or not instance.file:
        return
    if instance.poster_id:
        # A curator chose one where none could be made.
        failed = Poster.objects.filter(object=instance, state=Poster.State.FAILED)
        failed.update(state=Poster.State.READY, reason="")
    current = WebModel.objects.filter(object=instance).first()
    if current and (current.file_name, current.unit) == (instance.file.name, instance.unit):
        return
    if current:
        replace(instance, current)
    queue.hand_over(
        WebModel.objects.create(
            object=instance, file_name=str(instance.file.name), unit=instance.unit
        )
    )


def replace(item: Object3D, older: WebModel) -> None:
    """Remove what was made of an object's file before: its web model and its poster."""
    older.delete()
    Poster.objects.filter(object=item).delete()
    posters.discard(item)


@receiver(post_delete, sender=WebModel)
def remove_web_model(instance: WebModel, **kwargs: Any) -> None:
    remove_later(instance.file)


@receiver(post_delete, sender=Object3D)
def remove_object(instance: Object3D, **kwargs: Any) -> None:
    """Remove the poster that the museum made of it."""
    if instance.poster and posters.is_made_here(instance.poster):
        instance.poster.delete()
