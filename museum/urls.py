"""The addresses of the museum. Those that people read carry their language first."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemaps
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from exhibitions.catalogue import catalogue
from home.feeds import NewExhibitions, NewStories
from home.sitemaps import SITEMAPS, robots
from media.views import public_file
from museum import routing
from museum.health import healthz
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
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("", include("exhibitions.urls")),
    path("", include("media.urls")),
    path("media/<path:path>", public_file, name="public_file"),
    path("language/<str:code>/", routing.choose_language, name="choose_language"),
]

urlpatterns += i18n_patterns(
    path("search/", search, name="search"),
    path("catalogue/<uuid:key>/", catalogue, name="catalogue"),
    path("feeds/stories.xml", NewStories(), name="story_feed"),
    path("feeds/exhibitions.xml", NewExhibitions(), name="exhibition_feed"),
    re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"),
    # Wagtail's own addresses for log-in and pages behind a password.
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
