"""The words of the editor's scripts: those of every app, and the museum's own in `locale/`."""

from django.http import HttpRequest, HttpResponse
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.localization import get_localized_response

catalogue = JavaScriptCatalog.as_view()


def editors_words(request: HttpRequest) -> HttpResponse:
    """Return the catalogue in the language that the editor has chosen."""
    return get_localized_response(catalogue, request)
