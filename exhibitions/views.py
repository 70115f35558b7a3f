"""Addresses of rooms that belong to no language."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from exhibitions.models import Room
from exhibitions.presentation import scene
from media.delivery.spoken_text import webvtt
from media.models import MuseumMedia
from museum.core.visibility import Editor, Visitor, audience, visible

YEAR = 365 * 24 * 60 * 60


def source_room(request: HttpRequest, key: UUID) -> Room:
    """The room of a translation set that the visitor may see, in the source language if there.

    Raises Http404.
    """
    every = Room.objects.filter(translation_key=key).select_related("locale")
    rooms = visible(every, Visitor(request))
    found = sorted(rooms, key=lambda room: room.locale.language_code != settings.LANGUAGE_CODE)
    if not found:
        raise Http404
    return found[0]


def scene_for(request: HttpRequest, key: UUID) -> scene.Json:
    """The room's scene as the room's page shows it to the visitor. Raises Http404."""
    room = source_room(request, key)
    request.museum_page = room  # type: ignore[attr-defined]
    return scene.build(room, audience(request))


@require_safe
def room_scene(request: HttpRequest, key: UUID, version: str) -> HttpResponse:
    """Serve a room's scene for good, or lead from an outdated address to the current one."""
    current = scene_for(request, key)
    if version != scene.version_of(current):
        response = redirect(scene.address(current))
        patch_cache_control(response, no_cache=True)
        return response
    served = JsonResponse(current)
    patch_cache_control(served, public=True, max_age=YEAR, immutable=True)
    return served


@require_safe
def current_scene(request: HttpRequest, key: UUID) -> HttpResponse:
    """Lead to a room's current scene, for those who know only the room: the doors into it."""
    response = redirect(scene.address(scene_for(request, key)))
    patch_cache_control(response, no_cache=True)
    return response


@require_safe
def draft_scene(request: HttpRequest, page_id: int) -> HttpResponse:
    """Serve the scene of a room's latest draft to those who may edit it, and to nobody else."""
    room = Room.objects.filter(pk=page_id).first()
    if room is None or not room.permissions_for_user(request.user).can_edit():
        raise Http404
    response = JsonResponse(scene.build(room.get_latest_revision_as_object(), Editor(request)))
    patch_cache_control(response, no_store=True, private=True)
    return response


@require_safe
def voice_captions(request: HttpRequest, page_id: int, work: str) -> HttpResponse:
    """Serve why a work hangs in a room as the captions of the voice that says it.

    Raises Http404.
    """
    room = visible(Room.objects.filter(pk=page_id), Visitor(request)).first()
    hung = next((one for one in room.stored.works if one.id == work), None) if room else None
    voice = hung.voices.get(room.language) if room and hung and hung.why else None
    recording = MuseumMedia.objects.filter(pk=voice).first() if voice else None
    if room is None or hung is None or recording is None:
        raise Http404
    request.museum_page = room  # type: ignore[attr-defined]
    response = HttpResponse(webvtt(hung.why, recording), content_type="text/vtt; charset=utf-8")
    patch_cache_control(response, no_cache=True)
    return response
