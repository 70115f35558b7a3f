"""Pictures as IIIF Image API 3 services of level 0; the addresses belong to no language.

Any museum's viewer may open them, and may keep what it got: an address' content never changes.
"""

import json
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

from media.delivery.file_responses import missing_is_404
from media.derivatives import tiles

YEAR = 365 * 24 * 60 * 60
Response = TypeVar("Response", bound=HttpResponseBase)
CONTEXT = "http://iiif.io/api/image/3/context.json"


def address(key: str) -> str:
    """Return the address of a picture's image service, from the server's root."""
    return reverse("iiif_image", args=[key])


def large_address(key: str) -> str:
    """Return the address of the picture as one file, as large as the museum serves it whole."""
    return reverse("iiif_file", args=[key, "full/max/0/default.jpg"])


@require_safe
def image(request: HttpRequest, key: str) -> HttpResponse:
    """Lead from the service's address to its description (Image API 3, section 2)."""
    response = HttpResponse(status=303)
    response["Location"] = reverse("iiif_info", args=[key])
    return open_to_all(response)


@require_safe
def info(request: HttpRequest, key: str) -> HttpResponse:
    """Serve info.json with the address that it was asked under. Raises Http404."""
    with missing_is_404():
        described = json.loads((tiles.folder(key) / "info.json").read_text())
    described["id"] = request.build_absolute_uri(address(key))
    kind = f'application/ld+json;profile="{CONTEXT}"'
    return open_to_all(JsonResponse(described, content_type=kind))


@require_safe
def file(request: HttpRequest, key: str, path: str) -> HttpResponseBase:
    """Serve a tile or a whole size. Raises Http404 for all that was not made beforehand."""
    if not path.endswith("/default.jpg"):
        raise Http404
    with missing_is_404():
        return open_to_all(serve(request, path, document_root=str(tiles.folder(key))))


def open_to_all(response: Response) -> Response:
    """Let other museums' viewers read a response, and everybody keep it."""
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Content-Type-Options"] = "nosniff"
    return response
