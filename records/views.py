"""The public pages of people, schools and places, and their lists."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from museum.core import shell
from records.models import Record
from records.presentation.lists import RecordList


@require_safe
def record_page(request: HttpRequest, model: type[Record], slug: str) -> HttpResponse:
    """Show a record in the language of the address.

    Raises Http404 where visitors see none of this slug.
    """
    record = model.objects.shown().filter(slug=slug).first()
    if record is None:
        raise Http404
    return render(request, f"records/{model._meta.model_name}.html", {"record": record})


@require_safe
def record_list(request: HttpRequest, model: type[Record]) -> HttpResponse:
    """List all records of a kind that visitors see."""
    home = shell.build(request)
    page = RecordList(model)
    context = {"page": page, "breadcrumbs": [shell.Link(home.site_name, home.home_url)]}
    return render(request, f"records/{model.section}.html", context)
