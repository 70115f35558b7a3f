"""What the museum's page types share: hero picture, body, relations and the data of their card."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from exhibitions import body, cards, open_questions
from exhibitions.blocks import BodyBlock
from exhibitions.models.relations import KEPT_ON_SOURCE, related_keys
from media.models import MuseumImage
from museum.models import MuseumPage

INTRODUCTION_FEATURES = ["bold", "italic", "link"]


class RelatedMixin:
    """Relations to other pages, shown from both ends."""

    override_translatable_fields = [KEPT_ON_SOURCE]

    def pictures(self) -> Iterable[MuseumImage | None]:
        """Return the page's own pictures, whose renditions it needs beside its relations'."""
        return ()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add `related`: cards of the related pages in the page's language, by kind."""
        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        keys, language = related_keys(self), self.language  # type: ignore[attr-defined]
        context["related"] = cards.by_kind(cards.for_keys(keys, language, self.pictures()))
        return context


class ReadingPage(MuseumPage):
    """A page that is read: introduction, hero and body."""

    introduction = RichTextField(
        _("introduction"),
        features=INTRODUCTION_FEATURES,
        blank=True,
        help_text=_("Two or three sentences that stand first and represent the page in lists."),
    )
    hero_image = models.ForeignKey(
        MuseumImage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("hero picture"),
        help_text=_("The large picture at the head. Set its focal point: the edges may be cut."),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    route_related = ("locale", "hero_image")
    search_fields = [
        *MuseumPage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    def open_questions(self) -> Iterable[str]:
        return open_questions.of_page(self)

    @property
    def meta_description(self) -> str:
        return self.search_description or Truncator(strip_tags(self.introduction)).chars(200)

    def pictures(self) -> Iterable[MuseumImage | None]:
        """Return the hero and the pictures of the body."""
        return (self.hero_image, *body.images(self.body))
