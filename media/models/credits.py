"""Who made a file, who may use it, and where it comes from."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.rights import RightsStatement

RIGHTS_FIELDS = ("credit", "rights_statement", "source")

hex_colour = RegexValidator(
    r"^#[0-9a-f]{6}$", _("Write a colour as # and six digits or letters a–f, such as #1d3557.")
)


class Credited(models.Model):
    """Who made it, who may use it, and where it comes from."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("The name to print beside it: photographer, maker or lender."),
    )
    rights_statement = models.CharField(
        _("rights statement"),
        max_length=80,
        choices=RightsStatement.choices,
        blank=True,
        help_text=_("What others may do with it. Choose “Copyright not evaluated” when in doubt."),
    )
    source = models.CharField(
        _("source"),
        max_length=255,
        blank=True,
        help_text=_("The archive, collection or family that it comes from."),
    )

    class Meta:
        abstract = True
