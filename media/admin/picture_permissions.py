"""Who may see and choose which pictures in the admin."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import policy_registry

from media.models import MuseumImage


class PicturePermissionPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's own for pictures; but a document's pages are no pictures of the library or its choosers."""

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[MuseumImage]:
        return super().instances_user_has_any_permission_for(user, actions).filter(document=None)


policy_registry.register(
    MuseumImage,
    PicturePermissionPolicy(
        MuseumImage, auth_model="wagtailimages.Image", owner_field_name="uploaded_by_user"
    ),
    exact_class=True,
)
