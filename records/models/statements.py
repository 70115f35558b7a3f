"""What a fact is told with: its years, and the source that says so."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.models import Orderable

from exhibitions.vocabulary.dates.fields import EDTFField


class Sourced(models.Model):
    """Where a fact is written: title, link and page."""

    source = models.CharField(_("source"), max_length=255, blank=True)
    source_url = models.URLField(_("link of the source"), max_length=500, blank=True)
    source_page = models.CharField(_("page in the source"), max_length=40, blank=True)

    class Meta:
        abstract = True


def source_panel() -> FieldRowPanel:
    """Return the form's row for a source."""
    return FieldRowPanel(
        [FieldPanel("source"), FieldPanel("source_url"), FieldPanel("source_page")],
        heading=_("Source"),
    )


class Statement(Sourced, Orderable):
    """A row of a record that says what it has to do with another, and when."""

    years = EDTFField(_("years"), blank=True)

    class Meta(Orderable.Meta):
        abstract = True


def statement_panels(*names: str) -> list[Panel]:
    """Return the form's panels of a statement: its own fields, years and source."""
    return [FieldRowPanel([FieldPanel(name) for name in (*names, "years")]), source_panel()]


def of_the_source_language() -> Q:
    """Return what statements may point at: a record itself, and none of its translations."""
    return Q(locale__language_code=settings.LANGUAGE_CODE)


def pointer(model: str, name: Any, reverse: str) -> models.ForeignKey:
    """Return a field that points at another record; `reverse` reads it from there."""
    return models.ForeignKey(
        model,
        on_delete=models.CASCADE,
        related_name=reverse,
        limit_choices_to=of_the_source_language,
        verbose_name=name,
    )
