"""Community: a place, its names, its people and its schools."""

from collections.abc import Iterable
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from exhibitions.blocks import NameBlock, PopulationBlock, SchoolBlock
from exhibitions.listing.kinds import Kind, Label, summary
from exhibitions.models.base import ReadingPage, hero_panel
from exhibitions.models.relations import RelatedMixin, next_page_panel, relations_panel
from exhibitions.vocabulary import open_questions, schema_org
from exhibitions.vocabulary.countries import COUNTRIES, country_name


def label(page: Any, language: str) -> Label:
    return {
        "place": country_name(page.country, language),
        "summary": summary(page.introduction),
    }


class Community(RelatedMixin, ReadingPage):
    """A Jewish community that the museum tells of."""

    country = models.CharField(
        _("country"), max_length=2, choices=COUNTRIES, help_text=_("The country of today.")
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=7,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north of the equator, −90 to 90."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east of Greenwich, −180 to 180."),
    )
    names = StreamField(
        [("name", NameBlock())],
        blank=True,
        verbose_name=_("names"),
        help_text=_("How the place was called, in which language and script, and when."),
    )
    population = StreamField(
        [("moment", PopulationBlock())], blank=True, verbose_name=_("population")
    )
    schools = StreamField([("school", SchoolBlock())], blank=True, verbose_name=_("schools"))

    kind = Kind(
        _("Community"),
        _("Communities"),
        place=2,
        read_on=3,
        fields=("country", "introduction"),
        image="hero_image",
        label=label,
    )
    parent_page_types = ["exhibitions.CommunityIndex"]
    subpage_types = ["exhibitions.Story"]
    page_description = _("A place with its names, numbers, schools and stories.")
    content_panels = [
        *ReadingPage.content_panels,
        FieldPanel("introduction"),
        hero_panel(),
        MultiFieldPanel(
            [
                FieldPanel("country"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Place"),
        ),
        FieldPanel("names"),
        FieldPanel("population"),
        FieldPanel("schools"),
        FieldPanel("body"),
        relations_panel(),
        next_page_panel(),
    ]
    search_fields = [
        *ReadingPage.search_fields,
        index.SearchField("country_name"),
        index.SearchField("names"),
        index.SearchField("schools"),
        index.FilterField("country"),
    ]

    class Meta:
        verbose_name = _("community")
        verbose_name_plural = _("communities")

    @property
    def linked_data(self) -> dict[str, Any]:
        """A place with its position and all its names."""
        data: dict[str, Any] = {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressCountry": self.country},
            "alternateName": [name.value["text"] for name in self.names],
        }
        if self.latitude is not None and self.longitude is not None:
            data["geo"] = schema_org.position(self.latitude, self.longitude)
        return data

    def open_questions(self) -> Iterable[str]:
        """Name what a community lacks: every number of pupils has been written somewhere."""
        if any(not school.value["source"] for school in self.schools):
            yield open_questions.SOURCES
        yield from super().open_questions()

    @property
    def country_name(self) -> str:
        """The country's name in the page's language."""
        return country_name(self.country, self.language)
