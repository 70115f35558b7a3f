"""Translations by program, along the path that translators take: submit, import a PO, publish."""

import polib
from django.db import transaction
from wagtail.models import Locale, TranslatableMixin
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


class SegmentsDiffer(ValueError):
    """The translated text does not have the shape of its source; the message names the place."""


def strings(instance: TranslatableMixin) -> dict[tuple[str, int], str]:
    """Return the texts to translate of a page or snippet, by their path and place on it."""
    found: dict[tuple[str, int], str] = {}
    count: dict[str, int] = {}
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue) and not segment.is_empty():
            place = count.get(segment.path, 0)
            count[segment.path] = place + 1
            found[segment.path, place] = segment.string.data
    return found


def as_po(source: TranslatableMixin, twin: TranslatableMixin) -> polib.POFile:
    """Return a PO that turns `source` into `twin`, the same thing written in another language.

    Raises SegmentsDiffer where one has a text that the other has not.
    """
    texts, translated = strings(source), strings(twin)
    if texts.keys() != translated.keys():
        places = sorted(path for path, _place in texts.keys() ^ translated.keys())
        raise SegmentsDiffer(f"{source}: {', '.join(places)}")
    po = polib.POFile(wrapwidth=0)
    po.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    for (path, place), text in texts.items():
        po.append(polib.POEntry(msgid=text, msgctxt=path, msgstr=translated[path, place]))
    return po


@transaction.atomic
def translate(source: TranslatableMixin, twin: TranslatableMixin, locale: Locale) -> None:
    """Publish the translation of `source` into `locale`, with the words of `twin`.

    `twin` is an unsaved object with the same blocks and ids. Raises SegmentsDiffer.
    """
    record, _created = TranslationSource.update_or_create_from_instance(source)
    translation, _created = Translation.objects.get_or_create(source=record, target_locale=locale)
    translation.import_po(as_po(source, twin))
    translation.save_target(publish=True)
