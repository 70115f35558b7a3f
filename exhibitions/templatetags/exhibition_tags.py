"""Tags of the museum's subject: dates, names of languages and roles, the cards of a body."""

from collections.abc import Iterable
from typing import Any

from babel.numbers import format_decimal
from django import template
from django.template import Context
from django.utils.translation import get_language
from wagtail.blocks import StreamValue
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing as plain_text

from exhibitions.exports.downloads import Offers, offers
from exhibitions.listing import cards
from exhibitions.listing.cards import Card
from exhibitions.models import Artifact
from exhibitions.presentation import artifact_views, body
from exhibitions.vocabulary import choices
from exhibitions.vocabulary.dates import format_edtf
from media.models import MuseumImage

register = template.Library()
register.filter("plain", plain_text)


@register.filter
def edtf(value: str) -> str:
    """Say an EDTF date in the active language."""
    return format_edtf(value, get_language()) if value else ""


@register.filter
def grouped(value: int) -> str:
    """Write a number with the active language's separators."""
    return format_decimal(value, locale=get_language())


@register.filter
def catalogue_language(code: str) -> str:
    """Name a language of the catalogue in the active language; Django's filters know fewer."""
    return str(choices.Language(code).label)


@register.filter
def language_direction(code: str) -> str:
    """Return the direction of a text in a language of the catalogue."""
    return choices.direction(code)


@register.filter
def turning_direction(code: str) -> str:
    """Return the direction in which a book in a language of the catalogue is turned."""
    return artifact_views.turning(code)


@register.simple_tag(takes_context=True)
def real_width(context: Context, image: MuseumImage | None, leads: bool = False) -> str:
    """Return how wide a picture of the page's artifact is in cm, for a script; empty if unknown."""
    page = context["page"]
    return str(artifact_views.width_cm(image, page.width_cm, page.height_cm, leads) or "")


@register.filter
def script_direction(value: dict[str, str]) -> str:
    """Return the direction of a name that says its language and script."""
    return choices.direction(value["language"], value["script"])


@register.filter
def role_name(code: str) -> str:
    """Name the part that a person has in an artifact."""
    return str(choices.Role(code).label)


@register.filter
def audience_name(code: str) -> str:
    """Say whom a school taught."""
    return str(choices.Audience(code).label)


@register.filter
def share_of(number: int, moments: Iterable[Any]) -> str:
    """Return `number` in percent of the largest number of the moments, as an attribute of SVG.

    A number as such would get the active language's decimal comma, which SVG cannot read.
    """
    return f"{100 * number / max(1, *(moment.value['number'] for moment in moments)):.1f}"


@register.simple_tag
def prepare_body(value: StreamValue) -> dict[int, Card]:
    """Fetch at once what a body points at; its blocks look their cards up in the result."""
    return body.prepare(value, get_language())


@register.simple_tag(takes_context=True)
def chosen_cards(context: Context, pages: Iterable[Page | None]) -> list[Card]:
    """Return the cards of the pages that a block chooses, in the reader's language.

    Pages that are not public have none. Outside a body (in the editor's previews) it asks itself.
    """
    ids = [page.pk for page in pages if page]
    found = context.get("body_cards")
    if found is None:
        found = cards.for_ids(ids, get_language())
    return [found[pk] for pk in ids if pk in found]


@register.simple_tag(takes_context=True)
def chosen_card(context: Context, page: Page | None) -> Card | None:
    """Return the card of the page that a block chooses, or None where it is not public."""
    return next(iter(chosen_cards(context, [page])), None)


@register.simple_tag
def downloads(artifact: Artifact) -> Offers:
    """Return the copies of an artifact's pictures that visitors may take home."""
    return offers(artifact)
