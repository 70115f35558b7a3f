"""What is made of an original in the background, and how far the work is."""

from typing import Any

from django.db import models
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

became_ready = Signal()
"""Sent by a derivative's class, with the derivative as `instance`, when it can be shown."""


class Derivative(models.Model):
    """Something made of an original: tiles, pages, a film's rendition.

    Its files are served whole or not.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        WORKING = "working", _("in work")
        FAILED = "failed", _("failed")
        READY = "ready", _("ready")

    file_name = models.CharField(max_length=255, help_text=_("The file that they are made from."))
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING, db_index=True
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    # Who works on it, and how often it was begun since it was asked for.
    worker = models.CharField(max_length=32, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    # Fields that tell whether a row still speaks of the same file.
    identified_by: tuple[str, ...] = ("file_name",)

    class Meta:
        abstract = True

    @property
    def kind_name(self) -> str:
        """What it is, in words."""
        return str(self._meta.verbose_name)

    def speak_of(self, file_name: str) -> None:
        """Be made again, of another file; what was made of the one before stays until then."""
        self.file_name, self.state, self.attempts = file_name, self.State.WAITING, 0
        self.reason = self.worker = ""
        self.save(update_fields=["file_name", "state", "attempts", "reason", "worker"])

    def note(self, state: str, reason: str = "", **results: Any) -> bool:
        """Note how far the work is; `results` are fields that are known once it is ready.

        Returns False, and notes nothing, where the original was deleted or replaced meanwhile.
        """
        noted = {"state": state, "reason": reason[:500], **results}
        if state != self.State.WORKING:
            noted["worker"] = ""
        for name, value in noted.items():
            setattr(self, name, value)
        same = {name: getattr(self, name) for name in self.identified_by}
        rows = type(self)._default_manager.filter(pk=self.pk, **same)
        if not rows.update(**noted, changed_at=timezone.now()):
            return False
        if state == self.State.READY:
            became_ready.send(sender=type(self), instance=self)
        return True
