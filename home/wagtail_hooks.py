"""What the museum's roles and translations change in the Wagtail admin."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from home import accounts
from home.translations import publishing, urls

# Before wagtail-localize's own.
FIRST = -1


@hooks.register("register_admin_urls", order=FIRST)
def translation_urls() -> list[URLPattern | URLResolver]:
    return [path("localize/", include(urls))]


hooks.register("before_edit_page", publishing.before_edit, order=FIRST)
hooks.register("before_edit_snippet", publishing.before_edit, order=FIRST)
hooks.register("before_bulk_action", publishing.before_bulk_action)
hooks.register("before_bulk_action", accounts.before_bulk_action)
