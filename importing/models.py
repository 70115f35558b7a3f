"""An import: its file, what a curator said of it, and its plan row by row.

The plan is stored before anything is changed; what is run is this plan and nothing else. Each row
notes what became of it, and by what it can be taken back.
"""

from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from importing.mapping import SEPARATORS, Mapping

ARTIFACT = "artifact"


def folder() -> Path:
    """Return where the files of imports lie, below no address."""
    return Path(settings.VAR_DIR, "imports")


class Profile(models.Model):
    """Which column fills which field, to be used again for the next file of the same kind."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    columns = models.JSONField(default=dict)
    """The columns' targets by folded heading."""
    source = models.CharField(max_length=80, blank=True)
    separator = models.CharField(max_length=1, default=SEPARATORS[0])
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("profile of an import")
        verbose_name_plural = _("profiles of imports")

    def __str__(self) -> str:
        return self.name


class Import(models.Model):
    """A file on its way into the museum."""

    class State(models.TextChoices):
        COLUMNS = "columns", _("Columns to be checked")
        PLANNING = "planning", _("Being read")
        PLANNED = "planned", _("Planned")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        UNDOING = "undoing", _("Being taken back")
        UNDONE = "undone", _("Taken back")
        FAILED = "failed", _("Not readable")

    WORKING = (State.PLANNING, State.RUNNING, State.UNDOING)

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    file_name = models.CharField(_("file"), max_length=255)
    kind = models.CharField(max_length=20, default=ARTIFACT)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.COLUMNS
    )
    failure = models.TextField(blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    run_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    """In whose name it is run, or taken back."""
    language = models.CharField(max_length=10)
    """The language in which the plan speaks: that of the curator who asked for it."""

    # What the curator said
    encoding = models.CharField(max_length=10, blank=True)
    columns = models.JSONField(default=list)
    source = models.CharField(
        _("catalogue that it comes from"),
        max_length=80,
        blank=True,
        help_text=_("Where rows have identifiers of another catalogue: its name, such as Omeka."),
    )
    separator = models.CharField(
        _("sign between several values"),
        max_length=1,
        choices=[(one, repr(one).strip("'")) for one in SEPARATORS[:3]] + [("\n", _("a new line"))],
        default=SEPARATORS[0],
    )
    choices = models.JSONField(default=dict)
    """What was chosen where a text was unsure: by field, the value by the text."""
    publishes = models.BooleanField(
        _("publish changes of published artifacts at once"),
        default=False,
        help_text=_("Otherwise they are drafts. New artifacts are drafts in any case."),
    )

    # How far it is
    rows_read = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.file_name

    @property
    def path(self) -> Path:
        return folder() / self.key.hex

    @property
    def is_working(self) -> bool:
        return self.state in self.WORKING

    @property
    def mapping(self) -> Mapping:
        return Mapping(self.kind, tuple(self.columns), self.source, self.separator)

    def go(self, state: str, **fields: Any) -> None:
        """Come to another state, and note what belongs to it."""
        for name, value in {"state": state, **fields}.items():
            setattr(self, name, value)
        self.save(update_fields=["state", *fields])


class PlannedRow(models.Model):
    """What will become of a row, and what has."""

    class Outcome(models.TextChoices):
        NEW = "new", pgettext_lazy("rows of an import", "New")
        CHANGED = "changed", pgettext_lazy("rows of an import", "Changed")
        SAME = "same", pgettext_lazy("rows of an import", "The same")
        UNSURE = "unsure", pgettext_lazy("rows of an import", "To choose")
        REFUSED = "refused", pgettext_lazy("rows of an import", "Refused")

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("rows of an import", "To do")
        DONE = "done", pgettext_lazy("rows of an import", "Done")
        REFUSED = "refused", pgettext_lazy("rows of an import", "Refused")
        UNDONE = "undone", pgettext_lazy("rows of an import", "Taken back")
        LEFT = "left", pgettext_lazy("rows of an import", "Left as it is")

    WORK = (Outcome.NEW, Outcome.CHANGED)

    run = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PLANNED)
    title = models.CharField(max_length=255)
    accession_number = models.CharField(max_length=255, blank=True)
    source_id = models.CharField(max_length=255, blank=True)
    changes = models.JSONField(default=list)
    """A list of `{"field", "language", "before", "after", "value"}`; texts but for the value."""
    reasons = models.JSONField(default=list)
    """Why it is refused, in words."""
    options = models.JSONField(default=list)
    """What is to be chosen: a list of `{"field", "text", "options": [[value, name], …]}`."""
    translation_key = models.UUIDField(null=True)
    """The artifact that it changes, or has made."""
    seen = models.JSONField(default=dict)
    """The latest revision of each language's page when the plan was made."""
    trace = models.JSONField(default=dict)
    """By what it is taken back; see importing.artifacts.writing."""

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["run", "outcome", "number"], name="row_of_import")]
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class SourceIdentity(models.Model):
    """What another catalogue calls an item of the museum."""

    kind = models.CharField(max_length=20, default=ARTIFACT)
    source = models.CharField(max_length=80, blank=True)
    source_id = models.CharField(max_length=255)
    translation_key = models.UUIDField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "source", "source_id"], name="unique_identity")
        ]
        verbose_name = _("identifier in another catalogue")
        verbose_name_plural = _("identifiers in other catalogues")

    def __str__(self) -> str:
        return f"{self.source} {self.source_id}".strip()
