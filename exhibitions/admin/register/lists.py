"""What the lists of pages in the editor have in common: pictures, translations, spreadsheets."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.listing import ExplorableIndexView, PageFilterSet

from exhibitions.admin.spreadsheets import ARTIFACT, COMMUNITY, STORY
from exhibitions.models import Artifact, Community, Exhibition, Room, Story
from exhibitions.models.term import name_for_reader
from museum.core.spreadsheets.export import Field, SpreadsheetExport

FIRST = {
    Artifact: _("Add the first artifact"),
    Community: _("Add the first community"),
    Exhibition: _("Add the first exhibition"),
    Room: _("Add the first room"),
    Story: _("Add the first story"),
}
"""What an empty list offers to those who may add a page to it."""
EXPORTED = {Artifact: ARTIFACT, Community: COMMUNITY, Story: STORY}
"""What a spreadsheet of a list holds; of the others there is none."""
RELATED = {Artifact: ("object_type",)}
"""What those columns ask of other tables."""


class ExplorerFilters(PageFilterSet):
    """Filters that can narrow a list below one page: it has one site and one language."""

    useless: tuple[str, ...] = ("site", "locale")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        childless = () if self._meta.model.subpage_types else ("has_child_pages",)
        for name in (*self.useless, *childless):
            self.filters.pop(name, None)
        name_for_reader(one.field for one in self.filters.values())


class MuseumExplorer(SpreadsheetExport, ExplorableIndexView):
    """A list whose columns fetch what they show of all its pages together."""

    base_filterset_class = ExplorerFilters
    results_template_name = "exhibitions/admin/explorer_results.html"

    @property
    def export_fields(self) -> Sequence[Field]:  # type: ignore[override]
        return EXPORTED.get(self.model, ())

    @property
    def export_related(self) -> Sequence[str]:  # type: ignore[override]
        return RELATED.get(self.model, ())

    def first(self) -> dict[str, Any] | None:
        """Return label and address of what adds the first page, for those who may."""
        if not self.add_url or not self.model.can_create_at(self.parent_page):
            return None
        names = (self.model._meta.app_label, self.model._meta.model_name)
        address = reverse("wagtailadmin_pages:add", args=[*names, self.parent_page.pk])
        return {"label": FIRST[self.model], "url": address}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.is_export:
            return context
        pages = list(context["object_list"])
        for column in self.explorable_columns:
            fetch(column, pages)
        if not pages and not self.is_searching and not self.is_filtering:
            context["first"] = self.first()
            # Of nothing there are no pages to turn.
            context["is_paginated"] = False
        return context


def fetch(column: Any, pages: list[Any]) -> None:
    """Have a column of the museum's own fetch together what it shows of all listed pages."""
    together = getattr(column, "fetch", None)
    if together:
        together(pages)
