"""Schools: whom they taught, when and where."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from exhibitions.vocabulary.choices import Audience
from exhibitions.vocabulary.dates.fields import EDTFField
from records.models.names import Name
from records.models.record import Record, kept_on_source, shared
from records.models.statements import (
    Sourced,
    Statement,
    pointer,
    source_panel,
    statement_panels,
)


class Teaching(models.TextChoices):
    """What a school taught for, where it was no general school."""

    CRAFTS = "crafts", _("Crafts")
    FARMING = "farming", _("Farming")
    TEACHERS = "teachers", _("Teachers")
    RABBIS = "rabbis", _("Rabbis")


class School(Record):
    """A school; without an audience the sources do not say whom it taught."""

    audience = models.CharField(
        _("pupils"),
        max_length=5,
        choices=Audience.choices,
        blank=True,
        help_text=_("Leave it empty where no source says it."),
    )
    teaching = models.CharField(
        _("trained for"),
        max_length=8,
        choices=Teaching.choices,
        blank=True,
        help_text=_("Leave it empty for a general school."),
    )
    opened = EDTFField(_("opened"), blank=True)
    closed = EDTFField(_("closed"), blank=True)

    section = "schools"
    override_translatable_fields = [
        *kept_on_source("names", "places", "links", "pupil_counts"),
        *shared("audience", "teaching", "opened", "closed"),
    ]

    class Meta(Record.Meta):
        verbose_name = _("school")
        verbose_name_plural = _("schools")


class SchoolName(Name):
    school = ParentalKey(School, on_delete=models.CASCADE, related_name="names")


class PupilCount(Sourced, Orderable):
    """How many pupils a school had at a time."""

    school = ParentalKey(School, on_delete=models.CASCADE, related_name="pupil_counts")
    number = models.PositiveIntegerField(_("number"))
    date = EDTFField(_("date"))

    panels = [FieldRowPanel([FieldPanel("number"), FieldPanel("date")]), source_panel()]

    class Meta(Orderable.Meta):
        verbose_name = _("number of pupils")
        verbose_name_plural = _("numbers of pupils")


class SchoolPlace(Statement):
    """A school stood in a place."""

    school = ParentalKey(School, on_delete=models.CASCADE, related_name="places")
    place = pointer("records.Place", _("place"), "school_rows")

    panels = statement_panels("place")

    class Meta(Statement.Meta):
        verbose_name = _("place")


class SchoolLink(Statement):
    """What became of a school: another that followed it, or that was its branch."""

    class Kind(models.TextChoices):
        SUCCESSOR = "successor", _("Its successor")
        BRANCH = "branch", _("Its branch")

    school = ParentalKey(School, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices)
    other = pointer("records.School", _("school"), "linking_rows")

    panels = statement_panels("kind", "other")

    class Meta(Statement.Meta):
        verbose_name = _("related school")
