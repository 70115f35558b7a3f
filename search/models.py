"""What visitors searched for and did not find."""

import logging

from django.db import OperationalError, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .normalise import normalise

logger = logging.getLogger(__name__)

MOST_MISSES = 500
MOST_CHARACTERS = 60
MOST_WORDS = 6
MOST_DIGITS = 4
"""A year. What has more may be a telephone's number, or a person's."""


class Miss(models.Model):
    """Words in search spelling that found nothing, how often, and when last. No word of by whom."""

    query = models.CharField(_("words"), max_length=MOST_CHARACTERS, unique=True)
    count = models.PositiveIntegerField(_("times"), default=1)
    last_asked = models.DateField(_("last asked"))

    class Meta:
        ordering = ["-count", "-last_asked", "pk"]
        verbose_name = _("search without result")
        verbose_name_plural = _("searches without result")

    def __str__(self) -> str:
        return self.query


def may_be_noted(text: str) -> bool:
    """Is this short, and neither an address nor a number of a person?"""
    words = normalise(text)
    digits = sum(character.isdigit() for character in words)
    is_short = 2 <= len(words) <= MOST_CHARACTERS and len(words.split()) <= MOST_WORDS
    return is_short and digits <= MOST_DIGITS and "@" not in text


def note_miss(text: str) -> None:
    """Count what found nothing. Where all places are taken, the rarest goes, the oldest first.

    A search never fails for it: where nothing can be written, the log says so.
    """
    if not may_be_noted(text):
        return
    words, today = normalise(text), timezone.localdate()
    try:
        with transaction.atomic():
            known = Miss.objects.filter(query=words)
            if known.update(count=F("count") + 1, last_asked=today):
                return
            if Miss.objects.count() >= MOST_MISSES:
                rarest = Miss.objects.order_by("count", "last_asked", "pk")[:1]
                Miss.objects.filter(pk__in=list(rarest.values_list("pk", flat=True))).delete()
            Miss.objects.bulk_create([Miss(query=words, last_asked=today)], ignore_conflicts=True)
    except OperationalError:
        logger.exception("A search without result could not be counted")
