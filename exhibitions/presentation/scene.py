"""scene.json: a room's geometry and pictures for the 3D walk, without a word in it.

Language-neutral: it is built from the room in the museum's source language, and everything that a
person reads comes from the page's own list, joined by block ids. ``rooms/scene.schema.json`` is
its schema. All lengths are whole cm.
"""

import hashlib
import json
from typing import Any

from django.urls import reverse

from exhibitions.geometry import frame_border, hung_height
from exhibitions.models import Room
from exhibitions.models.room_plan import is_measured, raw_walls
from exhibitions.presentation import room_list
from exhibitions.presentation.objects_on_plinths import models_on
from exhibitions.presentation.room_list import Lookup, Work
from media.derivatives import renditions
from media.models import MuseumImage

VERSION = 1
TEXTURE_SIDES = (256, 1024, 2048)
UNSEEN_RATIO = 0.75
"""Height to width of a work whose picture is missing or still being made."""

Json = dict[str, Any]


def build(room: Room, lookup: Lookup | None = None) -> Json:
    """Return the scene of a room; works that were deleted or are not public leave no hole."""
    found = lookup or room_list.look_up(room, heard=False)
    walls = [_wall(raw, found) for raw in raw_walls(room)]
    stored = [raw for raw in room.floor.raw_data if is_measured(raw)]
    models = models_on(stored)
    floor = [work for raw in stored if (work := _standing(raw, found, models))]
    return {
        "version": VERSION,
        "room": str(room.translation_key),
        "palette": room.exhibition.palette,
        "height": room.height or Room._meta.get_field("height").default,
        "floor_finish": room.floor_finish,
        "light": room.light,
        "start": _start(room),
        "walls": walls,
        "floor": floor,
    }


def version_of(scene: Json) -> str:
    """Return the part of the address that changes whenever the scene does."""
    canonical = json.dumps(scene, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def address(scene: Json) -> str:
    """Return the scene's address; what lies there never changes."""
    return reverse("room_scene", args=[scene["room"], version_of(scene)])


def _start(room: Room) -> Json | None:
    if room.start_x is None or room.start_y is None:
        return None
    return {"x": room.start_x, "y": room.start_y, "heading": room.start_heading or 0}


def _wall(raw: Json, lookup: Lookup) -> Json:
    value = raw["value"]
    works = (_hung(work, lookup) for work in value.get("works") or [] if is_measured(work))
    return {
        "id": raw["id"],
        "corner": {"x": value["corner_x"] or 0, "y": value["corner_y"] or 0},
        "colour": value.get("colour") or None,
        "finish": value.get("finish") or "limewash",
        "works": [work for work in works if work],
    }


def _hung(raw: Json, lookup: Lookup) -> Json | None:
    work = room_list.read_work(raw, lookup)
    if work is None:
        return None
    value = raw["value"]
    place = {"id": work.id, "kind": work.kind, "x": value["x"], "width": value["width"]}
    if work.kind == "door":
        assert work.card is not None
        height = value["height"]
        target = {"target": str(work.card.translation_key), "leads_to": work.card.kind}
        return {**place, "y": height // 2, "height": height, **target}
    place["y"] = value["y"]
    if work.kind == "text":
        return place
    picture = None if work.kind == "screen" else _picture(work)
    height = _height(value["width"], picture, 9 / 16 if work.kind == "screen" else UNSEEN_RATIO)
    frame = value.get("frame") or "none"
    return {
        **place,
        "height": height,
        "border": frame_border(frame, value["width"], height),
        "frame": frame,
        "label_side": value.get("label_side") or "none",
        "picture": picture,
    }


def _standing(raw: Json, lookup: Lookup, models: dict[int, Json]) -> Json | None:
    """A plinth with its artifact, or a seat; plinths of 0 cm are works on the floor itself."""
    value = raw["value"]
    place = {"id": raw["id"], "kind": raw["type"], "x": value["x"], "y": value["y"]}
    place["rotation"] = value.get("rotation") or 0
    if raw["type"] == "seat":
        return {**place, "width": value["width"], "depth": value["depth"], "height": 45}
    work = room_list.read_work(raw, lookup)
    if work is None:
        return None
    model = models.get(value.get("artifact") or 0)
    return {
        **place,
        **({"model": model} if model else {}),
        "width": value["plinth_width"],
        "depth": value["plinth_depth"],
        "height": value["plinth_height"],
        "showcase": bool(value.get("showcase")),
        "picture": _picture(work),
    }


def _picture(work: Work) -> Json | None:
    """The textures' addresses by longest side in px; None while there are no renditions."""
    image: MuseumImage | None = work.card.image if work.card else work.image
    if image is None:
        return None
    steps = [step for step in renditions.ladder(image) if step.format == "webp"]
    sources = {str(step.side): step.url for step in steps if step.side in TEXTURE_SIDES}
    if not sources:
        return None
    return {
        "width": image.width,
        "height": image.height,
        "colour": image.dominant_colour or None,
        "sources": sources,
    }


def _height(width: int, picture: Json | None, ratio: float) -> int:
    if picture is None:
        return max(1, round(width * ratio))
    return hung_height(width, picture["width"], picture["height"])
