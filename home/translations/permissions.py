"""Who may work on which translation."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from wagtail.models import DraftStateMixin, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from museum.core.page_permissions import languages_of, translates_only


def target_of(translation: Translation) -> Any:
    """Return the page or term that holds a translation. Raises Http404 where it is gone."""
    try:
        return translation.get_target_instance()
    except ObjectDoesNotExist as gone:
        raise Http404 from gone


def may_translate(user: Any, translation: Translation) -> bool:
    """May a person write a translation's texts?"""
    target = target_of(translation)
    if isinstance(target, Page):
        return bool(translation.enabled and target.permissions_for_user(user).can_edit())
    policy = policy_registry.get_by_type(type(target))
    if not policy.user_has_permission_for_instance(user, "change", target):
        return False
    return not translates_only(user) or translation.target_locale in languages_of(user)


def may_publish(user: Any, translation: Translation) -> bool:
    """May a person show a translation to visitors?"""
    target = target_of(translation)
    if isinstance(target, Page):
        return bool(target.permissions_for_user(user).can_publish())
    if not isinstance(target, DraftStateMixin):
        return may_translate(user, translation)
    policy = policy_registry.get_by_type(type(target))
    return bool(policy.user_has_permission_for_instance(user, "publish", target))


def may_stop(user: Any, translation: Translation) -> bool:
    """May a person part a translation from its source, after which all of it is edited freely?"""
    return not translates_only(user) and may_translate(user, translation)
