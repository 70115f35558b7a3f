"""The pictures of rooms as pages show them: where their files lie, and which a browser chooses."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.storage import default_storage

from exhibitions.models import Room, RoomPicture
from museum.core.models import ShareImage

ROOT = "rooms"
"""The folder of all pictures of rooms below MEDIA_ROOT."""
FORMATS = {"avif": 46, "webp": 70}
"""Quality by format; what does not know AVIF takes WebP, as every browser of the museum does."""


@dataclass(frozen=True)
class Shape:
    """One cut of the view, in px; `media` says for which screens, empty for all others."""

    name: str
    width: int
    height: int
    widths: tuple[int, ...]
    media: str = ""

    def height_at(self, width: int) -> int:
        return round(width * self.height / self.width)


# The script frontend/elements/room-picture draws both in these sizes.
TALL = Shape("tall", 800, 1280, (480, 800), "(max-aspect-ratio: 3/4)")
WIDE = Shape("wide", 1600, 668, (480, 960, 1600))
SHAPES = (TALL, WIDE)
SHARED_WIDTH = 960


@dataclass(frozen=True)
class Source:
    """The files of one shape in one format, for `<source>`; width and height in px."""

    media: str
    type: str
    srcset: str
    width: int
    height: int


@dataclass(frozen=True)
class RoomView:
    """A room's picture, for `exhibitions/includes/room_picture.html`."""

    folder: str

    @property
    def sources(self) -> Iterator[Source]:
        for shape in SHAPES:
            for file_format in FORMATS:
                sizes = (f"{self.url(shape, w, file_format)} {w}w" for w in shape.widths)
                size = (shape.width, shape.height)
                yield Source(shape.media, f"image/{file_format}", ", ".join(sizes), *size)

    @property
    def src(self) -> str:
        return self.url(WIDE, SHARED_WIDTH, "webp")

    @property
    def small(self) -> str:
        """The smallest wide one, for lists."""
        return self.url(WIDE, WIDE.widths[0], "webp")

    width, height = WIDE.width, WIDE.height

    def url(self, shape: Shape, width: int, file_format: str) -> str:
        return default_storage.url(f"{self.folder}/{name_of(shape, width, file_format)}")

    def to_share(self, alt: str) -> ShareImage:
        return ShareImage(self.src, SHARED_WIDTH, WIDE.height_at(SHARED_WIDTH), alt)


def name_of(shape: Shape, width: int, file_format: str) -> str:
    return f"{shape.name}-{width}.{file_format}"


def files_in(folder: str) -> list[str]:
    """Return the paths of all files of a room's picture."""
    return [
        f"{folder}/{name_of(shape, width, file_format)}"
        for shape in SHAPES
        for width in shape.widths
        for file_format in FORMATS
    ]


def view_of(room: Room) -> RoomView | None:
    """Return a room's picture, or None while there is none that shows the room as it is."""
    found: RoomPicture | None = getattr(room, "picture", None)
    return RoomView(found.folder) if found and found.folder else None


def owner(path: str) -> Room | None:
    """Return the room that a file of a picture shows; None for one that pages no longer name."""
    folder, _slash, _name = path.rpartition("/")
    return Room.objects.filter(picture__folder=folder).first() if folder else None
