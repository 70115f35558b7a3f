"""The picture of a room: what a visitor sees of it from its entrance, drawn in the background."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from exhibitions.models.room import Room
from media.models import Derivative


class RoomPicture(Derivative):
    """A room's picture in one language, and how far the work is.

    `folder` is where the files lie that show the room as it is; it is empty while there are none,
    and a room that has changed has none until it is drawn anew.
    """

    room = models.OneToOneField(
        Room, on_delete=models.CASCADE, related_name="picture", verbose_name=_("room")
    )
    folder = models.CharField(max_length=100, blank=True, editable=False, db_index=True)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)

    # What was drawn of the room as it was before it was asked for again is of no use.
    identified_by = ("asked_at",)

    class Meta:
        verbose_name = _("picture of a room")
        verbose_name_plural = _("pictures of rooms")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return str(self.room)
