"""From address to page and back, with one query where Wagtail's generic routing takes one a level.

Wagtail's view restrictions, hooks and previews stay in charge: `serve` only finds the page first
and leaves it where `Page.route_for_request` keeps its result.
"""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from wagtail import views
from wagtail.models import Page
from wagtail.wagtail_hooks import check_view_restrictions

from museum.core.addresses import address, site_roots
from museum.core.visibility import Visitor, everybody_at, published, visible
from museum.core.wagtail_compat import route_to


def live_page(url_path: str) -> Page | None:
    """Return the specific live page at Wagtail's `url_path`, or None; whoever may open it.

    The database finds it by its slug, the path's last step: for that it has an index.
    """
    slug = url_path.rstrip("/").rpartition("/")[2]
    rows = published(Page.objects.filter(slug=slug, url_path=url_path)).order_by()
    found = rows.values_list("pk", "content_type_id").first()
    if found is None:
        return None
    pk, content_type_id = found
    model: Any = ContentType.objects.get_for_id(content_type_id).model_class() or Page
    related = getattr(model, "route_related", ("locale",))
    page: Page = model.objects.select_related(*related).get(pk=pk)
    # Restrictions are asked for once a response, however many parts of it ask.
    page._everybody = Visitor()
    return page


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve the page at `path` in the active language, or say in which languages it exists.

    Raises Http404 where no language knows the path.
    """
    language = get_language()
    roots = site_roots()
    for root in roots:
        if root.language_code == language and (page := live_page(root.root_path + path)):
            route_to(request, page)
            return views.serve(request, path)
    for root in roots:
        if root.language_code != language and (page := live_page(root.root_path + path)):
            return elsewhere(request, page)
    raise Http404


def missing(request: HttpRequest) -> HttpResponseBase:
    """Answer an address at which there can be nothing. Raises Http404."""
    raise Http404


def elsewhere(request: HttpRequest, page: Page) -> HttpResponseBase:
    """Lead from another language's path to the page's own translation, or to what there is.

    Whoever may not see the page is asked for its password or an account, in the active language.
    """
    return check_view_restrictions(lead)(page, request, [], {})


def lead(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponseBase:
    """Lead to a page's translation in the active language,
    or name those that the visitor may see.
    """
    every = page.get_translations(inclusive=True).select_related("locale")
    visitor = everybody_at(page)
    if not visitor.may_see(page.path):
        visitor = Visitor(request)
    translations = list(visible(every, visitor))
    for translation in translations:
        if translation.locale.language_code == get_language():
            return HttpResponseRedirect(address(translation))
    context = {
        "translations": [
            {"title": one.title, "url": address(one), "locale": one.locale} for one in translations
        ]
    }
    return render(request, "museum/not_translated.html", context)


def choose_language(request: HttpRequest, code: str) -> HttpResponseBase:
    """Remember the visitor's language and lead to the address in `?to=`.

    Raises Http404 for a language that the museum does not speak.
    """
    if code not in dict(settings.LANGUAGES):
        raise Http404
    target = request.GET.get("to", "")
    if not url_has_allowed_host_and_scheme(
        target, allowed_hosts=None, require_https=request.is_secure()
    ):
        target = f"/{code}/"
    response = HttpResponseRedirect(target)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response
