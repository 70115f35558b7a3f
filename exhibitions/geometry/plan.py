"""A room's plan as plain values; the same shape as JSON is the twin's ``Plan`` interface."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WORK_KINDS = frozenset({"artifact", "picture", "screen"})
"""Kinds that are numbered as works; wall texts, doors and seats are not."""


@dataclass(frozen=True)
class Corner:
    """A point of the outline, x to the right and y down, in cm."""

    x: int
    y: int


@dataclass(frozen=True)
class Hanging:
    """Anything on a wall: artifact, picture, text, screen or door. x and y are its centre.

    ``border`` is what frame and mat add on each side. A door stands on the floor: its y is half
    its height. ``side`` is where its label hangs: "left", "right", "below" or "none".
    """

    id: str
    kind: str
    x: int
    y: int
    width: int
    height: int
    border: int = 0
    side: str = "none"

    @property
    def left(self) -> float:
        return self.x - self.width / 2 - self.border

    @property
    def right(self) -> float:
        return self.x + self.width / 2 + self.border

    @property
    def bottom(self) -> float:
        return self.y - self.height / 2 - self.border

    @property
    def top(self) -> float:
        return self.y + self.height / 2 + self.border

    @property
    def is_door(self) -> bool:
        return self.kind == "door"


@dataclass(frozen=True)
class Card:
    """A label on its wall, by its edges; `id` is its work's."""

    id: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True)
class Wall:
    """A wall from its own corner to the next wall's corner, with what hangs on it."""

    corner: Corner
    works: tuple[Hanging, ...] = ()


@dataclass(frozen=True)
class FloorWork:
    """Anything on the floor: a plinth with an artifact, or a seat. x and y are its centre.

    ``width`` lies along the plan's x and ``depth`` along its y before ``rotation`` (degrees,
    clockwise on screen). ``height`` is that of the plinth or seat.
    """

    id: str
    kind: str
    x: int
    y: int
    width: int
    depth: int
    height: int = 0
    rotation: int = 0


@dataclass(frozen=True)
class Start:
    """Where a visitor begins; heading 0 looks up the plan, clockwise, in degrees."""

    x: int
    y: int
    heading: int = 0


@dataclass(frozen=True)
class Plan:
    """A whole room."""

    walls: tuple[Wall, ...]
    height: int = 320
    floor: tuple[FloorWork, ...] = ()
    start: Start | None = None

    @property
    def corners(self) -> tuple[Corner, ...]:
        return tuple(wall.corner for wall in self.walls)


def read_plan(data: Mapping[str, Any]) -> Plan:
    """The plan from its JSON form (vectors, scenes, the editor)."""
    walls = tuple(
        Wall(Corner(**wall["corner"]), tuple(Hanging(**work) for work in wall.get("works", ())))
        for wall in data["walls"]
    )
    floor = tuple(FloorWork(**work) for work in data.get("floor", ()))
    start = Start(**data["start"]) if data.get("start") else None
    return Plan(walls=walls, height=data["height"], floor=floor, start=start)
