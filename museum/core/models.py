"""The people who work in the museum, and what every page of it has in common."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction

from museum.core import addresses
from museum.core.forms import MuseumPageForm
from museum.core.page_permissions import MuseumPagePermissions
from museum.core.shell import ancestor_paths
from museum.core.wagtail_compat import PageWithSlug


class User(AbstractUser):
    """A curator, translator, moderator or administrator."""

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")


@dataclass(frozen=True)
class ShareImage:
    """The picture that a shared link shows; width and height in px."""

    url: str
    width: int
    height: int
    alt: str = ""


class MuseumPage(PageWithSlug):
    """A page of the public museum: it knows its language, its restrictions and its description."""

    base_form_class = MuseumPageForm
    # What the page's response always needs, fetched with the page itself.
    route_related: tuple[str, ...] = ("locale",)
    # Whether menus and footer name pages of this type that stand below home.
    framed = False

    class Meta:
        abstract = True

    @cached_property
    def language(self) -> str:
        """The code of the language that the page is written in."""
        return addresses.language_of(self)

    @property
    def address(self) -> str:
        """The page's address from the server's root."""
        return addresses.address(self)

    @property
    def meta_description(self) -> str:
        """One or two plain sentences for search engines and shared links."""
        return self.search_description

    def share_image(self) -> ShareImage | None:
        """Return the picture that represents the page where its address is shared."""
        return None

    def permissions_for_user(self, user: AbstractUser | AnonymousUser) -> MuseumPagePermissions:
        return MuseumPagePermissions(user, self)

    def open_questions(self) -> Iterable[str]:
        """Name what the page still lacks, in codes that the editor's checks have words for."""
        return ()

    @property
    def linked_data(self) -> dict[str, Any]:
        """What the page is about, in schema.org's words; name, address and picture are added."""
        return {"@type": "WebPage"}

    @property
    def citation(self) -> dict[str, Any]:
        """What a citation names beside title and address, as CSL-JSON: author, issued, number."""
        return {}

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Return the restrictions on the page and its ancestors, in one query.

        An alias is under its source's restrictions, as in Wagtail's own method.
        """
        paths = [*ancestor_paths(self), self.path]
        return PageViewRestriction.objects.filter(
            Q(page__path__in=paths) | Q(page__aliases__path__in=paths)
        ).distinct()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Tell the shell which page it frames."""
        request.museum_page = self  # type: ignore[attr-defined]
        return super().get_context(request, *args, **kwargs)
