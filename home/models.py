"""The home page and plain pages such as “About” and “Contact”."""

from functools import partial
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from exhibitions.blocks import body
from exhibitions.listing import cards
from exhibitions.models import Artifact, Community, Exhibition, Story
from exhibitions.models.base import ReadingPage, hero_panel
from home.letters.models import Letter
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

    def featured(self, visitor: Visitor) -> list[int]:
        """Return the ids of the first pages of each featured type below this one. One query."""
        first = Q()
        for model, most in FEATURED.items():
            below = visible(model.objects.filter(path__range=paths_below(self)), visitor)
            # The tree's order is its index's: the database reads no more pages than are shown.
            first |= Q(pk__in=below.order_by("path").values("pk")[:most])
        return list(Page.objects.filter(first).values_list("pk", flat=True))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        visitor = audience(request)
        ids = visitor.once(("featured", self.pk), partial(self.featured, visitor))
        pages = visible(Page.objects.filter(pk__in=ids), visitor)
        others = [self.hero_image, *body.images(self.body)]
        shown = cards.for_pages(pages.order_by("path"), self.language, others)
        context["featured"] = cards.by_kind(shown)
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
