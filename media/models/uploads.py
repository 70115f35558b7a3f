"""Files on their way: what has arrived of each, and whose it is."""

import uuid
from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection


class Upload(models.Model):
    """A file that arrives in parts. Its bytes lie below `UPLOAD_ROOT`, where nobody is served from.

    It lives until the file has become an item of the museum or was refused.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, verbose_name=_("uploaded by")
    )
    collection = models.ForeignKey(
        Collection, on_delete=models.CASCADE, verbose_name=_("collection")
    )
    name = models.CharField(_("name"), max_length=255)
    size = models.PositiveBigIntegerField(_("size (bytes)"))
    offset = models.PositiveBigIntegerField(_("arrived (bytes)"), default=0)
    # While one request checks the file, no other does; one that died is succeeded.
    checked_since = models.DateTimeField(null=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True, db_index=True)

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["created_at"]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        """Where its bytes lie; the ending stays, as some checks look at it.

        A long one is none that the museum takes, and more than a disk may have room for.
        """
        suffix = Path(self.name).suffix.lower()[:12]
        return Path(settings.UPLOAD_ROOT, f"{self.key}{suffix}")

    @property
    def received(self) -> int:
        """Bytes that are safely here: noted, and on the disk."""
        return min(self.offset, self.path.stat().st_size if self.path.exists() else 0)

    @property
    def percent(self) -> int:
        return 100 * self.received // self.size if self.size else 100

    @property
    def is_complete(self) -> bool:
        return self.received == self.size
