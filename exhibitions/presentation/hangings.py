"""Where an artifact hangs: the rooms that visitors may see, each with the work's own place, and the
wall around it seen from the front, everything in its true size and place.

Lengths are cm. As in a plan, geometry never mirrors: left is the left of a visitor who faces the
wall.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Left
from wagtail.models import Page, ReferenceIndex

from exhibitions.geometry import wall_length
from exhibitions.geometry.stored import StoredRoom, StoredWall, StoredWork, given
from exhibitions.listing.cards import Card
from exhibitions.models import Artifact, Exhibition, Room
from exhibitions.models.room.plan import Sizes, hanging, order_of
from media.models import MuseumImage
from museum.core.addresses import twins
from museum.core.visibility import Visitor, visible

AHEAD = 3
"""How many of the works that follow are looked at: some of them may not be public."""
STRETCH = 560
"""How much of a long wall is shown."""
AIR = 40
"""Wall above the highest work."""
FLOOR = 24
"""Floor below the wall."""
SEEN = 60
"""The drawing's width on a large screen, in rem: how large its pictures are loaded."""


@dataclass(frozen=True)
class Hanging:
    """A room, and the address of a work's place on its wall or floor: that of its block `id`."""

    page: Room
    id: str
    palette: str = ""

    @property
    def room(self) -> str:
        return self.page.title

    @property
    def address(self) -> str:
        return self.place_of(self.id)

    def place_of(self, block_id: str) -> str:
        """Return the address of anything in the room."""
        return f"{self.page.address}#work-{block_id}"

    @cached_property
    def stored(self) -> StoredRoom:
        return self.page.stored

    @property
    def wall(self) -> StoredWall | None:
        """The wall on which the work hangs; None for one that stands on the floor."""
        walls = self.stored.walls
        return next((one for one in walls if any(w.id == self.id for w in one.works)), None)

    @property
    def following(self) -> list[StoredWork]:
        """The next few other artifacts that a visitor of the room meets."""
        works = {work.id: work for work in self.stored.works}
        order = [works[block_id] for block_id in order_of(self.stored)]
        own = works.get(self.id)
        if own is None or own not in order:
            return []
        rest = order[order.index(own) + 1 :]
        others = [work for work in rest if work.artifact and work.artifact != own.artifact]
        return others[:AHEAD]


@dataclass(frozen=True)
class Hangings:
    """Every place where an artifact hangs, and by their ids the translation keys of the works
    around the first place, and of those that follow there."""

    places: list[Hanging]
    keys: dict[int, UUID]

    def __iter__(self) -> Iterator[Hanging]:
        return iter(self.places)

    def __bool__(self) -> bool:
        return bool(self.places)

    @property
    def first(self) -> Hanging | None:
        return self.places[0] if self.places else None

    @property
    def ahead(self) -> list[UUID]:
        """The works that follow on the visit, by their translation keys."""
        following = self.first.following if self.first else []
        return [self.keys[work.artifact] for work in following if work.artifact in self.keys]


def hangings(artifact: Artifact, visitor: Visitor | None = None) -> Hangings:
    """Return where an artifact hangs, in the language of its page. Three queries at most.

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
        return Hangings([], {})
    ids = {pk for pk, _path in places}
    rooms = Room.objects.filter(pk__in=ids, locale_id=artifact.locale_id).annotate(
        palette=Subquery(
            Exhibition.objects.filter(
                path=Left(OuterRef("path"), OuterRef("depth") * Page.steplen - Page.steplen)
            ).values("palette")[:1]
        )
    )
    seen = {str(room.pk): room for room in visible(rooms, visitor).order_by("path")}
    hung = [
        Hanging(room, path.split(".")[-2], room.palette or "")
        for pk, room in seen.items()
        for place, path in places
        if place == pk
    ]
    return Hangings(hung, keys_around(hung[0]) if hung else {})


def keys_around(hung: Hanging) -> dict[int, UUID]:
    """Return the translation keys of the works on the same wall, and of those that follow."""
    near = [*(hung.wall.works if hung.wall else ()), *hung.following]
    ids = {work.artifact for work in near if work.artifact}
    return dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))


@dataclass(frozen=True)
class Drawn:
    """One thing on the wall; x and y are its upper left corner, `border` is its frame's width."""

    id: str
    kind: str
    x: float
    y: float
    width: float
    height: float
    border: float
    address: str
    name: str = ""
    image: MuseumImage | None = None
    sizes: str = ""
    current: bool = False

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """The outer edge of the frame: x, y, width and height."""
        out = self.border
        return self.x - out, self.y - out, self.width + 2 * out, self.height + 2 * out


@dataclass(frozen=True)
class WallDrawing:
    """What the template draws; the numbers are attributes of SVG elements."""

    hanging: Hanging
    colour: str
    left: int
    width: int
    height: int
    works: list[Drawn]

    @property
    def view_box(self) -> str:
        return f"{self.left} 0 {self.width} {self.height + FLOOR}"

    @property
    def floor(self) -> int:
        return FLOOR


def pictures_around(hung: Hangings) -> list[MuseumImage]:
    """Return the pictures on the wall that no artifact shows. One query, or none."""
    wall = hung.first.wall if hung.first else None
    ids = given(work.image for work in wall.works) if wall else set()
    return list(MuseumImage.objects.filter(pk__in=ids)) if ids else []


def draw(
    hung: Hangings, cards: Mapping[UUID, Card], pictures: list[MuseumImage]
) -> WallDrawing | None:
    """Return the wall around the first place where a work hangs.

    None where it stands on the floor, or hangs alone: there is nothing to see around it.
    `cards` are those of the visible works by translation key, `pictures` those of the wall.
    """
    first = hung.first
    wall = first.wall if first else None
    if first is None or wall is None:
        return None
    by_id = {pk: cards[key] for pk, key in hung.keys.items() if key in cards}
    images = {image.pk: image for image in pictures}
    sizes = Sizes(
        {
            pk: (card.image.width, card.image.height)
            for pk, card in by_id.items()
            if card.image and card.image.width
        },
        {pk: (image.width, image.height) for pk, image in images.items()},
    )
    works = [
        work
        for work in wall.works
        if work.is_measured and (not work.artifact or work.artifact in by_id)
    ]
    own = next((work for work in works if work.id == first.id), None)
    if own is None:
        return None
    index = first.stored.walls.index(wall)
    length = round(wall_length(first.stored.corners, index))
    width = min(length, STRETCH)
    left = min(max(0, (own.x or 0) - width // 2), length - width)
    placed = {work.id: hanging(work, sizes) for work in works}
    top = max(place.top for place in placed.values())
    height = round(max(260, min(first.stored.height, top + AIR)))
    drawn = []
    for work in works:
        place = placed[work.id]
        if place.right <= left or place.left >= left + width:
            continue
        card = by_id.get(work.artifact or 0)
        drawn.append(
            Drawn(
                id=work.id,
                kind=work.kind,
                x=place.x - place.width / 2,
                y=height - place.y - place.height / 2,
                width=place.width,
                height=place.height,
                border=place.border,
                address=first.place_of(work.id),
                name=card.title if card else work.caption,
                image=card.image if card else images.get(work.image or 0),
                sizes=f"calc(min(92vw, {SEEN}rem) * {place.width / width:.3f})",
                current=work is own,
            )
        )
    return WallDrawing(first, wall.colour, left, width, height, drawn) if drawn[1:] else None
