"""Where an artifact hangs: the rooms that visitors may see, each with the work's own place."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from exhibitions.models import Artifact, Room
from museum.core.addresses import twins
from museum.core.visibility import Visitor, visible


@dataclass(frozen=True)
class Hanging:
    """A room, and the address of a work's place on its wall or floor."""

    room: str
    address: str


def hangings(artifact: Artifact, visitor: Visitor | None = None) -> list[Hanging]:
    """Return where an artifact hangs, in the language of its page. Two queries at most.

    Wagtail's index of references knows which block of a room shows it, as the path
    `walls.<id>.works.<id>.artifact`. A room points at the artifact of the language
    that it was hung in.
    """
    kinds = ContentType.objects.get_for_models(Room, Page)
    found = ReferenceIndex.objects.filter(
        content_type=kinds[Room],
        to_content_type=kinds[Page],
        to_object_id__in=[str(twin.pk) for twin in twins(artifact)],
        model_path__endswith=".artifact",
    )
    places = sorted(found.values_list("object_id", "content_path"))
    if not places:
        return []
    ids = {pk for pk, _path in places}
    rooms = Room.objects.filter(pk__in=ids, locale_id=artifact.locale_id).only("title", "url_path")
    seen = {str(room.pk): room for room in visible(rooms, visitor).order_by("path")}
    return [
        Hanging(room.title, f"{room.address}#work-{path.split('.')[-2]}")
        for pk, room in seen.items()
        for place, path in places
        if place == pk
    ]
