"""The home page and plain pages such as “About” and “Contact”."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from exhibitions.listing import cards
from exhibitions.models.base import ReadingPage, hero_panel
from exhibitions.presentation import body
from media.derivatives import renditions
from museum.core.visibility import public, restricted_paths
from museum.core.wagtail_compat import paths_below

FEATURED = {"exhibition": 3, "community": 8, "story": 3, "artifact": 8}
PLURALS = {
    "exhibition": "exhibitions",
    "community": "communities",
    "story": "stories",
    "artifact": "works",
}


class HomePage(ReadingPage):
    """The museum's entrance. Its title is the museum's name."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "exhibitions.ExhibitionIndex",
        "exhibitions.CommunityIndex",
        "exhibitions.StoryIndex",
        "exhibitions.Collection",
        "home.PlainPage",
    ]
    page_description = _("The museum's entrance, one a language.")
    content_panels = [
        *ReadingPage.content_panels,
        FieldPanel("introduction"),
        hero_panel(),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def linked_data(self) -> dict[str, Any]:
        return {"@type": "Museum", "isAccessibleForFree": True}

    def featured(self, kind: str, restricted: Iterable[str]) -> list[cards.Card]:
        """Return the first pages of a kind below this one, in the order of the tree."""
        # The tree's order is its index's: the database reads no more pages than are shown.
        below = cards.model_of(kind).objects.filter(path__range=paths_below(self))
        pages = public(below, restricted)
        return cards.for_list(pages.order_by("path")[: FEATURED[kind]], kind, self.language)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        restricted = restricted_paths()
        for kind, plural in PLURALS.items():
            context[plural] = self.featured(kind, restricted)
        shown = [one.image for plural in PLURALS.values() for one in context[plural]]
        renditions.prefetch([self.hero_image, *shown, *body.images(self.body)])
        return context


class PlainPage(ReadingPage):
    """A page of its own: about the museum, accessibility, contact."""

    framed = True
    parent_page_types = ["home.HomePage", "home.PlainPage"]
    subpage_types = ["home.PlainPage"]
    page_description = _("About the museum, accessibility, contact and the like.")
    content_panels = [
        *ReadingPage.content_panels,
        FieldPanel("introduction"),
        hero_panel(),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")
