"""The addresses of pages, worked out from the paths of the home pages in every language."""

from dataclasses import dataclass

from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath


def site_roots() -> list[SiteRootPath]:
    """Return the home page's path in every language, from Wagtail's cache."""
    return Site.get_site_root_paths()


def root_of(url_path: str) -> SiteRootPath | None:
    """Return the root below which a page's `url_path` lies, or None for a page outside every site."""
    return next((root for root in site_roots() if url_path.startswith(root.root_path)), None)


def address(page: Page) -> str:
    """Return the page's address from the server's root, such as `/fr/collection/globe/`.

    The same as `page.url` for one site with languages as prefixes, without resolving a URL pattern
    for every link on the page.
    """
    return address_of(page.url_path)


def address_of(url_path: str) -> str:
    """Return the address of the page at Wagtail's `url_path`; empty outside every site."""
    root = root_of(url_path)
    return f"/{root.language_code}/{url_path.removeprefix(root.root_path)}" if root else ""


@dataclass(frozen=True)
class Twin:
    """A page in one of its languages; `live` where visitors may have it."""

    pk: int
    url_path: str
    live: bool


def twins(page: Page) -> list[Twin]:
    """Return a page in every language, itself included; none before it is saved.

    One query, however many parts of the page's response ask.
    """
    if page.pk is None:
        return []
    if not hasattr(page, "_twins"):
        same = Page.objects.filter(translation_key=page.translation_key).order_by()
        page._twins = [Twin(*row) for row in same.values_list("pk", "url_path", "live")]
    return page._twins


def language_of(page: Page) -> str:
    """Return the language code of a page, from its path where it has one."""
    root = root_of(page.url_path)
    return root.language_code if root else page.locale.language_code
