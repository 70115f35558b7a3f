"""The page “Add files”, and what it asks once a file has arrived whole."""

from dataclasses import asdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from media.files import kinds
from media.ingest import finish as making
from media.ingest import permissions, tus
from media.ingest.uploader_texts import uploader_texts
from media.models import Upload
from museum.people import signed_in


class AddFiles(WagtailAdminTemplateMixin, TemplateView):
    """Several files at once, each resumable, into a collection."""

    template_name = "media/admin/add_files.html"
    page_title = _("Add files")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.collections = permissions.any_collections(signed_in(request))
        if not self.collections:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs,
            collections=self.collections,
            unfinished=Upload.objects.filter(user=signed_in(self.request)),
            uploader={
                "endpoint": reverse("ingest:uploads"),
                "language": get_language(),
                "maxSize": tus.MAX_SIZE,
                "endings": kinds.ADDED,
                "words": uploader_texts(),
            },
            limit=tus.MAX_SIZE >> 20,
        )


@require_POST
def finish(request: HttpRequest, key: str) -> JsonResponse:
    """Check a complete upload and make its item; the answer says what became of it."""
    upload = Upload.objects.filter(pk=key, user=signed_in(request)).first()
    if upload is None:
        return JsonResponse({"state": "unknown"}, status=410)
    if not upload.is_complete:
        return JsonResponse({"state": "incomplete"}, status=409)
    answer = making.finish(upload, upload.user, also_twice="twice" in request.POST)
    return JsonResponse(asdict(answer))
