"""Who may see, change and destroy which originals in the admin.

Wagtail takes the right to change a picture, document or recording for the right to delete it. Here
deleting is a right of its own, and replacing a file destroys the one before: it needs that right.
"""

from collections.abc import Iterable
from typing import Any

import wagtailmedia
import wagtailmedia.permissions
from django.db.models import Model, QuerySet
from wagtail.models import Collection
from wagtail.permission_policies.collections import (
    CollectionOwnershipPermissionPolicy,
    CollectionPermissionPolicy,
)
from wagtail.permissions import policy_registry

from media.models import MuseumDocument, MuseumImage, MuseumMedia


class OriginalsPermissionPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's own, but only the right to delete lets one delete, be it one's own upload."""

    def __init__(self, model: type[Model], auth_model: str) -> None:
        super().__init__(model, auth_model=auth_model, owner_field_name="uploaded_by_user")
        self.as_given = CollectionPermissionPolicy(model, auth_model=auth_model)

    def user_has_permission(self, user: Any, action: str) -> bool:
        policy: Any = self.as_given if action == "delete" else super()
        return bool(policy.user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Any
    ) -> bool:
        others = set(actions) - {"delete"}
        if others and super().user_has_any_permission_for_instance(user, others, instance):
            return True
        return "delete" in actions and self.as_given.user_has_permission_for_instance(
            user, "delete", instance
        )

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        others = set(actions) - {"delete"}
        found = super().instances_user_has_any_permission_for(user, others)
        if "delete" in actions:
            found |= self.as_given.instances_user_has_any_permission_for(user, ["delete"])
        return found

    def collections_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Collection]:
        others = set(actions) - {"delete"}
        found = super().collections_user_has_any_permission_for(user, others)
        if "delete" in actions:
            found |= self.as_given.collections_user_has_any_permission_for(user, ["delete"])
        return found


class PicturePermissionPolicy(OriginalsPermissionPolicy):
    """A document's pages are no pictures of the library or its choosers."""

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[MuseumImage]:
        return super().instances_user_has_any_permission_for(user, actions).filter(document=None)


def register() -> None:
    """Put the museum's policies in the place of Wagtail's.

    Wagtailmedia does not ask its registry.
    """
    recordings = OriginalsPermissionPolicy(MuseumMedia, "wagtailmedia.Media")
    for model, policy in (
        (MuseumImage, PicturePermissionPolicy(MuseumImage, "wagtailimages.Image")),
        (MuseumDocument, OriginalsPermissionPolicy(MuseumDocument, "wagtaildocs.Document")),
        (MuseumMedia, recordings),
    ):
        policy_registry.register(model, policy, exact_class=True)
    for module in (wagtailmedia, wagtailmedia.permissions):
        module.get_permission_policy = lambda: recordings


register()
