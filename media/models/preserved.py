"""What the museum keeps of a file as it came, untouched and outside the public addresses."""

from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _


class Preserved(models.Model):
    """A file that is kept as it came. Mixed into models with a `file`.

    Where the museum can work with the file itself (`file`), that is the original and `original`
    is empty; otherwise (TIFF, HEIC, very large pictures) `file` is a working copy and `original`
    the file as it came.
    """

    original = models.FileField(
        _("original"), upload_to="originals", max_length=255, blank=True, editable=False
    )
    original_name = models.CharField(
        _("name when it came"), max_length=255, blank=True, editable=False
    )
    original_type = models.CharField(_("media type"), max_length=80, blank=True, editable=False)
    original_size = models.PositiveBigIntegerField(_("size (bytes)"), null=True, editable=False)
    original_width = models.PositiveIntegerField(_("width (px)"), null=True, editable=False)
    original_height = models.PositiveIntegerField(_("height (px)"), null=True, editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, editable=False, db_index=True)
    # What the camera or scanner noted: its make, the time, the lens. Never a position.
    camera = models.JSONField(_("camera data"), default=dict, blank=True, editable=False)

    # Has its new file been checked and noted by the door it came through?
    is_noted = False
    # Its files as they were stored before it is saved: (field, name).
    stored_before: list[tuple[str, str]] = []

    class Meta:
        abstract = True

    @property
    def preserved_file(self) -> FieldFile:
        """The file as it came."""
        return self.original or self.file  # type: ignore[attr-defined]
