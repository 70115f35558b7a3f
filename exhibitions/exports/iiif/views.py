"""Serving manifests and collections: to every viewer of the world, and kept for an hour."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe

from exhibitions.exports.iiif import collections, manifest
from exhibitions.exports.iiif.addresses import Json
from exhibitions.models import Artifact, Collection, Exhibition, rooms_of
from exhibitions.presentation import room_list
from exhibitions.presentation.wall_label_record import Record, by_key, in_languages, source_first
from museum.core.addresses import whole
from museum.core.visibility import Visitor, audience, visible

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
HOUR = 60 * 60


@require_safe
@conditional_page
def artifact_manifest(request: HttpRequest, key: UUID) -> HttpResponse:
    """Serve the manifest of a public artifact. Raises Http404."""
    record = Record(in_languages(Artifact, key, Visitor(request)))
    return served(manifest.build(record, whole))


@require_safe
@conditional_page
def exhibition_collection(request: HttpRequest, key: UUID) -> HttpResponse:
    """Serve the works of a public exhibition, room by room. Raises Http404."""
    pages = in_languages(Exhibition, key, Visitor(request))
    request.museum_page = pages[0]  # type: ignore[attr-defined]
    visitor = audience(request)
    listed = room_list.of_rooms(rooms_of(pages[0], visitor), visitor)
    works = [work for room in listed for work in room.works]
    keys = dict.fromkeys(
        work.card.translation_key for work in works if work.card and work.kind == "artifact"
    )
    every = Artifact.objects.filter(translation_key__in=keys)
    artifacts = collections.artifacts(every, visitor)
    groups = [artifacts[item] for item in keys if item in artifacts]
    items = collections.manifests(groups, whole, collections.reasons(listed, visitor))
    return served(collections.build(request.path, pages, items, whole))


@require_safe
@conditional_page
def museum_collection(request: HttpRequest) -> HttpResponse:
    """Serve the whole museum: its exhibitions, then every artifact. Raises Http404."""
    everybody = Visitor()
    pages = source_first(visible(Collection.objects.select_related("locale"), everybody))
    every = Exhibition.objects.select_related("locale", "hero_image")
    exhibitions = by_key(visible(every, everybody))
    artifacts = collections.artifacts(Artifact.objects.all(), everybody)
    items = [
        *collections.exhibitions(exhibitions.values(), whole),
        *collections.manifests(artifacts.values(), whole),
    ]
    return served(collections.build(request.path, pages, items, whole))


def served(described: Json) -> HttpResponse:
    """Return a response that every viewer may read; what it says may change within the hour."""
    kind = f'application/ld+json;profile="{CONTEXT}"'
    response = JsonResponse({"@context": CONTEXT, **described}, content_type=kind)
    patch_cache_control(response, public=True, max_age=HOUR)
    response["Access-Control-Allow-Origin"] = "*"
    return response
