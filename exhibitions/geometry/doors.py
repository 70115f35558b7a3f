"""Doors and passages: what blocks a door, where a visitor in a wheelchair cannot pass."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import floor

from .constants import AGAINST, DOOR_CLEARANCE, PASSAGE_MIN
from .outline import contains, inward_normal, wall_ends, wall_length
from .placement import footprint, overlaps
from .plan import Corner, Hanging, Plan
from .problems import Code, Problem
from .shapes import Point, Segment, bridge, distance, edges, gap, intersect

FLAT = 1e-6
"""Below this a link runs along a wall, not away from it."""


def doors_of(plan: Plan) -> list[tuple[int, Hanging]]:
    """Every door with the index of its wall, in the order of the walls."""
    return [
        (index, work)
        for index, wall in enumerate(plan.walls)
        for work in wall.works
        if work.is_door
    ]


def doorway(corners: Sequence[Corner], index: int, door: Hanging) -> tuple[Point, ...]:
    """The piece of floor before a door that stays free, ``DOOR_CLEARANCE`` deep."""
    a, b = wall_ends(corners, index)
    length = wall_length(corners, index)
    along = ((b.x - a.x) / length, (b.y - a.y) / length)
    into = inward_normal(corners, index)

    def at(x: float, depth: float) -> Point:
        return (a.x + along[0] * x + into[0] * depth, a.y + along[1] * x + into[1] * depth)

    left, right = door.x - door.width / 2, door.x + door.width / 2
    return (at(left, 0), at(right, 0), at(right, DOOR_CLEARANCE), at(left, DOOR_CLEARANCE))


def blocked_doors(plan: Plan) -> list[Problem]:
    """Works that hang over a door, plinths and seats that stand before one."""
    problems = []
    for index, door in doors_of(plan):
        for work in plan.walls[index].works:
            if not work.is_door and overlaps(work, door):
                problems.append(Problem(Code.DOOR_BLOCKED, index, work.id, "x", door.id))
        free = doorway(plan.corners, index, door)
        for standing in plan.floor:
            if intersect(footprint(standing), free):
                problems.append(Problem(Code.DOOR_BLOCKED, None, standing.id, "x", door.id))
    return problems


def narrow_passages(plan: Plan) -> list[Problem]:
    """Doors, gaps between plinths, and gaps to walls that are narrower than ``PASSAGE_MIN``.

    Things within ``AGAINST`` cm of each other stand together: nobody means to pass there. Things
    that stand into each other overlap.
    """
    return [*_narrow_doors(plan), *_close_walls(plan), *_close_works(plan), *_close_to_walls(plan)]


def _narrow_doors(plan: Plan) -> list[Problem]:
    return [
        _narrow(door.width, wall=index, work=door.id, field="width")
        for index, door in doors_of(plan)
        if door.width < PASSAGE_MIN
    ]


def _close_walls(plan: Plan) -> list[Problem]:
    """Walls that face each other across less than a passage, measured inside the room."""
    walls = _wall_segments(plan)
    problems = []
    for first, second in combinations(range(len(walls)), 2):
        if second - first in (1, len(walls) - 1):
            continue
        link = bridge(walls[first], walls[second])
        width = distance(*link)
        if width < PASSAGE_MIN and _faces(plan.corners, first, second, link):
            problems.append(_narrow(width, wall=second, field="corner_x", against=first))
    return problems


def _faces(corners: Sequence[Corner], first: int, second: int, link: Segment) -> bool:
    """Whether two walls see each other along a link between them, both from inside."""
    (ax, ay), (bx, by) = link
    nearer, farther = inward_normal(corners, first), inward_normal(corners, second)
    leaves = nearer[0] * (bx - ax) + nearer[1] * (by - ay) > FLAT
    arrives = farther[0] * (ax - bx) + farther[1] * (ay - by) > FLAT
    return leaves and arrives and contains(corners, (ax + bx) / 2, (ay + by) / 2)


def _close_works(plan: Plan) -> list[Problem]:
    problems = []
    for one, other in combinations(plan.floor, 2):
        if intersect(footprint(one), footprint(other)):
            problems.append(Problem(Code.OVERLAP, work=other.id, field="x", against=one.id))
            continue
        width = gap(edges(footprint(one)), edges(footprint(other)))
        if AGAINST < width < PASSAGE_MIN:
            problems.append(_narrow(width, work=other.id, field="x", against=one.id))
    return problems


def _close_to_walls(plan: Plan) -> list[Problem]:
    """The narrowest gap of each standing work to a wall."""
    problems = []
    for work in plan.floor:
        sides = edges(footprint(work))
        gaps = [gap(sides, [wall]) for wall in _wall_segments(plan)]
        narrowest, wall = min(
            ((width, index) for index, width in enumerate(gaps) if width > AGAINST),
            default=(PASSAGE_MIN, 0),
        )
        if narrowest < PASSAGE_MIN:
            problems.append(_narrow(narrowest, work=work.id, field="x", against=wall))
    return problems


def _narrow(
    width: float,
    *,
    wall: int | None = None,
    work: str | None = None,
    field: str,
    against: str | int | None = None,
) -> Problem:
    value = floor(width + 0.5)
    return Problem(Code.PASSAGE_NARROW, wall, work, field, against, value, PASSAGE_MIN)


def _wall_segments(plan: Plan) -> list[Segment]:
    ends = (wall_ends(plan.corners, index) for index in range(len(plan.walls)))
    return [((a.x, a.y), (b.x, b.y)) for a, b in ends]


def doors_to_themselves(room: str, doors: Mapping[str, str]) -> list[Problem]:
    """Doors that lead back into their own room; ``doors`` maps door ids to room ids."""
    return [
        Problem(Code.DOOR_TO_ITSELF, work=door, field="target")
        for door, target in doors.items()
        if target == room
    ]


def doors_without_return(room: str, links: Mapping[str, Mapping[str, str]]) -> list[Problem]:
    """Doors of ``room`` into rooms that have no door back.

    ``links`` maps each known room's id to its doors, as in ``doors_to_themselves``. Targets that
    it does not know (exhibitions) are left alone.
    """
    return [
        Problem(Code.DOOR_WITHOUT_RETURN, work=door, field="target", against=target)
        for door, target in links[room].items()
        if target != room and target in links and room not in links[target].values()
    ]


def without_door(doors: Mapping[str, str], rooms: int) -> list[Problem]:
    """A room without any door in an exhibition of more ``rooms`` than itself."""
    return [Problem(Code.WITHOUT_DOOR, value=rooms)] if rooms > 1 and not doors else []
