"""What can be wrong with a room: typed objects, worded elsewhere in the reader's language."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """An error keeps a room from being saved as it is; a warning only stands beside the work."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every problem the geometry can find; the comment says what value and limit hold."""

    TOO_FEW_CORNERS = "too_few_corners"  # value: corners, limit: fewest
    TOO_MANY_CORNERS = "too_many_corners"  # value: corners, limit: most
    ANTICLOCKWISE = "anticlockwise"
    WALL_TOO_SHORT = "wall_too_short"  # value: length, limit: shortest
    WALL_TOO_LONG = "wall_too_long"  # value: length, limit: longest
    WALLS_CROSS = "walls_cross"  # against: the other wall
    WALLS_TOUCH = "walls_touch"  # against: the other wall
    ROOM_TOO_LOW = "room_too_low"  # value: height, limit: lowest
    ROOM_TOO_HIGH = "room_too_high"  # value: height, limit: highest
    START_OUTSIDE = "start_outside"
    WORK_SIZE = "work_size"  # value: the size, limit: largest
    OFF_WALL = "off_wall"  # value: cm beyond the edge, limit: length or height of the wall
    DOOR_OFF_WALL = "door_off_wall"  # as above
    OFF_FLOOR = "off_floor"
    OVERLAP = "overlap"  # against: the other work
    LABEL_HIDDEN = "label_hidden"  # against: the work, door or other label; none: beyond the wall
    DOOR_BLOCKED = "door_blocked"  # work: what blocks; against: the door
    PASSAGE_NARROW = "passage_narrow"  # value: width, limit: narrowest; against: work or wall
    DOOR_TO_ITSELF = "door_to_itself"
    DOOR_WITHOUT_RETURN = "door_without_return"
    WITHOUT_DOOR = "without_door"  # value: the rooms of the exhibition


WARNINGS = frozenset(
    {
        Code.OVERLAP,
        Code.LABEL_HIDDEN,
        Code.DOOR_BLOCKED,
        Code.PASSAGE_NARROW,
        Code.DOOR_WITHOUT_RETURN,
        Code.WITHOUT_DOOR,
    }
)


@dataclass(frozen=True)
class Problem:
    """One finding, placed so that a form can show it at the field and the editor at the work.

    ``wall`` is the index of the wall, or None for the whole room and for the floor. ``work`` is
    the block id of the work, door or plinth. ``against`` is what it collides with: a work's id or
    a wall's index. ``field`` is the name of the stored field that would mend it. ``side`` is the
    edge that is passed: "left", "right", "bottom" or "top".
    """

    code: Code
    wall: int | None = None
    work: str | None = None
    field: str | None = None
    against: str | int | None = None
    value: int | None = None
    limit: int | None = None
    side: str | None = None

    @property
    def severity(self) -> Severity:
        return Severity.WARNING if self.code in WARNINGS else Severity.ERROR

    def as_json(self) -> dict[str, Any]:
        """The same keys as the twin's ``Problem``, without those that are empty."""
        found = {key: value for key, value in asdict(self).items() if value is not None}
        return {**found, "code": self.code.value, "severity": self.severity.value}
