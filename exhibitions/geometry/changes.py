"""What was done to a room between two versions: hung, taken down, moved, resized, reworded.

Works and walls are the same in both versions while their block ids are. All lengths are whole cm.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import partial

from .outline import wall_length
from .stored import StoredRoom, StoredWall, StoredWork


class Done(StrEnum):
    """What can be done to a room; the comment says what a change holds beside its work or wall."""

    HUNG = "hung"
    TAKEN_DOWN = "taken_down"
    MOVED = "moved"  # right, up (on the floor: towards the top of the plan)
    REHUNG = "rehung"  # from another wall or the floor
    RESIZED = "resized"  # field, before, after
    TURNED = "turned"  # before, after: degrees
    REWORDED = "reworded"
    EXCHANGED = "exchanged"  # it shows, or leads to, something else
    FRAMED = "framed"
    LABELLED = "labelled"
    COVERED = "covered"
    PLACED = "placed"  # in the visit
    GUIDED = "guided"  # where the visit stops, for how long, and what it turns to
    SET_OTHERWISE = "set_otherwise"
    WALL_BUILT = "wall_built"
    WALL_REMOVED = "wall_removed"
    WALL_RESIZED = "wall_resized"  # before, after: lengths
    WALL_SHIFTED = "wall_shifted"
    WALL_NAMED = "wall_named"
    WALL_PAINTED = "wall_painted"
    WALLS_REORDERED = "walls_reordered"


@dataclass(frozen=True)
class Change:
    """One thing done to a work, or without a work to a wall, or without either to the room.

    `wall_before` and `wall` are ids of walls, None for the floor.
    """

    done: Done
    work: str | None = None
    wall_before: str | None = None
    wall: str | None = None
    field: str | None = None
    before: int | None = None
    after: int | None = None
    right: int = 0
    up: int = 0


SIZES = ("width", "height", "depth")
OF_FIELD = {
    "rotation": Done.TURNED,
    **dict.fromkeys(("text", "caption", "alt_text", "decorative"), Done.REWORDED),
    **dict.fromkeys(("kind", "artifact", "target", "image", "media"), Done.EXCHANGED),
    "frame": Done.FRAMED,
    "label_side": Done.LABELLED,
    "showcase": Done.COVERED,
    "stop": Done.PLACED,
    **dict.fromkeys(("passed", "stay", "turn"), Done.GUIDED),
}
"""What a change of a field means; a field that is not here is a setting like others."""

PLACE = ("id", "on_floor", "x", "y", *SIZES)
"""The fields that are told in numbers, or by the wall."""


@dataclass(frozen=True)
class Hung:
    """A work, and the id of its wall (None for the floor)."""

    work: StoredWork
    wall: str | None


def changes(before: StoredRoom, after: StoredRoom) -> list[Change]:
    """Return everything that was done to the walls, and to what hangs or stands in the room.

    In the order of the walls after, then what was taken down or away.
    """
    return [*of_walls(before, after), *of_works(before, after)]


def hung_in(room: StoredRoom) -> dict[str, Hung]:
    """Return everything in a room by its id."""
    found = {work.id: Hung(work, wall.id) for wall in room.walls for work in wall.works}
    return found | {work.id: Hung(work, None) for work in room.floor}


def of_works(before: StoredRoom, after: StoredRoom) -> Iterator[Change]:
    old, new = hung_in(before), hung_in(after)
    for key, hung in new.items():
        if key in old:
            yield from of_work(old[key], hung)
        else:
            yield Change(Done.HUNG, key, wall=hung.wall)
    for key, hung in old.items():
        if key not in new:
            yield Change(Done.TAKEN_DOWN, key, wall_before=hung.wall)


def of_work(old: Hung, new: Hung) -> Iterator[Change]:
    """Yield what was done to one work, each kind once, its sizes each by itself."""
    one, other = old.work, new.work
    here = partial(Change, work=other.id, wall_before=old.wall, wall=new.wall)
    if old.wall != new.wall:
        yield here(Done.REHUNG)
    elif (one.x, one.y) != (other.x, other.y):
        up = (other.y or 0) - (one.y or 0)
        right = (other.x or 0) - (one.x or 0)
        yield here(Done.MOVED, right=right, up=-up if other.on_floor else up)
    for name in SIZES:
        numbers = getattr(one, name), getattr(other, name)
        if numbers[0] != numbers[1]:
            yield here(Done.RESIZED, field=name, before=numbers[0], after=numbers[1])
    if one.rotation != other.rotation:
        yield here(Done.TURNED, before=one.rotation, after=other.rotation)
    differing = [
        OF_FIELD.get(field.name, Done.SET_OTHERWISE)
        for field in fields(StoredWork)
        if field.name not in (*PLACE, "rotation")
        and getattr(one, field.name) != getattr(other, field.name)
    ]
    yield from (here(done) for done in dict.fromkeys(differing))


def of_walls(before: StoredRoom, after: StoredRoom) -> Iterator[Change]:
    old = {wall.id: place for place, wall in enumerate(before.walls)}
    new = {wall.id: place for place, wall in enumerate(after.walls)}
    for key, place in new.items():
        if key in old:
            yield from of_wall(before, old[key], after, place)
        else:
            yield Change(Done.WALL_BUILT, wall=key)
    yield from (Change(Done.WALL_REMOVED, wall_before=key) for key in old if key not in new)
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield Change(Done.WALLS_REORDERED)


def of_wall(before: StoredRoom, old: int, after: StoredRoom, new: int) -> Iterator[Change]:
    one, other = before.walls[old], after.walls[new]
    here = partial(Change, wall_before=one.id, wall=other.id)
    lengths = round(wall_length(before.corners, old)), round(wall_length(after.corners, new))
    if lengths[0] != lengths[1]:
        yield here(Done.WALL_RESIZED, before=lengths[0], after=lengths[1])
    elif one.corner != other.corner:
        yield here(Done.WALL_SHIFTED)
    if one.name != other.name:
        yield here(Done.WALL_NAMED)
    if look_of(one) != look_of(other):
        yield here(Done.WALL_PAINTED)


def look_of(wall: StoredWall) -> tuple[str, str]:
    return wall.colour, wall.finish
