"""What stands around every page: the museum's name, navigation, breadcrumbs and languages."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.functional import SimpleLazyObject
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page, get_page_models

from museum.core.addresses import address_of, root_of, site_roots, twins
from museum.core.visibility import Visitor, audience, visible

lists: list[tuple[str, Any]] = []
"""The museum's lists that are no pages, as first step of their address and name; the footer names
them. Apps add theirs when they start.
"""


@dataclass(frozen=True)
class Link:
    """A place in the museum, as a menu shows it."""

    title: str
    url: str
    active: bool = False


@dataclass(frozen=True)
class Language:
    """One choice of the language switcher; `missing` where the page is not translated yet."""

    code: str
    name: str
    direction: str
    url: str
    choose_url: str
    current: bool
    missing: bool


@dataclass
class Shell:
    """The frame of one response; `breadcrumbs` ends with the page's parent.

    `further` are the pages below home that are in no menu, and `lists`: the footer names them.
    """

    site_name: str
    home_url: str
    navigation: list[Link] = field(default_factory=list)
    further: list[Link] = field(default_factory=list)
    breadcrumbs: list[Link] = field(default_factory=list)
    languages: list[Language] = field(default_factory=list)


def ancestor_paths(page: Page) -> list[str]:
    """Return the tree paths of a page's ancestors, root first, without asking the database."""
    step = page.steplen
    return [page.path[:end] for end in range(step, len(page.path), step)]


def framed_types() -> list[int]:
    """Return the content types of the pages that menus and footer name."""
    models = [model for model in get_page_models() if getattr(model, "framed", False)]
    return [one.pk for one in ContentType.objects.get_for_models(*models).values()]


Row = tuple[str, str, str, bool]
"""A page as title, Wagtail's `url_path`, path of the tree, and whether it is in menus."""


def rows(pages: QuerySet[Page], visitor: Visitor) -> list[Row]:
    """Return what the visitor may see of some pages, in the order of the tree.

    Rows instead of pages: a page object costs more than the query that brings it.
    """
    seen = visible(pages, visitor).order_by("path")
    return list(seen.values_list("title", "url_path", "path", "show_in_menus"))


def framed(root_path: str, visitor: Visitor) -> list[Row]:
    """Return the home page at Wagtail's `root_path`, and what menus and footer name below it."""
    # Each part has an index of its own: a museum's thousands of pages are not looked through.
    home = Q(slug=root_path.split("/")[-2], url_path=root_path)
    below = Q(content_type__in=framed_types(), depth=3, url_path__startswith=root_path)
    pages = Page.objects.filter(home | below)
    return visitor.once(("framed", root_path), lambda: rows(pages, visitor))


def build(request: HttpRequest, page: Page | None = None) -> Shell:
    """Build the frame around `page`, or around a view that is no page.

    Takes three queries, and one more for a page that lies deeper than the lists of the museum.
    """
    language = get_language()
    root = root_of(page.url_path) if page and page.url_path else None
    if root is None:
        root = next((one for one in site_roots() if one.language_code == language), None)
    if root is None:
        return Shell(settings.WAGTAIL_SITE_NAME, f"/{language}/")

    visitor = audience(request)
    frame = framed(root.root_path, visitor)
    own_path = page.path if page else ""
    named = {path for _title, _url_path, path, _in_menu in frame}
    # The tree's own root is on no page.
    if page and (further := set(ancestor_paths(page)[1:]) - named):
        ancestors = Page.objects.filter(path__in=further)
        frame = sorted([*frame, *rows(ancestors, visitor)], key=lambda row: row[2])

    shell = Shell(settings.WAGTAIL_SITE_NAME, f"/{root.language_code}/")
    for title, url_path, path, in_menu in frame:
        is_here_or_above = own_path.startswith(path)
        link = Link(title, address_of(url_path), active=is_here_or_above)
        if url_path == root.root_path:
            shell.site_name = title
        elif len(path) == 3 * Page.steplen:
            (shell.navigation if in_menu else shell.further).append(link)
        if is_here_or_above and path != own_path:
            shell.breadcrumbs.append(link)
    shell.further += [
        Link(capfirst(name), f"/{root.language_code}/{section}/") for section, name in lists
    ]
    shell.languages = build_languages(request, page)
    return shell


def build_languages(request: HttpRequest, page: Page | None) -> list[Language]:
    """Return the switcher's choices in the order of the settings."""
    addresses: dict[str, str] = {}
    visitor = audience(request)
    for twin in twins(page) if page else ():
        is_visible = twin.is_published and visitor.may_see(twin.path)
        if is_visible and (root := root_of(twin.url_path)):
            addresses[root.language_code] = address_of(twin.url_path)
    current = get_language()
    asked = request.get_full_path()
    tail = asked.removeprefix(f"/{current}/")
    here = iri_to_uri(addresses.get(current, ""))
    choices = []
    for code, _name in settings.LANGUAGES:
        info = get_language_info(code)
        # A view that is no page has the same address in every language; a page that is not
        # translated keeps its path, where the museum says so and offers what there is.
        url = addresses.get(code, f"/{code}/{tail}")
        # Whoever switches stays where they are: in the same part of the page, with its filters.
        to = url
        if here and code in addresses:
            is_below = asked.startswith(here)
            to = url + asked.removeprefix(here) if is_below else f"/{code}/{tail}"
        choices.append(
            Language(
                code=code,
                name=info["name_local"],
                direction="rtl" if info["bidi"] else "ltr",
                url=url,
                choose_url=f"{reverse('choose_language', args=[code])}?{urlencode({'to': to})}",
                current=code == current,
                missing=bool(addresses) and code not in addresses,
            )
        )
    return choices


def context(request: HttpRequest) -> dict[str, Any]:
    """Give templates the shell's parts; nothing is asked of the database before one is used."""
    shell = SimpleLazyObject(lambda: build(request, getattr(request, "museum_page", None)))
    names = ("site_name", "home_url", "navigation", "further", "breadcrumbs", "languages")
    return {name: SimpleLazyObject(partial(getattr, shell, name)) for name in names}
