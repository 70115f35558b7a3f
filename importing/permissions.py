"""Who may import: whoever may add to the collection. Those who only translate may not."""

from wagtail.models import Page

from importing.artifacts.writing import collection
from importing.models import Import
from museum.core.models import User
from museum.core.page_permissions import languages_of, translates_only


def may_import(user: User) -> bool:
    page = collection()
    if page is None or translates_only(user):
        return False
    return bool(page.permissions_for_user(user).can_add_subpage())


def may_publish(user: User) -> bool:
    """May changes of published artifacts go live at once?"""
    page: Page | None = collection()
    return page is not None and bool(page.permissions_for_user(user).can_publish_subpage())


def may_undo(user: User, run: Import) -> bool:
    """May a person take an import back? Who ran it may, and whoever may publish."""
    return may_publish(user) or (run.run_by_id == user.pk and not run.publishes)


def languages(user: User) -> list[str]:
    """Return the codes of the languages whose columns a person may import."""
    return [locale.language_code for locale in languages_of(user)]
