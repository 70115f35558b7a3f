"""Hang the demonstration's rooms: equal gaps along each wall, centres on the eye line."""

from functools import cache
from typing import Any

from PIL import Image

from exhibitions.geometry import EYE_LINE, TEMPLATES, RoomTemplate, wall_length
from exhibitions.vocabulary.choices import Frame, LabelSide
from home.demo.blocks import Data, Refs, stream
from home.demo.content import PICTURES, items, rich

# Sizes in cm at which facsimiles are shown: large enough to be read from two metres.
LARGEST_HEIGHT, LARGEST_WIDTH = 130, 170
TEXT_WIDTH, DOOR_WIDTH, DOOR_HEIGHT = 110, 130, 230
SMALLEST_GAP = 30
PLINTH, PLINTH_HEIGHT = 60, 90
COLOURS = {
    "indigo": "#2b3a67",
    "pomegranate": "#7a2533",
    "brass": "#8c6a2f",
    "olive": "#5b6236",
    "turquoise": "#2a6a70",
    "stone": "#b9ad9a",
    "ink": "#23252f",
}


def outline_of(item: Data) -> RoomTemplate:
    """Return the template of a room."""
    name = item["template"].replace("-", "_")
    return next(template for template in TEMPLATES if template.name == name)


def start_of(template: RoomTemplate) -> Data:
    """Return where a visitor begins, as the room's fields."""
    start = template.start
    return {"start_x": start.x, "start_y": start.y, "start_heading": start.heading}


@cache
def proportions(key: str) -> float:
    """Return width ÷ height of an artifact's picture."""
    with Image.open(next(PICTURES.glob(f"{key}.*"))) as picture:
        return picture.width / picture.height


def shown_width(key: str) -> int:
    """Return the width in cm at which a picture hangs."""
    return round(min(LARGEST_WIDTH, LARGEST_HEIGHT * proportions(key)))


def on_plinth(item: Data) -> Data | None:
    """Return the work that stands in the middle of a room: its first thing with a depth."""
    for wall in item["walls"]:
        for work in wall.get("works", []):
            key = work.get("artifact")
            if key and items("artifact")[key].get("depth_cm"):
                return dict(work)
    return None


def width_of(work: Data) -> int:
    if "door" in work:
        return DOOR_WIDTH
    return shown_width(work["artifact"]) if "artifact" in work else TEXT_WIDTH


def places(length: float, works: list[Data]) -> list[tuple[int, int]]:
    """Return (x, width) of every work: equal gaps; pictures shrink where the wall is short."""
    widths = [width_of(work) for work in works]
    fixed = sum(w for w, work in zip(widths, works, strict=True) if "artifact" not in work)
    pictures = sum(widths) - fixed
    room = length - fixed - SMALLEST_GAP * (len(works) + 1)
    if pictures > room:
        widths = [
            int(w * room / pictures) if "artifact" in work else w
            for w, work in zip(widths, works, strict=True)
        ]
    gap = (length - sum(widths)) / (len(works) + 1)
    found, left = [], gap
    for width in widths:
        found.append((round(left + width / 2), width))
        left += width + gap
    return found


def hung(work: Data, x: int, width: int, refs: Refs) -> tuple[str, Data]:
    """Return a work's block type and value."""
    if "door" in work:
        target = refs.pages[f"room/{work['door']}"]
        return "door", {"target": target, "x": x, "width": width, "height": DOOR_HEIGHT}
    if "text" in work:
        return "text", {"text": rich(work["text"]), "x": x, "y": EYE_LINE, "width": width}
    value = {"artifact": refs.pages[f"artifact/{work['artifact']}"], "x": x, "y": EYE_LINE}
    kind = items("artifact")[work["artifact"]]["kind"]
    frame = {"textile": Frame.NONE, "tile": Frame.NONE, "building": Frame.MAT, "street": Frame.MAT}
    return "artifact", {
        **value,
        "width": width,
        "frame": frame.get(kind, Frame.WOOD),
        "label_side": LabelSide.RIGHT,
        "why": work.get("why", ""),
        "caption": work.get("caption", ""),
    }


def walls_data(owner: str, item: Data, template: RoomTemplate, refs: Refs) -> list[Data]:
    """Return the StreamField data of a room's walls."""
    standing = on_plinth(item)
    walls: list[tuple[str, Any]] = []
    for index, (corner, wall) in enumerate(zip(template.corners, item["walls"], strict=True)):
        works = [work for work in wall.get("works", []) if work != standing]
        length = wall_length(template.corners, index)
        values = [
            hung(work, x, width, refs)
            for work, (x, width) in zip(works, places(length, works), strict=True)
        ]
        walls.append(
            (
                "wall",
                {
                    "name": wall.get("name", ""),
                    "corner_x": corner.x,
                    "corner_y": corner.y,
                    "colour": COLOURS[wall["colour"]],
                    "finish": wall["finish"],
                    "works": stream(f"{owner}/walls/{index}", values),
                },
            )
        )
    return stream(f"{owner}/walls", walls)


def floor_data(owner: str, item: Data, template: RoomTemplate, refs: Refs) -> list[Data]:
    """Return the StreamField data of what stands in a room: a showcase, and a seat before it."""
    start = template.start
    values: list[tuple[str, Data]] = []
    if standing := on_plinth(item):
        values.append(
            (
                "artifact",
                {
                    "artifact": refs.pages[f"artifact/{standing['artifact']}"],
                    "x": start.x,
                    "y": start.y - 260,
                    "rotation": 0,
                    "plinth_width": PLINTH,
                    "plinth_depth": PLINTH,
                    "plinth_height": PLINTH_HEIGHT,
                    "showcase": True,
                    "why": standing.get("why", ""),
                    "caption": "",
                },
            )
        )
    seat = {"x": start.x - 200, "y": start.y - 260, "rotation": 90, "width": 140, "depth": 45}
    values.append(("seat", seat))
    return stream(f"{owner}/floor", values)
