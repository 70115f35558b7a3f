"""Wagtail's own forms, with the museum's checks: every file is looked at before it is kept."""

from typing import TYPE_CHECKING, Any

import pyvips
from django import forms
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.images.widgets import AdminImageChooser
from wagtailmedia.forms import BaseMediaForm

from media import validation
from media.files.local_files import on_disk
from media.files.reasons import first_line
from media.ingest import originals, permissions
from media.validation import Facts
from museum.core.full_disk import is_full

if TYPE_CHECKING:
    ModelForm = forms.ModelForm
else:
    # The forms that it is mixed into are model forms already.
    ModelForm = object


def not_kept(failure: Exception) -> str:
    """Say that a copy to work with could not be made, and on a full disk what to do."""
    if is_full(failure):
        return _("The server's disk is full. Tell the operators, and send it again.")
    return _("The museum could not work with this file: %(reason)s") % {
        "reason": first_line(failure)
    }


class KeptOriginalMixin(ModelForm):
    """Lets nobody replace a file who may not delete it: what was there before is gone."""

    # Who fills the form; nobody where a program does.
    by: Any = None

    @property
    def original(self) -> Any:
        """What one must be allowed to delete."""
        return self.instance

    def clean_file(self) -> File | None:
        file = self.cleaned_data.get("file")
        is_replaced = self.instance.pk and isinstance(file, UploadedFile)
        if self.by and is_replaced and not permissions.may_destroy(self.by, self.original):
            raise forms.ValidationError(
                _(
                    "Replacing a file destroys the one before, and you may not delete it. "
                    "Add the new file beside it, or ask a moderator."
                )
            )
        return file


class CheckedFileMixin(KeptOriginalMixin):
    """Checks a form's new `file`, notes it on the model,
    and works with a copy where one is needed.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.by = kwargs.get("user")
        super().__init__(*args, **kwargs)

    def belongs_here(self, facts: Facts) -> str:
        """Return why a sound file belongs elsewhere; empty if it belongs here."""
        return ""

    def clean_file(self) -> File | None:
        file = super().clean_file()
        if not isinstance(file, UploadedFile):
            return file
        try:
            with on_disk(file) as path:
                facts = validation.of(path, file.name or "")
                if reason := self.belongs_here(facts):
                    raise validation.Refused(reason)
                return originals.take(self.instance, file, path, file.name or "", facts)
        except validation.Refused as refused:
            raise forms.ValidationError(str(refused)) from refused
        except (OSError, pyvips.Error) as failure:
            raise forms.ValidationError(not_kept(failure)) from failure

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        # Where several files are added at once, only the file's own messages are shown.
        if "title" in self.errors and "file" in self.files and "file" not in self.errors:
            self.add_error("file", _("The file's name is too long for a title. Shorten it."))
        return cleaned


class PictureField(WagtailImageField):
    """A picture of any kind that the museum takes. What it holds is asked by the form."""

    def to_python(self, data: Any) -> Any:
        file = forms.FileField.to_python(self, data)
        if file is not None:
            self.check_image_file_size(file)
        return file


class ImageForm(CheckedFileMixin, BaseImageForm):
    """One picture."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=field.label, required=field.required, widget=field.widget
            )

    def belongs_here(self, facts: Facts) -> str:
        if not facts.media_type.startswith("image/"):
            return _("This is no picture.")
        if facts.media_type == "image/tiff" and facts.pages > 1:
            return _(
                "This file has several pages. Add it as a document, and it can be read page by"
                " page."
            )
        return ""


class DocumentForm(CheckedFileMixin, BaseDocumentForm):
    """A document to read or to download."""


class ObjectForm(KeptOriginalMixin, WagtailAdminModelForm):
    """A 3D object; its file is looked at by the model."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.by = kwargs.get("for_user")
        super().__init__(*args, **kwargs)


class RecordingForm(CheckedFileMixin, BaseMediaForm):
    """A film or a sound; its size and length are read from the file itself, by the model."""

    class Meta(BaseMediaForm.Meta):
        widgets = {**BaseMediaForm.Meta.widgets, "poster": AdminImageChooser}

    def belongs_here(self, facts: Facts) -> str:
        if facts.media_type.partition("/")[0] not in ("video", "audio"):
            return _("This is no film and no sound.")
        return ""
