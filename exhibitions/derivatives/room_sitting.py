"""What the browser without a window is given of a room, to draw it as a visitor sees it."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.files.storage import Storage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from exhibitions.geometry.stored import given
from exhibitions.listing.kinds import kind_name
from exhibitions.models import Artifact, Room
from exhibitions.presentation import room_list, scene
from exhibitions.presentation.objects_on_plinths import first_objects
from exhibitions.presentation.room_list import RoomList
from exhibitions.presentation.room_pictures import SHAPES
from media.delivery import players
from media.derivatives.browser.headless_browser import NoPicture, Sitting
from media.files import digest
from media.models import MuseumRendition

SCRIPT = "room-picture"
Json = dict[str, Any]
Stored = tuple[str, Storage, str]
"""A file's public address, its storage, and its name there."""


@dataclass(frozen=True)
class Drawn:
    """All that a room's picture shows: scene, words and the rooms behind its doors."""

    scene: Json
    words: str
    neighbours: list[Json]
    language: str
    files: tuple[Stored, ...]

    @property
    def key(self) -> str:
        """Tells whether a picture still shows it, and is drawn by the viewer that there is now."""
        shown = json.dumps([self.scene, self.words, self.neighbours], sort_keys=True)
        mark = hashlib.sha256(shown.encode()).hexdigest()[: digest.SHORT]
        return f"{mark}-{viewer()}"

    def sitting(self) -> Sitting:
        """Give every file an address of the studio's own; those of the public may lie elsewhere."""
        texts = [json.dumps(self.scene), json.dumps(self.neighbours), self.words]
        served: dict[str, Callable[[], bytes]] = {}
        for number, (url, storage, name) in enumerate(self.files):
            alias = f"/files/{number}{Path(name).suffix}"
            served[alias] = partial(read, storage, name)
            texts = [text.replace(f'"{url}"', f'"{alias}"') for text in texts]
        served["/scene.json"] = texts[0].encode
        served["/neighbours.json"] = texts[1].encode
        direction = "rtl" if get_language_info(self.language)["bidi"] else "ltr"
        names = tuple(shape.name for shape in SHAPES)
        return Sitting(SCRIPT, served, names, texts[2], self.language, direction)


def read(storage: Storage, name: str) -> bytes:
    with storage.open(name) as file:
        return bytes(file.read())


def viewer() -> str:
    """Return the mark of the viewer's build. Raises NoPicture where it was not built."""
    found = finders.find(f"museum/build/{SCRIPT}.js")
    if not found:
        raise NoPicture(_("The museum's front end is not built."))
    # Its parts have marks of their content in their names, which stand in it.
    return hashlib.sha256(Path(str(found)).read_bytes()).hexdigest()[:8]


def drawn(room: Room) -> Drawn:
    """Return what a room shows to everybody, in its page's own language."""
    with translation.override(room.language):
        listed = room_list.of_room(room)
        built = scene.build_listed(room, listed.stored, listed.lookup)
        words = render_to_string("exhibitions/includes/room_words.html", {"works": listed.works})
    return Drawn(built, words, list(neighbours(listed)), room.language, tuple(files(listed)))


def neighbours(listed: RoomList) -> Iterator[Json]:
    """Yield what is seen of the rooms behind the doors."""
    behind = {
        work.card.pk: None
        for work in listed.works
        if work.kind == "door" and work.card and work.card.kind == kind_name(Room)
    }
    rooms = Room.objects.in_bulk(behind)
    for pk in behind:
        built = scene.build(rooms[pk])
        names = ("version", "room", "palette", "floor_finish")
        walls = [
            {"colour": wall["colour"], "works": [glimpse(work) for work in wall["works"]]}
            for wall in built["walls"]
        ]
        yield {**{name: built[name] for name in names}, "walls": walls}


def glimpse(work: Json) -> Json:
    """Return what one makes out of a work in the next room."""
    seen = {name: work.get(name) for name in ("kind", "width", "height")}
    picture = work.get("picture")
    return {**seen, "picture": {"colour": picture["colour"]} if picture else None}


def files(listed: RoomList) -> Iterator[Stored]:
    """Yield the pictures and 3D objects that the room's scene and words may name."""
    lookup = listed.lookup
    covers = players.prefetch(lookup.media.values())
    images = [card.image for card in lookup.cards.values()] + list(lookup.images.values()) + covers
    shown = MuseumRendition.objects.filter(
        image__in={image.pk for image in images if image}, file__endswith=".webp"
    )
    storage = MuseumRendition._meta.get_field("file").storage
    for name in sorted(shown.values_list("file", flat=True)):
        yield storage.url(name), storage, name
    standing = Artifact.objects.filter(pk__in=given(work.artifact for work in listed.stored.floor))
    for item in first_objects(standing).values():
        if item.web_address:
            file = item.web_model.file
            yield file.url, file.storage, str(file.name)
