"""A room's plan as a drawing: outline, doors, and the numbers of the works where they hang.

Geometry never mirrors: the drawing is the same in right-to-left and left-to-right pages.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from exhibitions.geometry import Corner, check_outline, inward_normal, wall_length
from exhibitions.models.room import Room
from exhibitions.models.room_plan import is_measured, raw_walls
from exhibitions.presentation.room_list import Wall, Work

MARGIN = 90
OFF_WALL = 45
"""How far from its wall, in cm of the plan, a work's number stands."""


@dataclass(frozen=True)
class Mark:
    """The number of a work; x and y in cm of the plan."""

    id: str
    number: int
    x: int
    y: int


@dataclass(frozen=True)
class Gap:
    """A door: a gap in the outline from one point to another, in cm of the plan."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass
class Drawing:
    """What the template draws; `points` and `view_box` are attributes of SVG elements."""

    view_box: str
    points: str
    marks: list[Mark] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


def draw(room: Room, walls: list[Wall], floor: list[Work]) -> Drawing | None:
    """Return a room's plan, or None while its outline cannot be drawn."""
    walls_as_stored = raw_walls(room)
    corners = [
        Corner(raw["value"]["corner_x"] or 0, raw["value"]["corner_y"] or 0)
        for raw in walls_as_stored
    ]
    if check_outline(corners):
        return None
    left, top = min(c.x for c in corners) - MARGIN, min(c.y for c in corners) - MARGIN
    right, bottom = max(c.x for c in corners) + MARGIN, max(c.y for c in corners) + MARGIN
    drawing = Drawing(
        view_box=f"{left} {top} {right - left} {bottom - top}",
        points=" ".join(f"{corner.x},{corner.y}" for corner in corners),
    )
    shown = {work.id: work for wall in walls for work in wall.works}
    for index, raw in enumerate(walls_as_stored):
        draw_wall(drawing, corners, index, raw["value"].get("works") or [], shown)
    drawing.marks += floor_marks(room, floor)
    return drawing


def draw_wall(
    drawing: Drawing,
    corners: list[Corner],
    index: int,
    works: Iterable[dict[str, Any]],
    shown: dict[str, Work],
) -> None:
    """Add the marks and gaps of one wall."""
    length = wall_length(corners, index)
    start, end = corners[index], corners[(index + 1) % len(corners)]
    along = ((end.x - start.x) / length, (end.y - start.y) / length)
    normal = inward_normal(corners, index)

    def at(x: float, off: float = 0) -> tuple[int, int]:
        return (
            round(start.x + along[0] * x + normal[0] * off),
            round(start.y + along[1] * x + normal[1] * off),
        )

    for raw in works:
        work, value = shown.get(raw["id"]), raw["value"]
        if work is None or not is_measured(raw):
            continue
        if work.kind == "door":
            half = value["width"] / 2
            drawing.gaps.append(Gap(*at(value["x"] - half), *at(value["x"] + half)))
        elif work.number:
            drawing.marks.append(Mark(work.id, work.number, *at(value["x"], OFF_WALL)))


def floor_marks(room: Room, floor: list[Work]) -> list[Mark]:
    """Return the marks of what stands on the floor."""
    place = {raw["id"]: raw["value"] for raw in room.floor.raw_data if is_measured(raw)}
    return [
        Mark(work.id, work.number, place[work.id]["x"], place[work.id]["y"])
        for work in floor
        if work.number and work.id in place
    ]
