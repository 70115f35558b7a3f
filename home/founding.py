"""Founding a museum: languages, home page and index pages in every language, and the roles."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site, get_page_models

from exhibitions.models import IndexPage
from home.models import HomePage
from home.roles import found_roles
from home.translating import translate
from museum.core.models import MuseumPage


def index_types() -> list[type[IndexPage]]:
    """Return the types of index pages, in the order of the main menu."""
    return [model for model in get_page_models() if issubclass(model, IndexPage)]


def name_of(model: type[MuseumPage]) -> str:
    """Return the title of a founding page in the active language."""
    return str(model.founded_title) if issubclass(model, IndexPage) else _("Digital Museum")


def source_locale() -> Locale:
    """Return the locale of the language that pages are written in first."""
    return Locale.objects.get(language_code=settings.LANGUAGE_CODE)


def other_locales() -> list[Locale]:
    """Return the locales that pages are translated into, in the order of the settings."""
    codes = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    by_code = Locale.objects.in_bulk(codes, field_name="language_code")
    return [by_code[code] for code in codes]


def found_museum() -> HomePage:
    """Make what is missing of the museum's frame, and return the source-language home page."""
    with transaction.atomic():
        for code, _name in settings.LANGUAGES:
            Locale.objects.get_or_create(language_code=code)
        home = HomePage.objects.filter(locale=source_locale()).first() or make_home()
        make_indexes(home)
    for locale in other_locales():
        for page in (home, *home.get_children().type(tuple(index_types()))):
            if not page.has_translation(locale):
                translate_founding_page(page.specific, locale)
    found_roles(home)
    return home


def make_home() -> HomePage:
    """Put the museum's home page at the root of the site, in place of Wagtail's welcome page."""
    locale = source_locale()
    root = Page.get_first_root_node()
    with translation.override(locale.language_code):
        # Editors see it above the languages; Wagtail calls it “Root”.
        root.title = root.draft_title = _("All languages")
        root.save(update_fields=["title", "draft_title"])
        home = root.add_child(
            instance=HomePage(title=name_of(HomePage), slug="museum", locale=locale)
        )
    home.save_revision().publish()
    welcome = Page.objects.filter(
        depth=2, content_type=ContentType.objects.get_for_model(Page), slug="home", numchild=0
    ).first()
    if welcome is None:
        Site.objects.get_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
        )
    else:
        Site.objects.filter(root_page=welcome).update(root_page=home)
        Site.clear_site_root_paths_cache()
        welcome.delete()
    # Without a name of its own the editor would be headed by the host's.
    nameless = Site.objects.filter(root_page=home, site_name="")
    nameless.update(site_name=settings.WAGTAIL_SITE_NAME)
    return home


def make_indexes(home: HomePage) -> None:
    """Make the index pages that the home page does not have yet; they are the main menu."""
    with translation.override(settings.LANGUAGE_CODE):
        for model in index_types():
            if not model.objects.child_of(home).exists():
                page = model(title=name_of(model), slug=model.founded_slug, show_in_menus=True)
                home.add_child(instance=page)
                page.save_revision().publish()
    home.refresh_from_db()


def translate_founding_page(page: MuseumPage, locale: Locale) -> None:
    """Translate a founding page by the interface's own words."""
    with translation.override(locale.language_code):
        title = name_of(type(page))
    twin = type(page)(title=title, slug=page.slug)
    translate(page, twin, locale)
