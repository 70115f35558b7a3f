"""Where a page leads: its one next step, and what is related.

The next step is the first of these that the visitor may see:

1. what the curator chose on the page in the source language;
2. what follows from where the page stands: after an exhibition's own page its first room, after a
   room the next one and after the last the next exhibition, after a work the next one in the room
   where it hangs;
3. what is related, first what is to be read;
4. the next page of its kind, after the last the first; after a plain page the first exhibition.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from wagtail.models import Page

from exhibitions.listing import cards
from exhibitions.listing.cards import Card
from exhibitions.listing.kinds import kind_of
from exhibitions.models import Exhibition, Room, rooms_of
from exhibitions.models.relations import NextPageMixin, connected
from exhibitions.models.room.plan import order_of
from exhibitions.presentation.hangings import (
    AHEAD,
    Hangings,
    WallDrawing,
    draw,
    pictures_around,
)
from media.models import MuseumImage
from museum.core.visibility import Visitor, visible

NOWHERE = Hangings([], {})


@dataclass(frozen=True)
class Step:
    """The next step: its card, and the picture that stands for it."""

    card: Card
    image: MuseumImage | None
    alt: str


@dataclass(frozen=True)
class GoingOn:
    """The next step, the cards of what is related by the names of their kinds, and the wall
    around a work."""

    step: Step | None
    by_kind: dict[str, list[Card]]
    wall: WallDrawing | None = None

    @property
    def read_on(self) -> list[Card]:
        """What a reader may go on with, kind after kind."""
        return to_read(self.by_kind)


def to_read(by_kind: dict[str, list[Card]]) -> list[Card]:
    names = [name for name in by_kind if kind_of(name).read_on]
    names.sort(key=lambda name: kind_of(name).read_on)
    return [card for name in names for card in by_kind[name]]


def going_on(
    page: NextPageMixin,
    pictures: Iterable[MuseumImage | None] = (),
    hung: Hangings = NOWHERE,
    visitor: Visitor | None = None,
) -> GoingOn:
    """Return where a page leads, in a number of queries that does not grow with what is there.

    `pictures` are the page's own: their renditions are looked up with the others. `hung` is where
    an artifact hangs.
    """
    links = connected(page)
    ahead, faces = following(page, hung, visitor)
    first = [key for key in (links.chosen, *ahead) if key]
    around = pictures_around(hung)
    keys = dict.fromkeys([*first, *faces, *links.related, *hung.keys.values()])
    own = [*pictures, *around]
    shown = cards.for_keys(keys, page.language, own, visitor=visitor) if keys else []
    by_key = {card.translation_key: card for card in shown if card.pk != page.pk}
    related = cards.by_kind(by_key[key] for key in links.related if key in by_key)
    every = [one for group in related.values() for one in group]
    choice = [*(by_key[key] for key in first if key in by_key), *to_read(related), *every]
    if not choice:
        choice = cards.for_pages(neighbours(page, visitor), page.language, own)[-1:]
    card = choice[0] if choice else None
    others = {name: [one for one in some if one is not card] for name, some in related.items()}
    wall = draw(hung, {card.translation_key: card for card in shown}, around)
    works = [by_key[key] for key in faces if key in by_key]
    return GoingOn(step_to(card, works) if card else None, others, wall)


def step_to(card: Card, works: Sequence[Card]) -> Step:
    """Return the step to a page; a room, which has no picture, shows its first work."""
    pictured = [one for one in (card, *works) if one.image]
    face = pictured[0] if pictured else card
    return Step(card, face.image, face.alt)


def following(
    page: NextPageMixin, hung: Hangings, visitor: Visitor | None
) -> tuple[list[UUID], list[UUID]]:
    """Return what follows from where a page stands, and the first works of the room that does.

    By translation keys.
    """
    if isinstance(page, Exhibition):
        room = rooms_of(page, visitor).first()
    elif isinstance(page, Room):
        rooms = visible(Room.objects.sibling_of(page), visitor)
        room = rooms.filter(path__gt=page.path).order_by("path").first()
        if room is None:
            keys = after(page, Exhibition, visitor).values_list("translation_key", flat=True)
            return list(keys)[-1:], []
    else:
        return hung.ahead, []
    return ([room.translation_key], first_works(room)) if room else ([], [])


def first_works(room: Room) -> list[UUID]:
    """Return the translation keys of the first works that a visitor of a room meets. One query."""
    stored = room.stored
    artifacts = {work.id: work.artifact for work in stored.works if work.artifact}
    ids = [artifacts[block_id] for block_id in order_of(stored) if block_id in artifacts][:AHEAD]
    keys = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    return [keys[pk] for pk in ids if pk in keys]


def after(
    page: NextPageMixin, model: type[NextPageMixin], visitor: Visitor | None
) -> QuerySet[Page]:
    """Return the next page of a type in the tree, last, after the first: one row of the last's."""
    same = visible(model._default_manager.filter(locale_id=page.locale_id), visitor)
    order = same.exclude(pk=page.pk).order_by("path").values("pk")
    either = Q(pk__in=order.filter(path__gt=page.path)[:1]) | Q(pk__in=order[:1])
    return Page.objects.filter(either).order_by("path")


def neighbours(page: NextPageMixin, visitor: Visitor | None) -> QuerySet[Page]:
    """Return `after` for a page of a kind; what follows a page of none is an exhibition."""
    return after(page, type(page) if hasattr(page, "kind") else Exhibition, visitor)
