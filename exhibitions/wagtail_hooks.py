"""What the museum's subject adds to the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet

from exhibitions.admin.content_checks import add_checks
from exhibitions.admin.explorers import EXPLORERS
from exhibitions.admin.waiting import WaitingPanel
from exhibitions.editor import urls
from exhibitions.editor.adapter import register_walls


@hooks.register("register_admin_urls")
def room_editor_urls() -> list[URLPattern | URLResolver]:
    return [path("room-editor/", include((urls, "room_editor")))]


@hooks.register("register_admin_viewset")
def explorers() -> list[PageViewSet]:
    return EXPLORERS


@hooks.register("construct_homepage_panels")
def waiting(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WaitingPanel())


hooks.register("construct_wagtail_userbar", add_checks)
register_walls()
