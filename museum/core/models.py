"""The people who work in the museum, and what every page of it has in common."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models
from django.db.models import QuerySet
from django.dispatch import Signal
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction

from museum.core import addresses, visibility
from museum.core.forms import MuseumPageForm
from museum.core.page_permissions import MuseumPagePermissions
from museum.core.wagtail_compat import PageWithSlug

page_copied = Signal()
"""Sent when a page was copied, alone or with what is below it: `source` and `copy`."""


class User(AbstractUser):
    """A curator, translator, moderator or administrator."""

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")


class OneLanguageOnly(models.Model):
    """An editor's word that a restriction holds in its page's own language alone."""

    restriction = models.OneToOneField(
        PageViewRestriction, on_delete=models.CASCADE, related_name="one_language_only"
    )

    def __str__(self) -> str:
        return str(self.restriction)

    class Meta:
        verbose_name = _("restriction of one language")
        verbose_name_plural = _("restrictions of one language")


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
        """Return the restrictions that close the page: also those of its other languages."""
        ids = [one.pk for one in visibility.restrictions_on(self)]
        return PageViewRestriction.objects.filter(pk__in=ids)

    def serve_password_required_response(
        self, request: HttpRequest, form: Any, action_url: str
    ) -> TemplateResponse:
        """Ask for the password in the museum's words; nothing of the page itself is told."""
        context = {"form": form, "action_url": action_url}
        response = TemplateResponse(request, "museum/password_required.html", context)
        response["X-Robots-Tag"] = "noindex"
        return response

    def copy(self, *args: Any, **kwargs: Any) -> "MuseumPage":
        """Copy the page; what stands in `museum.access.copies` follows, as in the editor."""
        copy: MuseumPage = super().copy(*args, **kwargs)
        page_copied.send(sender=type(self), source=self, copy=copy)
        fresh: MuseumPage = type(copy).objects.get(pk=copy.pk)
        return fresh

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Tell the shell which page it frames."""
        request.museum_page = self  # type: ignore[attr-defined]
        return super().get_context(request, *args, **kwargs)
