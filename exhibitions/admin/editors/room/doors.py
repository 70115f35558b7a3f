"""Doors made in pairs: the other room gets its door in a draft that its curators can look at."""

from typing import Any
from uuid import uuid4

from django.db import transaction
from wagtail.blocks import StreamValue

from exhibitions.geometry import Hanging, Wall, free_place, overlaps, wall_length
from exhibitions.geometry.constants import DOOR_CLEARANCE
from exhibitions.geometry.stored import StoredRoom, with_work
from exhibitions.models import Room
from exhibitions.models.room.plan import plan_of


class NoPlace(Exception):
    """No wall has room for the door."""


@transaction.atomic
def add_door_back(other: Room, room: Room, width: int, height: int, user: Any) -> bool:
    """Add a door into `room` to the latest draft of `other`; False if it has one already.

    Raises NoPlace. Nothing that visitors see changes.
    """
    locked = Room.objects.select_for_update().get(pk=other.pk)
    draft = locked.get_latest_revision_as_object()
    same_room = set(
        Room.objects.filter(translation_key=room.translation_key).values_list("pk", flat=True)
    )
    stored = draft.stored
    if same_room.intersection(stored.doors.values()):
        return False
    index, x = place_for(stored, width, height)
    value = {"target": room.pk, "x": x, "width": width, "height": height}
    door = {"type": "door", "id": str(uuid4()), "value": value}
    walls = with_work(draft.walls.raw_data, index, door)
    draft.walls = StreamValue(draft.walls.stream_block, walls, is_lazy=True)
    draft.save_revision(user=user, log_action=True)
    return True


def place_for(room: StoredRoom, width: int, height: int) -> tuple[int, int]:
    """Return wall and x of a free place, on the longest walls first. Raises NoPlace."""
    plan = plan_of(room)
    corners = [wall.corner for wall in plan.walls]
    lengths = [wall_length(corners, index) for index in range(len(corners))]
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        x = place_on(plan.walls[index], lengths[index], width, height)
        if x is not None and height <= plan.height:
            return index, x
    raise NoPlace


def place_on(wall: Wall, length: float, width: int, height: int) -> int | None:
    """Return a free x on one wall: its middle, or else the first from the left; None without."""
    door = Hanging("", "door", round(length / 2), height // 2, width, height)
    fits = length >= width + 2 * DOOR_CLEARANCE / 3
    if fits and not any(overlaps(door, work) for work in wall.works):
        return door.x
    placed = free_place(length, wall.works, door)
    return placed.x if placed.x + width / 2 <= length else None
