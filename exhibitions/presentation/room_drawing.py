"""A room's plan as a drawing: outline, doors, and the numbers of the works where they hang.

Geometry never mirrors: the drawing is the same in right-to-left and left-to-right pages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from exhibitions.geometry import Corner, check_outline, inward_normal, wall_length
from exhibitions.geometry.stored import StoredWork
from exhibitions.presentation.room_list import RoomList, Work

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


def draw(listed: RoomList) -> Drawing | None:
    """Return a room's plan, or None while its outline cannot be drawn."""
    corners = listed.stored.corners
    if check_outline(corners):
        return None
    left, top = min(c.x for c in corners) - MARGIN, min(c.y for c in corners) - MARGIN
    right, bottom = max(c.x for c in corners) + MARGIN, max(c.y for c in corners) + MARGIN
    drawing = Drawing(
        view_box=f"{left} {top} {right - left} {bottom - top}",
        points=" ".join(f"{corner.x},{corner.y}" for corner in corners),
    )
    shown = {work.id: work for wall in listed.walls for work in wall.works}
    for index, wall in enumerate(listed.stored.walls):
        draw_wall(drawing, corners, index, wall.works, shown)
    drawing.marks += floor_marks(listed)
    return drawing


def draw_wall(
    drawing: Drawing,
    corners: Sequence[Corner],
    index: int,
    works: Iterable[StoredWork],
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

    for stored in works:
        work, x = shown.get(stored.id), stored.x or 0
        if work is None or not stored.is_measured:
            continue
        if work.kind == "door":
            half = (stored.width or 0) / 2
            drawing.gaps.append(Gap(*at(x - half), *at(x + half)))
        elif work.number:
            drawing.marks.append(Mark(work.id, work.number, *at(x, OFF_WALL)))


def floor_marks(listed: RoomList) -> list[Mark]:
    """Return the marks of what stands on the floor."""
    places = {work.id: work for work in listed.stored.floor if work.is_measured}
    return [
        Mark(work.id, work.number, places[work.id].x or 0, places[work.id].y or 0)
        for work in listed.floor
        if work.number and work.id in places
    ]
