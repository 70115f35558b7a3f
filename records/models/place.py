"""Places: towns and what they are a part of."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from exhibitions.vocabulary.countries import COUNTRIES, country_name
from records.models.names import Name
from records.models.record import Record, kept_on_source, shared
from records.models.statements import Statement, pointer, statement_panels


def countries() -> list[tuple[str, str]]:
    """Return the countries of today; by name, so that migrations need not list them."""
    return COUNTRIES


class Place(Record):
    """A town, a quarter or a region."""

    country = models.CharField(
        _("country"),
        max_length=2,
        choices=countries,
        blank=True,
        help_text=_("The country of today."),
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

    section = "places"
    override_translatable_fields = [
        *kept_on_source("names", "wholes"),
        *shared("country", "latitude", "longitude"),
    ]

    class Meta(Record.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def country_in(self, language: str) -> str:
        """Name the country of today."""
        return country_name(self.country, language) if self.country else ""


class PlaceName(Name):
    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="names")


class PlacePart(Statement):
    """A place is part of a larger one."""

    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="wholes")
    whole = pointer("records.Place", _("place"), "part_rows")

    panels = statement_panels("whole")

    class Meta(Statement.Meta):
        verbose_name = _("part of")
