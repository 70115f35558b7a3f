"""A room's works as a visitor reads them: numbered, in visiting order, in the page's language.

Read from the StreamField's raw data, so that a room of 300 works takes as many queries as one of 3.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString
from wagtail.rich_text import RichText
from wagtailmedia.models import get_media_model

from exhibitions import cards
from exhibitions.cards import Card
from exhibitions.models.room import Room
from exhibitions.rooms.plan import WORK_KINDS
from media import renditions
from media.models import MuseumImage


@dataclass
class Work:
    """One thing on a wall or the floor. `id` is its StreamField block's id, `number` its place in
    the visit (0 for doors, texts and seats)."""

    id: str
    kind: str
    number: int = 0
    card: Card | None = None
    image: MuseumImage | None = None
    alt: str = ""
    caption: str = ""
    text: RichText | SafeString | None = None
    media: Any = None


@dataclass
class Wall:
    """A wall and what hangs on it, from the visitor's left."""

    id: str
    name: str
    works: list[Work] = field(default_factory=list)

    @property
    def doors(self) -> list[Work]:
        return [work for work in self.works if work.kind == "door"]


@dataclass
class Lookup:
    """Everything the works point at, fetched once for the room."""

    cards: dict[int, Card]
    images: dict[int, MuseumImage]
    media: dict[int, Any]


def raw_walls(room: Room) -> list[dict[str, Any]]:
    """Return the walls as stored: `{"id", "type", "value"}`."""
    return list(room.walls.raw_data)


def raw_works(room: Room) -> Iterator[dict[str, Any]]:
    """Yield every stored work, on the walls and on the floor."""
    for wall in raw_walls(room):
        yield from wall["value"].get("works") or []
    yield from room.floor.raw_data


def look_up(room: Room) -> Lookup:
    """Fetch cards, pictures and films of all works of a room, in a constant number of queries."""
    values = [work["value"] for work in raw_works(room)]
    page_ids = ids(value.get("artifact") or value.get("target") for value in values)
    image_ids = ids((value.get("image") or {}).get("image") for value in values)
    media_ids = ids(value.get("media") for value in values)
    images = MuseumImage.objects.in_bulk(image_ids) if image_ids else {}
    media = get_media_model().objects.in_bulk(media_ids) if media_ids else {}
    renditions.prefetch(images.values())
    return Lookup(cards.for_ids(page_ids, room.language), images, media)


def ids(values: Iterable[Any]) -> set[int]:
    """Keep what is an id."""
    return {value for value in values if isinstance(value, int)}


def read_work(raw: dict[str, Any], lookup: Lookup) -> Work | None:
    """Return a work, or None where what it shows was deleted or is not public."""
    value, kind = raw["value"], raw["type"]
    work = Work(id=raw["id"], kind=kind, caption=value.get("caption") or "")
    if kind in ("artifact", "door"):
        work.card = lookup.cards.get(value.get("artifact") or value.get("target"))
        return work if work.card else None
    if kind == "picture":
        picture = value.get("image") or {}
        work.image = lookup.images.get(picture.get("image") or 0)
        work.alt = "" if picture.get("decorative") else picture.get("alt_text") or ""
        return work if work.image else None
    if kind == "screen":
        work.media = lookup.media.get(value.get("media"))
        return work if work.media else None
    if kind == "text":
        work.text = RichText(value.get("text") or "")
        return work
    return None


def read(room: Room, lookup: Lookup) -> tuple[list[Wall], list[Work]]:
    """Return the walls in order and the floor's works, numbered through the whole room."""
    number = 0
    walls = []
    for raw in raw_walls(room):
        wall = Wall(raw["id"], raw["value"].get("name") or "")
        stored = raw["value"].get("works") or []
        for one in sorted(stored, key=lambda one: one["value"].get("x") or 0):
            if work := read_work(one, lookup):
                wall.works.append(work)
        walls.append(wall)
    floor = [work for one in room.floor.raw_data if (work := read_work(one, lookup))]
    for work in [work for wall in walls for work in wall.works] + floor:
        if work.kind in WORK_KINDS:
            number += 1
            work.number = number
    return walls, floor
