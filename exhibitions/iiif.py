"""The collection for other museums' viewers: IIIF Presentation API 3 manifests and collections.

One manifest for every public artifact, with its words in all languages; the addresses belong to
none. Source: https://iiif.io/api/presentation/3.0/
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.html import strip_tags
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from wagtail.models import Page

from exhibitions import hanging
from exhibitions.models import Artifact, Collection, Exhibition, Room
from media import iiif, renditions
from media.models import MuseumImage, Tiles
from museum.visibility import public

Json = dict[str, Any]
CONTEXT = "http://iiif.io/api/presentation/3/context.json"
HOUR = 60 * 60
EMPTY_SIDE = 1000
"""Width and height of the canvas of an artifact without a picture; a manifest has at least one."""


def manifest_address(artifact: Artifact) -> str:
    """Return the address of an artifact's manifest, the same from every language."""
    return reverse("artifact_manifest", args=[artifact.translation_key])


@require_safe
def artifact_manifest(request: HttpRequest, key: UUID) -> HttpResponse:
    """Serve the manifest of a public artifact. Raises Http404."""
    artifacts = in_languages(Artifact, key)
    return served(manifest(artifacts, request.build_absolute_uri))


@require_safe
def exhibition_collection(request: HttpRequest, key: UUID) -> HttpResponse:
    """Serve the works of a public exhibition, room by room. Raises Http404."""
    pages = in_languages(Exhibition, key)
    rooms = public(Room.objects.child_of(pages[0])).order_by("path")
    keys: dict[UUID, None] = {}
    for room in rooms:
        walls, floor = hanging.read(room, hanging.look_up(room))
        for work in [*(work for wall in walls for work in wall.works), *floor]:
            if work.card and work.card.kind == "artifact":
                keys[work.card.translation_key] = None
    absolute = request.build_absolute_uri
    found = artifacts_by_key(Artifact.objects.filter(translation_key__in=keys))
    items = [manifest_reference(found[item], absolute) for item in keys if item in found]
    return served(collection(request.path, pages, items, absolute))


@require_safe
def museum_collection(request: HttpRequest) -> HttpResponse:
    """Serve the whole museum: its exhibitions, then every artifact. Raises Http404."""
    home = public(Collection.objects.all()).select_related("locale")
    pages = source_first(home)
    absolute = request.build_absolute_uri
    exhibitions = by_key(public(Exhibition.objects.all()).select_related("locale"))
    artifacts = artifacts_by_key(Artifact.objects.all())
    items = [
        *(exhibition_reference(group, absolute) for group in exhibitions.values()),
        *(manifest_reference(group, absolute) for group in artifacts.values()),
    ]
    return served(collection(request.path, pages, items, absolute))


def served(described: Json) -> HttpResponse:
    """Return a response that every viewer may read; what it says may change within the hour."""
    kind = f'application/ld+json;profile="{CONTEXT}"'
    response = JsonResponse({"@context": CONTEXT, **described}, content_type=kind)
    patch_cache_control(response, public=True, max_age=HOUR)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def in_languages(model: type[Page], key: UUID) -> list[Any]:
    """Return the public translations of a page, the source language first. Raises Http404."""
    return source_first(public(model.objects.filter(translation_key=key)).select_related("locale"))


def source_first(pages: Iterable[Any]) -> list[Any]:
    """Return pages with those in the museum's source language first. Raises Http404 for none."""
    found = sorted(pages, key=lambda page: page.locale.language_code != settings.LANGUAGE_CODE)
    if not found:
        raise Http404
    return found


def by_key(pages: Iterable[Any]) -> dict[UUID, list[Any]]:
    """Return pages by what they are translations of, the source language first."""
    groups: dict[UUID, list[Any]] = {}
    for page in pages:
        groups.setdefault(page.translation_key, []).append(page)
    return {key: source_first(group) for key, group in groups.items()}


def artifacts_by_key(artifacts: Any) -> dict[UUID, list[Artifact]]:
    """Return the public ones among artifacts by translation key, in the order of their numbers."""
    light = artifacts.only("title", "translation_key", "locale", "path", "live", "url_path")
    return by_key(public(light).select_related("locale").order_by("accession_number"))


def words(pages: Iterable[Any], text: Callable[[Any], str]) -> dict[str, list[str]]:
    """Return a language map of what `text` says of each page; languages that say nothing are left out."""
    found: dict[str, list[str]] = {}
    for page in pages:
        with translation.override(page.language):
            if value := str(text(page) or "").strip():
                found[page.language] = [value]
    return found


def manifest_reference(pages: list[Artifact], absolute: Callable[[str], str]) -> Json:
    address = absolute(manifest_address(pages[0]))
    return {"id": address, "type": "Manifest", "label": words(pages, lambda page: page.title)}


def exhibition_reference(pages: list[Exhibition], absolute: Callable[[str], str]) -> Json:
    address = absolute(reverse("exhibition_collection", args=[pages[0].translation_key]))
    return {"id": address, "type": "Collection", "label": words(pages, lambda page: page.title)}


def collection(
    path: str, pages: list[Any], items: list[Json], absolute: Callable[[str], str]
) -> Json:
    """Return a collection that is named after `pages`."""
    return {
        "id": absolute(path),
        "type": "Collection",
        "label": words(pages, lambda page: page.title),
        **optional("summary", words(pages, lambda page: strip_tags(page.introduction))),
        "homepage": homepages(pages, absolute),
        "provider": provider(absolute),
        "items": items,
    }


