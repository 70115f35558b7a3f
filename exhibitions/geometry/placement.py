"""Where works hang and stand: world positions, free places, overlaps, edges."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import atan2, ceil, cos, floor, radians, sin

from .constants import (
    CASING,
    EYE_LINE,
    FRAME_BORDERS,
    FRAME_SHARE,
    GAP,
    LABEL,
    LABEL_GAP,
    LABEL_LOWEST,
    TEXT_LETTER,
    TEXT_LINE,
    TEXT_MARGIN,
    TOLERANCE,
    WORK_MAX,
)
from .outline import contains, inward_normal, wall_ends, wall_length
from .plan import Card, Corner, FloorWork, Hanging, Plan
from .problems import Code, Problem
from .shapes import inside


@dataclass(frozen=True)
class Placement:
    """A pose in the world of three.js: metres, and radians about the y axis."""

    x: float
    y: float
    z: float
    rotation_y: float


def wall_placement(
    corners: Sequence[Corner], index: int, x: float, y: float, off: float = 0
) -> Placement:
    """Pose of what hangs at (x, y) of a wall and faces the room, ``off`` cm before the wall."""
    a, b = wall_ends(corners, index)
    length = wall_length(corners, index)
    normal_x, normal_y = inward_normal(corners, index)
    along = x / length
    return Placement(
        x=(a.x + (b.x - a.x) * along + normal_x * off) / 100,
        y=y / 100,
        z=(a.y + (b.y - a.y) * along + normal_y * off) / 100,
        rotation_y=atan2(normal_x, normal_y),
    )


def floor_placement(work: FloorWork) -> Placement:
    """Pose of what stands on the floor; three.js turns against the clock, the plan with it."""
    return Placement(work.x / 100, 0, work.y / 100, -radians(work.rotation))


def footprint(work: FloorWork, inset: float = 0) -> tuple[tuple[float, float], ...]:
    """The four corners, clockwise on screen, of a floor work's footprint in the plan."""
    turn = radians(work.rotation)
    across, down = work.width / 2 - inset, work.depth / 2 - inset
    return tuple(
        (work.x + x * cos(turn) - y * sin(turn), work.y + x * sin(turn) + y * cos(turn))
        for x, y in ((-across, -down), (across, -down), (across, down), (-across, down))
    )


def hung_height(width: float, image_width: int, image_height: int) -> int:
    """Height in cm of a picture hung ``width`` cm wide, by its own proportions, at least 1."""
    return max(1, floor(width * image_height / image_width + 0.5))


def text_height(width: int, letters: int) -> int:
    """Estimated height in cm of a wall text; the words differ by language, so only a guide."""
    per_line = max(1, floor((width - 2 * TEXT_MARGIN) / TEXT_LETTER))
    return ceil(max(1, ceil(letters / per_line)) * TEXT_LINE + 2 * TEXT_MARGIN)


def frame_border(frame: str, width: int, height: int) -> int:
    """Border in cm on each side; small pictures get narrower frames, a stamp still a fine one."""
    usual = FRAME_BORDERS.get(frame, 0)
    return min(usual, max(1, floor(FRAME_SHARE * min(width, height) + 0.5))) if usual else 0


def overlaps(one: Hanging | Card, other: Hanging | Card) -> bool:
    """Whether two things on one wall lie on each other; edge to edge is no overlap."""
    return (
        one.left < other.right
        and other.left < one.right
        and one.bottom < other.top
        and other.bottom < one.top
    )


def label_of(work: Hanging) -> Card | None:
    """The card of a work's label: beside it, where it can be read, or below it."""
    if work.side == "none":
        return None
    width, height = LABEL
    beside = work.width / 2 + work.border + LABEL_GAP + width / 2
    x, y = float(work.x), max(height, work.bottom - LABEL_GAP - height / 2)
    if work.side != "below":
        x += beside if work.side == "right" else -beside
        y = max(LABEL_LOWEST, min(EYE_LINE, work.bottom + height / 2))
    return Card(work.id, x - width / 2, x + width / 2, y - height / 2, y + height / 2)


def cased(work: Hanging) -> Hanging:
    """What something takes of its wall: a door with the boards around it."""
    return replace(work, border=CASING) if work.is_door else work


