"""3D objects: scans and models as binary glTF (GLB)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionMember
from wagtail.search import index

from media.files.local_files import on_disk
from media.models.credits import Credited
from media.models.derivatives import Derivative
from media.models.images import MuseumImage
from media.models.preserved import Preserved
from media.validation import Refused, extents, names
from media.validation import objects as object_checks
from museum.core.wagtail_compat import is_new


class Unit(models.TextChoices):
    """What a number in a file stands for; scanners and drawing programs write what they like."""

    METRE = "m", _("metres")
    CENTIMETRE = "cm", _("centimetres")
    MILLIMETRE = "mm", _("millimetres")


METRES = {"": 1.0, Unit.METRE: 1.0, Unit.CENTIMETRE: 0.01, Unit.MILLIMETRE: 0.001}


class Objects(models.Manager["Object3D"]):
    """Objects with what a page shows of them, in one query for all."""

    def get_queryset(self) -> models.QuerySet["Object3D"]:
        return super().get_queryset().select_related("poster", "web_model")


class Object3D(Credited, Preserved, CollectionMember, index.Indexed, models.Model):
    """A 3D object to be turned and looked at from all sides."""

    title = models.CharField(_("title"), max_length=255)
    file = models.FileField(
        _("file"), upload_to="objects", validators=[FileExtensionValidator(["glb"])]
    )
    poster = models.ForeignKey(
        MuseumImage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("poster"),
        help_text=_("What is seen before it is turned. Without one the museum makes one."),
    )
    unit = models.CharField(
        _("unit"),
        max_length=2,
        blank=True,
        choices=Unit.choices,
        help_text=_(
            "What 1 in the file stands for. Without an answer it is a metre, as glTF has it."
        ),
    )
    # Extent in metres along x, y (up) and z, as glTF has it.
    size_x = models.FloatField(null=True, editable=False)
    size_y = models.FloatField(null=True, editable=False)
    size_z = models.FloatField(null=True, editable=False)
    triangles = models.PositiveIntegerField(_("triangles"), null=True, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("uploaded by"),
    )

    objects = Objects()

    search_fields = [
        *CollectionMember.search_fields,
        index.SearchField("title"),
        index.AutocompleteField("title"),
    ]

    class Meta:
        verbose_name = _("3D object")
        verbose_name_plural = _("3D objects")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def web_address(self) -> str:
        """Where its web model is served; nothing while it is not ready."""
        web = getattr(self, "web_model", None)
        return web.file.url if web and web.file else ""

    @property
    def works(self) -> list[Derivative]:
        """What is made of it in the background."""
        found = (getattr(self, name, None) for name in ("web_model", "poster_work"))
        return [work for work in found if work]

    @property
    def metres(self) -> float:
        """How many metres 1 in the file stands for."""
        return METRES[self.unit]

    @property
    def unit_question(self) -> str:
        """What is to be asked about an object of an unlikely size.

        Empty if its unit is known or likely.
        """
        size = self.size_x, self.size_y, self.size_z
        if self.unit or None in size or extents.is_plausible(size):  # type: ignore[arg-type]
            return ""
        return ask_for_unit(size)  # type: ignore[arg-type]

    def clean(self) -> None:
        """Refuse a new file that is no whole GLB, with the reason.

        Ask for the unit of an unlikely size.
        """
        super().clean()
        question = self.question_of_new_file() if is_new(self.file) else self.unit_question
        if question:
            raise ValidationError({"unit": question})

    def question_of_new_file(self) -> str:
        """Check a new file, and return what is to be asked about its unit.

        Raises ValidationError.
        """
        try:
            names.check(str(self.file.name))
            with on_disk(self.file) as path:
                size = object_checks.check(path).size
        except Refused as reason:
            raise ValidationError({"file": str(reason)}) from reason
        if self.unit or size is None or extents.is_plausible(size):
            return ""
        return ask_for_unit(size)


def ask_for_unit(size: tuple[float, float, float]) -> str:
    """Ask what unit an object has that would be unlikely in metres; along x, y (up) and z."""
    high = max(size)
    return gettext(
        "In metres the longest side of this object would be %(metres)s. Is it %(metres)s,"
        " %(centimetres)s or %(millimetres)s? Choose the unit."
    ) % {
        "metres": f"{high:g} m",
        "centimetres": f"{high:g} cm",
        "millimetres": f"{high:g} mm",
    }


class WebModel(Derivative):
    """A 3D object packed for the web, and how far the work is."""

    object = models.OneToOneField(
        Object3D, on_delete=models.CASCADE, related_name="web_model", verbose_name=_("3D object")
    )
    file = models.FileField(_("file"), upload_to="models", blank=True)
    size = models.PositiveBigIntegerField(_("size (bytes)"), null=True)
    unit = models.CharField(max_length=2, blank=True)

    # The unit too: in another one the object is made anew.
    identified_by = ("file_name", "unit")

    class Meta:
        verbose_name = _("3D object for the web")
        verbose_name_plural = _("3D objects for the web")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.object)


class Poster(Derivative):
    """The poster that the museum makes of a 3D object, and how far the work is.

    The object has the picture.
    """

    object = models.OneToOneField(
        Object3D, on_delete=models.CASCADE, related_name="poster_work", verbose_name=_("3D object")
    )

    class Meta:
        verbose_name = _("poster of a 3D object")
        verbose_name_plural = _("posters of 3D objects")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.object)