def manifest(artifacts: list[Artifact], absolute: Callable[[str], str]) -> Json:
    """Return the manifest of an artifact, from its pages in all languages."""
    source = artifacts[0]
    address = absolute(manifest_address(source))
    credit = words(artifacts, lambda page: page.credit_line)
    statement = {"label": words(artifacts, lambda _: gettext("Credit line")), "value": credit}
    # The specification names Creative Commons' statements by their addresses without encryption.
    rights = source.rights_statement.replace("https://creativecommons", "http://creativecommons")
    return {
        "id": address,
        "type": "Manifest",
        "label": words(artifacts, lambda page: page.title),
        **optional("summary", words(artifacts, lambda page: strip_tags(page.description))),
        "metadata": metadata(artifacts),
        **optional("requiredStatement", statement if credit else None),
        **optional("rights", rights),
        "provider": provider(absolute),
        "homepage": homepages(artifacts, absolute),
        "items": canvases(artifacts, address, absolute),
    }


def optional(name: str, value: Any) -> Json:
    """Return a property, or nothing: the specification allows no empty values."""
    return {name: value} if value else {}


def metadata(artifacts: list[Artifact]) -> list[Json]:
    """Return the wall label's lines in all languages, without those that are empty."""
    lines: list[tuple[Callable[[Any], str], Callable[[Any], str]]] = [
        (lambda _: gettext("Date"), lambda page: page.date_display),
        (lambda _: gettext("Place of origin"), lambda page: page.place_of_origin),
        (lambda _: gettext("Materials and technique"), lambda page: page.medium),
        (lambda _: gettext("Accession number"), lambda page: page.accession_number),
        (lambda _: gettext("Provenance"), lambda page: page.provenance),
    ]
    pairs = [(words(artifacts, label), words(artifacts, value)) for label, value in lines]
    return [{"label": label, "value": value} for label, value in pairs if value]


def homepages(pages: list[Any], absolute: Callable[[str], str]) -> list[Json]:
    """Return the pages that people read, one a language."""
    return [
        {
            "id": absolute(page.address),
            "type": "Text",
            "label": {page.language: [page.title]},
            "format": "text/html",
            "language": [page.language],
        }
        for page in pages
    ]


def provider(absolute: Callable[[str], str]) -> list[Json]:
    """Return the museum itself."""
    name = settings.WAGTAIL_SITE_NAME
    home = {"id": absolute("/"), "type": "Text", "label": {"none": [name]}, "format": "text/html"}
    return [{"id": absolute("/"), "type": "Agent", "label": {"none": [name]}, "homepage": [home]}]


def canvases(artifacts: list[Artifact], address: str, absolute: Callable[[str], str]) -> list[Json]:
    """Return one canvas for every picture among the views, in the curator's order."""
    places = [
        place for place, view in enumerate(artifacts[0].views) if view.block_type == "picture"
    ]
    images = [artifacts[0].views[place].value["image"] for place in places]
    renditions.prefetch(images)
    ready = Tiles.objects.filter(image__in=[i for i in images if i], state=Tiles.State.READY)
    tiles = {row.image_id: row for row in ready}
    found = []
    for place, image in zip(places, images, strict=True):
        painting = image and body(image, tiles.get(image.pk), absolute)
        if painting:
            label = words(artifacts, partial(caption, place=place))
            found.append(canvas(f"{address}/canvas/{place + 1}", label, painting))
    return found or [empty_canvas(f"{address}/canvas/1", artifacts)]


def empty_canvas(address: str, artifacts: list[Artifact]) -> Json:
    """Return the canvas of an artifact without a picture, or whose pictures are still in work."""
    label = words(artifacts, lambda page: page.title)
    size = {"width": EMPTY_SIDE, "height": EMPTY_SIDE}
    return {"id": address, "type": "Canvas", "label": label, **size}


def caption(page: Artifact, place: int) -> str:
    """Return what a view is called: its caption, its description, or the artifact's title."""
    view = page.views[place] if place < len(page.views) else None
    if view is None or view.block_type != "picture":
        return page.title
    image = view.value["image"]
    described = getattr(image, "contextual_alt_text", "") if image else ""
    return view.value["caption"] or described or page.title


def canvas(address: str, label: Json, painting: Json) -> Json:
    """Return a canvas of a picture's own size, with the picture painted on it."""
    return {
        "id": address,
        "type": "Canvas",
        "label": label,
        "width": painting["width"],
        "height": painting["height"],
        "items": [
            {
                "id": f"{address}/page",
                "type": "AnnotationPage",
                "items": [
                    {
                        "id": f"{address}/painting",
                        "type": "Annotation",
                        "motivation": "painting",
                        "body": painting,
                        "target": address,
                    }
                ],
            }
        ],
    }


def body(image: MuseumImage, tiles: Tiles | None, absolute: Callable[[str], str]) -> Json | None:
    """Return a picture with its image service, or its largest rendition; None while in work."""
    if tiles:
        service = {
            "id": absolute(iiif.address(tiles.key)),
            "type": "ImageService3",
            "profile": "level0",
        }
        return {
            "id": absolute(iiif.large_address(tiles.key)),
            "type": "Image",
            "format": "image/jpeg",
            "width": tiles.width,
            "height": tiles.height,
            "service": [service],
        }
    steps = [step for step in renditions.ladder(image) if step.format == "webp"]
    if not steps:
        return None
    size = {"width": steps[-1].width, "height": steps[-1].height}
    return {"id": absolute(steps[-1].url), "type": "Image", "format": "image/webp", **size}
