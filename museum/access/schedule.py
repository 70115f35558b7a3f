"""What a page's schedule takes along: its translations, as unpublishing by hand does.

Visitors of every language lose a loan, or a work whose rights end, at the same time. A translation
with an end of its own keeps it: an editor has said so.
"""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_unpublished

from museum.access.page_actions import translations_of


@receiver(page_unpublished)
def expire_translations(instance: Page, **kwargs: Any) -> None:
    """Take back the translations of a source whose time is over."""
    if not instance.expired:
        return
    for page in translations_of(instance):
        if page.live and page.expire_at is None:
            page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
