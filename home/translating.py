"""Translations by program, along the path that translators take: submit, translate, publish."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Locale, TranslatableMixin
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

# The path of a text on its page, and which of the texts of that path it is.
Place = tuple[str, int]


class SegmentsDiffer(ValueError):
    """The translated text does not have the shape of its source; the message names the place."""


@transaction.atomic
def translate(source: TranslatableMixin, twin: TranslatableMixin, locale: Locale) -> None:
    """Publish the translation of `source` into `locale`, with the words of `twin`.

    `twin` is an unsaved object with the same blocks and ids. Raises SegmentsDiffer.
    """
    record, _created = TranslationSource.update_or_create_from_instance(source)
    translation, _created = Translation.objects.get_or_create(source=record, target_locale=locale)
    remember(record, texts_of(twin), locale)
    translation.save_target(publish=True)


def remember(record: TranslationSource, texts: dict[Place, str], locale: Locale) -> None:
    """Give the texts of a source their translations, as importing a PO does, but in one statement.

    Raises SegmentsDiffer where one has a text that the other has not.
    """
    segments = record.stringsegment_set.order_by("context__path", "order")
    rows = list(segments.values_list("context__path", "context", "string"))
    places = numbered(path for path, _context, _string in rows)
    if set(places) != set(texts):
        different = sorted(path for path, _number in {*places} ^ {*texts})
        raise SegmentsDiffer(f"{record.object_repr}: {', '.join(different)}")
    translations = {
        (context, string): StringTranslation(
            locale=locale,
            context_id=context,
            translation_of_id=string,
            data=texts[place],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
        for place, (_path, context, string) in zip(places, rows, strict=True)
    }
    StringTranslation.objects.bulk_create(
        translations.values(),
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=[
            "data",
            "translation_type",
            "tool_name",
            "has_error",
            "field_error",
            "updated_at",
        ],
    )


def texts_of(instance: TranslatableMixin) -> dict[Place, str]:
    """Return the texts to translate of a page or snippet, by their path and place on it."""
    found = [
        segment
        for segment in extract_segments(instance)
        if isinstance(segment, StringSegmentValue) and not segment.is_empty()
    ]
    places = numbered(segment.path for segment in found)
    return {place: segment.string.data for place, segment in zip(places, found, strict=True)}


def numbered(paths: Iterable[str]) -> list[Place]:
    """Number the texts of each path by themselves:
    a paragraph of a long text has no path of its own.
    """
    seen: dict[str, int] = {}
    places = []
    for path in paths:
        places.append((path, seen.get(path, 0)))
        seen[path] = places[-1][1] + 1
    return places
