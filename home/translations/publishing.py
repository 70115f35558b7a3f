"""A translation goes live whole, or as its translator says."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import StringSegment, Translation

from home.translations.outdated import outdated, usable
from home.translations.permissions import may_publish, may_translate
from museum.core.page_permissions import translates_only


def translation_of(instance: Any) -> Translation | None:
    """Return the translation that a page or term is kept by; nothing for a source."""
    if not isinstance(instance, TranslatableMixin):
        return None
    return Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale=instance.locale, enabled=True
    ).first()


def lacking(translation: Translation) -> QuerySet[StringSegment]:
    """Return the texts that visitors would read in the source's language."""
    segments = translation.source.stringsegment_set.annotate_translation(
        translation.target_locale
    ).filter(translation=None)
    kept = [
        row.pk for row in outdated(translation.source, translation.target_locale) if usable(row)
    ]
    return segments.exclude(pk__in=kept).select_related("string").order_by("order")


def before_edit(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Let only translators of its language into a translation,
    and ask before half of it goes live.
    """
    translation = translation_of(instance)
    if translation is None:
        # Of terms Wagtail asks the type alone.
        term = isinstance(instance, TranslatableMixin) and not isinstance(instance, Page)
        if term and translates_only(request.user):
            raise PermissionDenied
        return None
    if not may_translate(request.user, translation):
        raise PermissionDenied
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    if not may_publish(request.user, translation):
        raise PermissionDenied
    missing = lacking(translation)
    if "incomplete" in request.POST or not missing:
        say_outdated(request, translation)
        return None
    context = {
        "instance": instance,
        "texts": [segment.string.data for segment in missing],
        "source": translation.source.locale,
        "target": translation.target_locale,
    }
    return TemplateResponse(request, "home/admin/publish_incomplete.html", context)


def say_outdated(request: HttpRequest, translation: Translation) -> None:
    count = outdated(translation.source, translation.target_locale).count()
    if count:
        messages.warning(
            request,
            ngettext(
                "%(count)d text has changed in the source; visitors still read its earlier "
                "translation.",
                "%(count)d texts have changed in the source; visitors still read their earlier "
                "translations.",
                count,
            )
            % {"count": count},
        )


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any
) -> HttpResponse | None:
    """Publish no incomplete translation among many pages."""
    if action_type != "publish" or request.method != "POST":
        return None
    for page in objects:
        translation = translation_of(page) if isinstance(page, Page) else None
        if translation is not None and lacking(translation):
            messages.error(
                request,
                _(
                    "“%(title)s” is not wholly translated, so nothing was published. "
                    "Publish it from its own page, or leave it out."
                )
                % {"title": page.title},
            )
            return redirect(reverse("wagtailadmin_explore", args=[page.get_parent().pk]))
    return None
