"""Artifacts as they stand before an import: drafts, what is published, and translated texts.

Many are fetched together: a handful of queries, however many there are.
"""

from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from wagtail.models import ReferenceIndex, Revision, WorkflowState
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from exhibitions.models import Artifact
from importing.artifacts.fields import FIELDS, Field
from importing.artifacts.lookups import Lookups

NAMES = [one.name for one in FIELDS if hasattr(Artifact, one.name)] + ["views"]
SOURCE = settings.LANGUAGE_CODE


@dataclass
class Standing:
    """An artifact in its languages, by language code."""

    pages: dict[str, Artifact] = field(default_factory=dict)
    """What is stored: of a published page, what visitors see."""
    drafts: dict[str, Artifact] = field(default_factory=dict)
    """The latest version of each page, to be read only."""
    kept: set[str] = field(default_factory=set)
    """The languages whose pages are kept by a translation of the source."""
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """What translators wrote, by language and field."""
    in_review: bool = False

    @property
    def source(self) -> Artifact:
        return self.pages[SOURCE]

    def is_translated(self, language: str) -> bool:
        """Are the texts of a language written by way of translation, text by text?"""
        return language != SOURCE and (language in self.kept or language not in self.pages)

    def said(self, one: Field, language: str, lookups: Lookups) -> list[str]:
        """Return what a field says: the latest text, then what visitors still read."""
        found = [self.texts[language, one.name]] if (language, one.name) in self.texts else []
        if language in self.drafts:
            found.append(one.said(self.drafts[language], lookups))
        page = self.pages.get(language)
        if page is not None and page.live:
            found.append(one.said(page, lookups))
        return found or [""]

    def seen(self) -> dict[str, int | None]:
        return {code: page.latest_revision_id for code, page in self.pages.items()}


def standing(keys: Iterable[UUID]) -> dict[UUID, Standing]:
    """Return artifacts by translation key, those that exist in the source language."""
    found: dict[UUID, Standing] = defaultdict(Standing)
    pages = Artifact.objects.filter(translation_key__in=set(keys), alias_of=None)
    for page in pages.select_related("locale"):
        found[page.translation_key].pages[page.locale.language_code] = page
    found = {key: one for key, one in found.items() if SOURCE in one.pages}
    add_drafts(found.values())
    add_texts(found)
    in_review = WorkflowState.objects.filter(
        status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
        object_id__in=[str(one.source.pk) for one in found.values()],
        base_content_type__model="page",
    )
    ids = set(in_review.values_list("object_id", flat=True))
    for one in found.values():
        one.in_review = str(one.source.pk) in ids
    return found


def pages_of(key: UUID | None) -> dict[str, Artifact]:
    """Return the pages of one artifact by language code; none where it is gone."""
    pages = Artifact.objects.filter(alias_of=None).select_related("locale")
    found = pages.filter(translation_key=key) if key else pages.none()
    return {page.locale.language_code: page for page in found}


def add_drafts(found: Iterable[Standing]) -> None:
    ahead = {}
    for one in found:
        one.drafts = dict(one.pages)
        for code, page in one.pages.items():
            if page.has_unpublished_changes and page.latest_revision_id:
                ahead[page.latest_revision_id] = (one, code)
    rows = Revision.objects.filter(pk__in=ahead).values_list("pk", "content")
    for pk, content in rows:
        one, code = ahead[pk]
        one.drafts[code] = drafted(one.pages[code], content)


def drafted(page: Artifact, content: dict[str, Any]) -> Artifact:
    """Return a page as a version has it, in the fields that an import fills."""
    draft = copy(page)
    for name in NAMES:
        if name in content:
            attribute = "object_type_id" if name == "object_type" else name
            setattr(draft, attribute, content[name])
    return draft


def add_texts(found: dict[UUID, Standing]) -> None:
    """Add what translators have written, also what waits to be published."""
    translations = Translation.objects.filter(source__object_id__in=found, enabled=True)
    for key, code in translations.values_list("source__object_id", "target_locale__language_code"):
        found[key].kept.add(code)
    keys = [key for key, one in found.items() if one.kept]
    segments: dict[tuple[UUID, str], list[tuple[int, str]]] = defaultdict(list)
    rows = StringSegment.objects.filter(source__object_id__in=keys, context__path__in=NAMES)
    columns = ("source__object_id", "context__path", "string_id", "string__data")
    for key, path, string, data in rows.order_by("order").values_list(*columns):
        segments[key, path].append((string, data))
    written: dict[tuple[UUID, str, str], dict[int, str]] = defaultdict(dict)
    texts = StringTranslation.objects.filter(context__object_id__in=keys, context__path__in=NAMES)
    columns = ("context__object_id", "context__path", "translation_of_id", "data")
    for key, path, string, data, code in texts.values_list(*columns, "locale__language_code"):
        written[key, path, code][string] = data
    for (key, path, code), by_string in written.items():
        parts = segments[key, path]
        if any(string in by_string for string, _data in parts):
            text = "\n".join(in_plain(by_string.get(string, data)) for string, data in parts)
            found[key].texts[code, path] = text


def in_plain(data: str) -> str:
    return str(StringValue(data).render_text())


def is_used(page: Artifact) -> bool:
    """Does another page name this one: is it hung in a room, related, chosen?"""
    return bool(ReferenceIndex.get_references_to(page).exists())
