"""From a room's stored walls to the geometry's plan, and from its problems to words for curators."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from exhibitions.geometry import (
    Code,
    Corner,
    FloorWork,
    Hanging,
    Plan,
    Problem,
    Start,
    Wall,
    along_walls,
    check_plan,
    doors_to_themselves,
    frame_border,
    hung_height,
    text_height,
)
from exhibitions.models.artifact import Artifact
from exhibitions.models.room import Room
from media.models import MuseumImage

UNSEEN = (4, 3)
SCREEN = (16, 9)
SEAT_HEIGHT = 45

WORDS: dict[Code, Promise] = {
    Code.TOO_FEW_CORNERS: _("A room has at least %(limit)s walls; this one has %(value)s."),
    Code.TOO_MANY_CORNERS: _("A room has at most %(limit)s walls; this one has %(value)s."),
    Code.ANTICLOCKWISE: _(
        "The corners run anticlockwise. List them clockwise, as seen from above."
    ),
    Code.WALL_TOO_SHORT: _("This wall is %(value)s cm long; walls have at least %(limit)s cm."),
    Code.WALL_TOO_LONG: _("This wall is %(value)s cm long; walls have at most %(limit)s cm."),
    Code.WALLS_CROSS: _("This wall crosses wall %(against)s."),
    Code.WALLS_TOUCH: _("This wall touches wall %(against)s."),
    Code.ROOM_TOO_LOW: _("A room is at least %(limit)s cm high."),
    Code.ROOM_TOO_HIGH: _("A room is at most %(limit)s cm high."),
    Code.START_OUTSIDE: _("The visitor would start outside the room."),
    Code.WORK_SIZE: _("This is %(value)s cm wide; at most %(limit)s cm can be shown."),
    Code.OFF_WALL: _("This reaches %(value)s cm beyond the wall."),
    Code.DOOR_OFF_WALL: _("This door reaches %(value)s cm beyond the wall."),
    Code.OFF_FLOOR: _("This stands outside the room."),
    Code.OVERLAP: _("This overlaps its neighbour."),
    Code.DOOR_BLOCKED: _("This blocks a door."),
    Code.PASSAGE_NARROW: _("The passage is %(value)s cm wide; a wheelchair needs %(limit)s cm."),
    Code.DOOR_TO_ITSELF: _("This door leads back into its own room. Choose another room."),
    Code.DOOR_WITHOUT_RETURN: _("The other room has no door back."),
}


def words(problem: Problem) -> str:
    """Say a problem in the active language; walls count from 1."""
    against = problem.against + 1 if isinstance(problem.against, int) else problem.against
    values = {"value": problem.value, "limit": problem.limit, "against": against}
    return str(WORDS[problem.code]) % values


@dataclass
class Sizes:
    """Width and height in px of the pictures that a room's works show."""

    artifacts: dict[int, tuple[int, int]]
    images: dict[int, tuple[int, int]]


UNKNOWN = Sizes({}, {})
"""For what needs no heights, such as the order of the visit."""


def raw_walls(room: Room) -> list[dict[str, Any]]:
    """Return the walls as stored: `{"id", "type", "value"}`."""
    return list(room.walls.raw_data)


def raw_hung(room: Room) -> Iterator[dict[str, Any]]:
    """Yield everything stored on the walls, then on the floor."""
    for wall in raw_walls(room):
        yield from wall["value"].get("works") or []
    yield from room.floor.raw_data


def is_measured(raw: dict[str, Any]) -> bool:
    """Whether all numbers that place a thing are there; a draft may lack any of them."""
    value, kind = raw["value"], raw["type"]
    if kind == "door":
        names: tuple[str, ...] = ("x", "width", "height")
    elif kind == "seat":
        names = ("x", "y", "width", "depth")
    elif "plinth_width" in value:
        names = ("x", "y", "plinth_width", "plinth_depth", "plinth_height")
    else:
        names = ("x", "y", "width")
    return all(value.get(name) is not None for name in names)


