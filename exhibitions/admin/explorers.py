"""Explorers that know what they list: numbers, dates, pictures and translations of the pages.

Wagtail shows the explorer of a type where pages are listed below one of its `parent_models`.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView, PageFilterSet

from exhibitions.admin.columns import EdtfColumn, RoomsColumn, ThumbnailColumn, TranslationsColumn
from exhibitions.admin.room_history import RoomHistory
from exhibitions.admin.spreadsheets import ARTIFACT, COMMUNITY, STORY
from exhibitions.admin.translations import states_of
from exhibitions.models import (
    Artifact,
    Collection,
    Community,
    CommunityIndex,
    Exhibition,
    ExhibitionIndex,
    Room,
    Story,
    StoryIndex,
)
from exhibitions.models.term import name_for_reader
from media.derivatives import renditions
from museum.access.page_actions import MuseumPages
from museum.core.spreadsheets.export import Field, SpreadsheetExport

SELECT, TITLE, PARENT, UPDATED, TYPE, STATUS = ExplorableIndexView.base_columns
TRANSLATIONS = TranslationsColumn("translation_states", label=_("Languages"), width="18%")
HERO = ThumbnailColumn("hero_image", label=_("Picture"), width="80px")


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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        useless = ["site", "locale"]
        if not self._meta.model.subpage_types:
            useless.append("has_child_pages")
        for name in useless:
            self.filters.pop(name, None)
        name_for_reader(one.field for one in self.filters.values())


class MuseumExplorer(SpreadsheetExport, ExplorableIndexView):
    """Fetches the pictures and translations of the listed pages together."""

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
        columns = {column.name for column in self.columns}
        for name in columns & {"lead_image", "hero_image"}:
            prefetch_related_objects(pages, name)
            renditions.prefetch(getattr(page, name) for page in pages)
        states = states_of(pages)
        for page in pages:
            page.translation_states = states[page.translation_key]
        if not pages and not self.is_searching and not self.is_filtering:
            context["first"] = self.first()
            # Of nothing there are no pages to turn.
            context["is_paginated"] = False
        return context


class ArtifactExplorer(MuseumPages):
    model = Artifact
    parent_models = [Collection]
    icon = "image"
    index_view_class = MuseumExplorer
    list_display = [
        SELECT,
        ThumbnailColumn("lead_image", label=_("Picture"), width="80px"),
        TITLE,
        Column("accession_number", label=_("Accession number"), sort_key="accession_number"),
        EdtfColumn("date", label=_("Date"), sort_key="earliest"),
        TRANSLATIONS,
        UPDATED,
        STATUS,
    ]
    list_filter = {
        "accession_number": ["icontains"],
        "object_type": ["exact"],
        "rights_statement": ["exact"],
        "live": ["exact"],
    }


class CommunityExplorer(MuseumPages):
    model = Community
    parent_models = [CommunityIndex]
    icon = "group"
    index_view_class = MuseumExplorer
    list_display = [
        SELECT,
        HERO,
        TITLE,
        Column("get_country_display", label=_("Country"), sort_key="country"),
        TRANSLATIONS,
        UPDATED,
        STATUS,
    ]
    list_filter = ["country", "live"]


class StoryExplorer(MuseumPages):
    model = Story
    parent_models = [StoryIndex, Community]
    icon = "openquote"
    index_view_class = MuseumExplorer
    list_display = [
        SELECT,
        HERO,
        TITLE,
        Column("subject", label=_("About"), sort_key="subject"),
        EdtfColumn("years", label=_("Years")),
        TRANSLATIONS,
        UPDATED,
        STATUS,
    ]
    list_filter = {"subject": ["icontains"], "place": ["icontains"], "live": ["exact"]}


class ExhibitionExplorer(MuseumPages):
    model = Exhibition
    parent_models = [ExhibitionIndex]
    icon = "list-ul"
    index_view_class = MuseumExplorer
    list_display = [
        SELECT,
        HERO,
        TITLE,
        RoomsColumn("rooms", label=_("Rooms")),
        Column("opens_on", label=_("Opens on"), sort_key="opens_on"),
        Column("closes_on", label=_("Closes on"), sort_key="closes_on"),
        TRANSLATIONS,
        UPDATED,
        STATUS,
    ]
    list_filter = ["palette", "opens_on", "live"]


class RoomExplorer(MuseumPages):
    model = Room
    parent_models = [Exhibition]
    icon = "home"
    index_view_class = MuseumExplorer
    history_view_class = RoomHistory
    list_display = [
        SELECT,
        TITLE,
        Column("get_floor_finish_display", label=_("Floor finish")),
        Column("get_light_display", label=_("Light")),
        TRANSLATIONS,
        UPDATED,
        STATUS,
    ]
    list_filter = ["floor_finish", "light", "live"]


EXPLORERS = [
    ArtifactExplorer(),
    CommunityExplorer(),
    StoryExplorer(),
    ExhibitionExplorer(),
    RoomExplorer(),
]
