"""What the screens share: only those who may import see them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from importing.models import Import
from importing.permissions import may_import
from museum.core.models import User
from museum.people import signed_in


def importer(request: HttpRequest) -> User:
    """Return the person who asks. Raises PermissionDenied for those who may not import."""
    user = signed_in(request)
    if not may_import(user):
        raise PermissionDenied
    return user


class ImportScreen(WagtailAdminTemplateMixin, TemplateView):
    page_title = _("Import a spreadsheet")
    header_icon = "table"
    run: Import | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.user = importer(request)
        if "import_id" in kwargs:
            self.run = get_object_or_404(Import, pk=kwargs["import_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.get_page_title()}
        if self.run is None:
            return [*self.breadcrumbs_items, here]
        start = {"url": reverse("importing:start"), "label": self.page_title}
        return [*self.breadcrumbs_items, start, {"url": "", "label": self.run.file_name}]
