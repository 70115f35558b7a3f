"""Story: a person's, a family's or a school's story."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from exhibitions.blocks import BodyBlock, body
from exhibitions.listing.kinds import Kind, Label, summary
from exhibitions.models.base import HeroPage, hero_panel
from exhibitions.models.relations import RelatedMixin, next_page_panel, relations_panel
from exhibitions.vocabulary import schema_org
from exhibitions.vocabulary.dates import format_edtf
from exhibitions.vocabulary.dates.fields import EDTFField
from media.models import MuseumImage


def label(page: Any, language: str) -> Label:
    return {
        "date": format_edtf(page.years, language) if page.years else "",
        "place": page.place,
        "summary": summary(page.standfirst),
    }


class Story(RelatedMixin, HeroPage):
    """One voice, told from beginning to end."""

    subject = models.CharField(
        _("about"), max_length=255, help_text=_("The person, family or school it is about.")
    )
    place = models.CharField(_("place"), max_length=120, blank=True)
    years = EDTFField(_("years"), blank=True)
    narrator = models.CharField(
        _("narrator"), max_length=120, blank=True, help_text=_("Who tells it.")
    )
    standfirst = models.TextField(
        _("standfirst"), help_text=_("Two or three sentences that make a reader want to go on.")
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    kind = Kind(
        _("Story"),
        _("Stories"),
        place=3,
        read_on=2,
        feed="stories",
        feed_title=_("New stories"),
        fields=("years", "place", "standfirst"),
        image="hero_image",
        label=label,
    )
    override_translatable_fields = [
        *RelatedMixin.override_translatable_fields,
        SynchronizedField("years", overridable=False),
    ]
    parent_page_types = ["exhibitions.StoryIndex", "exhibitions.Community"]
    subpage_types: list[str] = []
    page_description = _("A person's, a family's or a school's story.")
    content_panels = [
        *HeroPage.content_panels,
        FieldPanel("standfirst"),
        MultiFieldPanel(
            [
                FieldPanel("subject"),
                FieldRowPanel([FieldPanel("place"), FieldPanel("years")]),
                FieldPanel("narrator"),
            ],
            heading=_("Who, where and when"),
        ),
        hero_panel(),
        FieldPanel("body"),
        relations_panel(),
        next_page_panel(),
    ]
    search_fields = [
        *HeroPage.search_fields,
        index.SearchField("subject"),
        index.SearchField("place"),
        index.SearchField("years_display"),
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.SearchField("transcripts"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def meta_description(self) -> str:
        return self.search_description or Truncator(self.standfirst).chars(200)

    @property
    def linked_data(self) -> dict[str, Any]:
        """An article about somebody."""
        return {
            "@type": "Article",
            "headline": self.title,
            "about": schema_org.thing(self.subject),
            "temporalCoverage": self.years,
            "contentLocation": self.place and schema_org.place(self.place),
            "author": self.narrator and schema_org.person(self.narrator),
            "datePublished": self.first_published_at and self.first_published_at.date().isoformat(),
        }

    def transcripts(self) -> str:
        return body.transcripts(self.body, self.language)

    def pictures(self) -> Iterable[MuseumImage | None]:
        return (self.hero_image, *body.images(self.body))

    @cached_property
    def years_display(self) -> str:
        """The years in the page's language."""
        return format_edtf(self.years, self.language) if self.years else ""
