"""The addresses of pages, worked out from the paths of the home pages in every language."""

from dataclasses import dataclass, fields
from datetime import datetime
from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from museum.core.requests import known


def whole(address: str) -> str:
    """Return an address from the server's root with scheme and host, encoded as machines need it.

    Scheme and host are the museum's own setting: what a request names as its host is anybody's
    word.
    """
    return iri_to_uri(urljoin(settings.WAGTAILADMIN_BASE_URL, address))


def site_roots() -> list[SiteRootPath]:
    """Return the home page's path in every language, from Wagtail's cache.

    A page asks once for each of its links.
    """
    return known.once("roots", Site.get_site_root_paths)


def root_of(url_path: str) -> SiteRootPath | None:
    """Return the root below which a page's `url_path` lies,
    or None for a page outside every site.
    """
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
    """A page in one of its languages, by its path in the tree and Wagtail's `url_path`."""

    pk: int
    path: str
    url_path: str
    live: bool
    go_live_at: datetime | None
    expire_at: datetime | None

    @property
    def is_published(self) -> bool:
        """Is it live and in its time, as `museum.core.visibility.published` has it?"""
        now = timezone.now()
        has_begun = self.go_live_at is None or self.go_live_at <= now
        return self.live and has_begun and (self.expire_at is None or self.expire_at > now)


def twins(page: Page) -> list[Twin]:
    """Return a page in every language, itself included; none before it is saved.

    One query, however many parts of the page's response ask.
    """
    if page.pk is None:
        return []
    if not hasattr(page, "_twins"):
        same = Page.objects.filter(translation_key=page.translation_key).order_by()
        columns = [column.name for column in fields(Twin)]
        page._twins = [Twin(*row) for row in same.values_list(*columns)]
    return page._twins


def language_of(page: Page) -> str:
    """Return the language code of a page, from its path where it has one."""
    root = root_of(page.url_path)
    return root.language_code if root else page.locale.language_code
