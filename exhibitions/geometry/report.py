"""All checks of one room together."""

from .constants import ROOM_HEIGHT_MAX, ROOM_HEIGHT_MIN
from .doors import blocked_doors, narrow_passages
from .outline import check_outline, contains
from .placement import check_placement
from .plan import Plan
from .problems import Code, Problem


def check_plan(plan: Plan) -> list[Problem]:
    """Everything wrong within one room; while its outline is broken, only that."""
    problems = [*_check_height(plan.height), *check_outline(plan.corners)]
    if problems:
        return problems
    start = plan.start
    if start and not contains(plan.corners, start.x, start.y):
        problems.append(Problem(Code.START_OUTSIDE, field="start_x"))
    return [*problems, *check_placement(plan), *blocked_doors(plan), *narrow_passages(plan)]


def _check_height(height: int) -> list[Problem]:
    if height < ROOM_HEIGHT_MIN:
        code, limit = Code.ROOM_TOO_LOW, ROOM_HEIGHT_MIN
    elif height > ROOM_HEIGHT_MAX:
        code, limit = Code.ROOM_TOO_HIGH, ROOM_HEIGHT_MAX
    else:
        return []
    return [Problem(code, field="height", value=height, limit=limit)]
