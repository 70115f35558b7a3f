"""What the museum's media add to the Wagtail admin."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from media.admin import background
from media.admin.objects import Object3DViewSet
from media.admin.recordings import urlpatterns as recording_urls
from media.ingest import permissions, urls
from museum.people import signed_in

register_snippet(Object3DViewSet)


class AddFilesItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(permissions.any_collections(signed_in(request)))


class BackgroundItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return background.may_see(signed_in(request))


@hooks.register("register_admin_urls")
def media_urls() -> list[URLPattern | URLResolver]:
    work = "reports/background/"
    return [
        path("add-files/", include(urls)),
        *recording_urls,
        path(work, background.BackgroundWork.as_view(), name="background_work"),
        path(f"{work}<slug:kind>/<id:pk>/", background.retry, name="background_retry"),
    ]


@hooks.register("register_admin_menu_item")
def add_files() -> MenuItem:
    address = reverse("ingest:add")
    return AddFilesItem(_("Add files"), address, name="add-files", icon_name="upload", order=290)


@hooks.register("register_reports_menu_item")
def background_work() -> MenuItem:
    address = reverse("background_work")
    return BackgroundItem(_("Background work"), address, icon_name="cogs", order=900)
