"""3D objects: scans and models as binary glTF (GLB)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionMember
from wagtail.search import index

from media.files.local_files import on_disk
from media.models.credits import Credited
from media.models.derivatives import Derivative
from media.models.images import MuseumImage
from media.models.preserved import Preserved
from media.validation import Refused
from media.validation import objects as object_checks
from museum.core.wagtail_compat import is_new


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

    def clean(self) -> None:
        """Refuse a new file that is no whole GLB, with the reason."""
        super().clean()
        if is_new(self.file):
            with on_disk(self.file) as path:
                try:
                    object_checks.check(path)
                except Refused as reason:
                    raise ValidationError({"file": str(reason)}) from reason


class WebModel(Derivative):
    """A 3D object packed for the web, and how far the work is."""

    object = models.OneToOneField(
        Object3D, on_delete=models.CASCADE, related_name="web_model", verbose_name=_("3D object")
    )
    file = models.FileField(_("file"), upload_to="models", blank=True)
    size = models.PositiveBigIntegerField(_("size (bytes)"), null=True)

    class Meta:
        verbose_name = _("3D object for the web")
        verbose_name_plural = _("3D objects for the web")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.object)


class Poster(Derivative):
    """The poster that the museum makes of a 3D object, and how far the work is. The object has the picture."""

    object = models.OneToOneField(
        Object3D, on_delete=models.CASCADE, related_name="poster_work", verbose_name=_("3D object")
    )

    class Meta:
        verbose_name = _("poster of a 3D object")
        verbose_name_plural = _("posters of 3D objects")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.object)
