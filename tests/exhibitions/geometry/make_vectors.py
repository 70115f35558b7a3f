"""Writes the vectors that hold the Python geometry and its TypeScript twin to each other.

``python tests/exhibitions/geometry/make_vectors.py`` writes ``exhibitions/geometry/vectors.json``
anew. Read the difference before committing it: from then on both sides must agree with it.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from exhibitions.geometry import (
    TEMPLATES,
    Corner,
    Hanging,
    Plan,
    Wall,
    along_walls,
    check_outline,
    check_plan,
    doors_without_return,
    entrance,
    floor_placement,
    footprint,
    frame_border,
    free_place,
    hung_height,
    inward_normal,
    is_clockwise,
    read_plan,
    text_height,
    visiting_order,
    wall_length,
    wall_placement,
)
from exhibitions.geometry.templates import rectangle, rotunda, two_bays

VECTORS = ROOT / "exhibitions" / "geometry" / "vectors.json"

OUTLINES: dict[str, list[tuple[int, int]]] = {
    "no corners": [],
    "two corners": [(0, 0), (400, 0)],
    "triangle": [(0, 0), (400, 0), (0, 300)],
    "square": [(0, 0), (400, 0), (400, 400), (0, 400)],
    "square drawn backwards": [(0, 400), (400, 400), (400, 0), (0, 0)],
    "far from the origin, negative": [(-900, -500), (-400, -500), (-400, -100), (-900, -100)],
    "bow tie": [(0, 0), (400, 0), (0, 300), (400, 300)],
    "three in a row": [(0, 0), (200, 0), (400, 0)],
    "straight corner in a wall": [(0, 0), (200, 0), (400, 0), (400, 300), (0, 300)],
    "spike": [(0, 0), (400, 0), (400, 300), (400, 100), (0, 300)],
    "corner on another wall": [(0, 0), (600, 0), (600, 400), (300, 0), (0, 400)],
    "pinched to a point": [(0, 0), (300, 300), (600, 0), (600, 600), (300, 300), (0, 600)],
    "same corner twice": [(0, 0), (400, 0), (400, 0), (400, 300), (0, 300)],
    "wall of 49 cm": [(0, 0), (400, 0), (400, 300), (49, 300), (0, 300)],
    "wall of 50 cm": [(0, 0), (400, 0), (400, 300), (50, 300), (0, 300)],
    "wall of 100 m": [(0, 0), (10_000, 0), (10_000, 300), (0, 300)],
    "wall of 100.01 m": [(0, 0), (10_001, 0), (10_001, 300), (0, 300)],
    "sixty-five corners": list(rotunda(2000, 65)),
    "sixty-four corners": list(rotunda(2000, 64)),
    "sharp star": [(0, 0), (500, 200), (1000, 0), (800, 500), (1000, 1000), (500, 800), (0, 1000)],
}


def hanging(
    name: str, x: int, y: int = 150, width: int = 80, height: int = 60, **more: Any
) -> dict:
    return {"id": name, "kind": "artifact", "x": x, "y": y, "width": width, "height": height} | more


def door(name: str, x: int, width: int = 100, height: int = 210) -> dict:
    return hanging(name, x, height // 2, width, height, kind="door")


def plinth(name: str, x: int, y: int, width: int = 60, depth: int = 40, **more: Any) -> dict:
    sizes = {"width": width, "depth": depth, "height": 100}
    return {"id": name, "kind": "artifact", "x": x, "y": y, **sizes, **more}


def plan(outline: Any, works: dict[int, list[dict]], **more: Any) -> dict:
    walls = [
        {"corner": {"x": x, "y": y}, "works": works.get(index, [])}
        for index, (x, y) in enumerate(outline)
    ]
    return {"height": 340, "walls": walls, "floor": [], "start": None, **more}


ROOM = rectangle(1000, 700)
PLANS: dict[str, dict] = {
    "empty room": plan(ROOM, {}),
    "too low": plan(ROOM, {}, height=199),
    "too high": plan(ROOM, {}, height=2001),
    "broken outline hides the rest": plan([(0, 0), (9, 9)], {0: [hanging("a", 900)]}),
    "edge to edge": plan(ROOM, {0: [hanging("a", 100), hanging("b", 180)]}),
    "frames overlap": plan(ROOM, {0: [hanging("a", 100, border=2), hanging("b", 183, border=2)]}),
    "one above the other": plan(ROOM, {0: [hanging("a", 100, 100), hanging("b", 100, 170)]}),
    "overlapping": plan(ROOM, {1: [hanging("a", 100), hanging("b", 150, 170)]}),
    "beyond every edge": plan(
        ROOM,
        {
            0: [hanging("left", 30), hanging("right", 980), hanging("low", 300, 20)],
            1: [hanging("high", 350, 320), hanging("both", 690, 339)],
            2: [hanging("wide", 500, 150, 1100, 60), hanging("door", 990, kind="door")],
            3: [door("high door", 300, 100, 350)],
        },
    ),
    "flush with the edges": plan(ROOM, {0: [hanging("a", 40, 30), hanging("b", 960, 310)]}),
    "stamp and carpet": plan(
        ROOM,
        {0: [hanging("stamp", 100, 150, 1, 1)], 1: [hanging("carpet", 350, 150, 1200, 300)]},
    ),
    "labels and casings": plan(
        ROOM,
        {
            0: [
                hanging("behind a frame", 100, side="right"),
                hanging("fits in the gap", 180, side="left"),
                hanging("one", 400, 100, side="below"),
                hanging("under it", 400, 60, 40, 20),
                hanging("label on label", 600, side="right"),
                hanging("other", 714, side="left"),
                hanging("beyond the end", 940, side="right"),
            ],
            2: [
                hanging("beside the door", 380, side="right"),
                door("door", 500),
                hanging("on the casing", 610, border=2),
                hanging("free", 760, side="right"),
            ],
        },
    ),
    "no size": plan(ROOM, {0: [hanging("a", 100, 150, 0, 10), hanging("b", 300, 150, 2001, 5)]}),
    "door blocked": plan(
        ROOM,
        {2: [door("door", 500), hanging("over", 540, 190), hanging("above", 500, 260)]},
        floor=[plinth("before", 500, 640), plinth("beside", 300, 640)],
    ),
    "narrow door, two doors in one": plan(ROOM, {0: [door("a", 200, 89), door("b", 240, 90)]}),
    "passages": plan(
        ROOM,
        {},
        floor=[
            plinth("one", 300, 300),
            plinth("two", 400, 300),
            plinth("with two", 464, 300),
            plinth("into two", 410, 310),
            plinth("flush", 30, 200),
            plinth("near the wall", 80, 400, rotation=90),
            plinth("turned", 700, 360, rotation=45),
            plinth("free", 850, 350),
        ],
    ),
    "off the floor": plan(
        ROOM,
        {},
        floor=[plinth("out", 20, 300), plinth("far", 2000, 300), plinth("none", 500, 300, 0)],
    ),
    "plinth around a corner": plan(
        two_bays(), {}, floor=[plinth("around", 700, 180, 200, 400), plinth("in", 335, 300)]
    ),
    "niche too narrow": plan(
        [(0, 0), (800, 0), (800, 400), (480, 400), (480, 500), (400, 500), (400, 400), (0, 400)], {}
    ),
    "start outside": plan(ROOM, {}, start={"x": 1200, "y": 300, "heading": 90}),
    "start inside, order from the nearer door": plan(
        ROOM,
        {
            0: [hanging("n2", 700), door("north", 400), hanging("n1", 100)],
            1: [hanging("e1", 350, kind="text"), hanging("e2", 500, kind="screen")],
            2: [
                hanging("s3", 900),
                hanging("s1", 100),
                door("south", 500),
                hanging("s2", 500, 280),
            ],
            3: [hanging("w1", 200, kind="picture")],
        },
        floor=[plinth("p", 500, 300), plinth("seat", 500, 400, kind="seat")],
        start={"x": 500, "y": 560, "heading": 0},
    ),
    "start without doors, order from the nearest wall": plan(
        ROOM,
        {1: [hanging("below", 500), hanging("above", 100)], 3: [hanging("west", 300)]},
        start={"x": 900, "y": 350, "heading": 270},
    ),
    "door on a wall without length": plan(
        [(0, 0), (0, 0), (500, 0), (500, 400)],
        {0: [door("nowhere", 50), hanging("a", 10)], 2: [hanging("b", 100)]},
        start={"x": 300, "y": 200, "heading": 0},
    ),
    "walls at an angle": plan(
        rotunda(),
        {index: [hanging(f"r{index}", 98)] for index in range(0, 16, 3)} | {8: [door("d", 97)]},
        start={"x": 500, "y": 800, "heading": 0},
    ),
}

FREE = [
    {"length": 500, "works": [], "work": hanging("new", 0)},
    {"length": 500, "works": [hanging("a", 100)], "work": hanging("new", 0)},
    {"length": 500, "works": [hanging("a", 250)], "work": hanging("new", 0, border=3)},
    {"length": 500, "works": [hanging("a", 200), hanging("b", 60)], "work": hanging("new", 0)},
    {"length": 500, "works": [hanging("high", 100, 300)], "work": hanging("new", 0)},
    {"length": 300, "works": [door("d", 150)], "work": hanging("new", 0, width=120)},
    {"length": 90, "works": [], "work": hanging("new", 0)},
]
HUNG = [(100, 3000, 2000), (1, 400, 100), (33, 1000, 1001), (1200, 1600, 900)]
FRAMES = [("mat", 60, 40), ("mat", 10, 40), ("wood", 1, 1), ("none", 50, 50), ("?", 9, 9)]
TEXTS = [(120, 0), (120, 600), (60, 80), (10, 5), (200, 1500)]
LINKS = {"a": {"1": "b", "2": "c", "3": "a", "4": "x"}, "b": {"5": "a"}, "c": {"6": "b"}}


def outline_vector(name: str, points: list[tuple[int, int]]) -> dict[str, Any]:
    corners = [Corner(x, y) for x, y in points]
    sound = not any(problem.value == 0 for problem in check_outline(corners))
    walls = range(len(corners)) if sound else ()
    return {
        "name": name,
        "corners": [asdict(corner) for corner in corners],
        "clockwise": is_clockwise(corners),
        "lengths": [wall_length(corners, wall) for wall in walls],
        "normals": [inward_normal(corners, wall) for wall in walls],
        "placements": [asdict(wall_placement(corners, wall, 120, 150, 5)) for wall in walls],
        "problems": [problem.as_json() for problem in check_outline(corners)],
    }


def plan_vector(name: str, data: dict) -> dict[str, Any]:
    room = read_plan(data)
    wall, x = entrance(room)
    return {
        "name": name,
        "plan": data,
        "problems": [problem.as_json() for problem in check_plan(room)],
        "entrance": {"wall": wall, "x": x},
        "order": visiting_order(room),
        "explicit": visiting_order(room, ["e2", "gone", "e2", "n1"]),
        "along": [work.id for work in along_walls(room)],
        "footprints": [footprint(work) for work in room.floor],
        "floor": [asdict(floor_placement(work)) for work in room.floor],
    }


def template_vector(template: Any) -> dict[str, Any]:
    room = Plan(tuple(Wall(corner) for corner in template.corners), template.height)
    return asdict(template) | {"problems": [problem.as_json() for problem in check_plan(room)]}


def vectors() -> dict[str, Any]:
    """All vectors as JSON would hold them."""
    made = {
        "outlines": [outline_vector(*outline) for outline in OUTLINES.items()],
        "plans": [plan_vector(*entry) for entry in PLANS.items()],
        "templates": [template_vector(template) for template in TEMPLATES],
        "free_places": [
            case
            | {
                "x": free_place(
                    case["length"],
                    [Hanging(**work) for work in case["works"]],  # type: ignore[attr-defined]
                    Hanging(**case["work"]),
                ).x
            }
            for case in FREE
        ],
        "hung_heights": [[*sizes, hung_height(*sizes)] for sizes in HUNG],
        "frames": [[*frame, frame_border(*frame)] for frame in FRAMES],
        "text_heights": [[*sizes, text_height(*sizes)] for sizes in TEXTS],
        "links": {
            "rooms": LINKS,
            "problems": {
                room: [problem.as_json() for problem in doors_without_return(room, LINKS)]
                for room in LINKS
            },
        },
    }
    return json.loads(json.dumps(made))


def as_text(made: dict[str, Any]) -> str:
    """One vector a line, so that a change shows as the vectors it touches."""

    def lines(value: Any) -> str:
        if not isinstance(value, list):
            return json.dumps(value)
        return "[\n" + ",\n".join(json.dumps(entry) for entry in value) + "\n]"

    parts = (f"{json.dumps(key)}: {lines(value)}" for key, value in made.items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    VECTORS.write_text(as_text(vectors()))
