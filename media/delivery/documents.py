"""Documents to download: to whom, as what, and without what their makers' programs noted in them."""

from django.http import FileResponse, HttpRequest, HttpResponseBase

from media.delivery import access, clean_copies
from media.delivery.file_responses import file_response
from media.models import MuseumDocument

POLICY = "default-src 'none'"
"""A document runs nothing, and loads nothing (Wagtail's own choice)."""


def document(document: MuseumDocument, request: HttpRequest) -> HttpResponseBase:
    """Serve a document to those who may see a page that offers it. Raises Http404.

    Wagtail has found it by its number and name, and asked for its folder's password.
    """
    return access.give(request, document, lambda: sent(document, request))


def sent(document: MuseumDocument, request: HttpRequest) -> HttpResponseBase:
    kind = document.content_type
    response: HttpResponseBase
    try:
        path = clean_copies.of(document)
    except NotImplementedError:
        # A storage elsewhere: the museum passes the file on.
        response = FileResponse(document.file.open(), content_type=kind)
    else:
        response = file_response(request, path, kind)
    response["Content-Disposition"] = document.content_disposition
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response
