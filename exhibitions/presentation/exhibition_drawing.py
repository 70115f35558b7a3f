"""The plan of a whole exhibition: its rooms side by side, joined where doors lead between them.

No room is turned or mirrored, so each looks as on its own plan. A room lies behind the door that
leads to it, as near as it fits; one that no door leads to lies beside the others. Lengths are cm.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from wagtail.models import Page

from exhibitions.geometry import Corner, check_outline, contains, inward_normal, wall_length
from exhibitions.geometry.stored import StoredRoom, StoredWork, read_walls
from exhibitions.models import Room

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

MARGIN = 90
APART = 140
"""Space between rooms."""
STEP = 60
FARTHEST = 20_000


@dataclass(frozen=True)
class Door:
    """A door in a room's own plan: its middle, the way out, and the room behind."""

    middle: Point
    way_out: Point
    target: UUID


@dataclass
class Part:
    """One room of the plan, moved by (dx, dy) from its own plan; the number stands at (x, y)."""

    room: Room
    number: int
    corners: list[Corner]
    doors: list[Door]
    dx: int = 0
    dy: int = 0

    @property
    def points(self) -> str:
        return " ".join(f"{corner.x},{corner.y}" for corner in self.corners)

    @property
    def box(self) -> Box:
        xs = [corner.x for corner in self.corners]
        ys = [corner.y for corner in self.corners]
        return min(xs) + self.dx, min(ys) + self.dy, max(xs) + self.dx, max(ys) + self.dy

    @property
    def middle(self) -> Point:
        """The middle of the room, or of its first wall's surroundings where that is outside."""
        left, top, right, bottom = self.box
        x, y = (left + right) / 2 - self.dx, (top + bottom) / 2 - self.dy
        if contains(self.corners, x, y):
            return x, y
        first, second = self.corners[:2]
        nx, ny = inward_normal(self.corners, 0)
        return (first.x + second.x) / 2 + nx * 150, (first.y + second.y) / 2 + ny * 150

    @property
    def x(self) -> int:
        return round(self.middle[0])

    @property
    def y(self) -> int:
        return round(self.middle[1])

    def door_to(self, key: UUID) -> Door | None:
        return next((door for door in self.doors if door.target == key), None)

    def shifted(self, point: Point) -> Point:
        """A point of the room's own plan in the plan of the exhibition."""
        return point[0] + self.dx, point[1] + self.dy


@dataclass(frozen=True)
class Passage:
    """From door to door, straight out of each."""

    corners: tuple[Point, ...]

    @property
    def points(self) -> str:
        return " ".join(f"{x:.0f},{y:.0f}" for x, y in self.corners)


@dataclass
class ExhibitionDrawing:
    """What the template draws; `view_box` and `type_size` are attributes of SVG elements."""

    parts: list[Part]
    passages: list[Passage] = field(default_factory=list)

    @property
    def view_box(self) -> str:
        left, top, right, bottom = around(self.parts)
        size = (right - left + 2 * MARGIN, bottom - top + 2 * MARGIN)
        return f"{left - MARGIN:.0f} {top - MARGIN:.0f} {size[0]:.0f} {size[1]:.0f}"

    @property
    def type_size(self) -> int:
        """Figures that can be read however large the exhibition is."""
        left, top, right, bottom = around(self.parts)
        return round(max(110, (right - left) / 14, (bottom - top) / 14))


def draw(rooms: Sequence[Room]) -> ExhibitionDrawing | None:
    """Return the plan of an exhibition's rooms in their order,
    or None where there is no plan of two.

    One query, for where the doors lead.
    """
    # Of these rooms the walls alone are fetched.
    stored = [StoredRoom(read_walls(room.walls.raw_data)) for room in rooms]
    keys = target_keys(stored)
    parts = [
        part
        for number, (room, walls) in enumerate(zip(rooms, stored, strict=True), start=1)
        if (part := read_part(room, walls, number, keys))
    ]
    if len(parts) < 2:
        return None
    lay_out(parts)
    return ExhibitionDrawing(parts, list(passages(parts)))


