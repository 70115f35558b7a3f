"""The report “Hanging of the rooms”: what the checks find in every room, with ways to mend it."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from exhibitions.models import Exhibition, Room
from exhibitions.presentation.room_checks import findings_of

ANY_OF = ["add", "change", "publish"]


class FindingsColumn(Column):
    """The findings of a room, each a way to the place in the room's editor."""

    cell_template_name = "exhibitions/admin/findings_cell.html"

    def get_value(self, instance: Any) -> Any:
        return instance.findings

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"edit": reverse("wagtailadmin_pages:edit", args=[instance.pk])}


class RoomReport(ReportView):
    """Rooms in the source language, whose geometry every translation shares, as drafted last."""

    model = Room
    permission_policy = PagePermissionPolicy()
    any_permission_required = ANY_OF
    page_title = _("Hanging of the rooms")
    header_icon = "home"
    index_url_name = "room_report"
    index_results_url_name = "room_report_results"
    list_export = ["title", "exhibition_title", "findings_text"]
    export_headings = {
        "title": _("Room"),
        "exhibition_title": _("Exhibition"),
        "findings_text": _("Findings"),
    }

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("title", label=_("Room"), url_name="wagtailadmin_pages:edit", width="22%"),
            Column("exhibition_title", label=_("Exhibition"), width="18%"),
            FindingsColumn("findings", label=_("Findings")),
        ]

    def get_base_queryset(self) -> "QuerySet[Room]":
        mine = PagePermissionPolicy().instances_user_has_any_permission_for(
            self.request.user, ["change"]
        )
        rooms = Room.objects.filter(pk__in=mine.values("pk"), alias_of=None)
        rooms = rooms.select_related("locale", "latest_revision", "content_type")
        return rooms.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        found = findings_of(room.get_latest_revision_as_object() for room in object_list)
        exhibitions = dict(Exhibition.objects.values_list("path", "title"))
        for room in object_list:
            room.findings = found[room.pk]
            room.findings_text = "\n".join(f"{one.place}: {one.text}" for one in room.findings)
            room.exhibition_title = exhibitions.get(room.path[: -room.steplen], "")
        return object_list


class RoomReportItem(MenuItem):
    """The report's place in the menu, for those who may edit pages."""

    def is_shown(self, request: Any) -> bool:
        return policy_registry.get_by_type(Room).user_has_any_permission(request.user, ANY_OF)


def room_report_item() -> MenuItem:
    return RoomReportItem(
        _("Hanging of the rooms"),
        reverse("room_report"),
        name="room-report",
        icon_name="home",
        order=650,
    )
