"""Delivery of files that are kept on the museum's own disk."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.storage import FileSystemStorage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from media.delivery import access
from media.delivery.file_responses import file_response
from media.models import MuseumMedia

# Originals and documents are not here: they leave the house through views that check permissions.
# Of the tracks only the words are public; dubbed sound is heard in its renditions.
WORDS = ("tracks/", ".vtt")


@require_safe
def public_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a rendition, a web model or the like to those who may see a page that shows it.

    Raises Http404 for everybody else, and for every other file of the upload folder.
    """
    folder, suffix = WORDS
    is_public = path.partition("/")[0] in access.OWNERS and (
        not path.startswith(folder) or path.endswith(suffix)
    )
    if not is_public or "\0" in path or any(part.startswith(".") for part in path.split("/")):
        raise Http404
    try:
        found = Path(FileSystemStorage(settings.MEDIA_ROOT).path(path))
    except ValueError as outside:
        raise Http404 from outside
    return access.give(request, access.owner(path), lambda: file_response(request, found))


@require_safe
def recording_original(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Serve the original of a film or sound to those who may edit it. Raises PermissionDenied."""
    recording = get_object_or_404(MuseumMedia, pk=pk)
    if not recording.is_editable_by_user(request.user):
        raise PermissionDenied
    if not recording.file:
        raise Http404
    name = recording.original_name or recording.filename
    try:
        response = file_response(request, Path(recording.file.path), name=name)
    except NotImplementedError:
        # A storage elsewhere: the museum passes the file on, its address stays hidden.
        response = FileResponse(recording.file.open(), as_attachment=True, filename=name)
    patch_cache_control(response, private=True, no_store=True)
    return response
