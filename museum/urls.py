"""The addresses of the museum. Those that people read carry their language first."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from media.views import public_file
from museum import routing
from museum.health import healthz
from search.views import search

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("", include("exhibitions.urls")),
    path("media/<path:path>", public_file, name="public_file"),
    path("language/<str:code>/", routing.choose_language, name="choose_language"),
]

urlpatterns += i18n_patterns(
    path("search/", search, name="search"),
    re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"),
    # Wagtail's own addresses for log-in and pages behind a password.
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
