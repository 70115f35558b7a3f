"""Documents: files to download, or to read page by page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument

from media.models.credits import RIGHTS_FIELDS, Credited
from media.models.derivatives import Derivative
from media.models.preserved import Preserved


class MuseumDocument(Credited, Preserved, AbstractDocument):
    """A file to download, such as a table or a text.

    A PDF or a TIFF of many pages is also read as `pages`.
    """

    admin_form_fields = ("title", "file", "collection", *RIGHTS_FIELDS, "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    @property
    def works(self) -> list[Derivative]:
        """What is made of it in the background."""
        found = (getattr(self, name, None) for name in ("paging", "clean_copy"))
        return [work for work in found if work]


class DocumentPages(Derivative):
    """The pictures of a document's pages, and how far the work is."""

    document = models.OneToOneField(
        MuseumDocument,
        on_delete=models.CASCADE,
        related_name="paging",
        verbose_name=_("document"),
    )
    count = models.PositiveIntegerField(_("number of pages"), null=True)

    class Meta:
        verbose_name = _("pages of a document")
        verbose_name_plural = _("pages of documents")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.document)


class CleanCopy(Derivative):
    """What visitors get of a document: without its makers' names, programs, times and places."""

    document = models.OneToOneField(
        MuseumDocument,
        on_delete=models.CASCADE,
        related_name="clean_copy",
        verbose_name=_("document"),
    )
    file = models.FileField(_("file"), upload_to="downloads", blank=True)

    class Meta:
        verbose_name = _("copy of a document for visitors")
        verbose_name_plural = _("copies of documents for visitors")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.document)
