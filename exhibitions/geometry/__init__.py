"""Plan geometry of rooms, in pure Python without Django.

Its twin in TypeScript is ``frontend/shared/geometry``; both are held to ``vectors.json``.
Everything is in whole centimetres and whole degrees unless a docstring says otherwise.

Conventions (the plan is drawn as on a screen, x to the right and y down):

- corners run clockwise as seen on screen; wall *n* runs from corner *n* to corner *n + 1*;
- the inward normal of a wall with direction (dx, dy) and length L is (-dy, dx) / L;
- a work's x runs along its wall from the wall's own corner, which is the left of a visitor who
  faces the wall from inside; y is the height above the floor; both give the work's centre;
- headings and rotations turn clockwise as seen on screen, 0 looks up the plan (towards -y);
- the world of three.js is (x, height, y) / 100.
"""

from .constants import EYE_LINE, PASSAGE_MIN, WALL_MAX, WALL_MIN
from .doors import (
    blocked_doors,
    doors_of,
    doors_to_themselves,
    doors_without_return,
    narrow_passages,
    without_door,
)
from .order import along_walls, entrance, visiting_order
from .outline import check_outline, contains, inward_normal, is_clockwise, wall_length
from .placement import (
    Placement,
    check_placement,
    floor_placement,
    footprint,
    frame_border,
    free_place,
    hung_height,
    label_of,
    overlaps,
    text_height,
    wall_placement,
)
from .plan import Corner, FloorWork, Hanging, Plan, Start, Wall, read_plan
from .problems import Code, Problem, Severity
from .report import check_plan
from .templates import TEMPLATES, RoomTemplate

__all__ = [
    "EYE_LINE",
    "PASSAGE_MIN",
    "TEMPLATES",
    "WALL_MAX",
    "WALL_MIN",
    "Code",
    "Corner",
    "FloorWork",
    "Hanging",
    "Placement",
    "Plan",
    "Problem",
    "RoomTemplate",
    "Severity",
    "Start",
    "Wall",
    "along_walls",
    "blocked_doors",
    "check_outline",
    "check_placement",
    "check_plan",
    "contains",
    "doors_of",
    "doors_to_themselves",
    "doors_without_return",
    "entrance",
    "floor_placement",
    "footprint",
    "frame_border",
    "free_place",
    "hung_height",
    "inward_normal",
    "is_clockwise",
    "label_of",
    "narrow_passages",
    "overlaps",
    "read_plan",
    "text_height",
    "visiting_order",
    "wall_length",
    "wall_placement",
    "without_door",
]
