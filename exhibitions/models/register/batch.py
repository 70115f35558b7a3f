"""Changes of many artifacts at once: each is recorded, page by page, and can be taken back."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from exhibitions.models.artifact import Artifact


class RegisterBatch(models.Model):
    """One change of many artifacts: who asked for what, and how far it is."""

    wagtail_reference_index_ignore = True

    class State(models.TextChoices):
        WORKING = "working", _("is being done")
        DONE = "done", _("is done")
        UNDOING = "undoing", _("is being taken back")
        UNDONE = "undone", _("was taken back")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    action = models.CharField(max_length=20)
    value = models.CharField(max_length=255, blank=True)
    said = models.CharField(max_length=255)
    language = models.CharField(max_length=10)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WORKING)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("change of many artifacts")
        verbose_name_plural = _("changes of many artifacts")

    def __str__(self) -> str:
        return self.said

    @property
    def is_going_on(self) -> bool:
        return self.state in (self.State.WORKING, self.State.UNDOING)

    def counts(self) -> dict[str, int]:
        """Return how many of its pages are in each state."""
        rows = self.items.order_by().values_list("state").annotate(models.Count("pk"))
        return {**dict.fromkeys(RegisterItem.State.values, 0), **dict(rows)}


class RegisterItem(models.Model):
    """What a batch made of one artifact, with the ids of the versions before and after."""

    wagtail_reference_index_ignore = True

    class State(models.TextChoices):
        WAITING = "waiting", _("waits")
        DONE = "done", _("changed")
        REFUSED = "refused", _("refused")
        UNDOING = "undoing", _("waits to be taken back")
        UNDONE = "undone", _("taken back")
        LEFT = "left", _("left alone")

    batch = models.ForeignKey(RegisterBatch, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(Artifact, null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=255)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    reason = models.TextField(blank=True)
    draft_before = models.IntegerField(null=True)
    public_before = models.IntegerField(null=True)
    after = models.IntegerField(null=True)
    was_live = models.BooleanField(default=False)
    had_draft = models.BooleanField(default=False)
    touched = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["batch", "state"])]
        verbose_name = _("artifact of a change")
        verbose_name_plural = _("artifacts of a change")

    def __str__(self) -> str:
        return self.title

    def note(self, state: str, reason: str = "", **versions: Any) -> None:
        """Say what became of it."""
        self.state, self.reason = state, reason
        for name, value in versions.items():
            setattr(self, name, value)
        self.save()
