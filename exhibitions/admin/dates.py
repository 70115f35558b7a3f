"""What the museum understands of a date while somebody types it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET

from exhibitions.vocabulary.dates.fields import shown
from exhibitions.vocabulary.dates.reading import MAX_LENGTH


@require_GET
def date_reading(request: HttpRequest) -> HttpResponse:
    """Answer with the words beside a date's field, as they stand in its template."""
    text = request.GET.get("text", "")[: MAX_LENGTH + 1]
    return render(request, "exhibitions/admin/date_said.html", shown(text))


urlpatterns: list[URLPattern] = [path("dates/reading/", date_reading, name="date_reading")]
