"""When a document arrives: have its pages drawn.

When it is replaced, they go, and new ones come.
"""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from media.derivatives import clean_copies, document_pages, queue
from media.models import CleanCopy, DocumentPages, MuseumDocument
from media.signals.removal import remove_later
from media.validation.documents import is_paged


@receiver(post_save, sender=MuseumDocument)
def prepare_pages(instance: MuseumDocument, raw: bool = False, **kwargs: Any) -> None:
    """Ask for the pages of a new or replaced file.

    A change of rights is passed on to those there are.
    """
    if raw:
        return
    with transaction.atomic():
        current = DocumentPages.objects.filter(document=instance).first()
        if current and current.file_name == instance.file.name:
            instance.pages.update(**document_pages.shared(instance))
            return
        clean_copies.ask(instance)
        # The row goes first: a worker that still draws the old file then stores nothing more.
        DocumentPages.objects.filter(document=instance).delete()
        for page in instance.pages.all():
            page.delete()
        if is_paged(instance.file.name):
            values = {"document": instance, "file_name": instance.file.name}
            queue.hand_over(DocumentPages.objects.create(**values))


@receiver(post_delete, sender=CleanCopy)
def remove_copy(instance: CleanCopy, **kwargs: Any) -> None:
    """Remove the copy for visitors, once the deletion is certain."""
    remove_later(instance.file)
