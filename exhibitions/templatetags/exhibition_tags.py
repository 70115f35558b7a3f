"""Tags of the museum's subject: what its pages show, dates, names of languages and roles.

A page's template fetches with them what it shows; the page itself knows only what is stored.
"""

from collections.abc import Iterable
from typing import Any

from babel.numbers import format_decimal
from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.blocks import StreamValue
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing as plain_text

from exhibitions.blocks import body
from exhibitions.exports.downloads import Offers, offers
from exhibitions.listing import cards
from exhibitions.listing.cards import Card
from exhibitions.models import Artifact, Exhibition, Room
from exhibitions.models import rooms_of as visible_rooms
from exhibitions.presentation import artifact_views as views
from exhibitions.presentation import exhibition_drawing as exhibition_drawings
from exhibitions.presentation import going_on as goings_on
from exhibitions.presentation import room_drawing as room_drawings
from exhibitions.presentation import room_list as room_lists
from exhibitions.presentation import scene
from exhibitions.presentation.artifact_views import ArtifactViews
from exhibitions.presentation.exhibition_drawing import ExhibitionDrawing
from exhibitions.presentation.going_on import GoingOn
from exhibitions.presentation.hangings import Hangings, hangings
from exhibitions.presentation.room_drawing import Drawing
from exhibitions.presentation.room_list import RoomList
from exhibitions.presentation.room_pictures import RoomView, view_of
from exhibitions.vocabulary import choices
from exhibitions.vocabulary.dates import format_edtf
from media.derivatives import renditions
from media.models import MuseumImage
from museum.core.models import MuseumPage
from museum.core.visibility import Visitor, audience, rehearsal

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
    return views.turning(code)


@register.simple_tag(takes_context=True)
def real_width(context: Context, image: MuseumImage | None, leads: bool = False) -> str:
    """Return how wide a picture of the page's artifact is in cm, for a script; empty if unknown."""
    page = context["page"]
    return str(views.width_cm(image, page.width_cm, page.height_cm, leads) or "")


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
def under_title(markup: Any) -> SafeString:
    """Raise a text's headings to the rank below the page's title; they keep their look."""
    raised = str(markup).replace("<h3", '<h2 class="minor"').replace("</h3>", "</h2>")
    return mark_safe(raised)


@register.filter
def share_of(number: int, moments: Iterable[Any]) -> str:
    """Return `number` in percent of the largest number of the moments, as an attribute of SVG.

    A number as such would get the active language's decimal comma, which SVG cannot read.
    """
    return f"{100 * number / max(1, *(moment.value['number'] for moment in moments)):.1f}"


def visitor_of(context: Context) -> Visitor | None:
    """Return for whom a page is made; None outside a response."""
    request = context.get("request")
    return audience(request) if request else None


def rehearsal_of(context: Context) -> Visitor | None:
    """Return the same, but in a preview the editor, who sees drafts hang, too."""
    request = context.get("request")
    return rehearsal(request) if request else None


@register.simple_tag(takes_context=True)
def prepare_body(context: Context, value: StreamValue) -> dict[int, Card]:
    """Fetch at once what a body points at; its blocks look their cards up in the result.

    Afterwards its pictures know their renditions. The queries do not grow with the body.
    """
    renditions.prefetch(body.images(value))
    return cards.for_ids(body.page_ids(value), get_language(), visitor_of(context))


@register.simple_tag(takes_context=True)
def works_pictured(context: Context, value: StreamValue) -> dict[int, Card]:
    """Return the cards of the works that a body's pictures show, by the picture's id."""
    shown = body.pictures(value)
    return cards.for_pictures(Artifact, shown, get_language(), visitor_of(context))


@register.simple_tag(takes_context=True)
def work_of(context: Context, image: MuseumImage | None) -> Card | None:
    """Return the card of the work that a picture of a body shows, where there is a public one."""
    known: dict[int, Card] = context.get("body_works") or {}
    return known.get(image.pk) if image else None


@register.simple_tag(takes_context=True)
def chosen_cards(context: Context, pages: Iterable[Page | None]) -> list[Card]:
    """Return the cards of the pages that a block chooses, in the reader's language.

    Pages that are not public have none. Outside a body (in the editor's previews) it asks itself.
    """
    ids = [page.pk for page in pages if page]
    known = context.get("body_cards")
    if known is None:
        known = cards.for_ids(ids, get_language(), visitor_of(context))
    return [known[pk] for pk in ids if pk in known]


@register.simple_tag(takes_context=True)
def chosen_card(context: Context, page: Page | None) -> Card | None:
    """Return the card of the page that a block chooses, or None where it is not public."""
    return next(iter(chosen_cards(context, [page])), None)


@register.simple_tag(takes_context=True)
def going_on(
    context: Context,
    page: MuseumPage,
    pictures: Iterable[MuseumImage | None] = (),
    hung: Hangings = goings_on.NOWHERE,
) -> GoingOn:
    """Return where a page leads: its next step, what is related, and the wall around a work.

    `pictures` are its own, for one look at all renditions.
    """
    return goings_on.going_on(page, pictures, hung, visitor_of(context))


@register.simple_tag
def artifact_views(artifact: Artifact) -> ArtifactViews:
    """Return what there is to see and hear of an artifact."""
    return views.prepare(artifact)


@register.simple_tag
def downloads(artifact: Artifact, prepared: ArtifactViews) -> Offers:
    """Return the copies of an artifact's pictures that visitors may take home."""
    return offers(artifact, prepared.views)


@register.simple_tag(takes_context=True)
def hangings_of(context: Context, artifact: Artifact) -> Hangings:
    """Return the rooms in which an artifact hangs, each with its place."""
    return hangings(artifact, visitor_of(context))


@register.simple_tag(takes_context=True)
def rooms_of(context: Context, exhibition: Exhibition) -> list[Room]:
    """Return the visible rooms of an exhibition in the order of the walk, with their pictures."""
    return list(visible_rooms(exhibition, visitor_of(context)).select_related("picture"))


@register.simple_tag(takes_context=True)
def room_links(context: Context, exhibition: Exhibition) -> list[Room]:
    """Return the same rooms with no more than links and the exhibition's drawing need."""
    rooms = visible_rooms(exhibition, rehearsal_of(context))
    return list(rooms.only("title", "url_path", "translation_key", "walls"))


@register.simple_tag
def exhibition_drawing(rooms: list[Room]) -> ExhibitionDrawing | None:
    """Return the plan of an exhibition's rooms, every room a link."""
    return exhibition_drawings.draw(rooms)


@register.simple_tag(takes_context=True)
def room_list(context: Context, room: Room) -> RoomList:
    """Return a room's works as a visitor reads them, in visiting order."""
    return room_lists.of_room(room, rehearsal_of(context))


@register.simple_tag
def room_drawing(listed: RoomList) -> Drawing | None:
    """Return a room's plan with the numbers of its works."""
    return room_drawings.draw(listed)


@register.simple_tag
def room_scene(listed: RoomList) -> dict[str, Any]:
    """Return the scene of a room."""
    return scene.build_listed(listed.room, listed.stored, listed.lookup)


@register.simple_tag
def room_view(room: Room) -> RoomView | None:
    """Return a room's picture, or None while there is none."""
    return view_of(room)


@register.filter
def scene_address(built: dict[str, Any]) -> str:
    """Return where a scene lies for good."""
    return scene.address(built)
