"""The outline of a room: a closed, clockwise polygon whose walls neither cross nor touch."""

from collections.abc import Sequence
from math import floor, sqrt
from typing import Any

from .constants import CORNERS_MAX, CORNERS_MIN, WALL_MAX, WALL_MIN
from .plan import Corner
from .problems import Code, Problem
from .shapes import inside


def wall_ends(corners: Sequence[Corner], index: int) -> tuple[Corner, Corner]:
    """The corners between which wall ``index`` runs, its own first."""
    return corners[index], corners[(index + 1) % len(corners)]


def wall_length(corners: Sequence[Corner], index: int) -> float:
    """Length of wall ``index`` in cm (no whole number for a wall at an angle)."""
    a, b = wall_ends(corners, index)
    return sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2)


def inward_normal(corners: Sequence[Corner], index: int) -> tuple[float, float]:
    """The unit vector (in the plan) that points from wall ``index`` into the room."""
    a, b = wall_ends(corners, index)
    length = wall_length(corners, index)
    return (a.y - b.y) / length, (b.x - a.x) / length


def doubled_area(corners: Sequence[Corner]) -> int:
    """Twice the enclosed area in cm², positive when the corners run clockwise on screen."""
    pairs = (wall_ends(corners, index) for index in range(len(corners)))
    return sum(a.x * b.y - b.x * a.y for a, b in pairs)


def is_clockwise(corners: Sequence[Corner]) -> bool:
    """Whether the corners run clockwise as seen on screen (y down)."""
    return doubled_area(corners) > 0


def contains(corners: Sequence[Corner], x: float, y: float) -> bool:
    """Whether a point of the plan lies inside the outline."""
    return inside([(corner.x, corner.y) for corner in corners], x, y)


def check_outline(corners: Sequence[Corner]) -> list[Problem]:
    """What is wrong with an outline; with too few or too many corners, only that."""
    count = len(corners)
    if count < CORNERS_MIN:
        return [Problem(Code.TOO_FEW_CORNERS, value=count, limit=CORNERS_MIN)]
    if count > CORNERS_MAX:
        return [Problem(Code.TOO_MANY_CORNERS, value=count, limit=CORNERS_MAX)]
    meetings = [*_lengths(corners), *_meetings(corners)]
    if not meetings and not is_clockwise(corners):
        return [Problem(Code.ANTICLOCKWISE, field="corner_x")]
    return meetings


def _lengths(corners: Sequence[Corner]) -> list[Problem]:
    problems = []
    for index in range(len(corners)):
        length = wall_length(corners, index)
        place: dict[str, Any] = {"wall": index, "field": "corner_x", "value": floor(length + 0.5)}
        if length < WALL_MIN:
            problems.append(Problem(Code.WALL_TOO_SHORT, limit=WALL_MIN, **place))
        elif length > WALL_MAX:
            problems.append(Problem(Code.WALL_TOO_LONG, limit=WALL_MAX, **place))
    return problems


def _meetings(corners: Sequence[Corner]) -> list[Problem]:
    """Pairs of walls that cross or touch, other than neighbours in their common corner."""
    problems = []
    count = len(corners)
    for first in range(count):
        for second in range(first + 1, count):
            code = _meeting(corners, first, second)
            if code:
                problems.append(Problem(code, wall=second, field="corner_x", against=first))
    return problems


def _meeting(corners: Sequence[Corner], first: int, second: int) -> Code | None:
    a, b = wall_ends(corners, first)
    c, d = wall_ends(corners, second)
    if second == first + 1:
        return Code.WALLS_TOUCH if _folds_back(a, b, d) else None
    if first == 0 and second == len(corners) - 1:
        return Code.WALLS_TOUCH if _folds_back(b, a, c) else None
    turns = (_turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b))
    if turns[0] * turns[1] < 0 and turns[2] * turns[3] < 0:
        return Code.WALLS_CROSS
    touching = (
        (turns[0] == 0 and _within(a, b, c))
        or (turns[1] == 0 and _within(a, b, d))
        or (turns[2] == 0 and _within(c, d, a))
        or (turns[3] == 0 and _within(c, d, b))
    )
    return Code.WALLS_TOUCH if touching else None


def _turn(a: Corner, b: Corner, c: Corner) -> int:
    """Sign of the turn a→b→c: whole numbers, so exact in both languages."""
    cross = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    return (cross > 0) - (cross < 0)


def _within(a: Corner, b: Corner, point: Corner) -> bool:
    """Whether a point on the line a-b lies between a and b."""
    return min(a.x, b.x) <= point.x <= max(a.x, b.x) and min(a.y, b.y) <= point.y <= max(a.y, b.y)


def _folds_back(before: Corner, shared: Corner, after: Corner) -> bool:
    """Whether two neighbouring walls lie on each other, as in a spike."""
    ahead = (before.x - shared.x) * (after.x - shared.x) + (before.y - shared.y) * (
        after.y - shared.y
    )
    return _turn(before, shared, after) == 0 and ahead > 0
