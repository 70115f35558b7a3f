"""What the room editor shows of works and pictures: names, thumbnails, sizes, what is missing."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import get_language

from exhibitions.blocks.lead_image import details_of
from exhibitions.models import Artifact, Room
from exhibitions.models.term import in_language
from media.derivatives import renditions
from media.models import MuseumImage
from museum.core.visibility import published

Json = dict[str, Any]
SIDE_IN_TRAY = 256
SIDE_ON_WALL = 512
SPACE = ("height", "floor_finish", "light", "start_x", "start_y", "start_heading")


def picture(image: MuseumImage | None) -> Json | None:
    """The picture's own size in px and addresses for tray and wall.

    Without renditions no address.
    """
    if image is None:
        return None
    steps = {step.side: step.url for step in renditions.ladder(image) if step.format == "webp"}
    return {
        "width": image.width,
        "height": image.height,
        "colour": image.dominant_colour or None,
        "small": steps.get(SIDE_IN_TRAY),
        "large": steps.get(SIDE_ON_WALL) or steps.get(SIDE_IN_TRAY),
    }


def describe_artifacts(artifacts: QuerySet[Artifact]) -> list[Json]:
    """Describe artifacts in four queries, however many there are."""
    found = list(artifacts.select_related("lead_image", "locale"))
    renditions.prefetch(artifact.lead_image for artifact in found)
    known = languages_of({artifact.translation_key for artifact in found})
    return [
        {
            "id": artifact.pk,
            "title": artifact.title,
            "number": artifact.accession_number,
            "live": artifact.live,
            "width_cm": number(artifact.width_cm),
            "height_cm": number(artifact.height_cm),
            "described": bool(artifact.lead_alt),
            "missing": [
                code
                for code, _name in settings.LANGUAGES
                if code not in known[artifact.translation_key]
                and code != artifact.locale.language_code
            ],
            "picture": picture(artifact.lead_image),
            "details": [
                {"id": detail.id, "title": detail.title}
                for detail in details_of(artifact.views.raw_data, artifact.lead_image_id)
            ],
        }
        for artifact in found
    ]


def describe_images(images: Iterable[MuseumImage]) -> list[Json]:
    """Describe pictures outside the catalogue."""
    found = list(images)
    renditions.prefetch(found)
    return [{"id": one.pk, "title": one.title, "picture": picture(one)} for one in found]


def object_types() -> list[Json]:
    """Return the object types that artifacts have, by name in the curator's language.

    Two queries.
    """
    # Without the tree's own order: its paths would make every row another one.
    used = Artifact.objects.exclude(object_type=None).order_by()
    ids = list(used.values_list("object_type", flat=True).distinct())
    names = in_language(ids, get_language() or settings.LANGUAGE_CODE)
    types = [{"id": pk, "name": term.name} for pk, term in zip(ids, names, strict=True)]
    return sorted(types, key=lambda one: one["name"])


def bare_walls(room: Room) -> list[Json]:
    """Return a room's walls without their works, for rooms that begin like it."""
    return [
        {
            "name": wall.name,
            "corner_x": wall.corner.x,
            "corner_y": wall.corner.y,
            "colour": wall.colour,
            "finish": wall.finish,
        }
        for wall in room.stored.walls
    ]


def languages_of(keys: set[UUID]) -> dict[UUID, set[str]]:
    """Return the languages in which works are published, by translation key."""
    known: dict[UUID, set[str]] = defaultdict(set)
    rows = published(Artifact.objects.filter(translation_key__in=keys))
    for key, code in rows.values_list("translation_key", "locale__language_code"):
        known[key].add(code)
    return known


def number(value: Any) -> float | None:
    return None if value is None else float(value)
