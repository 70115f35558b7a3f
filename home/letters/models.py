"""A letter to the museum."""

import uuid
from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

KEPT = timedelta(days=365)
"""So long is a letter kept, as its writer is told; then `outbox.forget_old` deletes it."""


class Letter(models.Model):
    """What a visitor wrote, and what became of it.

    `key` is made with the form: a letter that is sent twice arrives once.
    """

    class Topic(models.TextChoices):
        QUESTION = "question", _("A question")
        CORRECTION = "correction", _("A mistake in the museum")
        LENDING = "lending", _("Something to lend or to tell")
        ACCESS = "access", _("An obstacle: something that I cannot use")
        VISIT = "visit", _("A class, a group, research")

    key = models.UUIDField(_("key"), unique=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    topic = models.CharField(
        _("what it is about"), max_length=20, choices=Topic.choices, default=Topic.QUESTION
    )
    text = models.TextField(_("letter"), max_length=5000)
    language = models.CharField(_("written in the museum’s pages in"), max_length=10)
    received_at = models.DateTimeField(_("received"), default=timezone.now, db_index=True)
    mailed_at = models.DateTimeField(_("sent on by mail"), null=True, blank=True)
    is_answered = models.BooleanField(_("answered"), default=False)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-received_at"]
        # Letters are written by visitors: nobody adds one in the editor.
        default_permissions = ("view", "change", "delete")

    def __str__(self) -> str:
        # The editor's log keeps this longer than the letter: it names nobody.
        when = date_format(timezone.localtime(self.received_at), "SHORT_DATETIME_FORMAT")
        return gettext("Letter of %(time)s") % {"time": when}
