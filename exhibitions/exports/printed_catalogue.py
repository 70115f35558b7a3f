"""The printable catalogue of an exhibition: every room with its plan, every work with its label."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from exhibitions.models import Exhibition, Room, rooms_of
from exhibitions.presentation import room_drawing, room_list
from exhibitions.presentation.room_drawing import Drawing
from exhibitions.presentation.room_list import RoomList, Work
from museum.core.visibility import Visitor, audience, visible


@dataclass
class Entry:
    """A room of the catalogue; `works` are its numbered works and wall texts in visiting order."""

    room: Room
    drawing: Drawing | None
    works: list[Work]


def entry(listed: RoomList) -> Entry:
    """Return a room's part of the catalogue."""
    works = [work for work in listed.works if work.kind != "door"]
    return Entry(listed.room, room_drawing.draw(listed), works)


@require_safe
def printed_catalogue(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the catalogue of a public exhibition in the language of the address.

    Raises Http404 where there is no such exhibition in this language.
    """
    found = Exhibition.objects.filter(translation_key=key, locale__language_code=get_language())
    exhibition = visible(found, Visitor(request)).first()
    if exhibition is None:
        raise Http404
    request.museum_page = exhibition  # type: ignore[attr-defined]
    visitor = audience(request)
    rooms = room_list.of_rooms(rooms_of(exhibition, visitor), visitor)
    entries = [entry(listed) for listed in rooms]
    context = {"exhibition": exhibition, "entries": entries}
    return render(request, "exhibitions/catalogue.html", context)
