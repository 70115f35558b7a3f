"""The map of the museum's schools and communities: a list, and a drawing beside it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from atlas.drawing import drawing_of
from atlas.histogram import histogram
from atlas.network import Network, network
from museum.core import shell
from museum.core.visibility import audience


class MapPage:
    """The map as a public page: what the shell's templates call `page`."""

    search_description = ""

    def __init__(self) -> None:
        self.language = get_language()
        self.title = _("Map of the schools")
        self.address = f"/{self.language}/map/"
        self.introduction = ""
        self.meta_description = _(
            "The schools and communities of the museum, their places and years."
        )
        self.linked_data: dict[str, Any] = {"@type": "CollectionPage"}

    def share_image(self) -> None:
        """The map has no picture of its own."""


@require_safe
def map_page(request: HttpRequest) -> HttpResponse:
    """Show all places and schools; `from` and `to` narrow their years."""
    home = shell.build(request)
    found = network(audience(request), *asked(request))
    years = [school.years for place in found.places for school in place.schools]
    context = {
        "page": MapPage(),
        "breadcrumbs": [shell.Link(home.site_name, home.home_url)],
        "network": found,
        "years": f"?from={found.first}&to={found.last}" if found.is_narrowed else "",
        "drawing": drawing_of(found.places),
        "histogram": histogram(found.bounds, years) if found.bounds else None,
    }
    return render(request, "atlas/map.html", context)


@require_safe
def map_data(request: HttpRequest, form: Callable[[Network], dict[str, Any]]) -> HttpResponse:
    """Send what the map shows, in a form for other programs."""
    found = form(network(audience(request), *asked(request)))
    response = JsonResponse(found, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def asked(request: HttpRequest) -> tuple[int | None, int | None]:
    """Return the years that the address asks for; None for each that is missing or no year."""
    first, last = (request.GET.get(name, "") for name in ("from", "to"))
    return year(first), year(last)


def year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None
