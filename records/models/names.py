"""A record's names as rows: any number, in any script."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from exhibitions.vocabulary.choices import Script
from exhibitions.vocabulary.dates.fields import EDTFField
from records.models.statements import Sourced, source_panel
from records.naming import NAME_LANGUAGES, InLetters, NameKind


class Name(InLetters, Sourced, Orderable):
    """One of a record's names, as it is written."""

    text = models.CharField(_("name"), max_length=200)
    kind = models.CharField(
        _("kind"), max_length=12, choices=NameKind.choices, default=NameKind.PREFERRED
    )
    language = models.CharField(_("language"), max_length=10, choices=NAME_LANGUAGES, blank=True)
    script = models.CharField(
        _("script"),
        max_length=4,
        choices=Script.choices,
        blank=True,
        help_text=_("Only where the letters do not say it."),
    )
    years = EDTFField(_("years"), blank=True)

    panels = [
        FieldRowPanel([FieldPanel("text", attrs={"dir": "auto"}), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("language"), FieldPanel("script"), FieldPanel("years")]),
        source_panel(),
    ]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("name")
        verbose_name_plural = _("names")

    def __str__(self) -> str:
        return self.text


def names_panel() -> InlinePanel:
    """Return the form's panel of names."""
    return InlinePanel(
        "names",
        heading=_("Names"),
        label=_("Name"),
        min_num=1,
        help_text=_(
            "Every name and spelling, one a row. Visitors see the one of their own language, else "
            "of their script, else the preferred; the others stand below it."
        ),
    )
