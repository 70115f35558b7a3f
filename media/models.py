"""The museum's pictures, documents, films and sounds, each with its credit and rights."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtailmedia.models import AbstractMedia

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


class MuseumImage(Credited, AbstractImage):
    """A picture with its rights, and the colour that holds its place while it loads."""

    dominant_colour = models.CharField(
        _("dominant colour"), max_length=7, blank=True, editable=False, validators=[hex_colour]
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "collection",
        *RIGHTS_FIELDS,
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]


class MuseumRendition(AbstractRendition):
    """A smaller copy of a picture, made when the picture arrives."""

    image = models.ForeignKey(MuseumImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]


class MuseumDocument(Credited, AbstractDocument):
    """A file to download: a PDF, a text or a table."""

    admin_form_fields = ("title", "file", "collection", *RIGHTS_FIELDS, "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]


class MuseumMedia(Credited, AbstractMedia):
    """A film or a sound."""

    admin_form_fields = (*AbstractMedia.admin_form_fields, *RIGHTS_FIELDS)

    class Meta:
        verbose_name = _("film or sound")
        verbose_name_plural = _("films and sounds")
