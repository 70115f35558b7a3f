"""Documents to download: to whom, as what, and without what their makers'
programs noted in them.
"""

import logging

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served

from media.delivery import access, clean_copies, tiff
from media.delivery.file_responses import file_response
from media.models import MuseumDocument

logger = logging.getLogger(__name__)
POLICY = "default-src 'none'"
"""A document runs nothing, and loads nothing (Wagtail's own choice)."""


@require_safe
def serve(request: HttpRequest, pk: int, filename: str) -> HttpResponseBase:
    """Serve a document to those who may see a page that offers it. Raises Http404.

    In the place of Wagtail's own view, whose hooks are asked: one is for a folder's password.
    """
    document = get_object_or_404(MuseumDocument, pk=pk)
    if document.filename != filename:
        raise Http404
    for hook in hooks.get_hooks("before_serve_document"):
        answer = hook(document, request)
        if isinstance(answer, HttpResponseBase):
            return answer
    response = access.give(request, document, lambda: sent(document, request))
    document_served.send(sender=MuseumDocument, instance=document, request=request)
    return response


def sent(document: MuseumDocument, request: HttpRequest) -> HttpResponseBase:
    kind = document.content_type
    response: HttpResponseBase
    try:
        response = file_response(request, clean_copies.of(document), kind)
    except tiff.Damaged as broken:
        # What cannot be read cannot be cleaned.
        logger.warning("%s is not given out: %s", document.file.name, broken)
        raise Http404 from broken
    except NotImplementedError:
        # A storage elsewhere: the museum passes the file on.
        response = FileResponse(document.file.open(), content_type=kind)
    response["Content-Disposition"] = document.content_disposition
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response
