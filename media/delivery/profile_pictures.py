"""The profile pictures of the museum's people, seen by those who enter the editor."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from media.delivery.file_responses import file_response

FOLDER = "avatar_images"


@require_safe
def profile_picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """Serve a profile picture where Wagtail's editor looks for it. Raises Http404 for strangers."""
    if not request.user.has_perm("wagtailadmin.access_admin") or name.startswith("."):
        raise Http404
    response = file_response(request, Path(settings.MEDIA_ROOT, FOLDER, name))
    patch_cache_control(response, private=True, max_age=3600)
    return response
