"""scene.json: a room's geometry and pictures for the 3D walk, without a word in it.

Language-neutral: it is built from the room in the museum's source language, and everything that a
person reads comes from the page's own list, joined by block ids. ``geometry/scene.schema.json`` is
its schema. All lengths are whole cm.
"""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from django.urls import reverse

from exhibitions.geometry import frame_border, hung_height
from exhibitions.geometry.constants import ROOM_HEIGHT, SCREEN, SEAT_HEIGHT, UNSEEN
from exhibitions.geometry.stored import StoredRoom, StoredWall, StoredWork
from exhibitions.models import Room
from exhibitions.presentation import room_list
from exhibitions.presentation.objects_on_plinths import models_on
from exhibitions.presentation.room_list import Lookup, Work
from media.derivatives import renditions
from media.models import MuseumImage
from museum.core.visibility import Visitor

VERSION = 1
TEXTURE_SIDES = (256, 1024, 2048)

Json = dict[str, Any]


def build(room: Room, visitor: Visitor | None = None) -> Json:
    """Return the scene of a room; works that were deleted or are not visible leave no hole."""
    stored = room.stored
    lookup = room_list.look_up([stored], room.language, visitor, heard=False)
    return build_listed(room, stored, lookup)


def build_listed(room: Room, stored: StoredRoom, lookup: Lookup) -> Json:
    """Return the scene of a room that is read already, with what its works point at."""
    standing = [work for work in stored.floor if work.is_measured]
    models = models_on(standing)
    return {
        "version": VERSION,
        "room": str(room.translation_key),
        "palette": room.exhibition.palette,
        "height": stored.height or ROOM_HEIGHT,
        "floor_finish": room.floor_finish,
        "light": room.light,
        "start": asdict(stored.start) if stored.start else None,
        "walls": [_wall(wall, lookup) for wall in stored.walls],
        "floor": [place for work in standing if (place := _standing(work, lookup, models))],
    }


def version_of(scene: Json) -> str:
    """Return the part of the address that changes whenever the scene does."""
    canonical = json.dumps(scene, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def address(scene: Json) -> str:
    """Return the scene's address; what lies there never changes."""
    return reverse("room_scene", args=[scene["room"], version_of(scene)])


def _wall(wall: StoredWall, lookup: Lookup) -> Json:
    works = (_hung(work, lookup) for work in wall.works if work.is_measured)
    return {
        "id": wall.id,
        "corner": asdict(wall.corner),
        "colour": wall.colour or None,
        "finish": wall.finish,
        "works": [work for work in works if work],
    }


def _hung(stored: StoredWork, lookup: Lookup) -> Json | None:
    work = room_list.read_work(stored, lookup)
    if work is None:
        return None
    width = stored.width or 0
    place = {"id": work.id, "kind": work.kind, "x": stored.x, "width": width}
    if work.kind == "door":
        assert work.card is not None
        height = stored.height or 0
        target = {"target": str(work.card.translation_key), "leads_to": work.card.kind}
        return {**place, "y": height // 2, "height": height, **target}
    place["y"] = stored.y
    if work.kind == "text":
        return place
    picture = None if work.kind == "screen" else _picture(work)
    height = hung_height(width, *_proportions(work, picture))
    return {
        **place,
        "height": height,
        "border": frame_border(stored.frame, width, height),
        "frame": stored.frame,
        "label_side": stored.label_side,
        "picture": picture,
    }


def _standing(stored: StoredWork, lookup: Lookup, models: dict[int, Json]) -> Json | None:
    """A plinth with its artifact, or a seat; plinths of 0 cm are works on the floor itself."""
    place = {"id": stored.id, "kind": stored.kind, "x": stored.x, "y": stored.y}
    place |= {"rotation": stored.rotation}
    if stored.kind == "seat":
        return {**place, "width": stored.width, "depth": stored.depth, "height": SEAT_HEIGHT}
    work = room_list.read_work(stored, lookup)
    if work is None:
        return None
    model = models.get(stored.artifact or 0)
    return {
        **place,
        **({"model": model} if model else {}),
        "width": stored.width,
        "depth": stored.depth,
        "height": stored.height,
        "showcase": stored.showcase,
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


def _proportions(work: Work, picture: Json | None) -> tuple[int, int]:
    if work.kind == "screen":
        return SCREEN
    return (picture["width"], picture["height"]) if picture else UNSEEN
