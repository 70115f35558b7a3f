"""Which files a page shows is known the moment it is published, not when a worker has time."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published


@receiver(page_published)
def note_references(instance: Page, **kwargs: Any) -> None:
    """Renew Wagtail's index, which `media.delivery.access` asks and which a task renews too."""
    ReferenceIndex.create_or_update_for_object(instance)
