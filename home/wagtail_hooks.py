"""What the museum's roles and translations change in the Wagtail admin."""

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from home import accounts, admin_menu
from home.letters.admin import LetterViewSet, letters
from home.letters.models import Letter
from home.translations import publishing, urls

# Before wagtail-localize's own.
FIRST = -1


@hooks.register("register_admin_urls", order=FIRST)
def translation_urls() -> list[URLPattern | URLResolver]:
    return [path("localize/", include(urls))]


@hooks.register("register_admin_viewset")
def letters_in_the_editor() -> LetterViewSet:
    return letters


@hooks.register("register_permissions")
def rights_to_letters() -> QuerySet[Permission]:
    rights = get_permission_codename
    codenames = [rights(action, Letter._meta) for action in Letter._meta.default_permissions]
    return Permission.objects.filter(content_type__app_label="home", codename__in=codenames)


hooks.register("before_edit_page", publishing.before_edit, order=FIRST)
hooks.register("before_edit_snippet", publishing.before_edit, order=FIRST)
hooks.register("before_bulk_action", publishing.before_bulk_action)
hooks.register("before_bulk_action", accounts.before_bulk_action)
hooks.register("construct_main_menu", admin_menu.arrange)
hooks.register("construct_reports_menu", admin_menu.without_translations)
