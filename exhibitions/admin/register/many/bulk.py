"""Changing many artifacts: what is chosen in the register, or all that its filters find.

First the form, then what it will do to how many and what it refuses and why, then the work.
"""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, Case, Count, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.bulk_action import BulkAction

from exhibitions.admin.register.changing import REASONS, with_refusal
from exhibitions.admin.register.found import Asked, explorable, listed
from exhibitions.admin.register.many.actions import ACTIONS, Action
from exhibitions.admin.register.many.batches import begin
from exhibitions.models import Artifact
from museum.access.bulk_actions import DeleteMany
from museum.core.page_permissions import translates_only
from museum.people import signed_in

SHOWN = 20
"""Of what is changed, and of what is refused, so many are named."""


class Chosen:
    """Which artifacts are chosen: the ids in the address, or `all` that the list has."""

    request: HttpRequest

    @cached_property
    def chosen(self) -> QuerySet[Artifact]:
        user, data = signed_in(self.request), self.request.GET.copy()
        ids = data.pop("id", [])
        if "all" not in ids:
            numbers = [int(one) for one in ids if str(one).isdecimal() and len(str(one)) < 19]
            return explorable(user).filter(pk__in=numbers)
        parent = data.pop("childOf", [""])[-1]
        return Asked(user, listed(user, int(parent) if parent.isdecimal() else 0), data).pages


class DeleteArtifacts(Chosen, DeleteMany):
    """Wagtail's own, for what the register's filters find."""

    models = [Artifact]

    def get_all_objects_in_listing_query(self, parent_id: str | None) -> Any:
        return self.chosen.values_list("pk", flat=True)


class ArtifactsAction(Chosen, BulkAction):
    """An action of the register. `kinds` are those that its form offers."""

    models = [Artifact]
    template_name = "exhibitions/admin/register/bulk.html"
    kinds: tuple[str, ...]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if translates_only(signed_in(request)):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    @cached_property
    def kind(self) -> str:
        asked = self.request.POST.get("kind") or self.request.GET.get("kind", "")
        return asked if asked in self.kinds else self.kinds[0]

    @property
    def action(self) -> Action:
        return ACTIONS[self.kind]

    def get_form(self, form_class: Any = None) -> forms.Form:
        fields = {"value": self.action.field()} if self.action.field else {}
        made = type("ValueForm", (forms.Form,), fields)
        form: forms.Form = made(self.request.POST if "asked" in self.request.POST else None)
        return form

    def sorted_out(self, value: str) -> "QuerySet[Any]":
        """Annotate why a page is not changed: `refused`, or that it `has_it` already."""
        pages = with_refusal(self.chosen, signed_in(self.request), self.action.publishes)
        has_it = Case(
            When(self.action.has_it(value), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        return pages.annotate(has_it=has_it)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        is_whole = form.is_bound and form.is_valid()
        if (is_whole or not self.action.field) and "sure" in request.POST:
            value = form.cleaned_data.get("value", "") if is_whole else ""
            pages = self.sorted_out(value).filter(refused="", has_it=False)
            if pages.exists():
                batch = begin(signed_in(request), self.kind, value, pages)
                return redirect("register:batch", batch.pk)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form") or self.get_form()
        is_whole = form.is_bound and form.is_valid()
        context = {
            "form": form,
            "action": self.action,
            "kind": self.kind,
            "kinds": [(name, ACTIONS[name].label) for name in self.kinds],
            "next": self.next_url,
            "submit_url": self.request.get_full_path(),
            "items": self.chosen[:1],
            "count": self.chosen.count(),
            "display_name": self.display_name,
        }
        if not self.action.field or is_whole:
            value = form.cleaned_data.get("value", "") if is_whole else ""
            context |= self.preview(value)
        return context

    def preview(self, value: str) -> dict[str, Any]:
        """Say what would be done to how many, and what is refused and why."""
        pages = self.sorted_out(value)
        rows = pages.order_by().values_list("refused", "has_it").annotate(Count("pk"))
        counts = {(refused, has_it): count for refused, has_it, count in rows}
        refused: dict[str, int] = {}
        for (code, _has_it), count in counts.items():
            if code:
                refused[code] = refused.get(code, 0) + count
        examples = {code: pages.filter(refused=code)[:SHOWN] for code in refused}
        return {
            "said": self.action.say(value),
            "will": counts.get(("", False), 0),
            "same": counts.get(("", True), 0),
            "refused": [(REASONS[code], refused[code], examples[code]) for code in refused],
            "first": pages.filter(refused="", has_it=False).order_by("accession_number")[:SHOWN],
        }


class ChangeArtifacts(ArtifactsAction):
    display_name = _("Change")
    action_type = "change"
    aria_label = _("Change the selected artifacts")
    action_priority = 10
    kinds = ("add_term", "remove_term", "object_type", "rights_statement", "credit_line")


class PublishArtifacts(ArtifactsAction):
    display_name = _("Publish")
    action_type = "publish"
    aria_label = _("Publish the selected artifacts")
    action_priority = 20
    kinds = ("publish",)


class UnpublishArtifacts(ArtifactsAction):
    display_name = _("Unpublish")
    action_type = "unpublish"
    aria_label = _("Unpublish the selected artifacts")
    action_priority = 30
    kinds = ("unpublish",)


class TranslateArtifacts(ArtifactsAction):
    display_name = _("Send to translation")
    action_type = "translate"
    aria_label = _("Send the selected artifacts to translation")
    action_priority = 40
    kinds = ("translate",)


BULK = (
    ChangeArtifacts,
    PublishArtifacts,
    UnpublishArtifacts,
    TranslateArtifacts,
    DeleteArtifacts,
)
