"""A room's works as a visitor reads them: numbered, in visiting order, in the page's language.

Read from the StreamField's raw data, so that a room of 300 works takes as many queries as one of 3.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString
from wagtail.rich_text import RichText
from wagtailmedia.models import get_media_model

from exhibitions.geometry.plan import WORK_KINDS
from exhibitions.listing import cards
from exhibitions.listing.cards import Card
from exhibitions.models.artifact import Artifact
from exhibitions.models.room import Room
from exhibitions.models.room_plan import order_of, raw_hung, raw_walls
from media.delivery import players
from media.derivatives import renditions
from media.models import MuseumImage


@dataclass
class Work:
    """One thing on a wall or the floor. `id` is its StreamField block's id, `number` counts the
    works through the visit (0 for doors, texts and seats), `turn` is the place among everything."""

    id: str
    kind: str
    number: int = 0
    turn: int = 0
    card: Card | None = None
    image: MuseumImage | None = None
    alt: str = ""
    caption: str = ""
    text: RichText | SafeString | None = None
    media: Any = None
    sound: Any = None
    """What one hears of an artifact: the first recording among its views."""


@dataclass
class Wall:
    """A wall and what hangs on it, from the visitor's left; walls count from 1."""

    id: str
    number: int
    name: str
    works: list[Work] = field(default_factory=list)

    @property
    def doors(self) -> list[Work]:
        return [work for work in self.works if work.kind == "door"]


@dataclass
class Group:
    """What is met one after another on one wall, or without a wall on the floor."""

    wall: Wall | None
    works: list[Work]


@dataclass
class Lookup:
    """Everything the works point at, fetched once for the room."""

    cards: dict[int, Card]
    images: dict[int, MuseumImage]
    media: dict[int, Any]
    sounds: dict[int, int] = field(default_factory=dict)
    """The recording of an artifact, by the artifact's id."""


def look_up(room: Room, *, heard: bool = True) -> Lookup:
    """Fetch cards, pictures and films of all works of a room, in a constant number of queries.

    `heard` asks for the works' recordings too, which no scene has.
    """
    values = [work["value"] for work in raw_hung(room)]
    page_ids = ids(value.get("artifact") or value.get("target") for value in values)
    image_ids = ids((value.get("image") or {}).get("image") for value in values)
    media_ids = ids(value.get("media") for value in values)
    found = cards.for_ids(page_ids, room.language)
    artifacts = [card.pk for card in found.values() if card.kind == "artifact"]
    sounds = sounds_of(artifacts) if heard and artifacts else {}
    media_ids |= set(sounds.values())
    images = MuseumImage.objects.in_bulk(image_ids) if image_ids else {}
    media = get_media_model().objects.in_bulk(media_ids) if media_ids else {}
    renditions.prefetch([*images.values(), *players.prefetch(media.values())])
    return Lookup(found, images, media, sounds)


def sounds_of(artifact_ids: Iterable[int]) -> dict[int, int]:
    """Return the first recording among each artifact's views, by the artifact's id. One query."""
    chosen = Artifact.objects.filter(pk__in=list(artifact_ids)).values_list("pk", "views")
    return {
        pk: view["value"]["media"]
        for pk, views in chosen
        for view in reversed(views.raw_data)
        if view["type"] == "audio" and view["value"].get("media")
    }


def ids(values: Iterable[Any]) -> set[int]:
    """Keep what is an id."""
    return {value for value in values if isinstance(value, int)}


def read_work(raw: dict[str, Any], lookup: Lookup) -> Work | None:
    """Return a work, or None where what it shows was deleted or is not public."""
    value, kind = raw["value"], raw["type"]
    work = Work(id=raw["id"], kind=kind, caption=value.get("caption") or "")
    if kind in ("artifact", "door"):
        work.card = lookup.cards.get(value.get("artifact") or value.get("target"))
        if work.card is None:
            return None
        work.sound = lookup.media.get(lookup.sounds.get(work.card.pk, 0))
        return work
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
    """Return the walls in order and the floor's works, numbered as the visitor meets them."""
    walls = []
    for number, raw in enumerate(raw_walls(room), start=1):
        wall = Wall(raw["id"], number, raw["value"].get("name") or "")
        stored = raw["value"].get("works") or []
        for one in sorted(stored, key=lambda one: one["value"].get("x") or 0):
            if work := read_work(one, lookup):
                wall.works.append(work)
        walls.append(wall)
    floor = [work for one in room.floor.raw_data if (work := read_work(one, lookup))]
    number_works(room, [*(work for wall in walls for work in wall.works), *floor])
    return walls, floor


def number_works(room: Room, works: list[Work]) -> None:
    """Give works their turns and numbers, in visiting order."""
    order = {one: turn for turn, one in enumerate(order_of(room), start=1)}
    number = 0
    for work in works:
        work.turn = order.get(work.id, len(order) + 1)
    for work in sorted(works, key=by_turn):
        if work.kind in WORK_KINDS:
            number += 1
            work.number = number


def groups(walls: list[Wall], floor: list[Work]) -> list[Group]:
    """Return everything in visiting order, grouped while the visitor stays at one wall."""
    places: list[tuple[Wall | None, Work]] = [(wall, work) for wall in walls for work in wall.works]
    places += [(None, work) for work in floor]
    found: list[Group] = []
    for wall, work in sorted(places, key=lambda place: by_turn(place[1])):
        if not found or found[-1].wall is not wall:
            found.append(Group(wall, []))
        found[-1].works.append(work)
    return found


def by_turn(work: Work) -> int:
    return work.turn
