"""Serving manifests and collections: to every viewer of the world, and kept for an hour."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe

from exhibitions.exports.iiif import collections, manifest
from exhibitions.exports.iiif.addresses import Json
from exhibitions.models import Artifact, Collection, Exhibition, rooms_of
from exhibitions.presentation import room_list
from exhibitions.presentation.artifact_record import Record, by_key, in_languages, source_first
from museum.core.visibility import public

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
HOUR = 60 * 60


@require_safe
@conditional_page
def artifact_manifest(request: HttpRequest, key: UUID) -> HttpResponse:
    """Serve the manifest of a public artifact. Raises Http404."""
    record = Record(in_languages(Artifact, key))
    return served(manifest.build(record, request.build_absolute_uri))


@require_safe
@conditional_page
def exhibition_collection(request: HttpRequest, key: UUID) -> HttpResponse:
    """Serve the works of a public exhibition, room by room. Raises Http404."""
    pages = in_languages(Exhibition, key)
    listed = room_list.of_rooms(rooms_of(pages[0]))
    works = [work for room in listed for work in room.works]
    keys = dict.fromkeys(
        work.card.translation_key for work in works if work.card and work.kind == "artifact"
    )
    artifacts = collections.artifacts(Artifact.objects.filter(translation_key__in=keys))
    groups = [artifacts[item] for item in keys if item in artifacts]
    absolute = request.build_absolute_uri
    items = collections.manifests(groups, absolute)
    return served(collections.build(request.path, pages, items, absolute))


@require_safe
@conditional_page
def museum_collection(request: HttpRequest) -> HttpResponse:
    """Serve the whole museum: its exhibitions, then every artifact. Raises Http404."""
    pages = source_first(public(Collection.objects.all()).select_related("locale"))
    absolute = request.build_absolute_uri
    exhibitions = by_key(public(Exhibition.objects.all()).select_related("locale", "hero_image"))
    items = [
        *collections.exhibitions(exhibitions.values(), absolute),
        *collections.manifests(collections.artifacts(Artifact.objects.all()).values(), absolute),
    ]
    return served(collections.build(request.path, pages, items, absolute))


def served(described: Json) -> HttpResponse:
    """Return a response that every viewer may read; what it says may change within the hour."""
    kind = f'application/ld+json;profile="{CONTEXT}"'
    response = JsonResponse({"@context": CONTEXT, **described}, content_type=kind)
    patch_cache_control(response, public=True, max_age=HOUR)
    response["Access-Control-Allow-Origin"] = "*"
    return response
