"""The addresses of Wagtail's admin and documents, and what the museum answers before them."""

from django.urls import include, path, re_path
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from museum.core.requests.routing import missing
from museum.editor_messages import editors_words

urlpatterns = [
    # Wagtail's own read nothing but their own packages.
    path("admin/jsi18n/", editors_words),
    path("admin/localize/jsi18n/", editors_words),
    path("admin/", include(admin_urls)),
    # Wagtail's own takes any number, and fails at one that no database can look up.
    re_path(r"^documents/\d{10,}/", missing),
    path("documents/", include(document_urls)),
]
