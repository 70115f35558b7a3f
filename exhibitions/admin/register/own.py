"""How a person makes the register their own: its columns, and lists by name."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.forms import HiddenInput, ModelForm
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from exhibitions.admin.register.columns import AT_FIRST, COLUMNS
from exhibitions.admin.register.found import Asked, listed, may_edit
from exhibitions.models import RegisterColumns, RegisterView
from museum.core.models import User
from museum.people import signed_in

PASSING = ("p", "next", "export", "_w_filter_fragment")


def back(request: HttpRequest, collection: Page) -> HttpResponse:
    """Lead back to the list as it was."""
    address = get_valid_next_url_from_request(request)
    return redirect(address or reverse("wagtailadmin_explore", args=[collection.pk]))


@require_safe
def counts(request: HttpRequest, collection: int) -> JsonResponse:
    """Tell how many artifacts each choice would leave, of what the address asks for."""
    user = signed_in(request)
    return JsonResponse(Asked(user, listed(user, collection), request.GET).filters.count())


@require_POST
def choose_columns(request: HttpRequest, collection: int) -> HttpResponse:
    """Keep the columns that this person wants to see."""
    page = listed(signed_in(request), collection)
    known = [column.name for column in COLUMNS]
    asked = AT_FIRST if "as_at_first" in request.POST else request.POST.getlist("columns")
    names = [name for name in known if name in asked]
    RegisterColumns.objects.update_or_create(user=signed_in(request), defaults={"names": names})
    return back(request, page)


class ViewForm(ModelForm):
    """The name of a list, and whether all editors find it."""

    class Meta:
        model = RegisterView
        fields = ("name", "shared", "query")
        widgets = {"query": HiddenInput}


def views_of(user: User) -> QuerySet[RegisterView]:
    """Return a person's own lists, and those for all editors."""
    return RegisterView.objects.filter(Q(owner=user) | Q(shared=True)).select_related("owner")


def lasting(query: str) -> str:
    """Return what an address says of a list, without the page that was open or how it was sent."""
    asked = QueryDict(query, mutable=True)
    for name in PASSING:
        asked.pop(name, None)
    for name, values in list(asked.lists()):
        asked.setlist(name, [value for value in values if value])
    return asked.urlencode()


@require_POST
def save(request: HttpRequest, collection: int) -> HttpResponse:
    """Keep a list by a name; the same name again takes the place of the older list."""
    user = signed_in(request)
    page = listed(user, collection)
    older = RegisterView.objects.filter(owner=user, name=request.POST.get("name", "").strip())
    form = ViewForm(request.POST, instance=older.first() or RegisterView(owner=user))
    if not form.is_valid():
        messages.error(
            request, " ".join(str(text) for texts in form.errors.values() for text in texts)
        )
    elif form.cleaned_data["shared"] and not may_edit(user, page):
        raise PermissionDenied
    else:
        form.instance.query = lasting(form.cleaned_data["query"])
        form.save()
        messages.success(request, _("The list “%(name)s” is kept.") % {"name": form.instance.name})
    return back(request, page)


@require_POST
def forget(request: HttpRequest, collection: int, view: int) -> HttpResponse:
    """Take a list away: one's own, or as an editor of the collection one for all."""
    user = signed_in(request)
    page = listed(user, collection)
    found = get_object_or_404(views_of(user), pk=view)
    if found.owner_id != user.pk and not may_edit(user, page):
        raise PermissionDenied
    found.delete()
    messages.success(request, _("The list “%(name)s” is gone.") % {"name": found.name})
    return back(request, page)
