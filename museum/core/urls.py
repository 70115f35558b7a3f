"""Addresses of the shell: health, the choice of language, citations, and pages themselves.

The worker and its page answer visitors who are offline.
"""

from django.urls import path, re_path
from wagtail import urls as wagtail_urls

from museum.core import citations
from museum.core.requests import routing
from museum.core.requests.health import healthz
from museum.core.serving import offline

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("offline-worker.js", offline.worker, name="offline_worker"),
    path("language/<str:code>/", routing.choose_language, name="choose_language"),
]
in_languages = [
    path("offline/", offline.page, name="offline"),
    path("cite/<uuid:key>/", citations.cite, name="cite"),
    path("cite/<uuid:key>/citation.<slug:kind>", citations.download, name="cite_download"),
]
pages = [re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve")]
