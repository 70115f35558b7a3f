"""Public delivery of files that are kept on the museum's own disk."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.static import serve

# Originals and documents are not here: they leave the house through views that check permissions.
PUBLIC_FOLDERS = ("images/", "media/", "media_thumbnails/")


def public_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a rendition, film, sound or poster; their names change whenever their content does.

    Raises Http404 for every other file of the upload folder.
    """
    if not path.startswith(PUBLIC_FOLDERS):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    # Manifests name renditions too, for the viewers of other museums.
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Content-Type-Options"] = "nosniff"
    return response
