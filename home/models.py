"""The home page and plain pages such as “About” and “Contact”."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from exhibitions.blocks import body
from exhibitions.listing import cards
from exhibitions.listing.kinds import kind_name
from exhibitions.models import Artifact, Community, Exhibition, Story
from exhibitions.models.base import ReadingPage, hero_panel
from home.letters.models import Letter
from media.derivatives import renditions
from museum.core.models import MuseumPage
from museum.core.visibility import Visitor, audience, visible
from museum.core.wagtail_compat import paths_below

FEATURED: dict[type[MuseumPage], int] = {Exhibition: 3, Community: 8, Story: 3, Artifact: 8}
"""The page types that the entrance shows, each in its own way, and how many pages of each."""


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

    def featured(self, model: type[MuseumPage], most: int, visitor: Visitor) -> list[cards.Card]:
        """Return the first pages of a type below this one, in the order of the tree."""
        # The tree's order is its index's: the database reads no more pages than are shown.
        below = model.objects.filter(path__range=paths_below(self))
        pages = visible(below, visitor)
        return cards.for_list(pages.order_by("path")[:most], self.language)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        visitor = audience(request)
        featured = {
            kind_name(model): self.featured(model, most, visitor)
            for model, most in FEATURED.items()
        }
        shown = [card.image for group in featured.values() for card in group]
        renditions.prefetch([self.hero_image, *shown, *body.images(self.body)])
        context["featured"] = featured
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


__all__ = ["HomePage", "Letter", "PlainPage"]
