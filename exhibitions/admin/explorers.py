"""Explorers that know what they list: numbers, dates, pictures and translations of the pages.

Wagtail shows the explorer of a type where pages are listed below one of its `parent_models`.
"""

from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView

from exhibitions.admin.columns import EdtfColumn, ThumbnailColumn, TranslationsColumn
from exhibitions.admin.room_history import RoomHistory
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
from media.derivatives import renditions
from museum.access.page_actions import MuseumPages

SELECT, TITLE, PARENT, UPDATED, TYPE, STATUS = ExplorableIndexView.base_columns
TRANSLATIONS = TranslationsColumn("translation_states", label=_("Languages"), width="18%")
HERO = ThumbnailColumn("hero_image", label=_("Picture"), width="80px")


class MuseumExplorer(ExplorableIndexView):
    """Fetches the pictures and translations of the listed pages together."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        pages = list(context["object_list"])
        columns = {column.name for column in self.columns}
        for name in columns & {"lead_image", "hero_image"}:
            prefetch_related_objects(pages, name)
            renditions.prefetch(getattr(page, name) for page in pages)
        states = states_of(pages)
        for page in pages:
            page.translation_states = states[page.translation_key]
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
