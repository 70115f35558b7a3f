"""Addresses of the shell: health, the choice of language, citations, and pages themselves."""

from django.urls import path, re_path
from wagtail import urls as wagtail_urls

from museum.core import citations
from museum.core.requests import routing
from museum.core.requests.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("language/<str:code>/", routing.choose_language, name="choose_language"),
]
in_languages = [
    path("cite/<uuid:key>/", citations.cite, name="cite"),
    path("cite/<uuid:key>/citation.<slug:kind>", citations.download, name="cite_download"),
]
pages = [re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve")]
