"""A room's works as a visitor reads them: numbered, in visiting order, in the page's language.

Read from the room as it is stored, so that 300 works take as many queries as 3.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString
from wagtail.rich_text import RichText

from exhibitions.blocks.lead_image import Detail, details_of
from exhibitions.geometry.plan import WORK_KINDS
from exhibitions.geometry.stored import StoredRoom, StoredWork, given
from exhibitions.listing import cards
from exhibitions.listing.cards import Card
from exhibitions.listing.kinds import kind_name
from exhibitions.models import Artifact, Room
from exhibitions.models.room.plan import order_of
from media.delivery import players
from media.derivatives import renditions
from media.models import MuseumImage, MuseumMedia
from museum.core.visibility import Visitor


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
    why: str = ""
    caption: str = ""
    text: RichText | SafeString | None = None
    media: Any = None
    sound: Any = None
    """What one hears of an artifact: the first recording among its views."""
    voice: Any = None
    """The recording that says why it hangs here, in the page's language."""
    passed: bool = False
    """The guided visit does not stop here."""
    stay: int | None = None
    """Seconds that the guided visit stays; None for as long as reading takes."""
    detail: Detail | None = None
    """What the guided visit turns to, in the page's language."""


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
    """Everything that the works of rooms point at, fetched once for all of them."""

    cards: dict[int, Card]
    images: dict[int, MuseumImage]
    media: dict[int, Any]
    language: str
    views: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    """The raw data of an artifact's views, by the artifact's id."""

    def sound_of(self, card: Card) -> Any:
        """Return what one hears of an artifact."""
        return self.media.get(sound_in(self.views.get(card.pk, ())) or 0)

    def detail_of(self, card: Card, turn: str) -> Detail | None:
        """Return the detail of an artifact's picture with an id."""
        if not turn or not card.image:
            return None
        details = details_of(self.views.get(card.pk, ()), card.image.pk)
        return next((detail for detail in details if detail.id == turn), None)


@dataclass
class RoomList:
    """A room as a visitor reads it; `floor` is what stands in the middle of it."""

    room: Room
    stored: StoredRoom
    lookup: Lookup
    walls: list[Wall]
    floor: list[Work]

    @property
    def groups(self) -> list[Group]:
        """Everything in visiting order, grouped while the visitor stays at one wall.

        Doors lead away: they come after the works of their wall, or after all where it has none.
        """
        places: list[tuple[Wall | None, Work]] = [
            (wall, work) for wall in self.walls for work in wall.works
        ]
        places += [(None, work) for work in self.floor]
        met: list[Group] = []
        for wall, work in sorted(places, key=lambda place: by_turn(place[1])):
            if work.kind == "door":
                continue
            if not met or met[-1].wall is not wall:
                met.append(Group(wall, []))
            met[-1].works.append(work)
        last = {group.wall.id: group for group in met if group.wall}
        for wall in self.walls:
            if wall.id in last:
                last[wall.id].works += wall.doors
            elif wall.doors:
                met.append(Group(wall, wall.doors))
        return met

    @property
    def works(self) -> list[Work]:
        """Everything in visiting order."""
        return [work for group in self.groups for work in group.works]


def of_room(room: Room, visitor: Visitor | None = None) -> RoomList:
    """Return the list of one room, in a constant number of queries."""
    return of_rooms([room], visitor)[0]


def of_rooms(rooms: Iterable[Room], visitor: Visitor | None = None) -> list[RoomList]:
    """Return the lists of rooms of one language, in as many queries as that of one room."""
    stored = [(room, room.stored) for room in rooms]
    if not stored:
        return []
    lookup = look_up([read for _room, read in stored], stored[0][0].language, visitor)
    return [read_list(room, read, lookup) for room, read in stored]


def look_up(
    rooms: Iterable[StoredRoom],
    language: str,
    visitor: Visitor | None = None,
    *,
    heard: bool = True,
) -> Lookup:
    """Fetch cards, pictures and films of all works of rooms, in a constant number of queries.

    Works that the visitor may not see are left out; without a visitor, those not for everybody.

    `heard` asks for the works' recordings and the guide's voice too, which no scene has.
    """
    works = [work for room in rooms for work in room.works]
    page_ids = given(work.artifact or work.target for work in works)
    shown = cards.for_ids(page_ids, language, visitor)
    image_ids = given(work.image for work in works)
    media_ids = given(work.media for work in works)
    artifacts = [card.pk for card in shown.values() if card.kind == kind_name(Artifact)]
    views = views_of(artifacts) if heard and artifacts else {}
    media_ids |= given(sound_in(some) for some in views.values())
    if heard:
        media_ids |= given(work.voices.get(language) for work in works)
    images = MuseumImage.objects.in_bulk(image_ids) if image_ids else {}
    media = MuseumMedia.objects.in_bulk(media_ids) if media_ids else {}
    renditions.prefetch([*images.values(), *players.prefetch(media.values())])
    return Lookup(shown, images, media, language, views)


def views_of(artifact_ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """Return the raw data of artifacts' views, by the artifacts' ids. One query."""
    chosen = Artifact.objects.filter(pk__in=list(artifact_ids)).values_list("pk", "views")
    return {pk: list(views.raw_data) for pk, views in chosen}


def sound_in(views: Iterable[dict[str, Any]]) -> int | None:
    """Return the id of the first recording among an artifact's views."""
    sounds = (view["value"].get("media") for view in views if view["type"] == "audio")
    return next((media for media in sounds if media), None)


def read_work(stored: StoredWork, lookup: Lookup) -> Work | None:
    """Return a work, or None where what it shows was deleted or is not public."""
    work = Work(
        id=stored.id,
        kind=stored.kind,
        why=stored.why,
        caption=stored.caption,
        passed=stored.passed,
        stay=stored.stay,
    )
    work.voice = lookup.media.get(stored.voices.get(lookup.language, 0))
    if stored.kind in ("artifact", "door"):
        work.card = lookup.cards.get(stored.artifact or stored.target or 0)
        if work.card is None:
            return None
        work.sound = lookup.sound_of(work.card)
        work.detail = lookup.detail_of(work.card, stored.turn)
        return work
    if stored.kind == "picture":
        work.image = lookup.images.get(stored.image or 0)
        work.alt = stored.alt_text
        return work if work.image else None
    if stored.kind == "screen":
        work.media = lookup.media.get(stored.media or 0)
        return work if work.media else None
    if stored.kind == "text":
        work.text = RichText(stored.text)
        return work
    return None


def read_list(room: Room, stored: StoredRoom, lookup: Lookup) -> RoomList:
    """Return the walls in order and the floor's works, numbered as the visitor meets them."""
    walls = []
    for number, stored_wall in enumerate(stored.walls, start=1):
        along = sorted(stored_wall.works, key=lambda work: work.x or 0)
        works = [work for hung in along if (work := read_work(hung, lookup))]
        walls.append(Wall(stored_wall.id, number, stored_wall.name, works))
    floor = [work for standing in stored.floor if (work := read_work(standing, lookup))]
    number_works(stored, [*(work for wall in walls for work in wall.works), *floor])
    return RoomList(room, stored, lookup, walls, floor)


def number_works(stored: StoredRoom, works: list[Work]) -> None:
    """Give works their turns and numbers, in visiting order."""
    order = {block_id: turn for turn, block_id in enumerate(order_of(stored), start=1)}
    number = 0
    for work in works:
        work.turn = order.get(work.id, len(order) + 1)
    for work in sorted(works, key=by_turn):
        if work.kind in WORK_KINDS:
            number += 1
            work.number = number


def by_turn(work: Work) -> int:
    return work.turn
