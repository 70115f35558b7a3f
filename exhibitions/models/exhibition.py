"""Exhibition: an idea carried through rooms."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from exhibitions.blocks import CreditBlock
from exhibitions.listing.kinds import Kind, Label, summary
from exhibitions.models.base import ReadingPage, hero_panel
from exhibitions.models.relations import RelatedMixin, next_page_panel, relations_panel
from exhibitions.vocabulary.choices import Palette


def label(page: Any, language: str) -> Label:
    return {"summary": summary(page.introduction), "palette": page.palette}


class Exhibition(RelatedMixin, ReadingPage):
    """Rooms that belong together; their order in the page tree is the order of the walk."""

    palette = models.CharField(
        _("palette"),
        max_length=20,
        choices=Palette.choices,
        default=Palette.INDIGO,
        help_text=_("The colours of the exhibition's pages and rooms."),
    )
    credits = StreamField([("credit", CreditBlock())], blank=True, verbose_name=_("credits"))
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    closes_on = models.DateField(
        _("closes on"), null=True, blank=True, help_text=_("Leave empty for a permanent one.")
    )

    kind = Kind(
        _("Exhibition"),
        _("Exhibitions"),
        place=4,
        read_on=1,
        feed="exhibitions",
        feed_title=_("New exhibitions"),
        fields=("introduction", "palette"),
        image="hero_image",
        label=label,
    )
    parent_page_types = ["exhibitions.ExhibitionIndex"]
    subpage_types = ["exhibitions.Room"]
    page_description = _("An introduction and rooms to walk through.")
    content_panels = [
        *ReadingPage.content_panels,
        FieldPanel("introduction"),
        hero_panel(),
        MultiFieldPanel(
            [
                FieldPanel("palette"),
                FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
            ],
            heading=_("Look and dates"),
        ),
        FieldPanel("credits"),
        FieldPanel("body"),
        relations_panel(),
        next_page_panel(),
    ]
    search_fields = [*ReadingPage.search_fields, index.SearchField("credits")]

    class Meta:
        verbose_name = _("exhibition")
        verbose_name_plural = _("exhibitions")

    def clean(self) -> None:
        super().clean()
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValidationError({"closes_on": _("It closes before it opens.")})

    @property
    def linked_data(self) -> dict[str, Any]:
        """An event that takes place at the page's own address."""
        return {
            "@type": "ExhibitionEvent",
            "startDate": self.opens_on and self.opens_on.isoformat(),
            "endDate": self.closes_on and self.closes_on.isoformat(),
            "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
            "isAccessibleForFree": True,
        }
