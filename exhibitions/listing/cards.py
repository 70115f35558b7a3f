"""Cards: what represents a page elsewhere, with the data of its wall label.

A list of any kind of pages takes one query here and one for all their pictures' renditions.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.text import Truncator
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing as plain_text

from exhibitions.vocabulary.dates import format_edtf
from media.derivatives import renditions
from media.models import MuseumImage
from museum.core.addresses import address_of, root_of
from museum.core.visibility import public

KIND_LABELS = {
    "artifact": _("Artifact"),
    "community": _("Community"),
    "story": _("Story"),
    "exhibition": _("Exhibition"),
    "room": _("Room"),
    "page": _("Page"),
}


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
        return str(KIND_LABELS[self.kind])

    @property
    def direction(self) -> str:
        """`rtl` or `ltr` of the card's own language, where it differs from the page's."""
        return "" if not self.lang else "rtl" if get_language_info(self.lang)["bidi"] else "ltr"


def summary(markup: str) -> str:
    """Return the beginning of a text as one plain sentence or two."""
    return Truncator(plain_text(markup)).chars(160, truncate="…")


def artifact_data(page: Any, language: str) -> dict[str, Any]:
    return {
        "date": format_edtf(page.date, language) if page.date else "",
        "place": page.place_of_origin,
        "medium": page.medium,
        "credit": page.credit_line,
        "accession_number": page.accession_number,
        "alt": page.lead_alt,
    }


def community_data(page: Any, language: str) -> dict[str, Any]:
    from exhibitions.vocabulary.countries import country_name

    return {
        "place": country_name(page.country, language),
        "summary": summary(page.introduction),
    }


def story_data(page: Any, language: str) -> dict[str, Any]:
    return {
        "date": format_edtf(page.years, language) if page.years else "",
        "place": page.place,
        "summary": summary(page.standfirst),
    }


def exhibition_data(page: Any, language: str) -> dict[str, Any]:
    return {"summary": summary(page.introduction), "palette": page.palette}


def room_data(page: Any, language: str) -> dict[str, Any]:
    return {"summary": summary(page.introduction)}


@dataclass(frozen=True)
class Kind:
    """How one page type becomes a card: the fields to load, and its label's data."""

    data: Callable[[Any, str], dict[str, Any]]
    fields: tuple[str, ...]
    image: str = ""


KINDS = {
    "artifact": Kind(
        artifact_data,
        ("date", "place_of_origin", "medium", "credit_line", "accession_number", "lead_alt"),
        "lead_image",
    ),
    "community": Kind(community_data, ("country", "introduction"), "hero_image"),
    "story": Kind(story_data, ("years", "place", "standfirst"), "hero_image"),
    "exhibition": Kind(exhibition_data, ("introduction", "palette"), "hero_image"),
    "room": Kind(room_data, ("introduction",)),
}
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


def rows(pages: QuerySet[Any], kinds: Iterable[str], prefix: bool = False) -> Iterator[Row]:
    """Yield just what cards need. With `prefix`, `pages` are Page and each kind is joined. One query."""
    places: dict[str, tuple[slice, slice]] = {}
    names = list(PAGE_FIELDS)
    for name in kinds:
        kind, start = KINDS[name], f"{name}__" if prefix else ""
        image = [f"{start}{kind.image}__{field}" for field in IMAGE_FIELDS if kind.image]
        first, middle = len(names), len(names) + len(kind.fields)
        names += [*(start + field for field in kind.fields), *image]
        places[name] = slice(first, middle), slice(middle, len(names))
    for values in pages.values_list(*names):
        page = SimpleNamespace(**dict(zip(PAGE_FIELDS, values, strict=False)))
        name = ContentType.objects.get_for_id(page.content_type_id).model
        if name not in places:
            yield Row("page", page, None)
            continue
        own, pictured = places[name]
        vars(page).update(zip(KINDS[name].fields, values[own], strict=True))
        yield Row(name, page, image_of(values[pictured]))


def image_of(values: tuple[Any, ...]) -> MuseumImage | None:
    """Return the picture whose IMAGE_FIELDS these are; whatever else it has is fetched when asked for."""
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
        **(KINDS[row.kind].data(page, own_language) if row.kind in KINDS else {}),
    )


def for_list(pages: QuerySet[Any], kind: str, language: str) -> list[Card]:
    """Return the cards of pages of one kind, in their order. One query.

    The caller looks up the renditions of all pictures of the page (`renditions.prefetch`).
    """
    return [card(row, language) for row in rows(pages, [kind])]


def for_pages(pages: QuerySet[Page], language: str) -> list[Card]:
    """Return the cards of pages of mixed kinds, in their order. Two queries."""
    found = [card(row, language) for row in rows(pages, KINDS, prefix=True)]
    renditions.prefetch(one.image for one in found)
    return found


def for_keys(
    keys: Iterable[UUID | str],
    language: str,
    also: Iterable[MuseumImage | None] = (),
    chosen: Iterable[int] = (),
) -> list[Card]:
    """Return the cards of public pages by translation key, in the order of the keys. Two queries.

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

    best: dict[str, Row] = {}
    for row in rows(public(Page.objects.filter(wanted)).order_by(), KINDS, prefix=True):
        key = str(row.page.translation_key)
        if key not in best or rank(row) < rank(best[key]):
            best[key] = row
    found = [card(best[key], language) for key in order if key in best]
    renditions.prefetch([*(one.image for one in found), *also])
    return found


def for_ids(page_ids: Iterable[int], language: str) -> dict[int, Card]:
    """Return the cards of chosen pages in the reader's language, by the chosen page's id."""
    ids = set(page_ids)
    if not ids:
        return {}
    keys = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    by_key = {one.translation_key: one for one in for_keys(keys.values(), language, chosen=ids)}
    return {pk: by_key[key] for pk, key in keys.items() if key in by_key}


def by_kind(found: Iterable[Card]) -> dict[str, list[Card]]:
    """Group cards by kind, in the order of `KINDS`."""
    groups: dict[str, list[Card]] = {kind: [] for kind in KINDS}
    for one in found:
        groups.setdefault(one.kind, []).append(one)
    return {kind: group for kind, group in groups.items() if group}


def model_of(kind: str) -> type[Any]:
    """Return the page model of a kind."""
    return apps.get_model("exhibitions", kind)
