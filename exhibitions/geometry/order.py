"""The order in which a visitor meets the works."""

from collections.abc import Sequence
from math import floor

from .doors import doors_of
from .outline import wall_ends, wall_length
from .plan import Hanging, Plan
from .shapes import Point, closest, distance


def entrance(plan: Plan) -> tuple[int, int]:
    """Wall index and x where a visitor comes in.

    That is the door nearest to the start; without doors the point of the walls nearest to it;
    without a start the first door, and without either the first corner.
    """
    doors = doors_of(plan)
    if plan.start is None:
        return (doors[0][0], doors[0][1].x) if doors else (0, 0)
    start = (plan.start.x, plan.start.y)
    if doors:
        index, door = min(doors, key=lambda place: distance(start, _point(plan, *place)))
        return index, door.x
    return _nearest(plan, start) if plan.walls else (0, 0)


def _point(plan: Plan, index: int, door: Hanging) -> Point:
    """Where a door is in the plan; on a wall without length, its corner."""
    a, b = wall_ends(plan.corners, index)
    along = door.x / (wall_length(plan.corners, index) or 1)
    return a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along


def _nearest(plan: Plan, start: Point) -> tuple[int, int]:
    ends = [wall_ends(plan.corners, index) for index in range(len(plan.walls))]
    points = [closest(start, ((a.x, a.y), (b.x, b.y))) for a, b in ends]
    index = min(range(len(points)), key=lambda index: distance(start, points[index]))
    a, _b = ends[index]
    return index, floor(distance((a.x, a.y), points[index]) + 0.5)


def along_walls(plan: Plan) -> list[Hanging]:
    """Everything on the walls as it is met, doors included.

    From the entrance the visitor follows the walls in their order, each by x, and ends with what
    hangs on the entrance wall before the door.
    """
    first, door_x = entrance(plan)
    turned = [*range(first, len(plan.walls)), *range(first)]
    hung = [
        (work, index) for index in turned for work in sorted(plan.walls[index].works, key=_by_x)
    ]
    before_door = [work for work, index in hung if index == first and work.x < door_x]
    return [work for work, index in hung if index != first or work.x >= door_x] + before_door


def visiting_order(plan: Plan, explicit: Sequence[str] = ()) -> tuple[str, ...]:
    """Ids of all works and wall texts as they are met, doors and seats left out.

    After the walls the visitor turns to what stands on the floor. Ids that the curator ordered
    explicitly come first, in that order.
    """
    met = [work.id for work in along_walls(plan) if not work.is_door]
    met += [work.id for work in plan.floor if work.kind != "seat"]
    known = set(met)
    chosen = [work for work in dict.fromkeys(explicit) if work in known]
    first = set(chosen)
    return (*chosen, *(work for work in met if work not in first))


def _by_x(work: Hanging) -> int:
    return work.x
