"""What the museum adds to every page of the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from museum.access.bulk_actions import DeleteMany, UnpublishMany
from museum.access.links import VisiblePageLinks
from museum.access.page_actions import museum_pages
from museum.core.models import page_copied
from museum.signing_in import session

# After Wagtail's own, in whose places they stand.
hooks.register("register_bulk_action", DeleteMany, order=1)
hooks.register("register_bulk_action", UnpublishMany, order=1)


@hooks.register("register_admin_viewset", order=1)
def page_actions() -> PageViewSet:
    return museum_pages


@hooks.register("register_rich_text_features", order=1)
def links_to_what_may_be_seen(features: Any) -> None:
    features.register_link_type(VisiblePageLinks)


@hooks.register("after_copy_page")
def settle_copy(request: HttpRequest, page: Page, copy: Page) -> None:
    page_copied.send(sender=type(copy), source=page, copy=copy)


from museum.wagtail_words import say_in_each_language


@hooks.register("insert_editor_js")
def one_save_at_a_time() -> SafeString:
    """Have buttons wait for a draft that is being saved (`frontend/admin/one-save`)."""
    return module("one-save")


@hooks.register("insert_editor_js")
def translation_conflicts() -> SafeString:
    """Show both texts where two translate one (`frontend/admin/translation-conflicts`)."""
    return module("translation-conflicts")


@hooks.register("insert_global_admin_js")
def admin_words_script() -> SafeString:
    """Say in the editor's language what Wagtail's scripts and templates say in English alone."""
    return module("admin-words")


@hooks.register("register_admin_urls")
def session_urls() -> list[URLPattern]:
    return session.urlpatterns


@hooks.register("insert_global_admin_js", order=-1)
def session_that_ends() -> SafeString:
    """Lose nothing that was typed where the session ends (`frontend/admin/session`)."""
    settings = json_script(session.session_settings(), "session-settings")
    return format_html("{}{}", settings, module("session"))


def module(name: str) -> SafeString:
    """Return what loads a script of the front end."""
    address = static(f"museum/build/{name}.js")
    return format_html('<script type="module" src="{}"></script>', address)


@hooks.register("insert_global_admin_css")
def lines_of_their_own_direction() -> SafeString:
    """Set a translation beside its source, each in its own direction."""
    return stylesheet("admin-words")


@hooks.register("insert_global_admin_css")
def look_of_the_museum() -> SafeString:
    return stylesheet("admin-look")


@hooks.register("insert_global_admin_css")
def session_notice() -> SafeString:
    return stylesheet("session")


def stylesheet(name: str) -> SafeString:
    address = static(f"museum/build/{name}.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


say_in_each_language()
