"""What becomes of a translated text when its source changes: it stays, marked,
until it is done anew.

wagtail-localize would show visitors the changed source in its own language instead.
"""

import json
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import translation as language
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue, extract_ids

# In `tool_name`; saving a text clears it.
OUTDATED = "outdated"
Texts = dict[int, list[int]]


def texts_by_place(source: TranslationSource) -> Texts:
    """Return the ids of a source's texts, in order, by the id of their place."""
    places: Texts = {}
    rows = source.stringsegment_set.order_by("order").values_list("context", "string")
    for place, text in rows:
        places.setdefault(place, []).append(text)
    return places


def replaced(before: list[int], after: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the texts of one place that stand where others stood: (the one before, the new one)."""
    for kind, i, i_end, j, j_end in SequenceMatcher(a=before, b=after).get_opcodes():
        if kind == "replace":
            yield from zip(before[i:i_end], after[j:j_end], strict=False)


def keep_translations(source: TranslationSource, before: Texts) -> None:
    """Give each changed text what its predecessor was translated into, marked as outdated."""
    for place, texts in texts_by_place(source).items():
        for old, new in replaced(before.get(place, []), texts):
            for row in StringTranslation.objects.filter(translation_of=old, context=place):
                keep(row, new)


def keep(row: StringTranslation, text: int) -> None:
    with language.override(row.locale.language_code):
        words = _("The source has changed. Compare, and save; until then visitors read this.")
    StringTranslation.objects.get_or_create(
        translation_of_id=text,
        context_id=row.context_id,
        locale_id=row.locale_id,
        defaults={
            "data": row.data,
            "translation_type": row.translation_type,
            "last_translated_by_id": row.last_translated_by_id,
            "tool_name": OUTDATED,
            "has_error": True,
            "field_error": words,
        },
    )


def refreshing(refresh: Callable[[TranslationSource], None]) -> Callable[[TranslationSource], None]:
    """Wrap what reads a source's texts anew."""

    def wrapped(source: TranslationSource) -> None:
        before = texts_by_place(source)
        refresh(source)
        keep_translations(source, before)

    return wrapped


def outdated(source: TranslationSource, locale: Locale) -> QuerySet[StringSegment]:
    """Return the texts whose translation is of an earlier text, with it as `kept`."""
    rows = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=locale,
        has_error=True,
        tool_name=OUTDATED,
    )
    segments = source.stringsegment_set.annotate(kept=Subquery(rows.values("data")[:1]))
    return segments.exclude(kept=None).select_related("context", "string")


def usable(segment: StringSegment) -> bool:
    """Does the kept text name only links that the changed source has, too?"""
    return extract_ids(segment.kept) <= extract_ids(segment.string.data)


def gathering(gather: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    """Wrap what gathers the texts that a translation is published with."""

    def wrapped(source: TranslationSource, locale: Locale, fallback: bool = False) -> list[Any]:
        segments = gather(source, locale, fallback=fallback)
        if not fallback:
            return segments
        kept = {
            (segment.context.path, segment.order): segment
            for segment in outdated(source, locale)
            if usable(segment)
        }
        return [
            in_words_of(kept[segment.path, segment.order])
            if isinstance(segment, StringSegmentValue) and (segment.path, segment.order) in kept
            else segment
            for segment in segments
        ]

    return wrapped


def in_words_of(segment: StringSegment) -> StringSegmentValue:
    text = StringValue(segment.kept)
    value = StringSegmentValue(segment.context.path, text, attrs=json.loads(segment.attrs))
    return value.with_order(segment.order)
