"""What the museum's page types share: hero picture, body, relations and the data of their card."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from exhibitions import cards
from exhibitions.blocks import BodyBlock
from exhibitions.models.relations import KEPT_ON_SOURCE, related_keys
from media.models import MuseumImage
from museum.models import MuseumPage

INTRODUCTION_FEATURES = ["bold", "italic", "link"]


class SubjectPage(MuseumPage):
    """A page about something: it has relations, and a card that stands for it elsewhere."""

    override_translatable_fields = [KEPT_ON_SOURCE]

    class Meta:
        abstract = True

    @cached_property
    def related(self) -> dict[str, list[cards.Card]]:
        """Cards of the related pages in the page's language, by kind."""
        return cards.by_kind(cards.for_keys(related_keys(self), self.language))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["related"] = self.related
        return context


class ReadingPage(SubjectPage):
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

    search_fields = [
        *MuseumPage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    @property
    def meta_description(self) -> str:
        return self.search_description or Truncator(strip_tags(self.introduction)).chars(200)
