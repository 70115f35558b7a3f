"""The addresses of the museum. Those that people read carry their language first."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemaps
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from exhibitions.exports.mirador import mirador
from exhibitions.exports.printed_catalogue import catalogue
from home.feeds import NewExhibitions, NewStories
from home.sitemaps import SITEMAPS, robots
from media.delivery.views import public_file
from museum.core import citations, routing
from museum.core.health import healthz
from museum.editor_messages import editors_words
from search.views import search

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    path(
        "sitemap.xml",
        sitemaps.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"},
        name="sitemap_index",
    ),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    # Before Wagtail's own, which read nothing but their own packages.
    path("admin/jsi18n/", editors_words),
    path("admin/localize/jsi18n/", editors_words),
    path("admin/", include(admin_urls)),
    # Wagtail's own takes any number, and fails at one that no database can look up.
    re_path(r"^documents/\d{10,}/", routing.missing),
    path("documents/", include(document_urls)),
    path("", include("exhibitions.urls")),
    path("", include("media.urls")),
    path("media/<path:path>", public_file, name="public_file"),
    path("language/<str:code>/", routing.choose_language, name="choose_language"),
]

urlpatterns += i18n_patterns(
    path("search/", search, name="search"),
    path("catalogue/<uuid:key>/", catalogue, name="catalogue"),
    path("mirador/<uuid:key>/", mirador, name="mirador"),
    path("cite/<uuid:key>/", citations.cite, name="cite"),
    path("cite/<uuid:key>/citation.<slug:kind>", citations.download, name="cite_download"),
    path("feeds/stories.xml", NewStories(), name="story_feed"),
    path("feeds/exhibitions.xml", NewExhibitions(), name="exhibition_feed"),
    re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"),
    # Wagtail's own addresses for log-in and pages behind a password.
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
