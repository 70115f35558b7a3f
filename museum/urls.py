"""The addresses of the museum, each kept by its app.

Those that people read carry their language first.
"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from atlas import urls as atlas_urls
from exhibitions import urls as exhibition_urls
from home import urls as home_urls
from museum.core import urls as core_urls
from records import urls as record_urls
from search import urls as search_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("museum.core.urls")),
    path("", include("home.urls")),
    path("", include("exhibitions.urls")),
    # Before Wagtail's own addresses: it knows no pages that a document is on.
    path("", include("media.urls")),
    path("", include("museum.admin_urls")),
]

urlpatterns += i18n_patterns(
    path("", include(search_urls.in_languages)),
    path("", include(exhibition_urls.in_languages)),
    path("", include(record_urls.in_languages)),
    path("", include(atlas_urls.in_languages)),
    path("", include(core_urls.in_languages)),
    path("", include(home_urls.in_languages)),
    path("_util/", include("museum.access.views")),
    # Whatever no other address begins with is a page's.
    path("", include(core_urls.pages)),
    prefix_default_language=True,
)
