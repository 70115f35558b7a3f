"""Explorers that know what they list: numbers, dates, pictures and translations of the pages.

Wagtail shows the explorer of a type where pages are listed below one of its `parent_models`.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView

from exhibitions.admin.columns import EdtfColumn, RoomsColumn, ThumbnailColumn, TranslationsColumn
from exhibitions.admin.register.columns import COLUMNS
from exhibitions.admin.register.filters import ArtifactFilters
from exhibitions.admin.register.lists import MuseumExplorer
from exhibitions.admin.register.view import ArtifactRegister
from exhibitions.admin.room_history import RoomHistory
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
from museum.access.page_actions import MuseumPages

SELECT, TITLE, PARENT, UPDATED, TYPE, STATUS = ExplorableIndexView.base_columns
TRANSLATIONS = TranslationsColumn("translation_states", label=_("Languages"), width="18%")
HERO = ThumbnailColumn("hero_image", label=_("Picture"), width="80px")


class ArtifactExplorer(MuseumPages):
    model = Artifact
    parent_models = [Collection]
    icon = "image"
    index_view_class = ArtifactRegister
    columns = list(COLUMNS)
    filterset_class = ArtifactFilters


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
