"""Pictures, their smaller copies and their deep zoom."""

from copy import copy

from django.core.files.base import File
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    SourceImageIOError,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)
from wagtail.search import index

from media.files import vips
from media.files.local_files import on_disk
from media.files.pixels import decoders
from media.models.credits import RIGHTS_FIELDS, Credited, hex_colour
from media.models.derivatives import Derivative
from media.models.documents import MuseumDocument
from media.models.preserved import Preserved
from museum.core.wagtail_compat import is_new


class PictureFile(WagtailImageFieldFile):
    """A picture's file, whose width and height are those that the eye sees, of every kind."""

    def get_image_dimensions(self) -> tuple[int, int]:
        """Return width and height in px. Raises pyvips.Error for a file that is no picture.

        Django asks again once an upload was moved to its place, when its first path leads nowhere.
        """
        if not is_new(self):
            return self.read_size()
        if not hasattr(self.file, "seen_size"):
            self.file.seen_size = self.read_size()
        return self.file.seen_size

    def read_size(self) -> tuple[int, int]:
        with on_disk(self) as path:
            return vips.seen_size(decoders.header(path))


class PictureField(WagtailImageField):
    attr_class = PictureFile


# A description for those who cannot see a picture may take some paragraphs.
ALT_LENGTH = 2000
FOCAL_POINT = tuple(f"focal_point_{name}" for name in ("x", "y", "width", "height"))


class MuseumImage(Credited, Preserved, AbstractImage):
    """A picture with its rights, and the colour that holds its place while it loads.

    A page of a document is a picture too: it names the document and its number there, from 1.
    """

    file = PictureField(
        verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    description = models.CharField(_("description"), max_length=ALT_LENGTH, blank=True, default="")
    dominant_colour = models.CharField(
        _("dominant colour"), max_length=7, blank=True, editable=False, validators=[hex_colour]
    )
    document = models.ForeignKey(
        MuseumDocument,
        null=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="pages",
        verbose_name=_("page of"),
    )
    page_number = models.PositiveIntegerField(_("page number"), null=True, editable=False)
    page_text = models.TextField(_("text of the page"), blank=True, editable=False)

    # Only there a heavy picture is decoded.
    in_background = False

    admin_form_fields = (
        "title",
        "file",
        "description",
        "collection",
        *RIGHTS_FIELDS,
        "tags",
        *FOCAL_POINT,
    )

    @property
    def default_alt_text(self) -> str:
        """What the picture shows, as its description says; never its title: a file has named it."""
        return self.description

    search_fields = [*AbstractImage.search_fields, index.FilterField("document_id")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "page_number"], name="unique_page_of_document"
            )
        ]

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """Make a smaller copy; of a heavy picture, from the largest copy that the background made.

        Raises SourceImageIOError before there is one: Wagtail shows its own sign instead.
        """
        if self.in_background or self.width * self.height <= vips.HEAVY:
            return super().generate_rendition_file(filter, source=source)
        largest = self.renditions.filter(file__endswith=".webp").order_by("-width").first()
        if largest is None:
            raise SourceImageIOError(f"{self.file.name} waits for its smaller copies")
        small = copy(self)
        small.in_background = True
        # Its width and height follow.
        small.file = largest.file.name
        for name in FOCAL_POINT:
            value = getattr(self, name)
            setattr(small, name, value and round(value * small.width / self.width))
        return small.generate_rendition_file(filter)

    @property
    def works(self) -> list[Derivative]:
        """What is made of it in the background."""
        found = (getattr(self, name, None) for name in ("steps", "tiles"))
        return [work for work in found if work]


class MuseumRendition(AbstractRendition):
    """A smaller copy of a picture, made when the picture arrives."""

    image = models.ForeignKey(MuseumImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]
        # By its file a request finds whose it is.
        indexes = [models.Index(fields=["file"], name="media_rendition_by_file")]

    def get_upload_to(self, filename: str) -> str:
        """Keep it where nobody finds it who knows the picture's name: drafts have pictures, too."""
        told = f"{self.image_id} {self.image.file.name} {self.image.sha256}"
        mark = salted_hmac("media.rendition", told).hexdigest()[:8]
        return str(super().get_upload_to(f"{mark}-{filename}"))


class Ladder(Derivative):
    """The smaller copies of a picture together, and how far the work is."""

    image = models.OneToOneField(
        MuseumImage, on_delete=models.CASCADE, related_name="steps", verbose_name=_("image")
    )

    class Meta:
        verbose_name = _("sizes of an image")
        verbose_name_plural = _("sizes of images")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.image)


class Tiles(Derivative):
    """The deep zoom of a large picture: where its tiles lie, and how far the work is."""

    image = models.OneToOneField(
        MuseumImage, on_delete=models.CASCADE, related_name="tiles", verbose_name=_("image")
    )
    key = models.SlugField(max_length=60, unique=True, help_text=_("Their part of the address."))
    width = models.PositiveIntegerField(_("width (px)"), null=True)
    height = models.PositiveIntegerField(_("height (px)"), null=True)

    identified_by = ("key",)

    class Meta:
        verbose_name = _("deep zoom")
        verbose_name_plural = _("deep zooms")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.image)
