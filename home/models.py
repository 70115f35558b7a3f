"""The home page and plain pages such as “About” and “Contact”."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from exhibitions import body, cards
from exhibitions.models.base import ReadingPage
from media import renditions
from museum.visibility import public

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
        FieldPanel("hero_image"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def featured(self, kind: str) -> list[cards.Card]:
        """Return the first pages of a kind in this language, in the order of the tree."""
        pages = public(cards.model_of(kind).objects.filter(locale_id=self.locale_id))
        return cards.for_list(pages.order_by("path")[: FEATURED[kind]], kind, self.language)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        for kind, plural in PLURALS.items():
            context[plural] = self.featured(kind)
        shown = [one.image for plural in PLURALS.values() for one in context[plural]]
        renditions.prefetch([self.hero_image, *shown, *body.images(self.body)])
        return context


class PlainPage(ReadingPage):
    """A page of its own: about the museum, accessibility, contact."""

    parent_page_types = ["home.HomePage", "home.PlainPage"]
    subpage_types = ["home.PlainPage"]
    page_description = _("About the museum, accessibility, contact and the like.")
    content_panels = [
        *ReadingPage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("hero_image"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")
