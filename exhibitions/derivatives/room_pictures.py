"""The pictures of rooms: asked for when what they show changes, drawn by a worker, then kept.

A room that is published, or of which something changes that visitors see, is asked for anew, and
its picture is not shown any more; one that still shows the room comes back without being drawn.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image

from exhibitions.derivatives.room_sitting import drawn, viewer
from exhibitions.models import Room, RoomPicture
from exhibitions.presentation.room_pictures import FORMATS, ROOT, SHAPES, files_in, name_of
from media.derivatives import posters, queue
from media.derivatives.browser import headless_browser
from media.derivatives.failure import noted
from media.derivatives.registry import Kind
from museum.core.visibility import published

State = RoomPicture.State


def draw_anew(rooms: "QuerySet[Room]") -> None:
    """Have the pictures of rooms drawn anew; until then they show no picture."""
    ids = set(published(rooms).values_list("pk", flat=True))
    if ids:
        RoomPicture.objects.filter(room__in=ids).update(folder="", **fresh())
        add(ids)


def fresh() -> dict[str, object]:
    """Return the fields of a picture that waits to be drawn."""
    return {
        "state": State.WAITING,
        "asked_at": timezone.now(),
        "attempts": 0,
        "reason": "",
        "worker": "",
        "changed_at": timezone.now(),
    }


def add(ids: Iterable[int]) -> None:
    """Ask for the pictures of these rooms; new ones only where a browser is at hand."""
    if posters.is_at_hand():
        new = [RoomPicture(room_id=pk) for pk in ids]
        RoomPicture.objects.bulk_create(new, ignore_conflicts=True)
    for row in RoomPicture.objects.filter(room__in=ids, state=State.WAITING):
        queue.hand_over(row)


def add_missing() -> None:
    """Ask for what rooms lack that were published before the museum had a browser."""
    rooms = published(Room.objects.filter(picture=None))
    add(set(rooms.values_list("pk", flat=True)))


def keep_up() -> None:
    """Have the pictures drawn anew that an older viewer drew; they stay until then."""
    add_missing()
    with suppress(headless_browser.NoPicture):
        older = Q(state=State.READY) & ~Q(folder__endswith=viewer())
        RoomPicture.objects.filter(older).update(**fresh())


@queue.makes(RoomPicture)
def make(row: RoomPicture) -> None:
    """Draw a room, unless there is a picture that shows it as it is; the state is noted.

    Raises what is no fault of the room or the browser, such as a full disk; that is noted too.
    """
    words = _("The room could not be drawn: %(reason)s Visitors see its page without the picture.")
    with noted(row, headless_browser.NoPicture, words=words):
        shown = drawn(Room.objects.select_related("locale").get(pk=row.room_id))
        folder = f"{ROOT}/{row.room_id}-{shown.key}"
        if not is_whole(folder):
            store(folder, headless_browser.take(shown.sitting()))
        if row.note(State.READY, folder=folder):
            remove_all(row.room_id, but=folder)


def store(folder: str, pictures: dict[str, bytes]) -> None:
    """Write every size of a room's pictures, which came as PNG."""
    for shape in SHAPES:
        with Image.open(BytesIO(pictures[shape.name])) as opened:
            picture = opened.convert("RGB")
        for width in shape.widths:
            small = picture.resize((width, shape.height_at(width)), Image.Resampling.LANCZOS)
            for file_format, quality in FORMATS.items():
                file = BytesIO()
                small.save(file, file_format, quality=quality)
                path = f"{folder}/{name_of(shape, width, file_format)}"
                default_storage.delete(path)
                default_storage.save(path, ContentFile(file.getvalue()))


def is_whole(folder: str) -> bool:
    return all(default_storage.exists(path) for path in files_in(folder))


def remove_all(room_id: int, but: str = "") -> None:
    """Remove the files of a room's pictures, of all but one folder."""
    for folder in folders_of(room_id):
        if folder != but:
            for path in (*files_in(folder), folder):
                default_storage.delete(path)


def discard(row: RoomPicture) -> None:
    """Remove a picture, so that it is drawn anew."""
    RoomPicture.objects.filter(pk=row.pk).update(folder="")
    remove_all(row.room_id)


def folders_of(room_id: int) -> Iterator[str]:
    """Yield the folders in which pictures of a room lie."""
    with suppress(FileNotFoundError):
        names, _files = default_storage.listdir(ROOT)
        yield from (f"{ROOT}/{name}" for name in names if name.startswith(f"{room_id}-"))


KIND = Kind(
    RoomPicture,
    "room",
    lambda row: not (row.folder and is_whole(row.folder)),
    add_missing,
    discard,
)
