"""Pictures as IIIF Image API 3 services of level 0; the addresses belong to no language.

Any museum's viewer may open those that a public page shows (`media.delivery.access`).
"""

import json
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.static import serve

from media.delivery import access
from media.delivery.file_responses import missing_is_404
from media.derivatives import tiles
from media.models import MuseumImage
from museum.core.addresses import whole

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

    def led() -> HttpResponse:
        response = HttpResponse(status=303)
        response["Location"] = reverse("iiif_info", args=[key])
        return response

    return access.give(request, picture(key), led)


@require_safe
def info(request: HttpRequest, key: str) -> HttpResponse:
    """Serve info.json with the service's address. Raises Http404."""

    def described() -> HttpResponse:
        with missing_is_404():
            said = json.loads((tiles.folder(key) / "info.json").read_text())
        said["id"] = whole(address(key))
        kind = f'application/ld+json;profile="{CONTEXT}"'
        return safe(JsonResponse(said, content_type=kind))

    return access.give(request, picture(key), described)


@require_safe
def file(request: HttpRequest, key: str, path: str) -> HttpResponseBase:
    """Serve a tile or a whole size. Raises Http404 for all that was not made beforehand."""
    if not path.endswith("/default.jpg"):
        raise Http404

    def tile() -> HttpResponseBase:
        with missing_is_404():
            return safe(serve(request, path, document_root=str(tiles.folder(key))))

    return access.give(request, picture(key), tile)


def picture(key: str) -> MuseumImage | None:
    """Return the picture that tiles were made of."""
    return MuseumImage.objects.filter(tiles__key=key).first()


def safe(response: Response) -> Response:
    response["X-Content-Type-Options"] = "nosniff"
    return response
