"""What the museum adds to every page of the Wagtail admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

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
def words() -> SafeString:
    """Say in the editor's language what Wagtail's scripts and templates say in English alone."""
    return module("admin-words")


def module(name: str) -> SafeString:
    """Return what loads a script of the front end."""
    address = static(f"museum/build/{name}.js")
    return format_html('<script type="module" src="{}"></script>', address)


@hooks.register("insert_global_admin_css")
def lines_of_their_own_direction() -> SafeString:
    """Set a translation beside its source, each in its own direction."""
    return format_html('<link rel="stylesheet" href="{}">', static("museum/build/admin-words.css"))


say_in_each_language()
