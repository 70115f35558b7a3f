"""A museum of one exhibition with hung rooms, for the tests of rooms, scenes and the walk."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from uuid import UUID, uuid5

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw
from wagtail.models import Page

from exhibitions.geometry import TEMPLATES
from exhibitions.models import (
    Artifact,
    Collection,
    Exhibition,
    ExhibitionIndex,
    Room,
    RoomPicture,
)
from exhibitions.presentation import room_pictures
from media.models import MuseumImage

NAMES = UUID("6d1c5cbe-0f3c-4c4b-9c39-5e2c4f8e7a10")
COLOURS = ("#b5482f", "#2f6f8f", "#c9a227", "#4b6b3a", "#6b3f69", "#a05a2c", "#2b4a6f")


def block_id(name: str) -> str:
    """A stable id of a StreamField block, so that tests can name the works they look for."""
    return str(uuid5(NAMES, name))


def make_image(number: int, width: int = 900, height: int = 640) -> MuseumImage:
    """A coloured sheet with a star of eight points; its renditions are made as always."""
    picture = Image.new("RGB", (width, height), "#efe4cc")
    draw = ImageDraw.Draw(picture)
    colour = COLOURS[number % len(COLOURS)]
    across, down, size = width / 2, height / 2, min(width, height) * 0.32
    draw.rectangle((24, 24, width - 24, height - 24), outline=colour, width=10)
    for turn in (0, 45):
        draw.regular_polygon((across, down, size), 4, rotation=turn, fill=colour)
    draw.text((40, 40), str(number), fill="#201c19", font_size=64)
    file = BytesIO()
    picture.save(file, "PNG")
    file.seek(0)
    return MuseumImage.objects.create(title=f"Sheet {number}", file=ImageFile(file, "sheet.png"))


@dataclass
class Museum:
    """The pages that rooms need around them."""

    home: Page
    exhibition: Exhibition
    collection: Collection
    artifacts: list[Artifact] = field(default_factory=list)

    def artifact(
        self,
        number: int,
        image: MuseumImage | None = None,
        also: Iterable[dict[str, Any]] = (),
        **sizes: int,
    ) -> Artifact:
        """A new published artifact of one picture, and `also` further views."""
        image = image or make_image(number, **sizes)
        picture = {"image": {"image": image.pk, "alt_text": "A star"}}
        views = [{"type": "picture", "value": picture}, *also]
        made = Artifact(
            title=f"יצירה {number}",
            slug=f"work-{number}",
            accession_number=f"DM.{number:04d}",
            medium="דיו על נייר",
            date="1862",
            credit_line="להדגמה",
            views=views,
            locale=self.home.locale,
        )
        self.collection.add_child(instance=made)
        self.artifacts.append(made)
        return made

    def room(self, title: str, walls: list[dict], **fields: Any) -> Room:
        """A new published room."""
        room = Room(title=title, slug=fields.pop("slug", title), walls=walls, **fields)
        room.locale = self.home.locale
        self.exhibition.add_child(instance=room)
        return room


def make_museum(home: Page, collection: Collection | None = None) -> Museum:
    """Make an exhibition, and a collection unless there is one."""
    index = ExhibitionIndex(title="תערוכות", slug="exhibitions", locale=home.locale)
    home.add_child(instance=index)
    exhibition = Exhibition(title="ספינות ואותיות", slug="ships", locale=home.locale)
    index.add_child(instance=exhibition)
    if collection is None:
        collection = Collection(title="אוסף", slug="collection", locale=home.locale)
        home.add_child(instance=collection)
    return Museum(home, exhibition, collection)


def walls_of(template: str, works: dict[int, list[dict]], **looks: Any) -> list[dict]:
    """The walls of a template as StreamField data, with works by the index of their wall."""
    outline = next(one for one in TEMPLATES if one.name == template).corners
    return [
        {
            "type": "wall",
            "id": block_id(f"wall {index}"),
            "value": {
                "name": "",
                "corner_x": corner.x,
                "corner_y": corner.y,
                "colour": "",
                "finish": "limewash",
                "works": works.get(index, []),
                **looks,
            },
        }
        for index, corner in enumerate(outline)
    ]


def hung(artifact: Artifact, x: int, y: int = 150, width: int = 80, **more: Any) -> dict:
    value = {"artifact": artifact.pk, "x": x, "y": y, "width": width, "frame": "wood"}
    value |= {"label_side": "right", "caption": "", **more}
    return {"type": "artifact", "id": block_id(f"hung {artifact.slug}"), "value": value}


def screen(name: str, media: Any, x: int, width: int = 160, **more: Any) -> dict:
    value = {"media": media.pk, "x": x, "y": 150, "width": width, "caption": "", **more}
    return {"type": "screen", "id": block_id(name), "value": value}


def wall_text(name: str, x: int, text: str, width: int = 110) -> dict:
    value = {"text": text, "x": x, "y": 150, "width": width}
    return {"type": "text", "id": block_id(name), "value": value}


def door(name: str, target: Page, x: int, width: int = 120, height: int = 220) -> dict:
    value = {"target": target.pk, "x": x, "width": width, "height": height}
    return {"type": "door", "id": block_id(name), "value": value}


def plinth(artifact: Artifact, x: int, y: int, **more: Any) -> dict:
    value = {"artifact": artifact.pk, "x": x, "y": y, "rotation": 0, "plinth_width": 50}
    value |= {"plinth_depth": 50, "plinth_height": 95, "showcase": True, "caption": "", **more}
    return {"type": "artifact", "id": block_id(f"plinth {artifact.slug}"), "value": value}


def seat(name: str, x: int, y: int, rotation: int = 0) -> dict:
    value = {"x": x, "y": y, "rotation": rotation, "width": 150, "depth": 45}
    return {"type": "seat", "id": block_id(name), "value": value}


def add_works(room: Room, wall: int, works: Iterable[dict]) -> None:
    """Hang more on a wall of a saved room, and publish it."""
    walls = list(room.walls.raw_data)
    walls[wall]["value"]["works"] = [*walls[wall]["value"]["works"], *works]
    room.walls = walls
    room.save_revision().publish()


def point_out(artifact: Artifact, title: str, region: tuple[float, ...], text: str = "") -> str:
    """Point out a detail of a work's first picture; return the detail's id."""
    place = dict(zip(("x", "y", "width", "height"), region, strict=True))
    value = {"title": title, "text": text, "audio": None, **place}
    detail = {"type": "item", "id": block_id(title), "value": value}
    first, *rest = artifact.views.raw_data
    pictured = {**first["value"], "details": [detail]}
    artifact.views = [{**first, "value": pictured}, *rest]
    artifact.save_revision().publish()
    return str(detail["id"])


def add_picture(room: Room) -> None:
    """Give a room a picture that no browser drew, of one colour.

    Whatever is published afterwards of what it shows has it drawn anew: it comes last.
    """
    sheet = BytesIO()
    Image.new("RGB", (48, 20), "#efe4cc").save(sheet, "WEBP")
    folder = f"{room_pictures.ROOT}/{room.pk}-x"
    for path in room_pictures.files_in(folder):
        default_storage.save(path, ContentFile(sheet.getvalue()))
    RoomPicture.objects.update_or_create(
        room=room, defaults={"state": RoomPicture.State.READY, "folder": folder}
    )