def target_keys(rooms: Sequence[StoredRoom]) -> dict[int, UUID]:
    """Return the translation keys of the pages that doors lead to: they may be of any language."""
    ids = {target for room in rooms for target in room.doors.values()}
    return dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))


def read_part(room: Room, stored: StoredRoom, number: int, keys: dict[int, UUID]) -> Part | None:
    """Return a room with its doors, or None while its outline cannot be drawn."""
    corners = list(stored.corners)
    if check_outline(corners):
        return None
    doors = [
        read_door(corners, index, work, keys[work.target])
        for index, wall in enumerate(stored.walls)
        for work in wall.works
        if work.target in keys and work.x is not None
    ]
    return Part(room, number, corners, doors)


def read_door(corners: list[Corner], index: int, stored: StoredWork, key: UUID) -> Door:
    start, end = corners[index], corners[(index + 1) % len(corners)]
    along = (stored.x or 0) / wall_length(corners, index)
    nx, ny = inward_normal(corners, index)
    middle = (start.x + (end.x - start.x) * along, start.y + (end.y - start.y) * along)
    return Door(middle, (-nx, -ny), key)


def lay_out(parts: list[Part]) -> None:
    """Move every room to its place, beginning with the first."""
    by_key = {part.room.translation_key: part for part in parts}
    waiting = list(parts)
    placed: list[Part] = []
    while waiting:
        first = waiting.pop(0)
        if placed:
            beside(first, placed)
        placed.append(first)
        reached = [first]
        while reached:
            here = reached.pop(0)
            for door in here.doors:
                there = by_key.get(door.target)
                if there in waiting:
                    behind(door, here, there, placed)
                    waiting.remove(there)
                    placed.append(there)
                    reached.append(there)


def beside(part: Part, placed: list[Part]) -> None:
    """Put a room to the right of all others."""
    left, top, _, _ = part.box
    _, first_top, right, _ = around(placed)
    part.dx, part.dy = round(right + APART - left), round(first_top - top)


def behind(door: Door, here: Part, there: Part, placed: list[Part]) -> None:
    """Put a room behind a door, its own door back opposite,
    as near as it is clear of all others.
    """
    back = there.door_to(here.room.translation_key)
    to = back.middle if back else there.middle
    x, y = here.shifted(door.middle)
    for away in range(APART, FARTHEST, STEP):
        there.dx = round(x + door.way_out[0] * away - to[0])
        there.dy = round(y + door.way_out[1] * away - to[1])
        if not any(meet(there.box, other.box) for other in placed):
            return
    beside(there, placed)


def meet(one: Box, other: Box) -> bool:
    """Do two rooms come nearer to each other than they may?"""
    near = APART - 1
    return (
        one[0] < other[2] + near
        and other[0] < one[2] + near
        and one[1] < other[3] + near
        and other[1] < one[3] + near
    )


def around(parts: Sequence[Part]) -> Box:
    boxes = [part.box for part in parts]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def passages(parts: list[Part]) -> Iterator[Passage]:
    """Yield one line for every two rooms between which a door leads."""
    by_key = {part.room.translation_key: part for part in parts}
    seen: set[frozenset[UUID]] = set()
    for here in parts:
        for door in here.doors:
            there = by_key.get(door.target)
            pair = frozenset({here.room.translation_key, door.target})
            if there is None or there is here or pair in seen:
                continue
            seen.add(pair)
            back = there.door_to(here.room.translation_key)
            end = way(there, back) if back else [there.shifted(there.middle)]
            yield Passage((*way(here, door), *reversed(end)))


def way(part: Part, door: Door) -> list[Point]:
    """The middle of a door, and a step out of it."""
    x, y = part.shifted(door.middle)
    return [(x, y), (x + door.way_out[0] * APART / 2, y + door.way_out[1] * APART / 2)]
