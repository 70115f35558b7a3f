"""Cards: what represents a page elsewhere, with the data of its wall label.

A list of any kind of pages takes one query here and one for all their pictures' renditions.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import get_language_info
from wagtail.models import Page

from exhibitions.listing.kinds import PLAIN_NAME, kind_name, kind_of, kind_of_type, kinds
from media.derivatives import renditions
from media.models import MuseumImage
from museum.core.addresses import address_of, root_of
from museum.core.visibility import Visitor, visible


@dataclass(frozen=True)
class Passage:
    """A place within a page: what it is called, what is said there, and its address."""

    label: str
    text: str
    url: str


@dataclass
class Card:
    """A page in one glance. `lang` is set only where the page is not in the wanted language."""

    kind: str
    title: str
    url: str
    pk: int
    translation_key: UUID
    lang: str = ""
    date: str = ""
    place: str = ""
    medium: str = ""
    credit: str = ""
    accession_number: str = ""
    summary: str = ""
    image: MuseumImage | None = None
    alt: str = ""
    palette: str = ""
    passage: Passage | None = None

    @property
    def kind_label(self) -> str:
        """The kind in the active language."""
        return str(kind_of(self.kind).name)

    @property
    def direction(self) -> str:
        """`rtl` or `ltr` of the card's own language, where it differs from the page's."""
        return "" if not self.lang else "rtl" if get_language_info(self.lang)["bidi"] else "ltr"


PAGE_FIELDS = ("pk", "title", "url_path", "translation_key", "content_type_id")
# A card shows a picture's renditions; of the picture itself it needs no more. In the model's order.
IMAGE_FIELDS = ("id", "width", "height", "dominant_colour")


@dataclass(frozen=True)
class Row:
    """What a card is made of, as the database has it. Page objects would cost twice the time."""

    kind: str
    page: SimpleNamespace
    image: MuseumImage | None

    @property
    def language(self) -> str:
        root = root_of(self.page.url_path)
        return root.language_code if root else ""


def rows(pages: QuerySet[Any], names: Iterable[str], prefix: bool = False) -> Iterator[Row]:
    """Yield just what cards of the named kinds need. One query.

    With `prefix`, `pages` are Page and each kind is joined.
    """
    places: dict[str, tuple[slice, slice]] = {}
    columns = list(PAGE_FIELDS)
    for name in names:
        kind, start = kind_of(name), f"{name}__" if prefix else ""
        image = [f"{start}{kind.image}__{field}" for field in IMAGE_FIELDS if kind.image]
        first, middle = len(columns), len(columns) + len(kind.fields)
        columns += [*(start + field for field in kind.fields), *image]
        places[name] = slice(first, middle), slice(middle, len(columns))
    for values in pages.values_list(*columns):
        page = SimpleNamespace(**dict(zip(PAGE_FIELDS, values, strict=False)))
        name = kind_of_type(page.content_type_id)
        if name not in places:
            yield Row(PLAIN_NAME, page, None)
            continue
        own, pictured = places[name]
        vars(page).update(zip(kind_of(name).fields, values[own], strict=True))
        yield Row(name, page, image_of(values[pictured]))


def image_of(values: tuple[Any, ...]) -> MuseumImage | None:
    """Return the picture whose IMAGE_FIELDS these are.

    Whatever else it has is fetched when asked for.
    """
    return MuseumImage.from_db(None, IMAGE_FIELDS, values) if any(values) else None


def card(row: Row, language: str) -> Card:
    """Return the card of one page, for readers of `language`."""
    page, own_language = row.page, row.language
    return Card(
        kind=row.kind,
        title=page.title,
        url=address_of(page.url_path),
        pk=page.pk,
        translation_key=page.translation_key,
        lang="" if own_language == language else own_language,
        image=row.image,
        **kind_of(row.kind).label(page, own_language),
    )


def for_list(
    model: type[Page], ids: Iterable[int], language: str, visitor: Visitor | None = None
) -> list[Card]:
    """Return the cards of visible pages of one type, in the order of their ids. One query.

    The caller looks up the renditions of all pictures of the page (`renditions.prefetch`).
    """
    order = list(ids)
    if not order:
        return []
    pages = visible(model._default_manager.filter(pk__in=order), visitor).order_by()
    made = {row.page.pk: card(row, language) for row in rows(pages, [kind_name(model)])}
    return [made[pk] for pk in order if pk in made]


def for_pages(
    pages: QuerySet[Page], language: str, also: Iterable[MuseumImage | None] = ()
) -> list[Card]:
    """Return the cards of pages of mixed kinds, in their order. Two queries.

    `also` are other pictures of the same response, whose renditions the second query finds too.
    """
    made = [card(row, language) for row in rows(pages, kinds(), prefix=True)]
    renditions.prefetch([*(one.image for one in made), *also])
    return made


def for_keys(
    keys: Iterable[UUID | str],
    language: str,
    also: Iterable[MuseumImage | None] = (),
    chosen: Iterable[int] = (),
    visitor: Visitor | None = None,
) -> list[Card]:
    """Return the cards of visible pages by translation key, in the order of the keys. Two queries.

    A page that is not translated is shown in the museum's source language, and one that was written
    in another is shown as it was chosen, by its id. `also` are other pictures of the same response,
    whose renditions the second query finds too.
    """
    order = {str(key): place for place, key in enumerate(keys)}
    if not order:
        renditions.prefetch(also)
        return []
    preferred = [language, settings.LANGUAGE_CODE]
    wanted = Q(translation_key__in=order, locale__language_code__in=preferred)
    if chosen:
        wanted |= Q(pk__in=chosen)

    def rank(row: Row) -> int:
        return preferred.index(row.language) if row.language in preferred else len(preferred)

    pages = visible(Page.objects.filter(wanted), visitor).order_by()
    best: dict[str, Row] = {}
    for row in rows(pages, kinds(), prefix=True):
        key = str(row.page.translation_key)
        if key not in best or rank(row) < rank(best[key]):
            best[key] = row
    made = [card(best[key], language) for key in order if key in best]
    renditions.prefetch([*(one.image for one in made), *also])
    return made


def for_ids(
    page_ids: Iterable[int], language: str, visitor: Visitor | None = None
) -> dict[int, Card]:
    """Return the cards of chosen pages in the reader's language, by the chosen page's id."""
    ids = set(page_ids)
    if not ids:
        return {}
    keys = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    shown = for_keys(keys.values(), language, chosen=ids, visitor=visitor)
    by_key = {card.translation_key: card for card in shown}
    return {pk: by_key[key] for pk, key in keys.items() if key in by_key}


def for_pictures(
    model: type[Page],
    images: Iterable[MuseumImage | None],
    language: str,
    visitor: Visitor | None = None,
) -> dict[int, Card]:
    """Return the cards of the visible pages that pictures stand for, by the picture's id.

    Of several pages with one picture the first in the tree. One query.
    """
    ids = {image.pk for image in images if image}
    if not ids:
        return {}
    name = kind_name(model)
    wanted = {f"{kind_of(name).image}__in": ids, "locale__language_code": language}
    pages = visible(model._default_manager.filter(**wanted), visitor).order_by("-path")
    return {row.image.pk: card(row, language) for row in rows(pages, [name]) if row.image}


def by_kind(cards: Iterable[Card]) -> dict[str, list[Card]]:
    """Group cards by kind, in the order of the kinds; a kind without a card has no group."""
    groups: dict[str, list[Card]] = {name: [] for name in kinds()}
    for shown in cards:
        groups.setdefault(shown.kind, []).append(shown)
    return {name: group for name, group in groups.items() if group}
