"""The home page and plain pages such as “About” and “Contact”."""

from functools import partial
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from exhibitions.blocks import body
from exhibitions.models import Room
from exhibitions.models.base import ReadingPage, hero_panel
from exhibitions.models.relations import NextPageMixin, next_page_panel
from home import threshold
from home.letters.models import Letter
from museum.core.visibility import audience


class HomePage(ReadingPage):
    """The museum's entrance. Its title is the museum's name."""

    opening_room = models.ForeignKey(
        Room,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("opening room"),
        help_text=_(
            "The room on which the page opens, in every language. Leave empty for the first room"
            " of the first exhibition."
        ),
    )

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
        FieldPanel("opening_room"),
        hero_panel(),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def linked_data(self) -> dict[str, Any]:
        return {"@type": "Museum", "isAccessibleForFree": True}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        visitor = audience(request)
        find = partial(threshold.find, self, self.opening_room_id, visitor)
        found = visitor.once(("threshold", self.pk, self.opening_room_id), find)
        others = [self.hero_image, *body.images(self.body)]
        context["opening"] = found.opening
        context |= threshold.shown(found, self.language, visitor, others)
        return context


class PlainPage(NextPageMixin, ReadingPage):
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
        next_page_panel(),
    ]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")


__all__ = ["HomePage", "Letter", "PlainPage"]
