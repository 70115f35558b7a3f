"""What a person may do with a page: Wagtail's rules, and the museum's for its translators.

A translator is whoever may publish somewhere and add pages nowhere. They publish translations whose
source the museum has published, and do nothing else.
"""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils.functional import cached_property
from wagtail.models import Locale, Page, PagePermissionTester
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

User = AbstractBaseUser | AnonymousUser


class MuseumPagePermissions(PagePermissionTester):
    """Wagtail's rules, narrowed for those who only translate."""

    @cached_property
    def only_translates(self) -> bool:
        # Wagtail looks up no permissions for superusers: they have all.
        if self.user.is_superuser or not self.user.is_active:
            return False
        return "publish" in self.permissions and not self.permissions & {"add", "bulk_delete"}

    @cached_property
    def source(self) -> Page | None:
        """The page that this one is kept a translation of by wagtail-localize."""
        followed = Translation.objects.filter(
            source__object_id=self.page.translation_key,
            target_locale_id=self.page.locale_id,
            enabled=True,
        )
        translation = followed.select_related("source").first()
        if translation is None or self.page.alias_of_id:
            return None
        return Page.objects.filter(
            translation_key=self.page.translation_key, locale_id=translation.source.locale_id
        ).first()

    def can_edit(self) -> bool:
        if self.only_translates and self.source is None:
            return False
        return super().can_edit()

    def can_publish(self) -> bool:
        if self.only_translates and not (self.source and self.source.live):
            return False
        return super().can_publish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return not self.only_translates and super().can_delete(ignore_bulk)

    def can_unpublish(self) -> bool:
        return not self.only_translates and super().can_unpublish()

    def can_set_view_restrictions(self) -> bool:
        return not self.only_translates and super().can_set_view_restrictions()

    def can_unschedule(self) -> bool:
        return not self.only_translates and super().can_unschedule()

    def can_reorder_children(self) -> bool:
        return not self.only_translates and super().can_reorder_children()

    def can_publish_subpage(self) -> bool:
        return not self.only_translates and super().can_publish_subpage()

    def can_copy(self) -> bool:
        return not self.only_translates and super().can_copy()

    def can_submit_for_moderation(self) -> bool:
        return not self.only_translates and super().can_submit_for_moderation()


def translates_only(user: Any) -> bool:
    """Is translating all that a person may do with pages?"""
    policy = policy_registry.get_by_type(Page)
    if user.is_superuser or policy.user_has_permission(user, "add"):
        return False
    return policy.user_has_permission(user, "publish")


def languages_of(user: User) -> list[Locale]:
    """Return the languages in which a person may change the museum's pages."""
    homes = Page.objects.filter(depth=2).select_related("locale")
    policy = policy_registry.get_by_type(Page)
    return [
        home.locale
        for home in homes
        if policy.user_has_permission_for_instance(user, "change", home)
    ]