def sizes_of(*rooms: Room) -> Sizes:
    """Fetch the sizes of all pictures of rooms. Two queries."""
    values = [work["value"] for room in rooms for work in raw_hung(room)]
    artifact_ids = {value["artifact"] for value in values if value.get("artifact")}
    chosen = [(value.get("image") or {}).get("image") for value in values]
    image_ids = {pk for pk in chosen if pk}
    rows = Artifact.objects.filter(pk__in=artifact_ids, lead_image__isnull=False)
    artifacts = {
        pk: (width, height)
        for pk, width, height in rows.values_list("pk", "lead_image__width", "lead_image__height")
    }
    images = {
        image.pk: (image.width, image.height)
        for image in MuseumImage.objects.filter(pk__in=image_ids)
    }
    return Sizes(artifacts, images)


def plan_of(room: Room, sizes: Sizes | None = None) -> Plan:
    """Return the plan of a room as it is stored; works hang where the page shows them."""
    sizes = sizes or sizes_of(room)
    walls = tuple(
        Wall(
            Corner(wall["value"]["corner_x"] or 0, wall["value"]["corner_y"] or 0),
            tuple(
                _hanging(work, sizes)
                for work in wall["value"].get("works") or []
                if work["value"].get("x") is not None
            ),
        )
        for wall in raw_walls(room)
    )
    floor = tuple(
        _standing(work) for work in room.floor.raw_data if work["value"].get("x") is not None
    )
    start = None
    if room.start_x is not None and room.start_y is not None:
        start = Start(room.start_x, room.start_y, room.start_heading or 0)
    return Plan(walls=walls, height=room.height or 0, floor=floor, start=start)


def _hanging(raw: dict[str, Any], sizes: Sizes) -> Hanging:
    value, kind = raw["value"], raw["type"]
    width = value.get("width") or 1
    if kind == "door":
        height = value.get("height") or 1
        return Hanging(raw["id"], kind, value["x"], height // 2, width, height)
    if kind == "text":
        height = text_height(width, len(strip_tags(value.get("text") or "")))
        return Hanging(raw["id"], kind, value["x"], value.get("y") or 0, width, height)
    if kind == "screen":
        size = SCREEN
    elif kind == "artifact":
        size = sizes.artifacts.get(value.get("artifact") or 0, UNSEEN)
    else:
        size = sizes.images.get((value.get("image") or {}).get("image") or 0, UNSEEN)
    height = hung_height(width, *size)
    border = frame_border(value.get("frame") or "none", width, height)
    return Hanging(raw["id"], kind, value["x"], value.get("y") or 0, width, height, border)


def _standing(raw: dict[str, Any]) -> FloorWork:
    value, kind = raw["value"], raw["type"]
    place = (raw["id"], kind, value["x"], value.get("y") or 0)
    rotation = value.get("rotation") or 0
    if kind == "seat":
        size = (value.get("width") or 1, value.get("depth") or 1, SEAT_HEIGHT)
    else:
        size = (
            value.get("plinth_width") or 1,
            value.get("plinth_depth") or 1,
            value.get("plinth_height") or 0,
        )
    return FloorWork(*place, *size, rotation)


def leads_to(room: Room) -> dict[str, int]:
    """Return the pages that a room's doors lead to, by the doors' ids."""
    return {
        work["id"]: work["value"]["target"]
        for work in raw_hung(room)
        if work["type"] == "door" and work["value"].get("target")
    }


def problems_of(room: Room, sizes: Sizes | None = None) -> list[Problem]:
    """Return everything wrong within a room, doors to itself included."""
    doors = {door: str(target) for door, target in leads_to(room).items()}
    return [*check_plan(plan_of(room, sizes)), *doors_to_themselves(str(room.pk), doors)]


def order_of(room: Room) -> list[str]:
    """Return the ids of everything in a room as the visitor meets it; doors where they are passed.

    What has a place in the visit comes first, in that order.
    """
    plan = plan_of(room, UNKNOWN)
    placed = [raw for raw in raw_hung(room) if raw["value"].get("stop")]
    chosen = [raw["id"] for raw in sorted(placed, key=lambda raw: raw["value"]["stop"])]
    met = [*(work.id for work in along_walls(plan)), *(work.id for work in plan.floor)]
    return list(dict.fromkeys([*chosen, *met]))
