"""Collections: the works of an exhibition, and the whole museum."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from wagtail.rich_text import get_text_for_indexing as plain_text

from exhibitions.exports.iiif.addresses import (
    Absolute,
    Json,
    collection_address,
    manifest_address,
    optional,
)
from exhibitions.exports.iiif.manifest import homepages, provider
from exhibitions.exports.iiif.pictures import thumbnail
from exhibitions.models import Artifact, Exhibition, Room
from exhibitions.presentation.room_list import RoomList
from exhibitions.presentation.wall_label_record import LanguageMap, by_key, language_map
from media.derivatives import renditions
from museum.core.visibility import Visitor, visible

LIGHT = ("title", "translation_key", "locale", "path", "live", "url_path", "lead_image")


def artifacts(found: Any, visitor: Visitor) -> dict[UUID, list[Artifact]]:
    """Return the visible ones among artifacts by translation key, in the order of their numbers."""
    light = visible(found.only(*LIGHT), visitor).select_related("locale")
    return by_key(light.prefetch_related("lead_image").order_by("accession_number"))


def reasons(listed: Iterable[RoomList], visitor: Visitor) -> dict[UUID, LanguageMap]:
    """Return why artifacts hang in rooms, by their translation keys. One query.

    An artifact that hangs twice says what it says where it is met first.
    """
    listed = list(listed)
    works = [work for room in listed for work in room.works]
    keys = {work.id: work.card.translation_key for work in works if work.card}
    every = Room.objects.filter(translation_key__in=[one.room.translation_key for one in listed])
    found: dict[UUID, LanguageMap] = {}
    for room in visible(every, visitor).select_related("locale").order_by("path"):
        for work in room.stored.works:
            if work.why and work.id in keys:
                found.setdefault(keys[work.id], {}).setdefault(room.language, [work.why])
    return found


def manifests(
    groups: Iterable[list[Artifact]],
    absolute: Absolute,
    summaries: Mapping[UUID, LanguageMap] = MappingProxyType({}),
) -> list[Json]:
    """Return references to the artifacts' manifests, each with what it looks like.

    `summaries` are words of this collection about an artifact, by its translation key.
    """
    groups = list(groups)
    renditions.prefetch(group[0].lead_image for group in groups)
    return [
        {
            "id": absolute(manifest_address(group[0])),
            "type": "Manifest",
            "label": language_map(group, lambda page: page.title),
            **optional("summary", summaries.get(group[0].translation_key)),
            **optional("thumbnail", thumbnail(group[0].lead_image, absolute)),
        }
        for group in groups
    ]


def exhibitions(groups: Iterable[list[Exhibition]], absolute: Absolute) -> list[Json]:
    """Return references to the exhibitions' collections."""
    groups = list(groups)
    renditions.prefetch(group[0].hero_image for group in groups)
    return [
        {
            "id": absolute(collection_address(group[0])),
            "type": "Collection",
            "label": language_map(group, lambda page: page.title),
            **optional("thumbnail", thumbnail(group[0].hero_image, absolute)),
        }
        for group in groups
    ]


def build(path: str, pages: list[Any], items: list[Json], absolute: Absolute) -> Json:
    """Return a collection that is named after `pages`."""
    return {
        "id": absolute(path),
        "type": "Collection",
        "label": language_map(pages, lambda page: page.title),
        **optional("summary", language_map(pages, lambda page: plain_text(page.introduction))),
        "homepage": homepages(pages, absolute),
        "provider": provider(absolute),
        "items": items,
    }
