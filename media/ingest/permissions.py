"""Who may add files, and where to; and who may destroy them."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model, QuerySet
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionPermissionPolicy
from wagtail.permissions import policy_registry

from media.models import MuseumDocument, MuseumImage, MuseumMedia, Object3D

MODELS: tuple[type[Model], ...] = (MuseumImage, MuseumDocument, MuseumMedia, Object3D)


def collections(user: AbstractBaseUser, model: type[Model]) -> QuerySet[Collection]:
    """Return the collections to which a person may add files of a kind."""
    policy = policy_registry.get_by_type(model)
    if isinstance(policy, CollectionPermissionPolicy):
        return policy.collections_user_has_permission_for(user, "add")
    if policy.user_has_permission(user, "add"):
        return Collection.objects.all()
    return Collection.objects.none()


def any_collections(user: AbstractBaseUser) -> list[Collection]:
    """Return the collections to which a person may add files of some kind, in the tree's order."""
    found = {one.pk: one for model in MODELS for one in collections(user, model)}
    return sorted(found.values(), key=lambda one: one.path)


def may_add_to(user: AbstractBaseUser, collection: Collection) -> bool:
    """May a person add files of any kind to a collection?"""
    return any(collections(user, model).filter(pk=collection.pk).exists() for model in MODELS)


def may_destroy(user: Any, original: Model) -> bool:
    """May a person delete an original, or put another file in its place?"""
    policy = policy_registry.get_by_type(type(original))
    return bool(policy.user_has_permission_for_instance(user, "delete", original))
