"""The first screen: a file comes, and the imports before it are listed."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from importing.mapping import propose
from importing.models import Import, folder
from importing.permissions import languages
from importing.reading import LARGEST, Fault, Problem, Unreadable, opened
from importing.screens.base import ImportScreen
from importing.words import said

PER_PAGE = 20


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Spreadsheet"),
        help_text=_(
            "XLSX or CSV, up to 100 MB. The first row names the columns. Nothing is changed before "
            "you have seen what would be."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty."),
        },
    )


class Start(ImportScreen):
    template_name = "importing/admin/start.html"

    def post(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                run = take(form.cleaned_data["file"])
            except Unreadable as error:
                form.add_error("file", said(error.problem))
            else:
                run.created_by = self.user
                run.columns = propose(opened(run.path).headings, languages(self.user))
                run.save()
                return redirect("importing:columns", run.pk)
        return self.render_to_response(self.get_context_data(form=form), status=400)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = Paginator(Import.objects.select_related("created_by"), PER_PAGE)
        page = pages.get_page(self.request.GET.get("p"))
        return super().get_context_data(**{"form": UploadForm(), "page": page, **kwargs})


def take(file: UploadedFile) -> Import:
    """Keep a file that can be read. Raises Unreadable, and keeps nothing then."""
    if (file.size or 0) > LARGEST:
        raise Unreadable(Problem(Fault.TOO_LARGE))
    name = PurePath(file.name or "").name[-255:].replace("\0", "")
    run = Import(file_name=name or "?", language=get_language())
    folder().mkdir(parents=True, exist_ok=True)
    try:
        with run.path.open("wb") as target:
            for part in file.chunks():
                target.write(part)
        opened(run.path)
    except BaseException:
        run.path.unlink(missing_ok=True)
        raise
    return run
