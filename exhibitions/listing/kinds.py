"""The kinds of pages that the museum has: what a page type says of itself to lists,
searches and relations.

A page type states it once, as `kind` of its class. Nothing else lists page types, so a new one is
one file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, get_page_models
from wagtail.rich_text import get_text_for_indexing as plain_text

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Label = dict[str, Any]
"""The fields of a card that one kind of page fills (`exhibitions.listing.cards.Card`)."""


def no_label(page: Any, language: str) -> Label:
    return {}


@dataclass(frozen=True)
class Kind:
    """What a page type is called, where it stands among the others, and what its card shows.

    `place` is that of its group among related pages and among the results of a search. `read_on` is
    its place among what a reader may go on with, 0 where it is not offered. `feed` is the name, in
    its address, of the feed of its new pages, empty without one. `fields` and `image`, a foreign
    key to a picture, are what a card needs of the model; `label` returns what the card says of a
    page with these fields, in a language.
    """

    name: "StrOrPromise"
    plural: "StrOrPromise"
    place: int = 0
    read_on: int = 0
    feed: str = ""
    feed_title: "StrOrPromise" = ""
    fields: tuple[str, ...] = ()
    image: str = ""
    label: Callable[[Any, str], Label] = no_label


PLAIN = Kind(_("Page"), _("Pages"))
"""Pages whose type says nothing of itself; their group comes last."""
PLAIN_NAME = "page"


@cache
def kinds() -> dict[str, Kind]:
    """Return the kinds by their models' names, in the order of their places."""
    return {kind_name(model): model.kind for model in models_of_kinds()}


def models_of_kinds() -> list[type[Page]]:
    """Return the page types that state a kind, in the order of their places."""
    stated: list[Any] = [model for model in get_page_models() if hasattr(model, "kind")]
    return sorted(stated, key=lambda model: model.kind.place)


def kind_name(model: type[Page] | None) -> str:
    """Return the name under which a page type is known: that of its model, in small letters."""
    return str(model._meta.model_name) if model and hasattr(model, "kind") else PLAIN_NAME


@cache
def kind_of_type(content_type_id: int) -> str:
    """Return the name of the kind of the pages that have this content type."""
    return kind_name(ContentType.objects.get_for_id(content_type_id).model_class())


def kind_of(name: str) -> Kind:
    """Return the kind of a name."""
    return kinds().get(name, PLAIN)


@lru_cache(maxsize=4096)
def summary(markup: str, most: int = 160) -> str:
    """Return the beginning of a text as one plain sentence or two, of at most `most` characters."""
    return Truncator(plain_text(markup)).chars(most, truncate="…")
