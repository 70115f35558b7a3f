"""For search engines: a sitemap a language under one index, and robots.txt."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import x_robots_tag
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe
from wagtail.models import Page

from museum.core.addresses import address, language_of, whole
from museum.core.visibility import visible
from records.models import KINDS


def public_pages() -> QuerySet[Page]:
    """Every page that a search engine may list; aliases only repeat another language's page."""
    return visible(Page.objects.filter(depth__gt=1, alias_of=None))


class OwnSitemap(Sitemap):
    """A sitemap of one language, below the museum's own address."""

    # Each page brings the addresses of its translations; this keeps a file below 10 MB.
    limit = 5_000

    def __init__(self, language: str) -> None:
        self.language = language
        # Whatever the request says: an index and its sitemaps are kept by others.
        own = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        self.protocol, self.domain = own.scheme, own.netloc

    def get_domain(self, site: Any = None) -> str:
        return self.domain


class LanguageSitemap(OwnSitemap):
    """The museum's pages in one language, each with its translations. Four queries."""

    def items(self) -> QuerySet[Page]:
        pages = public_pages().filter(locale__language_code=self.language).order_by("path")
        return pages.only("url_path", "translation_key", "last_published_at")

    def location(self, item: Page) -> str:
        return iri_to_uri(address(item))

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at

    def get_latest_lastmod(self) -> datetime | None:
        return self.items().aggregate(latest=Max("last_published_at"))["latest"]

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: str | None = None
    ) -> list[dict[str, Any]]:
        urls = super().get_urls(page, site, protocol)
        translations = addresses([url["item"].translation_key for url in urls])
        for url in urls:
            url["alternates"] = [
                {"lang_code": code, "location": whole(path)}
                for code, path in translations[url["item"].translation_key].items()
            ]
        return urls


def addresses(keys: list[UUID]) -> dict[UUID, dict[str, str]]:
    """The addresses of all translations by translation key and language, in the settings' order."""
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    for page in public_pages().filter(translation_key__in=keys).only("url_path", "translation_key"):
        found[page.translation_key][language_of(page)] = address(page)
    order = list(dict(settings.LANGUAGES))
    for key, by_language in found.items():
        found[key] = dict(sorted(by_language.items(), key=lambda pair: order.index(pair[0])))
    return found


class RecordSitemap(OwnSitemap):
    """The map, and the lists and pages of people, schools and places, in every language."""

    def items(self) -> list[tuple[str, datetime | None]]:
        """Return the address below its language and the time of each; a query a kind.

        A list stands before its pages, and the map before all.
        """
        found: list[tuple[str, datetime | None]] = []
        for model in KINDS:
            rows = list(model.objects.shown().values_list("slug", "last_published_at"))
            found += [(f"{model.section}/", None)] if rows else []
            found += [(f"{model.section}/{slug}/", time) for slug, time in rows]
        return [("map/", None), *found] if found else []

    def location(self, item: tuple[str, datetime | None]) -> str:
        return f"/{self.language}/{item[0]}"

    def lastmod(self, item: tuple[str, datetime | None]) -> datetime | None:
        return item[1]

    def get_latest_lastmod(self) -> datetime | None:
        return max((time for _path, time in self.items() if time), default=None)

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: str | None = None
    ) -> list[dict[str, Any]]:
        urls = super().get_urls(page, site, protocol)
        for url in urls:
            path, _time = url["item"]
            url["alternates"] = [
                {"lang_code": code, "location": whole(f"/{code}/{path}")}
                for code, _name in settings.LANGUAGES
            ]
        return urls


PAGES = {code: partial(LanguageSitemap, code) for code, _name in settings.LANGUAGES}
RECORDS = {f"records-{code}": partial(RecordSitemap, code) for code in PAGES}
SITEMAPS: dict[str, Callable[[], OwnSitemap]] = {**PAGES, **RECORDS}


@require_safe
@x_robots_tag
def index(request: HttpRequest) -> HttpResponse:
    """Name the sitemaps of every language, each with the time of its newest page.

    Django's own asks the request for the host.
    """
    files = []
    for code, make in SITEMAPS.items():
        sitemap, address = make(), whole(reverse("sitemap", args=[code]))
        newest = sitemap.get_latest_lastmod()
        if code in RECORDS and not newest:
            continue
        for number in sitemap.paginator.page_range:
            query = f"?p={number}" if number > 1 else ""
            files.append({"location": f"{address}{query}", "last_mod": newest})
    kind = "application/xml"
    return render(request, "sitemap_index.xml", {"sitemaps": files}, content_type=kind)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; the editor and endless search results need not be."""
    lines = (
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /*/search/",
        f"Sitemap: {whole(reverse('sitemap_index'))}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
