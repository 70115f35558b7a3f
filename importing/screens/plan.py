"""The plan and what came of it, row by row; and the buttons that run it and take it back."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from exhibitions.models import Artifact
from exhibitions.vocabulary.dates import DateError, format_edtf
from importing.artifacts.fields import BY_NAME
from importing.models import Import, PlannedRow
from importing.permissions import may_publish, may_undo
from importing.screens.base import ImportScreen, importer

PER_PAGE = 50
MOST_CHOICES = 40
State, Outcome = Import.State, PlannedRow.Outcome
RowState = PlannedRow.State
# What a filter is called in the address, and which rows it shows; what needs somebody comes first.
FILTERS: dict[str, dict[str, str]] = {
    "unsure": {"outcome": Outcome.UNSURE},
    "refused": {"outcome": Outcome.REFUSED},
    "stopped": {"state": RowState.REFUSED},
    "left": {"state": RowState.LEFT},
    "new": {"outcome": Outcome.NEW},
    "changed": {"outcome": Outcome.CHANGED},
    "same": {"outcome": Outcome.SAME},
}


@dataclass
class Change:
    """A change in words."""

    field: str
    language: str
    language_name: str
    before: str
    after: str


@dataclass
class Shown:
    """A row as the screen shows it."""

    row: PlannedRow
    changes: list[Change]
    edit_url: str

    @property
    def status(self) -> str:
        """What has become of the row, or will."""
        done = self.row.state != RowState.PLANNED
        return str(self.row.get_state_display() if done else self.row.get_outcome_display())

    @property
    def needs_somebody(self) -> bool:
        return self.row.outcome in (Outcome.UNSURE, Outcome.REFUSED) or self.row.state in (
            RowState.REFUSED,
            RowState.LEFT,
        )


class Plan(ImportScreen):
    template_name = "importing/admin/plan.html"
    run: Import

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.run.state == State.COLUMNS:
            return redirect("importing:columns", self.run.pk)
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run = self.run
        chosen = self.request.GET.get("show", "")
        rows = run.rows.filter(**FILTERS.get(chosen, {}))
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        counts = counted(run)
        return super().get_context_data(
            **kwargs,
            run=run,
            told=progress_of(run),
            filters=[one for one in counts if one["count"]],
            chosen=chosen if chosen in FILTERS else "",
            total=run.rows.count(),
            page=page,
            rows=shown(page.object_list),
            questions=questions(run) if run.state == State.PLANNED else [],
            work=run.rows.filter(outcome__in=PlannedRow.WORK).count(),
            may_run=may_publish(self.user) or not run.publishes,
            may_undo=may_undo(self.user, run)
            and run.state == State.DONE
            and run.rows.filter(state=RowState.DONE).exists(),
        )


def counted(run: Import) -> list[dict[str, Any]]:
    """Return the filters with their names and numbers of rows."""
    names = {
        "unsure": Outcome.UNSURE.label,
        "refused": Outcome.REFUSED.label,
        "stopped": _("Refused while it ran"),
        "left": _("Left as it is"),
        "new": Outcome.NEW.label,
        "changed": Outcome.CHANGED.label,
        "same": Outcome.SAME.label,
    }
    return [
        {"key": key, "name": names[key], "count": run.rows.filter(**asked).count()}
        for key, asked in FILTERS.items()
    ]


def shown(rows: Any) -> list[Shown]:
    """Return rows with the addresses of their pages: one query."""
    listed = list(rows)
    keys = [row.translation_key for row in listed if row.translation_key]
    pages = Artifact.objects.filter(
        translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE
    )
    ids = dict(pages.values_list("translation_key", "pk"))
    return [
        Shown(
            row,
            [in_words(one) for one in row.changes],
            reverse("wagtailadmin_pages:edit", args=[ids[row.translation_key]])
            if row.translation_key in ids
            else "",
        )
        for row in listed
    ]


def in_words(change: dict[str, Any]) -> Change:
    code = change["language"]
    name = get_language_info(code)["name_local"] if code else ""
    field = BY_NAME[change["field"]].title
    before, after = change["before"], change["after"]
    if change["field"] == "date":
        before, after = as_read(before), as_read(after)
    return Change(field, code, name, before, after)


def as_read(edtf: str) -> str:
    """Return a date as people read it; a draft may have one that is none yet."""
    try:
        return format_edtf(edtf, get_language()) if edtf else ""
    except DateError:
        return edtf


def questions(run: Import) -> list[dict[str, Any]]:
    """Return what is to be chosen, each text once, as the form asks it."""
    asked: dict[tuple[str, str], dict[str, Any]] = {}
    rows: QuerySet[PlannedRow] = run.rows.filter(outcome=Outcome.UNSURE)
    for options in rows.values_list("options", flat=True).iterator():
        for one in options:
            known = asked.setdefault((one["field"], one["text"]), {**one, "count": 0})
            known["count"] += 1
            if len(asked) == MOST_CHOICES:
                break
    return [
        {**one, "name": f"choice-{place}", "label": BY_NAME[one["field"]].title}
        for place, one in enumerate(asked.values())
    ]


# How far it is


def progress_of(run: Import) -> dict[str, Any]:
    """Return how far the worker is: `done` of `total` (None where that is not known), in words."""
    if run.state == State.PLANNING:
        words = ngettext("%(count)d row read", "%(count)d rows read", run.rows_read)
        return {
            "working": True,
            "done": None,
            "total": None,
            "words": words % {"count": run.rows_read},
        }
    waiting = {State.RUNNING: RowState.PLANNED, State.UNDOING: RowState.DONE}.get(
        State(run.state), RowState.PLANNED
    )
    rows = run.rows.filter(outcome__in=PlannedRow.WORK)
    total = rows.count()
    done = total - rows.filter(state=waiting).count()
    words = _("%(done)d of %(total)d rows") % {"done": done, "total": total}
    return {"working": run.is_working, "done": done, "total": total, "words": words}


@require_safe
def progress(request: HttpRequest, import_id: int) -> JsonResponse:
    """Say how far the worker is (`frontend/admin/importing`)."""
    importer(request)
    return JsonResponse(progress_of(get_object_or_404(Import, pk=import_id)))


# What is asked


def come_to(import_id: int, before: tuple[str, ...], **fields: Any) -> bool:
    """Bring an import to another state, unless somebody else was faster."""
    return bool(Import.objects.filter(pk=import_id, state__in=before).update(**fields))


@require_POST
def choose(request: HttpRequest, import_id: int) -> HttpResponse:
    """Keep what was chosen for unsure texts, and plan anew."""
    user = importer(request)
    run = get_object_or_404(Import, pk=import_id)
    choices = {field: dict(texts) for field, texts in run.choices.items()}
    for one in questions(run):
        value = request.POST.get(one["name"], "?")
        if value in ("", *(option for option, _name in one["options"])):
            choices.setdefault(one["field"], {})[one["text"]] = value
    fields = {"choices": choices, "language": get_language(), "run_by": user, "rows_read": 0}
    come_to(import_id, (State.PLANNED,), state=State.PLANNING, **fields)
    return redirect("importing:plan", import_id)


@require_POST
def again(request: HttpRequest, import_id: int) -> HttpResponse:
    """Make the plan anew: the museum may have changed."""
    user = importer(request)
    fields = {"language": get_language(), "run_by": user, "rows_read": 0}
    come_to(import_id, (State.PLANNED,), state=State.PLANNING, **fields)
    return redirect("importing:plan", import_id)


@require_POST
def run(request: HttpRequest, import_id: int) -> HttpResponse:
    """Have a plan run as it was shown."""
    user = importer(request)
    found = get_object_or_404(Import, pk=import_id)
    if found.publishes and not may_publish(user):
        messages.error(request, _("Only who may publish can run this plan."))
        return redirect("importing:plan", import_id)
    fields = {"run_by": user, "language": get_language()}
    if not come_to(import_id, (State.PLANNED,), state=State.RUNNING, **fields):
        messages.warning(request, _("This import has been run already."))
    return redirect("importing:plan", import_id)


@require_POST
def undo(request: HttpRequest, import_id: int) -> HttpResponse:
    """Have an import taken back."""
    user = importer(request)
    found = get_object_or_404(Import, pk=import_id)
    if not may_undo(user, found):
        messages.error(request, _("Only who ran it, or who may publish, can take it back."))
    else:
        fields = {"run_by": user, "language": get_language()}
        come_to(import_id, (State.DONE,), state=State.UNDOING, **fields)
    return redirect("importing:plan", import_id)


@require_POST
def discard(request: HttpRequest, import_id: int) -> HttpResponse:
    """Throw away a plan that was not run, and its file."""
    importer(request)
    found = get_object_or_404(Import, pk=import_id)
    unrun = (State.COLUMNS, State.PLANNED, State.FAILED)
    deleted, _each = Import.objects.filter(pk=import_id, state__in=unrun).delete()
    if deleted:
        found.path.unlink(missing_ok=True)
        messages.success(request, _("The import was thrown away; nothing was changed."))
    return redirect("importing:start")
