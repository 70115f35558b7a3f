"""What Wagtail's comparison of two versions of a room shows: what was done to it."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.admin.compare import FieldComparison, StreamFieldComparison
from wagtail.fields import StreamField

from exhibitions.geometry.changes import changes
from exhibitions.models import Room
from exhibitions.presentation.room_changes import Comparison


class RoomComparison(FieldComparison):
    """Compares the walls and what stands on the floor in one."""

    def __init__(self, field: Any, before: Room, after: Room) -> None:
        super().__init__(field, before, after)
        self.rooms = before.stored, after.stored

    def has_changed(self) -> bool:
        return bool(changes(*self.rooms))

    def htmldiff(self) -> SafeString:
        sections = Comparison(*self.rooms).sections()
        return render_to_string("exhibitions/admin/room_changes.html", {"sections": sections})


class ToldWithTheWalls(FieldComparison):
    """Says nothing of the floor: the walls' comparison has it."""

    def has_changed(self) -> bool:
        return False


def comparison_of(field: StreamField) -> type[FieldComparison]:
    """Return how Wagtail compares a StreamField: a room's walls and floor as a room."""
    if field.model is not Room:
        comparison: type[FieldComparison] = StreamFieldComparison
        return comparison
    return RoomComparison if field.name == "walls" else ToldWithTheWalls
