"""A single value of an artifact, changed where it stands in the register.

The address is a page of its own, which the list opens in the value's cell
(`frontend/admin/register/cells.ts`).
"""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from exhibitions.admin.register.changing import Refused, change, refuse_or_get
from exhibitions.admin.register.found import explorable
from exhibitions.models import Artifact
from exhibitions.models.term import name_for_reader
from museum.core.page_permissions import translates_only
from museum.people import signed_in

VALUES = (
    *("accession_number", "object_type", "date", "place_of_origin"),
    *("medium", "credit_line", "rights_statement"),
)
NO_CONTENT = 204


def edit(request: HttpRequest, artifact: int, name: str) -> HttpResponse:
    """Ask for a value, or change it; what forbids it is told in words."""
    user = signed_in(request)
    if translates_only(user):
        raise PermissionDenied
    if name not in VALUES:
        raise Http404
    page = get_object_or_404(explorable(user), pk=artifact)
    is_in_cell = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    here = get_valid_next_url_from_request(request)
    here = here or reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    form, refusal = form_of(page, name, request), ""
    try:
        refuse_or_get(page.pk, user)
        if request.method == "POST" and form.is_valid():
            value = form.cleaned_data[name]
            change(page.pk, user, lambda one: setattr(one, name, value), {name})
            if is_in_cell:
                return HttpResponse(status=NO_CONTENT)
            return redirect(here)
    except Refused as reason:
        refusal = str(reason)
        if request.method == "POST" and not is_in_cell:
            messages.error(request, refusal)
    template = "value_form.html" if is_in_cell else "value.html"
    context = {"page": page, "form": form, "refusal": refusal, "next": here}
    context["submit_url"] = reverse("register:value", args=[page.pk, name])
    return TemplateResponse(request, f"exhibitions/admin/register/{template}", context)


def form_of(page: Artifact, name: str, request: HttpRequest) -> Any:
    """Return the form of one value, as it stands in the draft."""
    made = forms.modelform_factory(Artifact, fields=[name])
    form = made(
        request.POST if request.method == "POST" else None,
        instance=page.get_latest_revision_as_object(),
        auto_id=f"register-{page.pk}-%s",
    )
    name_for_reader(form.fields.values())
    return form
