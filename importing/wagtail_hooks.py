"""What imports add to the Wagtail admin."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from importing import urls
from importing.permissions import may_import
from museum.people import signed_in


class ImportItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(signed_in(request))


@hooks.register("register_admin_urls")
def import_urls() -> list[URLResolver]:
    return [path("imports/", include(urls))]


@hooks.register("register_admin_menu_item")
def import_a_spreadsheet() -> MenuItem:
    """Beside the lists of what the museum shows."""
    address = reverse("importing:start")
    return ImportItem(_("Import"), address, name="import", icon_name="table", order=130)
