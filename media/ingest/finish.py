"""From a complete upload to an item of the museum: checked, kept, and linked to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pyvips
from django.core.files.base import File
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Collection

from media import validation
from media.files import digest
from media.ingest import originals, permissions, tus
from media.models import MuseumDocument, MuseumImage, MuseumMedia, Object3D, Upload
from media.validation import Facts, Refused
from museum.core.models import User
from museum.core.wagtail_compat import note_file_metadata

Item = MuseumImage | MuseumDocument | MuseumMedia | Object3D
"""What a file can become."""
GIVEN_UP = timedelta(minutes=10)
"""After this time a check that has not answered is taken for dead."""


@dataclass(frozen=True)
class Answer:
    """What became of an upload: `made`, `refused`, `duplicate` or `busy`; and which the item is."""

    state: str
    message: str = ""
    title: str = ""
    url: str = ""
    id: int = 0


class Arrived(File):
    """A complete upload. Storage moves its second name, so that no byte is copied or lost."""

    def __init__(self, upload: Upload) -> None:
        self.second_name = upload.path.with_name(f"leaving-{upload.path.name}")
        self.second_name.unlink(missing_ok=True)
        os.link(upload.path, self.second_name)
        super().__init__(self.second_name.open("rb"), upload.name)

    def temporary_file_path(self) -> str:
        return str(self.second_name)


def finish(upload: Upload, user: User, also_twice: bool = False) -> Answer:
    """Make the item that a complete upload is for. What is refused leaves nothing behind.

    A file that the museum has already is pointed out, and waits, unless it is wanted `also_twice`.
    """
    if not claim(upload):
        return Answer("busy")
    try:
        facts = validation.of(str(upload.path), upload.name)
        model = model_for(facts)
        place = place_for(upload, user, model)
        if not also_twice and (twin := find_twin(upload, user, model)):
            return Answer("duplicate", title=str(twin), url=address(twin, user), id=twin.pk)
        item = make(upload, user, model, place, facts)
    except Refused as refused:
        upload.delete()
        return Answer("refused", message=str(refused))
    except (OSError, pyvips.Error) as failure:
        return Answer("failed", message=tus.no_room(failure))
    finally:
        Upload.objects.filter(pk=upload.pk).update(checked_since=None)
    return Answer("made", title=item.title, url=address(item, user), id=item.pk)


def claim(upload: Upload) -> bool:
    """Take an upload for this request alone."""
    now = timezone.now()
    free = Q(checked_since=None) | Q(checked_since__lt=now - GIVEN_UP)
    return bool(Upload.objects.filter(free, pk=upload.pk).update(checked_since=now))


def model_for(facts: Facts) -> type[Item]:
    """Return what a file becomes. Raises Refused for what belongs to another item."""
    kind = facts.media_type.partition("/")[0]
    if kind == "image" and not (facts.media_type == "image/tiff" and facts.pages > 1):
        return MuseumImage
    if facts.media_type == "text/vtt":
        raise Refused(_("Captions and chapters are added to their film or sound, on its own page."))
    models: dict[str, type[Item]] = {
        "model": Object3D,
        "video": MuseumMedia,
        "audio": MuseumMedia,
    }
    return models.get(kind, MuseumDocument)


def place_for(upload: Upload, user: User, model: type[Item]) -> Collection:
    """Return the upload's collection.

    Raises Refused where the person may not add this kind to it.
    """
    if place := permissions.collections(user, model).filter(pk=upload.collection_id).first():
        return place
    raise Refused(
        _("You may not add %(kind)s to this collection.")
        % {"kind": model._meta.verbose_name_plural}
    )


def find_twin(upload: Upload, user: User, model: type[Item]) -> Item | None:
    """Return an item with the very same original, if there is one."""
    return model._default_manager.filter(sha256=digest.sha256(upload.path)).first()


@contextmanager
def arrived(upload: Upload) -> Iterator[Arrived]:
    """Open a complete upload; its second name goes, whatever happens."""
    file = Arrived(upload)
    try:
        yield file
    finally:
        file.close()
        file.second_name.unlink(missing_ok=True)


def make(upload: Upload, user: User, model: type[Item], place: Collection, facts: Facts) -> Item:
    """Keep the file and make its item; the upload goes once the item is certain."""
    item = model(title=Path(upload.name).stem[:255], collection=place, uploaded_by_user=user)
    if isinstance(item, MuseumMedia):
        item.type = facts.media_type.partition("/")[0]
        item.duration = facts.duration or 0
        item.width, item.height = facts.width, facts.height
    with arrived(upload) as file:
        item.file = originals.take(item, file, str(upload.path), upload.name, facts)
        note_file_metadata(item)
        with transaction.atomic():
            item.save()
            upload.delete()
    return item


def address(item: Item, user: User) -> str:
    """Return where a person edits an item; empty where they may not."""
    return AdminURLFinder(user).get_edit_url(item) or ""
