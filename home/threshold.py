"""What the museum's entrance shows: a room to go into, doors, what is new, and ways in.

People are no records yet: the way in by person leads through the stories, which each tell of a
person, a family or a school.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Length, Substr
from wagtail.models import Page

from exhibitions.listing import cards
from exhibitions.listing.cards import Card
from exhibitions.models import Artifact, Community, Exhibition, Room, Story
from exhibitions.presentation.room_pictures import RoomView
from media.models import MuseumImage
from museum.core.addresses import address_of
from museum.core.models import MuseumPage
from museum.core.visibility import Visitor, visible
from museum.core.wagtail_compat import paths_below

FEATURED: dict[type[MuseumPage], int] = {Exhibition: 3, Community: 8, Story: 3, Artifact: 8}
"""The page types that the entrance shows, each in its own way, and how many pages of each."""
NEWS: tuple[type[MuseumPage], ...] = (Story, Artifact)
"""The page types of which the newest stand first, and how many pages of all together."""
MOST_NEWS = 4


@dataclass(frozen=True)
class Opening:
    """The room on which the entrance opens; without a view the page opens on its own picture."""

    title: str
    url: str
    view: RoomView | None


@dataclass(frozen=True)
class Threshold:
    """What the entrance shows: the opening room, the ids of all pages, and those of the newest."""

    opening: Opening | None
    ids: list[int]
    news: list[int]


def find(home: Page, room_id: int | None, visitor: Visitor) -> Threshold:
    """Return what the entrance of a language shows to a visitor. Two queries."""
    rows = list(featured(home, visitor))
    told = [row for row in rows if row[1] in news_types() and row[2] is None]
    told.sort(key=lambda row: (row[3] is not None, row[3], row[0]), reverse=True)
    news = [row[0] for row in told[:MOST_NEWS]]
    return Threshold(opening(home, room_id, visitor), [row[0] for row in rows], news)


def news_types() -> set[int]:
    return {ContentType.objects.get_for_model(model).pk for model in NEWS}


def featured(home: Page, visitor: Visitor) -> "QuerySet[Any]":
    """Return id, type, original and date of the first pages of each featured type, and the newest.

    One query.
    """
    below = Page.objects.filter(path__range=paths_below(home))
    # As many more as may stand among the newest instead.
    found = Q(pk__in=newest(visible(below, visitor)))
    for model, most in FEATURED.items():
        pages = visible(model._default_manager.filter(path__range=paths_below(home)), visitor)
        more = MOST_NEWS if model in NEWS else 0
        # The tree's order is its index's: the database reads no more pages than are shown.
        found |= Q(pk__in=pages.order_by("path").values("pk")[: most + more])
    return Page.objects.filter(found).values_list(
        "pk", "content_type_id", "alias_of_id", "first_published_at"
    )


def newest(pages: "QuerySet[Page]") -> "QuerySet[Any]":
    """Return the ids of the stories and artifacts that were published last."""
    told = pages.filter(content_type__in=news_types(), alias_of=None)
    return told.order_by("-first_published_at", "-pk").values("pk")[:MOST_NEWS]


def opening(home: Page, room_id: int | None, visitor: Visitor) -> Opening | None:
    """Return the room that the curator chose, in the language of the page, if visitors may see it.

    Otherwise the first visible room of the first visible exhibition that has one. One query.
    """
    parent = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    around = visible(Exhibition.objects.filter(path=parent), visitor)
    rooms = visible(Room.objects.filter(path__range=paths_below(home)), visitor)
    rooms = rooms.filter(Exists(around))
    order = ["path"]
    if room_id:
        chosen = Room.objects.filter(pk=room_id).values("translation_key")[:1]
        place = Case(When(translation_key=chosen, then=Value(0)), default=Value(1))
        rooms, order = rooms.annotate(place=place), ["place", "path"]
    found = rooms.order_by(*order).values_list("title", "url_path", "picture__folder").first()
    if found is None:
        return None
    title, url_path, folder = found
    return Opening(title, address_of(url_path), RoomView(folder) if folder else None)


def shown(
    found: Threshold, language: str, visitor: Visitor, others: Iterable[MuseumImage | None]
) -> dict[str, Any]:
    """Return the cards of the entrance, for its template: `news`, and `featured` by kind.

    `others` are the page's other pictures. Two queries. What is told as new is not told again.
    """
    pages = visible(Page.objects.filter(pk__in=found.ids), visitor).order_by("path")
    made = cards.for_pages(pages, language, others)
    by_id: dict[int, Card] = {card.pk: card for card in made}
    rest = cards.by_kind(card for card in made if card.pk not in found.news)
    most = {str(model._meta.model_name): number for model, number in FEATURED.items()}
    return {
        "news": [by_id[pk] for pk in found.news if pk in by_id],
        "featured": {kind: group[: most.get(kind)] for kind, group in rest.items()},
    }
