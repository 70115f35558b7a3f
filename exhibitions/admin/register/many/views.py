"""What becomes of a change of many artifacts: how far it is, what was refused, and the way back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import ListView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import policy_registry

from exhibitions.admin.register.many.actions import ACTIONS
from exhibitions.admin.register.many.batches import undo
from exhibitions.models import RegisterBatch, RegisterItem
from museum.core.models import User
from museum.core.page_permissions import translates_only
from museum.people import signed_in

NAMED = 200
"""Of what was refused or left alone, so many are named."""
EXCEPTIONS = (RegisterItem.State.REFUSED, RegisterItem.State.LEFT)


def may_see(user: User) -> bool:
    """May a person see what was done to many? Who edits pages, and does not only translate."""
    policy = policy_registry.get_by_type(Page)
    return policy.user_has_any_permission(user, {"add", "change"}) and not translates_only(user)


def may_take_back(user: User, batch: RegisterBatch) -> bool:
    """Who asked for it may, and whoever may publish. Of anybody else's undoing would come nothing
    where pages are public, and there is one only.
    """
    policy = policy_registry.get_by_type(Page)
    return batch.owner_id == user.pk or policy.user_has_any_permission(user, {"publish"})


class ForEditors(WagtailAdminTemplateMixin):
    header_icon = "list-ul"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see(signed_in(request)):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class Batches(ForEditors, ListView):
    """The changes of many artifacts, the newest first."""

    page_title = _("Changes of many artifacts")
    template_name = "exhibitions/admin/register/batches.html"
    paginate_by = 50
    queryset = RegisterBatch.objects.select_related("owner")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class Batch(ForEditors, TemplateView):
    """One of them."""

    template_name = "exhibitions/admin/register/batch.html"
    page_title = _("Change of many artifacts")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        batch = get_object_or_404(RegisterBatch.objects.select_related("owner"), pk=kwargs["batch"])
        counts = batch.counts()
        every = sum(counts.values())
        exceptions = batch.items.filter(state__in=EXCEPTIONS)
        return super().get_context_data(
            **kwargs,
            record=batch,
            counts=counts,
            every=every,
            past=every - counts["waiting"] - counts["undoing"],
            exceptions=exceptions.order_by("pk")[:NAMED],
            may_undo=batch.state == RegisterBatch.State.DONE
            and counts["done"] > 0
            and may_take_back(signed_in(self.request), batch)
            and ACTIONS[batch.action].undoable,
        )


@require_POST
def take_back(request: HttpRequest, batch: int) -> HttpResponse:
    """Have a change of many taken back; each page by the rights of who asks for it."""
    user = signed_in(request)
    if not may_see(user):
        raise PermissionDenied
    record = get_object_or_404(RegisterBatch, pk=batch)
    if not may_take_back(user, record):
        messages.error(request, _("Only who ran it, or who may publish, can take it back."))
    elif ACTIONS[record.action].undoable:
        undo(record, user)
    return redirect("register:batch", record.pk)
