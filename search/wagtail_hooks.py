"""What the search adds to the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from museum.core.page_permissions import translates_only
from search.models import Miss

SHOWN = 12


class MissesPanel(Component):
    """What visitors searched for and did not find, the most frequent first."""

    name = "misses"
    template_name = "search/admin/misses.html"
    order = 190

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {"misses": list(Miss.objects.all()[:SHOWN])}


@hooks.register("construct_homepage_panels")
def misses(request: HttpRequest, panels: list[Any]) -> None:
    if not translates_only(request.user):
        panels.append(MissesPanel())
