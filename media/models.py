"""The museum's pictures, documents, films and sounds, each with its credit and rights."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
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


class Tiles(models.Model):
    """The deep zoom of a large picture: where its tiles lie, and how far the work is."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        WORKING = "working", _("in work")
        FAILED = "failed", _("failed")
        READY = "ready", _("ready")

    image = models.OneToOneField(
        MuseumImage, on_delete=models.CASCADE, related_name="tiles", verbose_name=_("image")
    )
    file_name = models.CharField(max_length=255, help_text=_("The file that they are made from."))
    key = models.SlugField(max_length=60, unique=True, help_text=_("Their part of the address."))
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING, db_index=True
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    width = models.PositiveIntegerField(_("width (px)"), null=True)
    height = models.PositiveIntegerField(_("height (px)"), null=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("deep zoom")
        verbose_name_plural = _("deep zooms")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.image)

    def note(
        self, state: str, reason: str = "", width: int | None = None, height: int | None = None
    ) -> bool:
        """Note how far the work is; width and height in px once it is ready.

        Returns False, and notes nothing, where the picture was deleted or replaced meanwhile.
        """
        self.state, self.reason = state, reason[:500]
        self.width, self.height = width or self.width, height or self.height
        return bool(
            Tiles.objects.filter(pk=self.pk, key=self.key).update(
                state=self.state,
                reason=self.reason,
                width=self.width,
                height=self.height,
                changed_at=timezone.now(),
            )
        )


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
