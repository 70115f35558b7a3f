"""Cards: what represents a page elsewhere, with the data of its wall label.

A list of any kind of pages takes one query here and one for all their pictures' renditions.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db.models import QuerySet
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from exhibitions.dates import format_edtf
from media import renditions
from media.models import MuseumImage
from museum.addresses import address, language_of
from museum.visibility import public

KIND_LABELS = {
    "artifact": _("Artifact"),
    "community": _("Community"),
    "story": _("Story"),
    "exhibition": _("Exhibition"),
    "room": _("Room"),
    "page": _("Page"),
}


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
    return Truncator(strip_tags(markup)).chars(160, truncate="…")


def artifact_data(page: Any, language: str) -> dict[str, Any]:
    return {
        "date": format_edtf(page.date, language) if page.date else "",
        "place": page.place_of_origin,
        "medium": page.medium,
        "credit": page.credit_line,
        "accession_number": page.accession_number,
        "image": page.lead_image,
        "alt": page.lead_alt,
    }


def community_data(page: Any, language: str) -> dict[str, Any]:
    from exhibitions.countries import country_name

    return {
        "place": country_name(page.country, language),
        "summary": summary(page.introduction),
        "image": page.hero_image,
    }


def story_data(page: Any, language: str) -> dict[str, Any]:
    return {
        "date": format_edtf(page.years, language) if page.years else "",
        "place": page.place,
        "summary": summary(page.standfirst),
        "image": page.hero_image,
    }


def exhibition_data(page: Any, language: str) -> dict[str, Any]:
    return {
        "summary": summary(page.introduction),
        "image": page.hero_image,
        "palette": page.palette,
    }


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
PAGE_FIELDS = ("title", "url_path", "path", "depth", "translation_key", "content_type")
IMAGE_FIELDS = (
    *("file", "dominant_colour", "title", "width", "height"),
    *(f"focal_point_{name}" for name in ("x", "y", "width", "height")),
)


def only(pages: QuerySet[Any], kinds: Iterable[str], prefix: bool = False) -> QuerySet[Any]:
    """Load just what cards need. With `prefix`, `pages` are Page and each kind is joined."""
    related: list[str] = []
    fields = list(PAGE_FIELDS)
    for name in kinds:
        kind, start = KINDS[name], f"{name}__" if prefix else ""
        fields += [start + field for field in kind.fields]
        if kind.image:
            related.append(start + kind.image)
            fields += [f"{start}{kind.image}__{field}" for field in IMAGE_FIELDS]
        elif prefix:
            related.append(name)
    return pages.select_related(*related).only(*fields)


def card(page: Any, kind: str, language: str) -> Card:
    """Return the card of one page of a kind, for readers of `language`."""
    own_language = language_of(page)
    return Card(
        kind=kind,
        title=page.title,
        url=address(page),
        pk=page.pk,
        translation_key=page.translation_key,
        lang="" if own_language == language else own_language,
        **(KINDS[kind].data(page, own_language) if kind in KINDS else {}),
    )


def for_list(pages: QuerySet[Any], kind: str, language: str) -> list[Card]:
    """Return the cards of pages of one kind, in their order. One query.

    The caller looks up the renditions of all pictures of the page (`renditions.prefetch`).
    """
    return [card(page, kind, language) for page in only(pages, [kind])]


def for_pages(
    pages: QuerySet[Page], language: str, also: Iterable[MuseumImage | None] = ()
) -> list[Card]:
    """Return the cards of pages of mixed kinds, in their order. Two queries.

    `also` are other pictures of the same response, whose renditions the second query finds too.
    """
    found = []
    for page in only(pages, KINDS, prefix=True):
        kind = page.cached_content_type.model
        specific = getattr(page, kind) if kind in KINDS else page
        found.append(card(specific, kind if kind in KINDS else "page", language))
    renditions.prefetch([*(one.image for one in found), *also])
    return found


def for_keys(
    keys: Iterable[UUID | str], language: str, also: Iterable[MuseumImage | None] = ()
) -> list[Card]:
    """Return the cards of public pages by translation key, in the order of the keys. Two queries.

    A page that is not translated is shown in the museum's source language. `also` as above.
    """
    order = {str(key): place for place, key in enumerate(keys)}
    if not order:
        renditions.prefetch(also)
        return []
    languages = {language, settings.LANGUAGE_CODE}
    pages = public(
        Page.objects.filter(translation_key__in=order, locale__language_code__in=languages)
    )
    best: dict[str, Card] = {}
    for one in for_pages(pages, language, also):
        key = str(one.translation_key)
        if key not in best or not one.lang:
            best[key] = one
    return sorted(best.values(), key=lambda one: order[str(one.translation_key)])


def for_ids(page_ids: Iterable[int], language: str) -> dict[int, Card]:
    """Return the cards of chosen pages in the reader's language, by the chosen page's id."""
    ids = set(page_ids)
    if not ids:
        return {}
    keys = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    by_key = {one.translation_key: one for one in for_keys(keys.values(), language)}
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
