"""The printable catalogue of an exhibition: every room with its plan, every work with its label."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from exhibitions.models import Exhibition, Room
from exhibitions.presentation import room_drawing, room_list
from exhibitions.presentation.room_drawing import Drawing
from exhibitions.presentation.room_list import Work
from museum.core.visibility import public


@dataclass
class Entry:
    """A room of the catalogue; `works` are its numbered works and wall texts in visiting order."""

    room: Room
    plan: Drawing | None
    works: list[Work]


def entry(room: Room) -> Entry:
    """Return a room's part of the catalogue."""
    walls, floor = room_list.read(room, room_list.look_up(room))
    met = (work for group in room_list.groups(walls, floor) for work in group.works)
    works = [work for work in met if work.kind != "door"]
    return Entry(room, room_drawing.draw(room, walls, floor), works)


@require_safe
def catalogue(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the catalogue of a public exhibition in the language of the address.

    Raises Http404 where there is no such exhibition in this language.
    """
    found = Exhibition.objects.filter(translation_key=key, locale__language_code=get_language())
    exhibition = public(found).first()
    if exhibition is None:
        raise Http404
    request.museum_page = exhibition  # type: ignore[attr-defined]
    rooms = public(Room.objects.child_of(exhibition)).order_by("path")
    context = {"exhibition": exhibition, "entries": [entry(room) for room in rooms]}
    return render(request, "exhibitions/catalogue.html", context)
