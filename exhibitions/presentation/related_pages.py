"""What belongs together with a page, as cards in its language."""

from collections.abc import Iterable
from dataclasses import dataclass

from exhibitions.listing import cards
from exhibitions.listing.cards import Card
from exhibitions.listing.kinds import kind_of
from exhibitions.models.relations import related_keys
from media.models import MuseumImage
from museum.core.models import MuseumPage
from museum.core.visibility import Visitor


@dataclass(frozen=True)
class RelatedPages:
    """Cards by the names of their kinds."""

    by_kind: dict[str, list[Card]]

    @property
    def read_on(self) -> list[Card]:
        """What a reader may go on with, kind after kind."""
        names = [name for name in self.by_kind if kind_of(name).read_on]
        names.sort(key=lambda name: kind_of(name).read_on)
        return [card for name in names for card in self.by_kind[name]]


def related_pages(
    page: MuseumPage, pictures: Iterable[MuseumImage | None], visitor: Visitor | None = None
) -> RelatedPages:
    """Return the pages related to `page`.

    The renditions of its own pictures are looked up with theirs.
    """
    keys = related_keys(page)
    return RelatedPages(
        cards.by_kind(cards.for_keys(keys, page.language, pictures, visitor=visitor))
    )
