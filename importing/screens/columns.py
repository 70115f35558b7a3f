"""The second screen: which column fills which field. Proposed, corrected, kept as a profile."""

from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from importing.artifacts.fields import PICTURES
from importing.mapping import folded, named, propose, targets
from importing.models import Import, Profile
from importing.permissions import languages, may_publish
from importing.reading import CsvFile, Row, Table, Unreadable, opened
from importing.reading.encodings import CHOICES
from importing.reading.table import letters
from importing.screens.base import ImportScreen
from importing.words import said

SHOWN = 3
"""So many of the first rows are shown."""
READABLE = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
OPEN = (Import.State.COLUMNS, Import.State.PLANNED, Import.State.FAILED)


class SettingsForm(forms.ModelForm):
    """What is said of the file as a whole."""

    encoding = forms.ChoiceField(
        label=_("Letters of the file"),
        choices=[
            ("utf-8", "UTF-8"),
            ("utf-16", "UTF-16"),
            ("cp1255", _("Windows, Hebrew (1255)")),
            ("cp1252", _("Windows, Western (1252)")),
        ],
        help_text=_("If the words below cannot be read, choose others."),
        required=False,
    )
    profile_name = forms.CharField(
        label=_("Keep these columns as a profile"),
        max_length=80,
        required=False,
        help_text=_("A name, such as “Our register”. The next file of this kind needs no more."),
    )

    class Meta:
        model = Import
        fields = ("encoding", "separator", "source", "publishes")


@dataclass
class Column:
    """A column as the screen shows it."""

    place: int
    letters: str
    heading: str
    samples: list[str]
    key: str
    note: str = ""

    @property
    def name(self) -> str:
        return f"column-{self.place}"


class Columns(ImportScreen):
    template_name = "importing/admin/columns.html"
    run: Import

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.run.state not in OPEN:
            return redirect("importing:plan", self.run.pk)
        table = self.table(self.run.encoding)
        if table is None:
            return redirect("importing:start")
        profile = Profile.objects.filter(name=request.GET.get("profile", "")[:80]).first()
        keys = list(self.run.columns)
        if len(keys) != len(table.headings):
            keys = propose(table.headings, languages(self.user))
        if profile:
            keys = self.by_profile(profile, table)
        return self.show(table, keys, self.form(table, profile))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.run.state not in OPEN:
            return redirect("importing:plan", self.run.pk)
        before = self.table(self.run.encoding)
        if before is None:
            return redirect("importing:start")
        form = self.settings(request.POST, instance=self.run)
        if not form.is_valid():
            return self.show(before, self.posted(before), form, status=400)
        if isinstance(before, CsvFile) and form.cleaned_data["encoding"] != readable(before):
            return self.read_anew(form)
        keys = self.posted(before)
        twice = {key for key in keys if key and key != PICTURES and keys.count(key) > 1}
        if twice or not any(keys):
            form.add_error(None, self.fault(twice))
            return self.show(before, keys, form, status=400)
        run = form.save(commit=False)
        run.columns, run.choices = keys, {}
        run.language = get_language()
        if name := form.cleaned_data["profile_name"].strip():
            self.keep(name, before, keys)
        run.run_by = self.user
        run.state, run.failure, run.rows_read = Import.State.PLANNING, "", 0
        run.save()
        return redirect("importing:plan", run.pk)

    def fault(self, twice: set[str]) -> str:
        if not twice:
            return str(_("Choose a field for one column at least."))
        names = ", ".join(self.offered()[key].label for key in sorted(twice))
        return str(_("Two columns fill the same field: %(names)s. Leave one out.")) % {
            "names": names
        }

    def read_anew(self, form: SettingsForm) -> HttpResponse:
        """Show the columns in the letters that the curator chose."""
        table = self.table(form.cleaned_data["encoding"])
        if table is None:
            return redirect("importing:columns", self.run.pk)
        self.run.encoding = form.cleaned_data["encoding"]
        self.run.columns = propose(table.headings, languages(self.user))
        self.run.save(update_fields=["encoding", "columns"])
        messages.success(self.request, _("The file was read anew. Check the columns."))
        return redirect("importing:columns", self.run.pk)

    # What is shown

    def table(self, encoding: str) -> Table | None:
        """Return the file as a table; where it cannot be read, say why."""
        try:
            return opened(self.run.path, encoding)
        except Unreadable as error:
            messages.error(self.request, said(error.problem))
        except FileNotFoundError:
            messages.error(self.request, _("The file is gone. Send it again."))
        return None

    def offered(self) -> dict[str, Any]:
        return targets(languages(self.user))

    def posted(self, table: Table) -> list[str]:
        offered = self.offered()
        keys = [self.request.POST.get(f"column-{n}", "") for n in range(len(table.headings))]
        return [key if key in offered else "" for key in keys]

    def by_profile(self, profile: Profile, table: Table) -> list[str]:
        offered = self.offered()
        keys = [profile.columns.get(folded(heading), "") for heading in table.headings]
        return [key if key in offered else "" for key in keys]

    def keep(self, name: str, table: Table, keys: list[str]) -> None:
        told = {folded(heading): key for heading, key in zip(table.headings, keys, strict=True)}
        Profile.objects.update_or_create(
            name=name,
            defaults={
                "columns": told,
                "source": self.run.source,
                "separator": self.run.separator,
            },
        )

    def form(self, table: Table, profile: Profile | None) -> SettingsForm:
        initial: dict[str, Any] = {"encoding": readable(table)}
        if profile:
            initial |= {"source": profile.source, "separator": profile.separator}
            initial["profile_name"] = profile.name
        return self.settings(instance=self.run, initial=initial)

    def settings(self, *args: Any, **kwargs: Any) -> SettingsForm:
        form = SettingsForm(*args, **kwargs)
        if not may_publish(self.user):
            del form.fields["publishes"]
        return form

    def show(
        self, table: Table, keys: list[str], form: SettingsForm, status: int = 200
    ) -> HttpResponse:
        if not isinstance(table, CsvFile):
            del form.fields["encoding"]
        context = self.get_context_data(
            form=form,
            run=self.run,
            note=table.note,
            columns=columns(table, keys, self.offered()),
            targets=list(self.offered().values()),
            profiles=Profile.objects.all(),
        )
        return self.render_to_response(context, status=status)


def columns(table: Table, keys: list[str], offered: dict[str, Any]) -> list[Column]:
    """Return the columns with what stands in the first rows."""
    first: list[Row] = []
    # What cannot be read further down the plan will say, with the row.
    with suppress(Unreadable):
        first += islice(table.rows(), SHOWN)
    found = []
    for place, (heading, key) in enumerate(zip(table.headings, keys, strict=True)):
        samples = [row.cells[place] for row in first]
        column = Column(place, letters(place), heading, samples, key)
        language = named(heading).partition(":")[2]
        if not key and language and named(heading) not in offered:
            name = get_language_info(language)["name_local"]
            column.note = str(
                _("You may not write pages in %(language)s: the column is left out.")
            ) % {"language": name}
        found.append(column)
    return found


def readable(table: Table) -> str:
    found = READABLE.get(table.encoding, table.encoding)
    return found if found in CHOICES else ""
