"""The report “Background work”: what is made of every original, how far it is,
and a way to try again.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import CharField, IntegerField, Model, QuerySet, Value
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import policy_registry

from media.derivatives import registry
from media.derivatives.registry import Kind
from media.models import Derivative
from museum.core.page_permissions import translates_only
from museum.people import signed_in

State = Derivative.State
PER_PAGE = 50
# What needs somebody comes first.
ORDER = {State.FAILED: 0, State.WORKING: 1, State.WAITING: 2, State.READY: 3}


@dataclass(frozen=True)
class Row:
    """One derivative in the report."""

    kind: Kind
    derivative: Derivative
    item_url: str
    may_retry: bool

    @property
    def retry_url(self) -> str:
        return reverse("background_retry", args=[self.kind.name, self.derivative.pk])


class BackgroundWork(WagtailAdminTemplateMixin, TemplateView):
    """Every derivative of every kind; `?state=failed` shows those alone."""

    template_name = "media/admin/background.html"
    page_title = _("Background work")
    header_icon = "cogs"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see(signed_in(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        state = self.request.GET.get("state", "")
        state = state if state in State.values else ""
        pages = Paginator(everything(state), PER_PAGE)
        page = pages.get_page(self.request.GET.get("p"))
        return super().get_context_data(
            **kwargs,
            page=page,
            rows=rows_of(page.object_list, signed_in(self.request)),
            state=state,
            counts=[(value, label, count(value)) for value, label in State.choices],
        )


def may_see(user: AbstractBaseUser) -> bool:
    """May a person change some of the items that derivatives are made of?"""
    return any(may_retry_some(user, kind) for kind in registry.KINDS)


def may_retry_some(user: AbstractBaseUser, kind: Kind) -> bool:
    if only_translates(user, kind.items):
        return False
    policy = policy_registry.get_by_type(kind.items)
    return policy.user_has_any_permission(user, ["add", "change"])


def may_retry(user: AbstractBaseUser, item: Any) -> bool:
    """May a person have an item's derivatives made again? Whoever may change the item may."""
    if only_translates(user, type(item)):
        return False
    policy = policy_registry.get_by_type(type(item))
    return policy.user_has_permission_for_instance(user, "change", item)


def only_translates(user: AbstractBaseUser, items: type[Model]) -> bool:
    """Are these pages, which the person may change only by translating their texts?"""
    return issubclass(items, Page) and translates_only(user)


def count(state: str) -> int:
    return sum(kind.model._default_manager.filter(state=state).count() for kind in registry.KINDS)


def everything(state: str) -> QuerySet[Any]:
    """Return all derivatives as (order, changed, kind, id): what failed first, the newest first."""
    parts = [
        kind.model._default_manager.filter(state=one)
        .order_by()
        .annotate(
            place=Value(place, IntegerField()), kind=Value(kind.name, CharField(max_length=40))
        )
        .values_list("place", "changed_at", "kind", "pk")
        for kind in registry.KINDS
        for one, place in ORDER.items()
        if state in ("", one)
    ]
    return parts[0].union(*parts[1:], all=True).order_by("place", "-changed_at")


def rows_of(listed: Any, user: AbstractBaseUser) -> list[Row]:
    """Return a page of the report; one query a kind."""
    ids = [(name, pk) for _place, _changed, name, pk in listed]
    found = {
        (kind.name, row.pk): row
        for kind in registry.KINDS
        for row in kind.rows().filter(pk__in=[pk for name, pk in ids if name == kind.name])
    }
    addresses = AdminURLFinder(user)
    rows = []
    for name, pk in ids:
        kind, derivative = registry.BY_NAME[name], found[name, pk]
        item = kind.item(derivative)
        url = addresses.get_edit_url(item) or ""
        rows.append(Row(kind, derivative, url, bool(url) and may_retry(user, item)))
    return rows


@require_POST
def retry(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Have one derivative made again."""
    if kind not in registry.BY_NAME:
        raise Http404
    found = registry.BY_NAME[kind]
    row = get_object_or_404(found.rows(), pk=pk)
    if not may_retry(signed_in(request), found.item(row)):
        raise PermissionDenied
    found.start(row)
    row.refresh_from_db()
    if row.state == State.FAILED:
        messages.error(request, row.reason)
    else:
        messages.success(request, gettext("“%(title)s” is being made again.") % {"title": row})
    return redirect(request.POST.get("next") or reverse("background_work"))
