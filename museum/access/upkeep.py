"""Restrictions outlive what happens to their pages: deleting, translating, copying.

A restriction covers every language by itself (`museum.core.visibility`). Copies of it that Wagtail
and wagtail-localize give to translations would ask a visitor twice, and stay behind when it is
lifted.
"""

from typing import Any

from django.db.models.signals import post_delete, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import copy_for_translation_done
from wagtail_localize.models import TranslationSource

from museum.core.visibility import Visitor, restrictions_on


@receiver(copy_for_translation_done)
def forget_copies(target_obj: Any, **kwargs: Any) -> None:
    """Leave a new translation to the restrictions of its source."""
    if isinstance(target_obj, Page):
        PageViewRestriction.objects.filter(page_id=target_obj.pk).delete()


def leave_restrictions_alone() -> None:
    """Have wagtail-localize copy no restriction, and lift none that an editor has set."""
    TranslationSource.sync_view_restrictions = lambda source, original, translation: None


@receiver(pre_delete, sender=Page)
def remember_restrictions(instance: Page, **kwargs: Any) -> None:
    kept = instance.view_restrictions.filter(one_language_only=None).prefetch_related("groups")
    instance._restrictions_left = list(kept)


@receiver(post_delete, sender=Page)
def hand_restrictions_on(instance: Page, **kwargs: Any) -> None:
    """Leave a deleted page's restrictions to a translation that stays:
    none becomes public by it.
    """
    left = getattr(instance, "_restrictions_left", ())
    heir = left and Page.objects.filter(translation_key=instance.translation_key).first()
    if heir:
        for restriction in left:
            repeat(restriction, heir)


def repeat(restriction: PageViewRestriction, page: Page) -> None:
    """Restrict a page as another is restricted."""
    made = PageViewRestriction.objects.create(
        page=page,
        restriction_type=restriction.restriction_type,
        password=restriction.password,
    )
    made.groups.set(restriction.groups.all())


def restrict_copies(copies: list[tuple[Page, Page]]) -> None:
    """Close every copy of a page that is closed; given as page and copy, those above first.

    Wagtail repeats a restriction for the topmost page alone, and only one that is kept there.
    """
    everybody = Visitor()
    for page, copy in copies:
        if not everybody.may_see(page.path) and Visitor().may_see(copy.path):
            for restriction in restrictions_on(page):
                repeat(restriction, copy)
