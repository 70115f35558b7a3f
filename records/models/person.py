"""People, and what they had to do with schools and places."""

from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from exhibitions.vocabulary.dates.fields import EDTFField
from records.models.names import Name
from records.models.record import Record, RecordQuerySet, kept_on_source, shared
from records.models.statements import Statement, pointer, statement_panels


class PersonQuerySet(RecordQuerySet):
    def shown(self) -> Self:
        """Return the people that visitors see: the living only with the consent noted."""
        return super().shown().exclude(living=True, consent="")


class Person(Record):
    """A person, living or dead."""

    born = EDTFField(_("born"), blank=True)
    died = EDTFField(_("died"), blank=True)
    living = models.BooleanField(
        _("is living"),
        default=False,
        help_text=_("Visitors see a living person only where the consent is noted."),
    )
    consent = models.CharField(
        _("consent"),
        max_length=255,
        blank=True,
        help_text=_("Who agreed to being shown, when, and where this is kept. Not published."),
    )

    section = "people"
    objects: ClassVar[Any] = models.Manager.from_queryset(PersonQuerySet)()
    override_translatable_fields = [
        *kept_on_source("names", "schools", "places"),
        *shared("born", "died", "living", "consent"),
    ]

    class Meta(Record.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def clean(self) -> None:
        super().clean()
        if self.living and self.died:
            raise ValidationError(
                {"living": _("Who has died is not living: take away the mark or the date.")}
            )


class PersonName(Name):
    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="names")


class PersonSchool(Statement):
    """What a person was at a school."""

    class Role(models.TextChoices):
        FOUNDER = "founder", _("Founder")
        PRINCIPAL = "principal", _("Principal")
        TEACHER = "teacher", _("Teacher")
        PUPIL = "pupil", _("Pupil")

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="schools")
    role = models.CharField(_("role"), max_length=9, choices=Role.choices)
    school = pointer("records.School", _("school"), "person_rows")

    panels = statement_panels("role", "school")

    class Meta(Statement.Meta):
        verbose_name = _("school")


class PersonPlace(Statement):
    """What a person had to do with a place."""

    class Role(models.TextChoices):
        BORN = "born", _("Born there")
        LIVED = "lived", _("Lived there")
        DIED = "died", _("Died there")

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="places")
    role = models.CharField(_("role"), max_length=5, choices=Role.choices)
    place = pointer("records.Place", _("place"), "person_rows")

    panels = statement_panels("role", "place")

    class Meta(Statement.Meta):
        verbose_name = _("place")
