"""What the museum's subject adds to the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.compare import register_comparison_class
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.fields import StreamField
from wagtail.snippets.models import register_snippet

from exhibitions.admin import dates
from exhibitions.admin.checks_panel import add_checks
from exhibitions.admin.dashboard import WaitingPanel
from exhibitions.admin.editors.points import register_objects
from exhibitions.admin.editors.regions import register_regions
from exhibitions.admin.editors.room import urls
from exhibitions.admin.editors.room.adapter import register_walls
from exhibitions.admin.explorers import EXPLORERS
from exhibitions.admin.register import urls as register
from exhibitions.admin.register.many.bulk import BULK
from exhibitions.admin.returned import tell_of_changes
from exhibitions.admin.room_comparison import comparison_of
from exhibitions.admin.room_report import RoomReport, room_report_item
from exhibitions.admin.terms import TermViewSet
from museum.wagtail_hooks import stylesheet


@hooks.register("register_admin_urls")
def room_editor_urls() -> list[URLPattern | URLResolver]:
    return [path("room-editor/", include((urls, "room_editor")))]


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern | URLResolver]:
    report, results = RoomReport.as_view(), RoomReport.as_view(results_only=True)
    return [
        path("reports/rooms/", report, name="room_report"),
        path("reports/rooms/results/", results, name="room_report_results"),
    ]


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    return [path("register/", include(register))]


@hooks.register("register_admin_urls")
def date_urls() -> list[URLPattern]:
    return dates.urlpatterns


@hooks.register("register_admin_viewset")
def explorers() -> list[PageViewSet]:
    return EXPLORERS


@hooks.register("construct_homepage_panels")
def waiting(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WaitingPanel())


@hooks.register("insert_global_admin_css")
def comparison_of_rooms() -> SafeString:
    return stylesheet("room-changes")


for action in BULK:
    hooks.register("register_bulk_action", action)
register_snippet(TermViewSet)
register_comparison_class(StreamField, comparison_class=comparison_of)
hooks.register("before_edit_page", tell_of_changes)
hooks.register("register_reports_menu_item", room_report_item)
hooks.register("construct_wagtail_userbar", add_checks)
register_walls()
register_objects()
register_regions()
