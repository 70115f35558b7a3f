"""Documents to download: to whom, as what, and without what their makers'
programs noted in them.
"""

from http import HTTPStatus
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served

from media.delivery import access
from media.delivery.file_responses import file_response
from media.files import cleaning
from media.models import CleanCopy, MuseumDocument

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
    """Send what visitors get of a document. Raises Http404 where it could not be cleaned."""
    kind, file = document.content_type, document.file
    if cleaning.is_needed(file.name):
        copy = CleanCopy.objects.filter(document=document, file_name=file.name).first()
        if copy is None or copy.state == CleanCopy.State.FAILED:
            raise Http404
        if not copy.file:
            return unready()
        file = copy.file
    response: HttpResponseBase
    try:
        response = file_response(request, Path(file.path), kind)
    except NotImplementedError:
        # A storage elsewhere: the museum passes the file on.
        response = FileResponse(file.open(), content_type=kind)
    response["Content-Disposition"] = document.content_disposition
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response


def unready() -> HttpResponse:
    """Say that a worker is still making the copy for visitors."""
    words = _("This file is being prepared for visitors. Try again in a minute.")
    headers = {"Retry-After": "60", "Cache-Control": "no-store"}
    return HttpResponse(
        words, "text/plain; charset=utf-8", status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers
    )
