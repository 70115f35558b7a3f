"""Saving one text of a translation: nobody writes over words that they have not seen."""

from typing import Any

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views.edit_translation import StringTranslationSerializer

from home.translations.limits import mark
from home.translations.permissions import may_translate

MANUAL = StringTranslation.TRANSLATION_TYPE_MANUAL


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
def text(request: Request, translation_id: int, string_segment_id: int) -> Response:
    """Keep a text's translation (PUT `value`), or take it away (DELETE).

    `seen` is the translation that stood there when its editor began. Another one meanwhile is
    answered 409 with `theirs`, `by` whom, and the words of the dialog that shows both
    (frontend/admin/translation-conflicts); without `seen`, one that another wrote.
    """
    translation = get_object_or_404(Translation, id=translation_id)
    segment = get_object_or_404(StringSegment, id=string_segment_id, source=translation.source)
    if not may_translate(request.user, translation):
        return Response({"detail": _("You may not translate this.")}, status.HTTP_403_FORBIDDEN)
    value = request.data.get("value", "")
    if request.method == "PUT" and not value:
        return Response({"detail": _("Send a text.")}, status.HTTP_400_BAD_REQUEST)
    place = {
        "translation_of_id": segment.string_id,
        "context_id": segment.context_id,
        "locale_id": translation.target_locale_id,
    }
    with transaction.atomic():
        stored = StringTranslation.objects.select_for_update().filter(**place).first()
        if changed_meanwhile(request, stored, value):
            return conflict(stored, translation)
        if request.method == "DELETE":
            return removed(stored, translation)
        row, created = StringTranslation.objects.update_or_create(
            **place,
            defaults={
                "data": value.replace("\0", ""),
                "translation_type": MANUAL,
                "tool_name": "",
                "last_translated_by": request.user,
                "has_error": False,
                "field_error": "",
            },
        )
        mark(row, translation.source.specific_content_type.model_class())
    code = status.HTTP_201_CREATED if created else status.HTTP_200_OK
    return Response(told(row, translation), code)


def changed_meanwhile(request: Request, stored: StringTranslation | None, value: str) -> bool:
    """Would words be lost that the editor has not seen?"""
    if stored is None or stored.data == value:
        return False
    if "seen" in request.data:
        return bool(request.data["seen"] != stored.data)
    return stored.last_translated_by_id not in (None, request.user.pk)


def conflict(stored: StringTranslation, translation: Translation) -> Response:
    by = stored.last_translated_by
    name = get_user_display_name(by) if by else _("Somebody")
    words = _("%(name)s has translated this text meanwhile. Yours is not saved yet.")
    answer = {
        "detail": words % {"name": name},
        "theirs": stored.data,
        "by": name,
        "stored": told(stored, translation),
        "words": {
            "theirs": _("Saved by %(name)s") % {"name": name},
            "yours": _("Yours, to change or to combine"),
            "keep": _("Keep theirs"),
            "save": _("Save yours"),
        },
    }
    return Response(answer, status.HTTP_409_CONFLICT)


def removed(stored: StringTranslation | None, translation: Translation) -> Response:
    if stored is None:
        raise Http404
    answer = told(stored, translation)
    stored.delete()
    return Response(answer)


def told(row: StringTranslation, translation: Translation) -> Any:
    """Return what the editor shows of a text."""
    return StringTranslationSerializer(row, context={"translation_source": translation.source}).data