def free_place(length: float, works: Sequence[Hanging], new: Hanging, gap: int = GAP) -> Hanging:
    """``new`` moved to the first place, from the left, that leaves ``gap`` cm to its neighbours.

    It keeps its y (hang on the ``EYE_LINE`` by default). Without room for the gaps it is placed
    after the last work even if it then reaches beyond the wall: it is flagged, never dropped.
    """
    reach = new.width / 2 + new.border
    x = ceil(gap + reach)
    for work in sorted(map(cased, works), key=lambda work: work.left):
        moved = replace(new, x=x)
        level = moved.bottom < work.top and work.bottom < moved.top
        if level and work.left < moved.right + gap and moved.left - gap < work.right:
            x = ceil(work.right + gap + reach)
    if x + reach > length and not works:
        x = floor(length / 2 + 0.5)
    return replace(new, x=x)


def default_y(height: int, room_height: int) -> int:
    """The height of a new work's centre: on the eye line, lower or higher if it must to fit."""
    lowest, highest = ceil(height / 2), floor(room_height - height / 2)
    return max(lowest, min(EYE_LINE, highest))


def check_placement(plan: Plan) -> list[Problem]:
    """Sizes out of limits, works off their wall or the floor, overlaps."""
    problems: list[Problem] = []
    for index, wall in enumerate(plan.walls):
        for work in wall.works:
            problems.extend(_check_size(index, work.id, (("width", work.width),)))
            problems.extend(_check_edges(plan, index, work))
        problems.extend(_check_overlaps(index, wall.works))
        problems.extend(_check_labels(plan, index))
    for standing in plan.floor:
        sizes = (("width", standing.width), ("depth", standing.depth))
        problems.extend(_check_size(None, standing.id, sizes))
        if _leaves_floor(plan, standing):
            problems.append(Problem(Code.OFF_FLOOR, work=standing.id, field="x"))
    return problems


def _leaves_floor(plan: Plan, work: FloorWork) -> bool:
    """Whether a footprint reaches beyond the walls; standing flush with one is fine."""
    shape = footprint(work, inset=TOLERANCE)
    beyond = any(not contains(plan.corners, x, y) for x, y in shape)
    return beyond or any(inside(shape, corner.x, corner.y) for corner in plan.corners)


def _check_size(wall: int | None, work: str, sizes: Sequence[tuple[str, int]]) -> list[Problem]:
    return [
        Problem(Code.WORK_SIZE, wall=wall, work=work, field=field, value=size, limit=WORK_MAX)
        for field, size in sizes
        if not 1 <= size <= WORK_MAX
    ]


def _check_edges(plan: Plan, index: int, work: Hanging) -> list[Problem]:
    """At most one finding for each direction: the worse of left and right, of top and bottom."""
    code = Code.DOOR_OFF_WALL if work.is_door else Code.OFF_WALL
    length = wall_length(plan.corners, index)
    across = ((-work.left, "left"), (work.right - length, "right"))
    upward = ((-work.bottom, "bottom"), (work.top - plan.height, "top"))
    found = []
    vertical = "height" if work.is_door else "y"
    for field, edges, limit in (("x", across, length), (vertical, upward, plan.height)):
        beyond, side = max(edges, key=lambda edge: edge[0])
        if beyond > TOLERANCE:
            value = max(1, floor(beyond + 0.5))
            found.append(Problem(code, index, work.id, field, None, value, floor(limit), side))
    return found


def _check_overlaps(index: int, works: Sequence[Hanging]) -> list[Problem]:
    """Overlaps of works with works and doors with doors; a work over a door blocks the door.

    A work over nothing but the boards around a door is a neighbour that overlaps.
    """
    return [
        Problem(Code.OVERLAP, wall=index, work=other.id, field="x", against=one.id)
        for place, one in enumerate(works)
        for other in works[place + 1 :]
        if (overlaps if one.is_door == other.is_door else _on_casing)(one, other)
    ]


def _on_casing(one: Hanging, other: Hanging) -> bool:
    return overlaps(cased(one), cased(other)) and not overlaps(one, other)


def _check_labels(plan: Plan, index: int) -> list[Problem]:
    """Labels behind other works, frames and doors, under other labels, or beyond the wall."""
    length = wall_length(plan.corners, index)
    works = plan.walls[index].works
    labels = [label for work in works if (label := label_of(work))]
    problems = []
    for place, label in enumerate(labels):
        others: list[Hanging | Card] = [cased(work) for work in works if work.id != label.id]
        others += labels[:place]
        against = next((other.id for other in others if overlaps(label, other)), None)
        beyond = label.left < -TOLERANCE or label.right > length + TOLERANCE
        if against is not None or beyond:
            problem = Problem(Code.LABEL_HIDDEN, index, label.id, "label_side", against)
            problems.append(problem)
    return problems
