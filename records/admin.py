"""People, schools and places in the Wagtail admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import (
    IndexView,
    RevisionsCompareView,
    RevisionsUnscheduleView,
    SnippetViewSet,
    UnpublishView,
)

from museum.core.page_permissions import translates_only
from records.models import Person, Place, Record, School, SchoolPlace
from records.models.names import names_panel
from records.models.statements import source_panel
from records.presentation.related import related
from records.presentation.years import opening, said


class NoTranslators:
    """Keeps out those who only translate: what Wagtail asks of the type alone."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if translates_only(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response


class Compare(NoTranslators, RevisionsCompareView):
    """Two versions side by side, with what is not published: who agreed to a person being shown."""


class Unpublish(NoTranslators, UnpublishView):
    pass


class Unschedule(NoTranslators, RevisionsUnscheduleView):
    pass


class OtherNamesColumn(Column):
    """How the record is also written."""

    def get_value(self, instance: Record) -> str:
        return " · ".join(name.text for name in instance.naming(get_language()).others)


class DateColumn(Column):
    """An EDTF date in the editor's language."""

    def get_value(self, instance: Record) -> str:
        return said(getattr(instance, self.name))


class OpeningColumn(Column):
    def get_value(self, instance: School) -> str:
        return opening(instance.opened)


class RecordIndexView(IndexView):
    """Fetches the names of all listed records together."""

    def get_base_queryset(self) -> QuerySet[Any]:
        found = super().get_base_queryset().select_related("locale")
        return found.prefetch_related("names")


class SchoolIndexView(RecordIndexView):
    """Fetches the places of all listed schools together."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        schools = list(context["object_list"])
        rows = SchoolPlace.objects.filter(school__in=[school.pk for school in schools])
        at: dict[int, list[str]] = {}
        for one in related(Place, rows, "place"):
            at.setdefault(one.row.school_id, []).append(one.title)
        for school in schools:
            school.listed_places = ", ".join(at.get(school.pk, []))
        return context


def tabs(facts: list[Panel], relations: list[Panel]) -> TabbedInterface:
    """Return a record's form in the order of a cataloguer's work."""
    return TabbedInterface(
        [
            ObjectList([names_panel(), FieldPanel("slug")], heading=_("Names")),
            ObjectList([*facts, FieldPanel("note"), source_panel()], heading=_("Facts")),
            ObjectList(relations, heading=_("Relations")),
        ]
    )


class RecordViewSet(SnippetViewSet):
    """What the records have in common in the editor."""

    index_view_class = RecordIndexView
    revisions_compare_view_class = Compare
    unpublish_view_class = Unpublish
    revisions_unschedule_view_class = Unschedule
    add_to_admin_menu = True
    list_per_page = 50


class PersonViewSet(RecordViewSet):
    model = Person
    icon = "user"
    menu_label = pgettext_lazy("persons", "People")
    menu_order = 210
    list_display = [
        "__str__",
        OtherNamesColumn("names", label=_("Also written")),
        DateColumn("born", label=_("Born")),
        DateColumn("died", label=_("Died")),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]
    list_filter = ["live", "living"]
    edit_handler = tabs(
        facts=[
            FieldRowPanel([FieldPanel("born"), FieldPanel("died")]),
            MultiFieldPanel(
                [FieldPanel("living"), FieldPanel("consent")], heading=_("Living people")
            ),
        ],
        relations=[
            InlinePanel("schools", heading=_("Schools"), label=_("School")),
            InlinePanel("places", heading=_("Places"), label=_("Place")),
        ],
    )


class SchoolViewSet(RecordViewSet):
    model = School
    icon = "group"
    menu_label = _("Schools")
    menu_order = 211
    index_view_class = SchoolIndexView
    list_display = [
        "__str__",
        OtherNamesColumn("names", label=_("Also written")),
        Column("listed_places", label=_("Place")),
        Column("get_audience_display", label=_("Pupils"), sort_key="audience"),
        OpeningColumn("opened", label=_("Opened"), sort_key="opened"),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]
    list_filter = ["live", "audience", "teaching"]
    edit_handler = tabs(
        facts=[
            FieldRowPanel([FieldPanel("opened"), FieldPanel("closed")]),
            FieldRowPanel([FieldPanel("audience"), FieldPanel("teaching")]),
            InlinePanel("pupil_counts", heading=_("Numbers of pupils"), label=_("Number")),
        ],
        relations=[
            InlinePanel("places", heading=_("Places"), label=_("Place")),
            InlinePanel("links", heading=_("Related schools"), label=_("School")),
        ],
    )


class PlaceViewSet(RecordViewSet):
    model = Place
    icon = "site"
    menu_label = _("Places")
    menu_order = 212
    list_display = [
        "__str__",
        OtherNamesColumn("names", label=_("Also written")),
        Column("get_country_display", label=_("Country"), sort_key="country"),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]
    list_filter = ["live", "country"]
    edit_handler = tabs(
        facts=[
            FieldPanel("country"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        ],
        relations=[InlinePanel("wholes", heading=_("Part of"), label=_("Place"))],
    )
