"""From a stored room to the geometry's plan: with the pictures' real proportions,
it can be checked.
"""

from dataclasses import dataclass, field

from django.utils.html import strip_tags

from exhibitions.geometry import (
    FloorWork,
    Hanging,
    Plan,
    Problem,
    Wall,
    along_walls,
    check_plan,
    doors_to_themselves,
    frame_border,
    hung_height,
    text_height,
)
from exhibitions.geometry.constants import SCREEN, SEAT_HEIGHT, UNSEEN
from exhibitions.geometry.stored import StoredRoom, StoredWork, given
from exhibitions.models.artifact import Artifact
from media.models import MuseumImage


@dataclass(frozen=True)
class Sizes:
    """Width and height in px of the pictures that a room's works show,
    by the ids of what is shown.
    """

    artifacts: dict[int, tuple[int, int]] = field(default_factory=dict)
    images: dict[int, tuple[int, int]] = field(default_factory=dict)


UNKNOWN = Sizes()
"""For what needs no heights, such as the order of the visit."""


def sizes_of(*rooms: StoredRoom) -> Sizes:
    """Fetch the sizes of all pictures of rooms. Two queries."""
    works = [work for room in rooms for work in room.works]
    artifacts = Artifact.objects.filter(
        pk__in=given(work.artifact for work in works), lead_image__isnull=False
    )
    images = MuseumImage.objects.filter(pk__in=given(work.image for work in works))
    columns = ("pk", "lead_image__width", "lead_image__height")
    return Sizes(
        {pk: (width, height) for pk, width, height in artifacts.values_list(*columns)},
        {pk: (width, height) for pk, width, height in images.values_list("pk", "width", "height")},
    )


def plan_of(room: StoredRoom, sizes: Sizes | None = None) -> Plan:
    """Return the plan of a room; works hang where the page shows them."""
    sizes = sizes or sizes_of(room)
    walls = tuple(
        Wall(
            wall.corner,
            tuple(hanging(work, sizes) for work in wall.works if work.x is not None),
        )
        for wall in room.walls
    )
    floor = tuple(standing(work) for work in room.floor if work.x is not None)
    return Plan(walls=walls, height=room.height, floor=floor, start=room.start)


def hanging(work: StoredWork, sizes: Sizes) -> Hanging:
    """Return a work on its wall; what is not measured yet is 1 cm large."""
    x, y, width = work.x or 0, work.y or 0, work.width or 1
    if work.kind == "door":
        height = work.height or 1
        return Hanging(work.id, work.kind, x, height // 2, width, height)
    if work.kind == "text":
        height = text_height(width, len(strip_tags(work.text)))
        return Hanging(work.id, work.kind, x, y, width, height)
    if work.kind == "screen":
        size = SCREEN
    elif work.kind == "artifact":
        size = sizes.artifacts.get(work.artifact or 0, UNSEEN)
    else:
        size = sizes.images.get(work.image or 0, UNSEEN)
    height = hung_height(width, *size)
    border = frame_border(work.frame, width, height)
    return Hanging(work.id, work.kind, x, y, width, height, border, work.label_side)


def standing(work: StoredWork) -> FloorWork:
    """Return what stands on the floor; what is not measured yet is 1 cm large."""
    height = SEAT_HEIGHT if work.kind == "seat" else work.height or 0
    size = (work.width or 1, work.depth or 1, height)
    return FloorWork(work.id, work.kind, work.x or 0, work.y or 0, *size, work.rotation)


def problems_of(room: StoredRoom, sizes: Sizes | None = None) -> list[Problem]:
    """Return everything wrong within a room, doors to itself included."""
    doors = {door: str(target) for door, target in room.doors.items()}
    return [*check_plan(plan_of(room, sizes)), *doors_to_themselves(str(room.page), doors)]


def order_of(room: StoredRoom) -> list[str]:
    """Return the ids of everything in a room as the visitor meets it; doors where they are passed.

    What has a place in the visit comes first, in that order.
    """
    plan = plan_of(room, UNKNOWN)
    stops = sorted(
        (work.stop, place, work.id) for place, work in enumerate(room.works) if work.stop
    )
    met = [*(work.id for work in along_walls(plan)), *(work.id for work in plan.floor)]
    return list(dict.fromkeys([*(block_id for _stop, _place, block_id in stops), *met]))
