"""The order in which a visitor meets the works."""

from collections.abc import Sequence

from .doors import doors_of
from .outline import wall_ends, wall_length
from .plan import Hanging, Plan


def entrance(plan: Plan) -> tuple[int, int]:
    """Wall index and x of the door nearest to the start, or the first corner without doors."""
    doors = doors_of(plan)
    if not doors:
        return 0, 0
    if plan.start is None:
        index, door = doors[0]
    else:
        index, door = min(doors, key=lambda place: _squared_distance(plan, *place))
    return index, door.x


def _squared_distance(plan: Plan, index: int, door: Hanging) -> float:
    assert plan.start is not None
    a, b = wall_ends(plan.corners, index)
    along = door.x / wall_length(plan.corners, index)
    x, y = a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along
    return (x - plan.start.x) ** 2 + (y - plan.start.y) ** 2


def visiting_order(plan: Plan, explicit: Sequence[str] = ()) -> tuple[str, ...]:
    """Ids of all works and wall texts as they are met, doors and seats left out.

    From the entrance the visitor follows the walls in their order, each by x, ends with what
    hangs on the entrance wall before the door, then turns to what stands on the floor. Ids that
    the curator ordered explicitly come first, in that order.
    """
    first, door_x = entrance(plan)
    turned = [*range(first, len(plan.walls)), *range(first)]
    hung = [
        (work, index) for index in turned for work in sorted(plan.walls[index].works, key=_by_x)
    ]
    before_door = [work for work, index in hung if index == first and work.x < door_x]
    walked = [work for work, index in hung if index != first or work.x >= door_x] + before_door
    met = [work.id for work in walked if not work.is_door]
    met += [work.id for work in plan.floor if work.kind != "seat"]
    chosen = [work for work in dict.fromkeys(explicit) if work in met]
    return (*chosen, *(work for work in met if work not in chosen))


def _by_x(work: Hanging) -> int:
    return work.x
